package org.lianpian.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.Building;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachState;
import org.lianpian.model.ServiceConnection;

@NullUnmarked // a missing value fails the test
class DemoSewerTest {
  private static final TownData DATA =
      DemoTown.towns(DemoParameters.DEFAULT).findFirst().orElseThrow();

  @Test
  void everyKindOfFaultIsPlanted() {
    Set<PlantedFault> planted =
        DATA.truths().stream().map(DemoTruth::fault).collect(Collectors.toSet());

    assertThat(planted).isEqualTo(EnumSet.allOf(PlantedFault.class));
    assertThat(DATA.truths().stream().filter(t -> t.fault() == PlantedFault.GAP))
        .allSatisfy(t -> assertThat(t.gapMetres()).isGreaterThan(0.6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 350404})
  void pipesFallInTheirDirectionExceptWhereReversedOrLooped(long seed) {
    TownData town = DemoTown.towns(new DemoParameters(160, seed)).findFirst().orElseThrow();
    Set<String> planted =
        town.truths().stream()
            .filter(
                t ->
                    t.fault() == PlantedFault.REVERSED
                        || t.fault() == PlantedFault.MUNICIPAL_REVERSED)
            .flatMap(t -> t.objects().stream())
            .collect(Collectors.toSet());
    for (Reach reach : town.features(Reach.TYPE)) {
      Double from = reach.invertFromMetres();
      Double to = reach.invertToMetres();
      if (from != null && to != null) {
        if (planted.contains(reach.id())) {
          assertThat(to).as("reversed pipe %s rises", reach.id()).isGreaterThan(from);
        } else {
          assertThat(from).as("pipe %s", reach.id()).isGreaterThanOrEqualTo(to);
        }
      }
    }
  }

  @Test
  void nodesAreBelowTheGroundAndAboveNineMetresDeep() {
    List<String> outside =
        DATA.features(Manhole.TYPE).stream()
            .filter(m -> m.invertLevelMetres() != null)
            .filter(m -> depth(m) < 0.3 || depth(m) > 9)
            .map(m -> m.id() + " " + m.kind() + " " + m.medium() + " " + depth(m))
            .toList();
    assertThat(outside).isEmpty();
  }

  @Test
  void pipesEndAtTheirNodes() {
    Map<String, Manhole> nodes = nodes(DATA);
    assertThat(DATA.features(Reach.TYPE))
        .allSatisfy(
            reach -> {
              Manhole from = nodes.get(reach.fromNodeId());
              Manhole to = nodes.get(reach.toNodeId());
              var points = reach.geometry().getCoordinates();
              assertThat(points[0]).isEqualTo(from.geometry().getCoordinate());
              assertThat(points[points.length - 1]).isEqualTo(to.geometry().getCoordinate());
            });
  }

  @Test
  @Tag("US-E06")
  void sewageOfFaultlessEstatesReachesThePlantAndOfOthersDoesNot() {
    Map<String, Manhole> nodes = nodes(DATA);
    Map<String, List<Reach>> down =
        DATA.features(Reach.TYPE).stream()
            .filter(r -> r.state() == ReachState.IN_USE)
            .collect(Collectors.groupingBy(Reach::fromNodeId));
    Map<String, List<ServiceConnection>> outlets =
        DATA.features(ServiceConnection.TYPE).stream()
            .filter(c -> c.medium() == Medium.SEWAGE && !c.nodeId().isEmpty())
            .collect(Collectors.groupingBy(ServiceConnection::communityId));
    for (DemoTruth truth : DATA.truths()) {
      List<ServiceConnection> wells = outlets.getOrDefault(truth.communityId(), List.of());
      boolean any =
          wells.stream().anyMatch(w -> reaches(w.nodeId(), ManholeKind.WWTP, nodes, down));
      boolean all =
          wells.stream().allMatch(w -> reaches(w.nodeId(), ManholeKind.WWTP, nodes, down));
      switch (truth.fault().drainageStatus()) {
        case "SEPARATED_CONNECTED" -> assertThat(!wells.isEmpty() && all).as("%s", truth).isTrue();
        case "SEPARATED_UNCONNECTED" ->
            assertThat(wells.isEmpty() || any).as("%s", truth).isFalse();
        case "PARTIAL" -> assertThat(any).as("%s", truth).isTrue();
        case "UNKNOWN", "COMBINED", "INTERCEPTED" -> assertThat(wells).as("%s", truth).isEmpty();
        default ->
            assertThat(any).as("%s", truth).isEqualTo(truth.fault() == PlantedFault.BALCONY_RISER);
      }
    }
  }

  @Test
  @Tag("NL-06")
  void balconyRisersAreKnownWhereTheEstateIsConnected() {
    Map<String, PlantedFault> faults =
        DATA.truths().stream().collect(Collectors.toMap(DemoTruth::communityId, DemoTruth::fault));
    for (Building building : DATA.features(Building.TYPE)) {
      PlantedFault fault =
          building.communityId() == null ? null : faults.get(building.communityId());
      if (fault == PlantedFault.NONE) {
        assertThat(building.balconyRiser()).isIn(BalconyRiser.SEWAGE, BalconyRiser.NONE);
      }
      if (building.balconyRiser() == BalconyRiser.STORM) {
        assertThat(fault).isEqualTo(PlantedFault.BALCONY_RISER);
      }
    }
  }

  @Test
  void noTwoNodesStandWithinTheInferredSnap() {
    var index = org.lianpian.geo.SpatialIndex.of(DATA.features(Manhole.TYPE), Manhole::geometry);
    List<String> close = new java.util.ArrayList<>();
    for (Manhole node : DATA.features(Manhole.TYPE)) {
      var box = node.geometry().getEnvelopeInternal().copy();
      box.expandBy(0.6);
      if (index.find(box).size() > 1) {
        close.add(node.id() + " " + node.kind() + " " + node.medium());
      }
    }
    assertThat(close).isEmpty();
  }

  private static double depth(Manhole node) {
    return node.groundLevelMetres() - node.invertLevelMetres();
  }

  private static boolean reaches(
      String start, ManholeKind goal, Map<String, Manhole> nodes, Map<String, List<Reach>> down) {
    Set<String> seen = new HashSet<>(Set.of(start));
    java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String at = open.remove();
      if (nodes.get(at).kind() == goal) {
        return true;
      }
      for (Reach reach : down.getOrDefault(at, List.of())) {
        if (seen.add(reach.toNodeId())) {
          open.add(reach.toNodeId());
        }
      }
    }
    return false;
  }

  private static Map<String, Manhole> nodes(TownData town) {
    Map<String, Manhole> nodes = new HashMap<>();
    town.features(Manhole.TYPE).forEach(m -> nodes.put(m.id(), m));
    return nodes;
  }
}
