package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lianpian.frontage.World.box;

import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.model.Verdict;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** What must hold in any world; the seed is the parameter. */
@NullUnmarked
@Tag("FZ-03")
class FrontagePropertyTest {
  /** What rotation and new vertices may change by rounding. */
  private static final double ROUNDING_METRES = 1e-5;

  /** A winding river and 30 boxes at random, turned and of several sizes, none in the water. */
  private static World random(long seed) {
    Random random = new Random(seed);
    StringBuilder north = new StringBuilder();
    StringBuilder south = new StringBuilder();
    for (int x = 0; x <= 400; x += 40) {
      double y = 15 * Math.sin(x / 60.0 + seed) + random.nextDouble() * 6;
      north.append(x).append(' ').append(y + 12).append(", ");
      south.insert(0, ", " + x + " " + (y - 12));
    }
    String start = north.substring(0, north.indexOf(","));
    String wkt =
        "POLYGON ((" + north.substring(0, north.length() - 2) + south + ", " + start + "))";
    World world = new World().river("河", wkt);
    Geometry water = World.wkt(wkt);
    int number = 0;
    while (number < 30) {
      double width = 12 + random.nextDouble() * 40;
      double depth = 8 + random.nextDouble() * 15;
      double x = random.nextDouble() * 400;
      double y = random.nextDouble() * 160 - 80;
      Geometry parcel =
          AffineTransformation.rotationInstance(random.nextDouble() * Math.PI, x, y)
              .transform(World.wkt(box(x, y, x + width, y + depth)));
      if (!parcel.intersects(water)) {
        world.add(World.communityOf("C%02d".formatted(number++), parcel, 0));
      }
    }
    return world;
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void removingABlockerNeverLowersTheExposedFrontage(long seed) {
    World world = random(seed);
    Map<String, FrontageResult> before = world.classify();

    for (String gone : before.keySet().stream().limit(4).toList()) {
      world
          .without(gone)
          .classify()
          .forEach(
              (id, after) ->
                  assertThat(exposed(after))
                      .isGreaterThanOrEqualTo(exposed(before.get(id)) - 1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void rigidMotionChangesNothing(long seed) {
    World world = random(seed);
    AffineTransformation motion =
        AffineTransformation.rotationInstance(0.7).translate(429_900, 2_885_800);

    assertSameWithin(world.classify(), world.moved(motion).classify(), ROUNDING_METRES);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void extraVerticesChangeNothing(long seed) {
    World world = random(seed);

    assertSameWithin(
        world.classify(),
        world.copy(geometry -> Densifier.densify(geometry, 3.7)).classify(),
        ROUNDING_METRES);
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  @DisplayName(
      "Any order of the input and any number of threads give the same verdicts to the byte")
  void orderAndThreadsAreIrrelevant(long seed) {
    World world = random(seed);
    String expected = bytes(world.by(new ExactFrontageClassifier(1)));

    for (int threads : new int[] {1, 2, 8}) {
      World shuffled = world.shuffled(seed + threads).by(new ExactFrontageClassifier(threads));
      assertThat(bytes(shuffled)).isEqualTo(expected);
    }
  }

  /** Whole verdicts with evidence and shapes. */
  private static String bytes(World world) {
    return world.classify().values().stream()
        .map(one -> FrontageVerdicts.of(one, World.profile(true), World.DAY))
        .map(verdict -> Verdict.TYPE.toRow(verdict).toString())
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63})
  void theUnitNearestToTheBankIsAlwaysExposed(long seed) {
    FrontageResult nearest =
        random(seed).classify().values().stream()
            .filter(result -> result.deciding().isPresent())
            .min(
                Comparator.comparingDouble(
                    result -> result.deciding().orElseThrow().distanceMetres()))
            .orElseThrow();

    assertThat(exposed(nearest)).isPositive();
  }

  private static void assertSameWithin(
      Map<String, FrontageResult> expected, Map<String, FrontageResult> actual, double metres) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (id, one) -> {
          FrontageResult other = actual.get(id);
          assertThat(exposed(other)).as(id).isCloseTo(exposed(one), within(metres));
          assertThat(frontage(other)).as(id).isCloseTo(frontage(one), within(metres));
          assertThat(other.status()).as(id).isEqualTo(one.status());
        });
  }

  private static double frontage(FrontageResult result) {
    return result.deciding().map(FrontageMeasurement::frontageMetres).orElse(0.0);
  }

  private static double exposed(FrontageResult result) {
    return result.deciding().map(FrontageMeasurement::exposedMetres).orElse(0.0);
  }
}
