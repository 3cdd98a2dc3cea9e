package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.Medium;

/** The six rules where fixture F3 does not reach. */
@NullUnmarked
@Tag("SM-14")
@Tag("NL-07")
class StatusRulesTest {

  private static Networks network() {
    return Networks.parse(
        """
        W1 -> M1 -> M2 -> WWTP
        W2 -> R1 -storm-> O1
        W3 -> M3
        W4 -> I1 -> M2
        I1 -storm-> O1
        W5 -combined-> O1
        W6 -> M4 -combined-> M2
        """);
  }

  @Test
  void theWorstOutletDecides() {
    SewerResult result = network().community("K", Medium.SEWAGE, "W1", "W3", "W2").assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.MISCONNECTED);
    assertThat(result.decidingOutlet()).isEqualTo("K/W2");
    assertThat(result.separation()).isEqualTo(Separation.SEWAGE_IN_STORM);
  }

  @Test
  void oneBrokenOutletBesideAConnectedOneIsPartial() {
    SewerResult result = network().community("K", Medium.SEWAGE, "W1", "W3").assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.PARTIAL);
    assertThat(result.blocking().id()).isEqualTo("M3");
    assertThat(result.separation()).isEqualTo(Separation.SEPARATED);
  }

  @Test
  void separatedSewageThroughAnInterceptorIsNotFullyConnected() {
    SewerResult result = network().community("K", Medium.SEWAGE, "W4").assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.PARTIAL);
    assertThat(result.outlets().get(0).connection())
        .isEqualTo(OutletConnection.INTERCEPTED_DRY_ONLY);
  }

  @Test
  void combinedSewageIntoTheRiverIsCombined() {
    SewerResult result = network().community("K", Medium.COMBINED, "W5").assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.COMBINED);
    assertThat(result.separation()).isEqualTo(Separation.COMBINED);
    assertThat(result.outlets().get(0).connection()).isEqualTo(OutletConnection.DIRECT_TO_RIVER);
  }

  @Test
  void oneCombinedOutletBesideASeparatedOneIsPartlySeparated() {
    SewerResult result =
        network()
            .community("K", Medium.SEWAGE, "W1")
            .outlet("K", Medium.COMBINED, "W6")
            .assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.PARTIAL);
    assertThat(result.separation()).isEqualTo(Separation.PARTIAL);
  }

  @Test
  void aSeparatedCommunityOnACombinedMunicipalSewerIsConnected() {
    SewerResult result = network().community("K", Medium.SEWAGE, "W6").assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.SEPARATED_CONNECTED);
    assertThat(result.outlets().get(0).connection())
        .isEqualTo(OutletConnection.TO_WWTP_VIA_COMBINED);
  }

  @Test
  void rainInTheSewerIsNotSeparated() {
    SewerResult result =
        network().community("K", Medium.SEWAGE, "W1").outlet("K", Medium.STORM, "W6").assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.PARTIAL);
    assertThat(result.separation()).isEqualTo(Separation.STORM_IN_SEWER);
    assertThat(result.blocking().zh()).contains("雨水出口 W6");
  }

  @Test
  void stormOutletsAloneSayNothingAboutSewage() {
    SewerResult result = network().community("K", Medium.STORM, "R1").assess("K");

    assertThat(result.status()).isEqualTo(DrainageStatus.UNKNOWN);
    assertThat(result.rule()).isEqualTo(1);
  }

  @Test
  @DisplayName("Unknown is never connected: an outlet at a node that nobody surveyed")
  void anOutletAtAnUnknownNodeIsUnknown() {
    assertThat(network().community("K", Medium.SEWAGE, "X").assess("K").status())
        .isEqualTo(DrainageStatus.UNKNOWN);
    assertThat(network().community("K", Medium.UNKNOWN, "W1").assess("K").status())
        .isEqualTo(DrainageStatus.UNKNOWN);
  }

  @Test
  @Tag("NL-06")
  void aDwellingWithoutRisersIsNoObstacle() {
    Networks networks = network().community("K", Medium.SEWAGE, "W1");

    assertThat(networks.assess("K").status()).isEqualTo(DrainageStatus.SEPARATED_CONNECTED);
    assertThat(networks.riser("K", "2", BalconyRiser.NONE).assess("K").status())
        .isEqualTo(DrainageStatus.SEPARATED_CONNECTED);
  }
}
