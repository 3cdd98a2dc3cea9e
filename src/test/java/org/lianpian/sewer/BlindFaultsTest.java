package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.demo.CityFault;
import org.lianpian.demo.SewerCity;
import org.lianpian.model.Progress;
import org.lianpian.sewer.network.BreakType;

/** Faults planted by the generator are found by the analysis, which knows nothing of them. */
@NullUnmarked
@Tag("SM-14")
@Tag("SM-30")
class BlindFaultsTest {

  /** What the analysis says of one object. */
  record Found(String what, String objectId) {}

  /** What it has to say of each kind of fault; nothing of a pipe that only lacks its levels. */
  private static final Map<CityFault.Kind, String> EXPECTED =
      new EnumMap<>(
          Map.of(
              CityFault.Kind.DELETED, BreakType.MISSING_PIPE.name(),
              CityFault.Kind.FLIPPED, BreakType.REVERSED.name(),
              CityFault.Kind.SHIFTED_LITTLE, TopologyCode.INFERRED_JOIN.name(),
              CityFault.Kind.SHIFTED_FAR, BreakType.GAP.name(),
              CityFault.Kind.OTHER_MEDIUM, BreakType.MEDIUM_JUMP.name(),
              CityFault.Kind.CAPPED, BreakType.CAPPED.name(),
              CityFault.Kind.ABANDONED, BreakType.ABANDONED.name(),
              CityFault.Kind.SWAPPED_COORDINATES, TopologyCode.JOIN_CONFLICT.name()));

  private static List<SewerResult> assess(SewerCity city) {
    return new NetworkConnectionAssessor().assess(input(city), Progress.NONE);
  }

  static SewerInput input(SewerCity city) {
    return new SewerInput(
        city.communities(),
        city.buildings(),
        city.manholes(),
        city.reaches(),
        city.connections(),
        Networks.RULE);
  }

  private static Set<Found> found(List<SewerResult> results) {
    Set<Found> found = new HashSet<>();
    for (SewerResult result : results) {
      for (OutletResult outlet : result.outlets()) {
        for (SewerBreak one : outlet.breaks()) {
          found.add(new Found(one.type().name(), one.objectId()));
        }
      }
      for (TopologyIssue issue : result.issues()) {
        if (EXPECTED.containsValue(issue.code().name())) {
          issue.objectIds().forEach(id -> found.add(new Found(issue.code().name(), id)));
        }
      }
    }
    return found;
  }

  /** Returns what has to be found for a fault; for a missing pipe, the node it led away from. */
  private static Found expected(CityFault fault) {
    String object =
        switch (fault.kind()) {
          case DELETED -> fault.objectId().substring(1);
          case SHIFTED_FAR -> "~" + fault.objectId() + "/end";
          default -> fault.objectId();
        };
    return new Found(EXPECTED.get(fault.kind()), object);
  }

  /**
   * Leaves out what a fault is bound to say beside its object: the pipes at a node out of place.
   */
  private static boolean isBeside(Found found, Set<String> out, Set<String> shifted) {
    String number = found.objectId().replaceAll("^P?[AB]", "");
    return (found.what().equals(TopologyCode.JOIN_CONFLICT.name()) && out.contains(number))
        || (found.what().equals(TopologyCode.INFERRED_JOIN.name()) && shifted.contains(number));
  }

  @ParameterizedTest
  @CsvSource({"40, 100, 1", "40, 100, 10", "120, 1500, 1000"})
  @DisplayName("1, 10 and 1,000 faults: each is found by kind and object, and nothing else is")
  void everyFaultIsLocated(int size, int communities, int count) {
    SewerCity city = SewerCity.generate(size, communities, count, 7);
    List<SewerResult> results = assess(city);
    Set<Found> found = found(results);
    Map<CityFault.Kind, int[]> hits = new TreeMap<>();
    Set<Found> planted = new HashSet<>();
    Set<String> outOfPlace = new HashSet<>();
    Set<String> shifted = new HashSet<>();
    for (CityFault fault : city.faults()) {
      String number = fault.objectId().replaceAll("^P?[AB]", "");
      if (fault.kind() == CityFault.Kind.SWAPPED_COORDINATES) {
        outOfPlace.add(number);
      } else if (fault.kind() == CityFault.Kind.SHIFTED_LITTLE) {
        shifted.add(number);
      }
      if (!EXPECTED.containsKey(fault.kind())) {
        continue;
      }
      planted.add(expected(fault));
      if (cutsSomebodyOff(fault, city)) {
        int[] tally = hits.computeIfAbsent(fault.kind(), any -> new int[2]);
        tally[0]++;
        tally[1] += found.contains(expected(fault)) ? 1 : 0;
      }
    }
    Set<Found> wrong = new HashSet<>(found);
    wrong.removeAll(planted);
    wrong.removeIf(one -> isBeside(one, outOfPlace, shifted));

    assertThat(hits).isNotEmpty();
    hits.forEach(
        (kind, tally) ->
            assertThat(tally[1]).as("%s found of %d", kind, tally[0]).isEqualTo(tally[0]));
    assertThat(wrong).as("found though not planted").isEmpty();
  }

  /** A fault in a street matters when a community without fault of its own drains through it. */
  private static boolean cutsSomebodyOff(CityFault fault, SewerCity city) {
    if (fault.communityId() != null) {
      return true;
    }
    Set<String> faulty = new HashSet<>();
    city.faults().forEach(one -> faulty.add(String.valueOf(one.communityId())));
    int[] pipe = street(fault.objectId());
    return city.reaches().stream()
        .filter(reach -> reach.id().startsWith("PB"))
        .filter(reach -> !faulty.contains("K" + reach.id().substring(2)))
        .map(reach -> street(reach.toNodeId()))
        .anyMatch(at -> at[1] == pipe[1] && at[0] >= pipe[0] && at[0] / 8 == pipe[0] / 8);
  }

  /** Returns column and row of a node or pipe in the street, {@code s12-34}. */
  private static int[] street(String id) {
    String[] parts = id.substring(1).split("-");
    return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
  }
}
