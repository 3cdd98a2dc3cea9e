package org.lianpian.lifecircle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.lifecircle.LifeCircleParameters.Time;
import org.lianpian.model.Facility;
import org.lianpian.model.FacilityClass;
import org.lianpian.model.Provenance;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Walks in a small town; 60 m a minute, so five minutes are 300 m.
 *
 * <pre>
 *          C  clinic (over the river, 60 m away)
 *   ~~~~~~~~~~~~~~~~~~~~ river ~~~~~~~~~~~~~~~~~~~~~ | bridge at x = 400 ~~~
 *   [home]--------------- street (y = 0) ------------+---------- shop at x = 800
 * </pre>
 */
@NullUnmarked
@Tag("FZ-05")
@Tag("FZ-06")
@Tag("PY-22")
class LifeCirclesTest {
  private static final LifeCircleParameters RULE =
      new LifeCircleParameters(
          List.of(new Time(15, 1000), new Time(5, 300), new Time(10, 500)),
          60,
          List.of(FacilityClass.MEDICAL, FacilityClass.SHOPPING, FacilityClass.ELDERLY));
  private static final Geometry HOME = wkt("POLYGON ((0 5, 40 5, 40 25, 0 25, 0 5))");
  private static final Geometry RIVER =
      wkt("POLYGON ((-500 40, 900 40, 900 60, -500 60, -500 40))");

  private final List<Road> roads = new ArrayList<>();
  private final List<Facility> facilities = new ArrayList<>();
  private final List<Geometry> obstacles = new ArrayList<>(List.of(RIVER));

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private void road(String wkt, boolean bridge) {
    road(wkt, RoadClass.LOCAL, bridge);
  }

  private void road(String wkt, RoadClass roadClass, boolean bridge) {
    roads.add(
        new Road(
            "r" + roads.size(),
            wkt(wkt),
            Provenance.of("test"),
            "",
            roadClass,
            null,
            bridge,
            bridge));
  }

  private void facility(String id, FacilityClass facilityClass, double x, double y) {
    Geometry at = wkt("POINT (" + x + " " + y + ")");
    facilities.add(new Facility(id, at, Provenance.of("test"), id, facilityClass, null, ""));
  }

  private LifeCircle find() {
    return new LifeCircles(WalkingNetwork.of(roads), facilities, obstacles, RULE).find(HOME);
  }

  private void town() {
    road("LINESTRING (0 0, 400 0, 1000 0)", false);
    road("LINESTRING (400 0, 400 100)", true);
    road("LINESTRING (0 100, 400 100)", false);
    facility("clinic", FacilityClass.MEDICAL, 20, 95);
    facility("shop", FacilityClass.SHOPPING, 240, 3);
    facility("far shop", FacilityClass.SHOPPING, 1000, 0);
  }

  @Test
  @DisplayName("The clinic 60 m away over the river is an 800 m walk over the bridge")
  void riversAreCrossedOnBridgesOnly() {
    town();
    LifeCircle circle = find();

    LifeCircle.Reached clinic =
        circle.facilities().stream()
            .filter(reached -> reached.facility().id().equals("clinic"))
            .findFirst()
            .orElseThrow();
    // 5 m to the street at x = 40, 360 m along it, 100 m of bridge, 380 m back, 5 m to the door
    assertThat(clinic.metres()).isCloseTo(5 + 360 + 100 + 380 + 5, within(1e-6));
    assertThat(circle.count(FacilityClass.MEDICAL, 10)).isZero();
    assertThat(circle.count(FacilityClass.MEDICAL, 15)).isEqualTo(1);
    assertThat(circle.method()).isEqualTo(CircleMethod.WALKING_NETWORK);
  }

  @Test
  void ringsGrowAndKeepToTheWalkedRoads() {
    town();
    List<LifeCircle.Ring> rings = find().rings();

    assertThat(rings).extracting(LifeCircle.Ring::minutes).containsExactly(5, 10, 15);
    assertThat(rings.get(0).area().difference(rings.get(1).area()).getArea())
        .isCloseTo(0, within(50.0));
    // 5 m to the street, 295 m along it from x = 40, drawn 25 m beyond
    assertThat(rings.get(0).area().contains(wkt("POINT (355 0)"))).isTrue();
    assertThat(rings.get(0).area().contains(wkt("POINT (365 0)"))).isFalse();
    assertThat(rings.get(0).area().intersects(wkt("POINT (20 100)"))).isFalse();
  }

  @Test
  @DisplayName("FZ-05: a service that is only elsewhere is missing; one nobody recorded is unknown")
  void missingIsNotUnknown() {
    town();
    facilities.removeIf(one -> one.id().equals("shop"));
    LifeCircle circle = find();

    assertThat(circle.missing()).containsExactly(FacilityClass.SHOPPING);
    assertThat(circle.unknown()).containsExactly(FacilityClass.ELDERLY);
  }

