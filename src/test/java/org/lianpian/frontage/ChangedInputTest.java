package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.demo.RiverCity;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PackedProfiles;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** After an edit only what it can touch is examined again, and that is what a full run answers. */
@NullUnmarked
@Tag("FZ-03")
@Tag("US-E04")
@Tag("US-L05")
class ChangedInputTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final PolicyProfile PROFILE = PackedProfiles.get("OPEN-DATA");
  private static final FrontageParameters RULE = FrontageParameters.from(PROFILE, DAY);

  private final ExactFrontageClassifier classifier = new ExactFrontageClassifier(2);
  private final List<Community> communities = new ArrayList<>();
  private final List<Building> buildings = new ArrayList<>();
  private final List<Watercourse> rivers = new ArrayList<>();
  private int examined;

  private void build(int size, long seed) {
    RiverCity city = RiverCity.generate(size, seed);
    communities.addAll(city.communities());
    buildings.addAll(city.buildings());
    rivers.addAll(city.watercourses());
  }

  private FrontageInput input() {
    return new FrontageInput(communities, buildings, rivers);
  }

  private Map<String, Verdict> full() {
    return byId(classifier.classify(input(), RULE, Progress.NONE));
  }

  private Map<String, Verdict> changed(Map<String, Verdict> known) {
    Map<Subject, String> hashes = new HashMap<>();
    known.values().forEach(one -> hashes.put(one.subject(), one.inputHash()));
    FrontageUpdate update = classifier.classifyChanged(input(), RULE, hashes, Progress.NONE);
    examined = update.examined().size();
    Map<String, Verdict> all = byId(update.examined());
    known.values().stream()
        .filter(one -> update.unchanged().contains(one.subject()))
        .forEach(one -> all.put(one.id(), one));
    return all;
  }

  private static Map<String, Verdict> byId(Collection<FrontageResult> results) {
    return results.stream()
        .map(one -> FrontageVerdicts.of(one, PROFILE, DAY))
        .collect(Collectors.toMap(Verdict::id, one -> one, (a, b) -> a, TreeMap::new));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("Forty random edits, each answered as by a full run")
  void aChainOfEditsEqualsFullRuns(long seed) {
    build(400, seed);
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Verdict> known = full();
    for (int i = 0; i < 40; i++) {
      edit(random);
      Map<String, Verdict> now = changed(known);

      assertThat(now).as("edit %d of seed %d", i, seed).isEqualTo(full());
      known = now;
    }
  }

  private void edit(SplittableRandom random) {
    switch (random.nextInt(8)) {
      case 0 -> buildings.remove(random.nextInt(buildings.size()));
      case 1 -> communities.remove(random.nextInt(communities.size()));
      case 2 -> move(Watercourse.TYPE, rivers, random, 6);
      case 3, 4 -> move(Community.TYPE, communities, random, 60);
      default -> move(Building.TYPE, buildings, random, 60);
    }
  }

  private static <T extends Feature> void move(
      FeatureType<T> type, List<T> features, SplittableRandom random, double metres) {
    int which = random.nextInt(features.size());
    T one = features.get(which);
    Geometry moved =
        AffineTransformation.translationInstance(
                random.nextDouble(-metres, metres), random.nextDouble(-metres, metres))
            .transform(one.geometry());
    features.set(which, type.create(one.id(), moved, one.provenance(), type.toRow(one)));
  }

  @Test
  @DisplayName("Without an edit nobody is examined; one building concerns its neighbours only")
  void anEditTouchesItsNeighbours() {
    build(2_000, 1);
    Map<String, Verdict> known = full();

    assertThat(changed(known)).isEqualTo(known);
    assertThat(examined).isZero();

    move(Building.TYPE, buildings, new SplittableRandom(5), 0.5);
    changed(known);
    assertThat(examined).isBetween(1, 20);
  }

  @Test
  @DisplayName("The cause of another answer is told: here the building that stood in the way")
  void theCauseIsTold() {
    World before =
        Engine.EXACT
            .world()
            .river("河", RiversideFixtureTest.RIVER)
            .home("H1", null, World.box(100, 30, 140, 42))
            .home("H2", null, World.box(90, 5, 150, 15));
    World after =
        Engine.EXACT
            .world()
            .river("河", RiversideFixtureTest.RIVER)
            .home("H1", null, World.box(100, 30, 140, 42));
    Verdict hidden = FrontageVerdicts.of(before.classify().get("H1"), PROFILE, DAY);
    Verdict open = FrontageVerdicts.of(after.classify().get("H1"), PROFILE, DAY);

    assertThat(hidden.code()).isEqualTo("BEHIND");
    assertThat(open.code()).isEqualTo("FIRST_ROW");
    assertThat(FrontageVerdicts.causes(hidden, open)).contains(InputPart.BUILDINGS);
    assertThat(FrontageVerdicts.causes(hidden, open))
        .doesNotContain(InputPart.RULE, InputPart.UNIT, InputPart.RIVERS);
  }
}
