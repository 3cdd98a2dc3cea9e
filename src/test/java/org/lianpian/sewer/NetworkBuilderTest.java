package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Medium;
import org.lianpian.model.Reach;
import org.lianpian.sewer.network.DirectionSource;
import org.lianpian.sewer.network.JoinMethod;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

@NullUnmarked
@Tag("SM-14")
class NetworkBuilderTest {

  private static Networks nodes() {
    return Networks.parse("M1 (0, 0)\nM2 (10, 0)\nM3 (10.3, 0)\nM4 (30, 0)");
  }

  private static NetworkEdge only(Networks networks) {
    return networks.network().edges().get(0);
  }

  private static Geometry line(String coordinates) {
    try {
      return new WKTReader().read("LINESTRING (" + coordinates + ")");
    } catch (ParseException e) {
      throw new IllegalArgumentException(coordinates, e);
    }
  }

  private static Reach pipe(String from, String to, String coordinates) {
    return Networks.reach("p", from, to, line(coordinates), List.of());
  }

  @Test
  @DisplayName("An id wins over a nearer node; within the inferred snap it is no conflict")
  void idComesFirst() {
    NetworkEdge edge = only(nodes().add(pipe("M1", "M2", "0 0, 10.3 0")));

    assertThat(edge.downstream())
        .isEqualTo(new Joint("M2", JoinMethod.ID, edge.downstream().metres()));
    assertThat(edge.downstream().metres()).isCloseTo(0.3, within(1e-9));
    assertThat(edge.isDisputed()).isFalse();
  }

  @Test
  void withoutIdTheExactPositionAndThenTheInferredOneJoins() {
    Networks exact = nodes().add(pipe("", "", "0.04 0, 30 0"));
    Networks inferred = nodes().add(pipe("", "", "-0.4 0, 30 0"));

    assertThat(only(exact).upstream().method()).isEqualTo(JoinMethod.EXACT_SNAP);
    assertThat(exact.network().joinIssues()).isEmpty();
    assertThat(only(inferred).upstream().method()).isEqualTo(JoinMethod.INFERRED_SNAP);
    assertThat(inferred.network().joinIssues())
        .extracting(TopologyIssue::code)
        .containsExactly(TopologyCode.INFERRED_JOIN);
  }

  @Test
  @DisplayName("Id and position disagree: kept as a conflict that names both nodes")
  void conflictIsKept() {
    Networks networks = nodes().add(pipe("M1", "M4", "0 0, 10 0"));

    assertThat(only(networks).to()).isEqualTo("M4");
    assertThat(only(networks).isDisputed()).isTrue();
    assertThat(networks.network().joinIssues().get(0).zh()).contains("M4", "20.00 m", "M2");
  }

  @Test
  void aRouteOverAConflictIsNotEstablished() {
    Networks networks =
        Networks.parse("W1 (0, 0)\nM1 (10, 0)\nM2 (60, 0)\nWWTP (90, 0)\nM2 -> WWTP")
            .add(Networks.reach("p", "W1", "M2", line("0 0, 10 0"), List.of()))
            .community("K", Medium.SEWAGE, "W1");

    assertThat(networks.assess("K").status()).isEqualTo(DrainageStatus.PARTIAL);
    assertThat(networks.assess("K").outlets().get(0).connection())
        .isEqualTo(OutletConnection.UNKNOWN);
    assertThat(networks.assess("K").issues())
        .extracting(TopologyIssue::code)
        .contains(TopologyCode.JOIN_CONFLICT);
  }

  @Test
  void aLineDrawnAgainstItsIdsIsNoConflict() {
    NetworkEdge edge = only(nodes().add(pipe("M1", "M4", "30 0, 0 0")));

    assertThat(edge.from()).isEqualTo("M1");
    assertThat(edge.isDisputed()).isFalse();
  }

  @Test
  void endsWithoutNodesShareAnImpliedNode() {
    Networks networks =
        nodes()
            .add(Networks.reach("a", "M1", "", line("0 0, 5 50"), List.of()))
            .add(Networks.reach("b", "", "M4", line("5.02 50, 30 0"), List.of()));
    SewerNetwork network = networks.network();

    assertThat(network.edges().get(0).to()).isEqualTo(network.edges().get(1).from());
    assertThat(network.joinIssues())
        .extracting(TopologyIssue::code)
        .containsExactly(TopologyCode.MISSING_NODE);
  }

  @Test
  void aNodeThatIsNamedButNotSurveyedIsImplied() {
    SewerNetwork network = nodes().add(pipe("M1", "X9", "0 0, 70 0")).network();

    assertThat(network.findNode("X9").geometry().getCoordinate().x).isEqualTo(70);
    assertThat(network.joinIssues().get(0).code().code()).isEqualTo("network.missing-node");
  }

  @Test
  void startEqualsEndIsReportedAndLaidNowhere() {
    SewerNetwork network = nodes().add(pipe("M1", "M1", "0 0, 1 1, 0 0")).network();

    assertThat(network.edges()).isEmpty();
    assertThat(network.joinIssues())
        .extracting(TopologyIssue::code)
        .containsExactly(TopologyCode.START_EQUALS_END);
  }

  @Test
  @DisplayName("Direction: surveyed before inverts before digitised")
  void directionHasAnOrderOfTrust() {
    Reach digitised = pipe("M1", "M4", "0 0, 30 0");
    Reach falling = Networks.withInverts(digitised, 5.0, 6.0, null);
    Reach surveyed =
        Networks.withInverts(
            Networks.reach("p", "M1", "M4", line("0 0, 30 0"), List.of("surveyed")),
            5.0,
            6.0,
            null);

    assertThat(only(nodes().add(digitised)).direction()).isEqualTo(DirectionSource.DIGITISED);
    assertThat(only(nodes().add(falling)).direction()).isEqualTo(DirectionSource.INVERTS);
    assertThat(only(nodes().add(falling)).from()).isEqualTo("M4");
    assertThat(only(nodes().add(falling)).dropMetres()).isEqualTo(1);
    assertThat(only(nodes().add(surveyed)).from()).isEqualTo("M1");
    assertThat(only(nodes().add(surveyed)).dropMetres()).isEqualTo(-1);
  }
}