  @Test
  void aFacilityWithinTheEstateNeedsNoWalk() {
    town();
    facility("inside", FacilityClass.ELDERLY, 10, 20);

    assertThat(find().facilities().get(0).facility().id()).isEqualTo("inside");
    assertThat(find().facilities().get(0).metres()).isZero();
  }

  @Test
  void expresswaysAreNotWalkedOn() {
    road("LINESTRING (0 0, 100 0)", false);
    road("LINESTRING (100 0, 1000 0)", RoadClass.EXPRESSWAY, false);
    facility("shop", FacilityClass.SHOPPING, 240, 3);

    assertThat(find().facilities()).isEmpty();
  }

  @Test
  @DisplayName("Streets drawn across each other meet; a viaduct over a street does not")
  void crossingsOnOneLevelOnly() {
    road("LINESTRING (0 0, 400 0)", false);
    road("LINESTRING (200 -200, 200 30)", false);
    facility("south", FacilityClass.SHOPPING, 200, -150);
    assertThat(find().facilities().get(0).metres()).isCloseTo(5 + 160 + 150, within(1e-6));

    roads.remove(1);
    road("LINESTRING (200 -200, 200 30)", true);
    assertThat(find().facilities()).isEmpty();
  }

  @Test
  void anEndDrawnShortOfTheRoadIsJoined() {
    road("LINESTRING (0 0, 400 0)", false);
    road("LINESTRING (200 -200, 200 -0.8)", false);
    facility("south", FacilityClass.SHOPPING, 200, -150);

    assertThat(find().facilities()).hasSize(1);
    assertThat(find().facilities().get(0).metres()).isCloseTo(315, within(1.0));
  }

  @Test
  @DisplayName("Without a road nearby the circle is a buffer, and says so")
  void fallsBackToStraightDistance() {
    facility("clinic", FacilityClass.MEDICAL, 20, 125);
    LifeCircle circle = find();

    assertThat(circle.method()).isEqualTo(CircleMethod.STRAIGHT_LINE);
    assertThat(circle.rings().get(0).metres()).isEqualTo(300);
    assertThat(circle.count(FacilityClass.MEDICAL, 5)).isEqualTo(1);
  }

  @Test
  void sameInputGivesTheSameHashWhateverItsOrder() {
    town();
    String hash = find().inputHash();
    java.util.Collections.reverse(roads);
    java.util.Collections.reverse(facilities);

    assertThat(find().inputHash()).isEqualTo(hash);
  }

  @Test
  @DisplayName("Against Bellman-Ford over the same grid, 200 random towns")
  void agreesWithAPlainSearch() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      roads.clear();
      facilities.clear();
      double[][] metres = grid(random);
      facility(
          "shop", FacilityClass.SHOPPING, 100.0 * random.nextInt(5), 100.0 * random.nextInt(5));
      Geometry start = wkt("POINT (0 0)");
      LifeCircle circle =
          new LifeCircles(WalkingNetwork.of(roads), facilities, List.of(), RULE).find(start);
      Geometry shop = facilities.get(0).geometry();
      int node = (int) (shop.getCoordinate().x / 100) * 5 + (int) (shop.getCoordinate().y / 100);
      double expected = plainDistances(metres)[node];

      boolean served = !Double.isInfinite(expected) && expected <= 900;
      if (circle.method() == CircleMethod.WALKING_NETWORK && hasRoad(metres, node)) {
        assertThat(circle.facilities()).as("seed " + seed).hasSize(served ? 1 : 0);
        if (served) {
          assertThat(circle.facilities().get(0).metres())
              .as("seed " + seed)
              .isCloseTo(expected, within(1e-6));
        }
      }
    }
  }

  /** Draws some streets of a 5 x 5 grid and returns their lengths by node pair. */
  private double[][] grid(Random random) {
    double[][] metres = new double[25][25];
    for (double[] row : metres) {
      java.util.Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int x = 0; x < 5; x++) {
      for (int y = 0; y < 5; y++) {
        for (int[] step : new int[][] {{1, 0}, {0, 1}}) {
          int tx = x + step[0];
          int ty = y + step[1];
          if (tx < 5 && ty < 5 && random.nextInt(4) > 0) {
            road(
                "LINESTRING (%d %d, %d %d)".formatted(x * 100, y * 100, tx * 100, ty * 100), false);
            metres[x * 5 + y][tx * 5 + ty] = 100;
            metres[tx * 5 + ty][x * 5 + y] = 100;
          }
        }
      }
    }
    return metres;
  }

  private static boolean hasRoad(double[][] metres, int node) {
    return java.util.Arrays.stream(metres[node]).anyMatch(each -> each < 1e9)
        && java.util.Arrays.stream(metres[0]).anyMatch(each -> each < 1e9);
  }

  private static double[] plainDistances(double[][] metres) {
    double[] best = new double[25];
    java.util.Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    for (int round = 0; round < 25; round++) {
      for (int a = 0; a < 25; a++) {
        for (int b = 0; b < 25; b++) {
          best[b] = Math.min(best[b], best[a] + metres[a][b]);
        }
      }
    }
    return best;
  }
}
