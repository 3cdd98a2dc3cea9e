package org.lianpian.sewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.demo.DemoParameters;
import org.lianpian.demo.DemoTown;
import org.lianpian.demo.TownData;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Manhole;
import org.lianpian.model.Progress;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;
import org.lianpian.sewer.network.BreakType;

/** The engine for cities against the plain one: equal results, evidence and hashes included. */
@NullUnmarked
@Tag("SM-14")
@Tag("US-E01")
class NetworkConnectionAssessorTest {
  private static final int SEEDS_PER_BLOCK = 500;

  private static List<SewerResult> plain(SewerInput input) {
    return new PlainConnectionAssessor().assess(input, Progress.NONE);
  }

  private static List<SewerResult> fast(SewerInput input) {
    return new NetworkConnectionAssessor().assess(input, Progress.NONE);
  }

  @Test
  void fixtureF3GivesEqualRecords() {
    SewerInput input = SewerFixtureTest.fixture().input();

    assertThat(fast(input)).hasSize(10).isEqualTo(plain(input));
    assertStatuses(input, plain(input), "F3");
  }

  @Test
  void theDemoTownGivesEqualRecords() {
    SewerInput input = demoTown();
    List<SewerResult> plain = plain(input);

    assertThat(plain).hasSizeGreaterThan(100);
    assertSame(fast(input), plain, "demo town");
    assertStatuses(input, plain, "demo town");
  }

  static SewerInput demoTown() {
    TownData town = DemoTown.towns(DemoParameters.DEFAULT).findFirst().orElseThrow();
    return new SewerInput(
        town.features(Community.TYPE),
        town.features(Building.TYPE),
        town.features(Manhole.TYPE),
        town.features(Reach.TYPE),
        town.features(ServiceConnection.TYPE),
        Networks.RULE);
  }

  /** Compares the statuses found in one pass with those of the full results. */
  private static void assertStatuses(SewerInput input, List<SewerResult> plain, String name) {
    DrainageModel model = DrainageModel.of(input.manholes(), input.reaches(), input.parameters());
    List<CommunityStatus> expected =
        plain.stream()
            .map(
                one ->
                    new CommunityStatus(
                        one.communityId(),
                        one.status(),
                        one.rule(),
                        one.blocking(),
                        one.decidingOutlet(),
                        one.separation()))
            .toList();

    assertThat(new StatusPass(input).run(model)).as(name).isEqualTo(expected);
    for (SewerResult result : plain) {
      for (OutletResult outlet : result.outlets()) {
        assertThat(model.connectionOf(outlet.nodeId()))
            .as("%s %s", name, outlet.nodeId())
            .isEqualTo(outlet.connection());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  @DisplayName("3,000 random networks give equal records, each in any order of input")
  void randomNetworksGiveEqualRecords(int block) {
    for (long seed = (long) block * SEEDS_PER_BLOCK;
        seed < (block + 1L) * SEEDS_PER_BLOCK;
        seed++) {
      SewerInput input = RandomNetworks.input(seed);
      List<SewerResult> plain = plain(input);

      assertSame(fast(input), plain, "seed " + seed);
      assertSame(fast(shuffled(input, seed)), plain, "shuffled seed " + seed);
      assertStatuses(input, plain, "seed " + seed);
    }
  }

  @Test
  @DisplayName("The random networks show every status, connection and kind of break")
  void randomNetworksCoverTheCodes() {
    Set<DrainageStatus> statuses = EnumSet.noneOf(DrainageStatus.class);
    Set<OutletConnection> connections = EnumSet.noneOf(OutletConnection.class);
    Set<BreakType> breaks = EnumSet.noneOf(BreakType.class);
    for (long seed = 0; seed < 1000; seed++) {
      for (SewerResult result : fast(RandomNetworks.input(seed))) {
        statuses.add(result.status());
        for (OutletResult outlet : result.outlets()) {
          connections.add(outlet.connection());
          outlet.breaks().forEach(one -> breaks.add(one.type()));
        }
      }
    }

    assertThat(statuses).isEqualTo(EnumSet.complementOf(EnumSet.of(DrainageStatus.NOT_APPLICABLE)));
    assertThat(connections).isEqualTo(EnumSet.allOf(OutletConnection.class));
    assertThat(breaks).isEqualTo(EnumSet.allOf(BreakType.class));
  }

  /** Compares part by part, for a readable message. */
  private static void assertSame(List<SewerResult> fast, List<SewerResult> plain, String name) {
    assertThat(fast).as(name).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      SewerResult one = plain.get(i);
      String place = name + " " + one.communityId();
      for (int j = 0; j < one.outlets().size(); j++) {
        assertThat(fast.get(i).outlets().get(j)).as(place).isEqualTo(one.outlets().get(j));
      }
      assertThat(fast.get(i).issues()).as(place).isEqualTo(one.issues());
      assertThat(fast.get(i)).as(place).isEqualTo(one);
    }
  }

  private static SewerInput shuffled(SewerInput input, long seed) {
    return new SewerInput(
        shuffle(input.communities(), seed),
        shuffle(input.buildings(), seed),
        shuffle(input.manholes(), seed),
        shuffle(input.reaches(), seed),
        shuffle(input.connections(), seed),
        input.parameters());
  }

  private static <T> List<T> shuffle(List<T> items, long seed) {
    List<T> copy = new ArrayList<>(items);
    Collections.shuffle(copy, new Random(seed));
    return copy;
  }
}
