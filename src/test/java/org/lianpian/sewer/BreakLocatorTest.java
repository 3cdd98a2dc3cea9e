package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Medium;
import org.lianpian.sewer.network.BreakType;

@NullUnmarked
@Tag("SM-14")
class BreakLocatorTest {

  private static List<SewerBreak> breaks(String text) {
    return Networks.parse(text)
        .community("K", Medium.SEWAGE, "W1")
        .assess("K")
        .outlets()
        .get(0)
        .breaks();
  }

  @Test
  void aGapIsMeasured() {
    List<SewerBreak> breaks =
        breaks(
            "W1 (0, 0)\nM1 (50, 0)\nM2 (51.8, 0)\nM3 (100, 0)\nWWTP (200, 0)\n"
                + "W1 -> M1\nM2 -> M3 -> WWTP");

    assertThat(breaks).extracting(SewerBreak::type).containsExactly(BreakType.GAP);
    assertThat(breaks.get(0).metres()).isCloseTo(1.8, within(1e-9));
    assertThat(breaks.get(0).nodeId()).isEqualTo("M1");
  }

  @Test
  void aCappedStubHasToBeOpened() {
    List<SewerBreak> breaks = breaks("W1 -> C1 -> M1 -> WWTP");

    assertThat(breaks).extracting(SewerBreak::type).containsExactly(BreakType.CAPPED);
    assertThat(breaks.get(0).objectId()).isEqualTo("C1-M1");
  }

  @Test
  void anAbandonedPipeIsNamed() {
    List<SewerBreak> breaks = breaks("W1 -> M1 -abandoned-> M2 -> WWTP");

    assertThat(breaks).extracting(SewerBreak::type).containsExactly(BreakType.ABANDONED);
    assertThat(breaks.get(0).zh()).contains("M1-M2", "废弃");
  }

  @Test
  @DisplayName("A pipe that falls as stored, or whose direction was surveyed, is not suspected")
  void onlyDoubtfulPipesAreTurned() {
    String levels =
        "W1 (0, 0) 10\nM1 (100, 0) 9\nM2 (200, 0) 9.5\nWWTP (300, 0) 8\nW1 -> M1\nM2 -> WWTP\n";

    assertThat(breaks(levels + "M2 -> M1"))
        .extracting(SewerBreak::type)
        .containsExactly(BreakType.MISSING_PIPE);
    assertThat(breaks("W1 -> M1\nM2 -surveyed-> M1\nM2 -> WWTP"))
        .extracting(SewerBreak::type)
        .containsExactly(BreakType.MISSING_PIPE);
    assertThat(breaks("W1 -> M1\nM2 -> M1\nM2 -> WWTP"))
        .extracting(SewerBreak::type)
        .containsExactly(BreakType.REVERSED);
  }

  @Test
  void theFewestRepairsAreProposedInTheDirectionOfFlow() {
    List<SewerBreak> breaks =
        breaks(
            "W1 -> M1 -abandoned-> M2 -> C1 -> M3 -> WWTP\nM1 -planned-> M4 -planned-> M5 -planned-> M3");

    assertThat(breaks)
        .extracting(SewerBreak::type)
        .containsExactly(BreakType.ABANDONED, BreakType.CAPPED);
  }

  @Test
  void aDeadEndBesideAWayToThePlantIsABreakOfItsOwn() {
    Networks networks =
        Networks.parse("W1 -> M1 -> WWTP\nM1 -> M2\nM2 -abandoned-> M3\nM3 -> WWTP")
            .community("K", Medium.SEWAGE, "W1");
    OutletResult outlet = networks.assess("K").outlets().get(0);

    assertThat(outlet.connection()).isEqualTo(OutletConnection.BROKEN);
    assertThat(outlet.breaks()).extracting(SewerBreak::objectId).containsExactly("M2-M3");
  }

  @Test
  void aMissingPipeIsPlacedAtTheLastNode() {
    assertThat(breaks("W1 -> M1 -> M2")).extracting(SewerBreak::objectId).containsExactly("M2");
  }
}
