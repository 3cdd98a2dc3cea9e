package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.lianpian.frontage.World.box;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.BuildingUse;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What no survey should contain ends in an answer or a named reason, in bounded time. */
@NullUnmarked
@Tag("FZ-03")
class HostileGeometryTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static World river() {
    return Engine.EXACT.world().river("河", RiversideFixtureTest.RIVER);
  }

  private static Map<String, FrontageResult> answer(World world) {
    return assertTimeoutPreemptively(Duration.ofSeconds(60), () -> world.classify());
  }

  @Test
  @DisplayName("A river of a million vertices")
  void aMillionVertices() {
    int count = 1_000_000;
    Coordinate[] ring = new Coordinate[count + 1];
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * i / count;
      double radius = 5_000 + Math.sin(angle * 5_000);
      ring[i] = new Coordinate(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    ring[count] = ring[0];
    World world =
        Engine.EXACT
            .world()
            .river("湖", FACTORY.createPolygon(ring))
            .community("A", box(5_010, -20, 5_030, 20));

    assertThat(answer(world).get("A").status()).isEqualTo(FrontageStatus.FIRST_ROW);
  }

  @Test
  void aBuildingWithoutAreaHidesNothing() {
    World world =
        river()
            .community("A", box(100, 30, 140, 50))
            .community("flat", "POLYGON ((90 10, 150 10, 90 10, 90 10))");

    assertThat(answer(world).get("A").status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(answer(world).get("flat").status()).isEqualTo(FrontageStatus.NEEDS_SURVEY);
    assertThat(answer(world).get("flat").notes()).contains(FrontageNote.SHORT_FRONTAGE);
  }

  @Test
  void aRingThatTouchesOrCrossesItselfIsAnswered() {
    World world =
        river()
            .community("eight", "POLYGON ((100 10, 140 10, 100 40, 140 40, 100 10))")
            .community(
                "touch", "POLYGON ((200 10, 240 10, 220 25, 240 40, 200 40, 220 25, 200 10))");

    assertThat(answer(world).get("eight").status()).isNotEqualTo(FrontageStatus.OUTSIDE);
    assertThat(answer(world).get("touch").status()).isEqualTo(FrontageStatus.FIRST_ROW);
  }

  @Test
  @DisplayName("Coordinates that are no numbers: not located, and nobody else is harmed")
  void notANumber() {
    Geometry broken = polygon(100, 10, Double.NaN, 10, 120, Double.POSITIVE_INFINITY, 100, 10);
    World world =
        river()
            .add(World.communityOf("broken", broken, 0))
            .building("b", null, BuildingUse.RESIDENTIAL, broken)
            .community("A", box(100, 30, 140, 50));

    assertThat(answer(world).get("broken").status()).isEqualTo(FrontageStatus.NO_DATA);
    assertThat(answer(world).get("broken").notes()).contains(FrontageNote.INVALID_GEOMETRY);
    assertThat(answer(world).get("A").status()).isEqualTo(FrontageStatus.FIRST_ROW);
  }

  @Test
  @DisplayName("A river with a broken coordinate is not taken for no river")
  void aBrokenRiverIsNoPass() {
    Geometry broken = polygon(0, 0, 400, 0, Double.NaN, -30, 0, -30, 0, 0);
    World world =
        Engine.EXACT
            .world()
            .river("河", broken)
            .community("near", box(100, 30, 140, 50))
            .community("far", box(100, 3_000, 140, 3_050));

    assertThat(answer(world).get("near").status()).isEqualTo(FrontageStatus.NO_DATA);
    assertThat(answer(world).get("near").notes()).contains(FrontageNote.INVALID_RIVER);
    assertThat(answer(world).get("far").status()).isEqualTo(FrontageStatus.OUTSIDE);
  }

  @Test
  @DisplayName("1,000 communities on the same ground")
  void everythingInOnePlace() {
    World world = river();
    for (int i = 0; i < 1_000; i++) {
      world.community("C" + i, box(100, 10, 140, 40));
    }

    assertThat(answer(world).values())
        .extracting(FrontageResult::status)
        .containsOnly(FrontageStatus.FIRST_ROW);
  }

  @Test
  @DisplayName("20,000 communities on the same ground are an error in the data, and said to be one")
  void tooManyInOnePlace() {
    World world = river().community("alone", box(300, 10, 340, 40));
    for (int i = 0; i < 20_000; i++) {
      world.community("C" + i, box(100, 10, 140, 40));
    }

    Map<String, FrontageResult> answers = answer(world);
    assertThat(answers.get("alone").status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(answers.get("C7").status()).isEqualTo(FrontageStatus.NO_DATA);
    assertThat(answers.get("C7").notes()).containsExactly(FrontageNote.TOO_DENSE);
  }

  @Test
  @DisplayName("A building with a broken coordinate is told of, at its community and at neighbours")
  void aBrokenBuildingIsNamed() {
    Geometry broken = polygon(110, 20, 130, Double.NaN, 130, 30, 110, 20);
    World world =
        river()
            .community("owner", box(300, 10, 340, 40))
            .community("neighbour", box(100, 35, 140, 60))
            .community("other", box(200, 10, 240, 40))
            .building("B1", "owner", BuildingUse.RESIDENTIAL, broken);

    assertThat(answer(world).get("owner").notes()).contains(FrontageNote.INVALID_BUILDING);
    assertThat(answer(world).get("neighbour").notes()).contains(FrontageNote.INVALID_BUILDING);
    assertThat(answer(world).get("other").notes()).doesNotContain(FrontageNote.INVALID_BUILDING);
  }

  @Test
  @DisplayName("A scattered building with a broken coordinate is not taken for one far away")
  void aBrokenScatteredBuildingIsNoPass() {
    Geometry broken = polygon(110, 20, 130, Double.NaN, 130, 30, 110, 20);
    World world = river().building("B1", null, BuildingUse.RESIDENTIAL, broken);

    assertThat(answer(world).get("B1").status()).isEqualTo(FrontageStatus.NO_DATA);
    assertThat(answer(world).get("B1").notes()).containsExactly(FrontageNote.INVALID_GEOMETRY);
  }

  @Test
  @DisplayName("Everything in one point")
  void everythingInOnePoint() {
    String point = "POLYGON ((5 5, 5 5, 5 5, 5 5))";
    World world = Engine.EXACT.world().river("河", point);
    for (int i = 0; i < 100; i++) {
      world.community("C" + i, point);
    }

    assertThat(answer(world)).hasSize(100);
  }

  /** Returns a polygon of ordinates x, y, x, y …, broken ones included. */
  private static Geometry polygon(double... ordinates) {
    Coordinate[] ring = new Coordinate[ordinates.length / 2];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return FACTORY.createPolygon(ring);
  }
}
