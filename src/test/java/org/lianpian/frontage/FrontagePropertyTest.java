package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lianpian.frontage.World.box;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** What must hold in any world; the seed is the parameter. */
@NullUnmarked
@Tag("FZ-03")
class FrontagePropertyTest {
  private static final double STEP = 0.5;
  private static final FrontageParameters COARSE = World.RULE.withStepMetres(STEP);

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
    Map<String, FrontageResult> before = world.classify(COARSE);

    for (String gone : before.keySet().stream().limit(4).toList()) {
      world
          .without(gone)
          .classify(COARSE)
          .forEach(
              (id, after) ->
                  assertThat(exposed(after)).isGreaterThanOrEqualTo(exposed(before.get(id))));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void rigidMotionChangesNothing(long seed) {
    World world = random(seed);
    AffineTransformation motion =
        AffineTransformation.rotationInstance(0.7).translate(429_900, 2_885_800);

    assertSameWithin(world.classify(COARSE), world.moved(motion).classify(COARSE), 2 * STEP);
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void extraVerticesChangeNothing(long seed) {
    World world = random(seed);

    assertSameWithin(
        world.classify(COARSE),
        world.copy(geometry -> Densifier.densify(geometry, 3.7)).classify(COARSE),
        2 * STEP);
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42})
  void aFinerStepAgreesWithinTwoSteps(long seed) {
    World world = random(seed);

    assertSameWithin(
        world.classify(COARSE), world.classify(World.RULE.withStepMetres(0.1)), 4 * STEP);
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void orderOfTheInputIsIrrelevant(long seed) {
    World world = random(seed);
    Map<String, FrontageResult> expected = world.classify(COARSE);

    world
        .shuffled(seed)
        .classify(COARSE)
        .forEach(
            (id, result) -> {
              FrontageResult same = expected.get(id);
              assertThat(result.inputHash()).isEqualTo(same.inputHash());
              assertThat(exposed(result)).isEqualTo(exposed(same));
              assertThat(result.status()).isEqualTo(same.status());
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63})
  void theUnitNearestToTheBankIsAlwaysExposed(long seed) {
    FrontageResult nearest =
        random(seed).classify(COARSE).values().stream()
            .filter(result -> result.deciding().isPresent())
            .min(
                Comparator.comparingDouble(
                    result -> result.deciding().orElseThrow().distanceMetres()))
            .orElseThrow();

    assertThat(exposed(nearest)).isPositive();
  }

  /** E agrees within the tolerance per run end, and statuses differ only near a threshold. */
  private static void assertSameWithin(
      Map<String, FrontageResult> expected, Map<String, FrontageResult> actual, double metres) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (id, one) -> {
          FrontageResult other = actual.get(id);
          assertThat(exposed(other)).as(id).isCloseTo(exposed(one), within(metres));
          if (one.deciding().isPresent() && one.status() != other.status()) {
            double share = one.deciding().orElseThrow().share();
            assertThat(List.of(share - 0.1, share - 0.4, share - 0.6))
                .as("%s: %s became %s at share %s", id, one.status(), other.status(), share)
                .anySatisfy(gap -> assertThat(Math.abs(gap)).isLessThan(0.1));
          }
        });
  }

  private static double exposed(FrontageResult result) {
    return result.deciding().map(FrontageMeasurement::exposedMetres).orElse(0.0);
  }
}
