package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lianpian.frontage.World.box;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.WatercourseKind;

/** Shapes and situations that a shortest line or a buffer gets wrong. */
@NullUnmarked
@ParameterizedClass
@EnumSource(Engine.class)
@Tag("FZ-03")
@Tag("U-3")
class FrontageEdgeCaseTest {
  @Parameter Engine engine;

  private static final String RIVER = RiversideFixtureTest.RIVER;

  private World river() {
    return engine.world().river("河", RIVER);
  }

  @Test
  @DisplayName("A community that touches the bank: d = 0, the touching length counts in full")
  void touchingTheBank() {
    FrontageMeasurement measured = river().community("a", box(100, 0, 150, 40)).measure("a");

    assertThat(measured.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(measured.distanceMetres()).isZero();
    assertThat(measured.exposedMetres()).isCloseTo(50, within(1e-6));
    assertThat(measured.side()).isEqualTo(BankSide.NORTH);
  }

  @Test
  @DisplayName("A parcel drawn into the river: d = 0, the part in the water counts in full")
  void reachingIntoTheWater() {
    FrontageResult result = river().community("a", box(100, -5, 150, 40)).classify("a");

    assertThat(result.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(result.deciding().orElseThrow().exposedMetres()).isCloseTo(60, within(0.3));
    assertThat(result.notes()).contains(FrontageNote.IN_WATER);
  }

  @Test
  void aBuildingWhollyInTheWaterIsFirstRow() {
    World world = river().community("a", null).home("a1", "a", box(100, -20, 120, -10));

    assertThat(world.classify("a").status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(world.measure("a").distanceMetres()).isZero();
  }

  @Test
  @DisplayName("A community on an island faces both banks")
  void islandCommunityFacesBothBanks() {
    FrontageMeasurement measured =
        engine
            .world()
            .river(
                "r",
                "POLYGON ((0 0, 400 0, 400 100, 0 100, 0 0), (100 40, 200 40, 200 60, 100 60, 100"
                    + " 40))")
            .community("a", box(110, 45, 190, 55))
            .measure("a");

    assertThat(measured.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(measured.exposedBySide().get(BankSide.NORTH)).isCloseTo(80, within(1.0));
    assertThat(measured.exposedBySide().get(BankSide.SOUTH)).isCloseTo(80, within(1.0));
  }

  /**
   *
   *
   * <pre>
   *   ~~~~~ 北河 ~~~~~
   *        B            B shields A from 北河
   *        A
   *   ~~~~~ 南河 ~~~~~
   * </pre>
   */
  @Test
  void ofTwoRiversEachIsReportedAndTheGraverDecides() {
    FrontageResult result =
        engine
            .world()
            .river("北河", box(0, 100, 400, 130))
            .river("南河", RIVER)
            .community("A", box(100, 30, 150, 60))
            .community("B", box(100, 70, 150, 90))
            .classify("A");

    assertThat(result.rivers()).extracting(RiverFrontage::name).containsExactly("北河", "南河");
    assertThat(result.rivers().get(0).parcel().status()).isEqualTo(FrontageStatus.BEHIND);
    assertThat(result.rivers().get(0).parcel().distanceMetres()).isCloseTo(40, within(1e-9));
    assertThat(result.decidingRiverId()).isEqualTo("南河");
    assertThat(result.status()).isEqualTo(FrontageStatus.FIRST_ROW);
  }

  @Test
  @DisplayName("The river ends before the community: the distance is diagonal")
  void beyondTheEndOfTheRiver() {
    World world =
        river()
            .community("near", box(1030, 40, 1060, 80))
            .community("far", box(1031, 40, 1061, 80));

    assertThat(world.measure("near").distanceMetres()).isCloseTo(50, within(1e-9));
    assertThat(world.classify("far").status()).isEqualTo(FrontageStatus.OUTSIDE);
  }

  /**
   *
   *
   * <pre>
   *   +-------+
   *   | +---+ |    the yard's inner walls are no frontage,
   *   | |   | |    and the far wing is hidden by the building itself
   *   | +---+ |
   *   +-------+
   *   ~~~~~~~~~
   * </pre>
   */
  @Test
  void courtyardWallsAreNoFrontage() {
    FrontageMeasurement measured =
        river()
            .community(
                "a",
                "POLYGON ((100 10, 140 10, 140 45, 100 45, 100 10), (110 20, 130 20, 130 35, 110"
                    + " 35, 110 20))")
            .measure("a");

    assertThat(measured.frontageMetres()).isCloseTo(40, within(1e-6));
    assertThat(measured.share()).isCloseTo(1, within(1e-9));
  }

  /**
   *
   *
   * <pre>
   *   +---------+
   *   |   +-----+   the recessed wing of the L is frontage,
   *   |   |         the back of the U is, too
   *   +---+
   *   ~~~~~~~~~~~
   * </pre>
   */
  @Test
  void wingsOfAnLAndAUFaceTheRiver() {
    FrontageMeasurement l =
        river()
            .community("a", "POLYGON ((100 5, 115 5, 115 20, 140 20, 140 35, 100 35, 100 5))")
            .measure("a");
    FrontageMeasurement u =
        river()
            .community(
                "a",
                "POLYGON ((100 5, 110 5, 110 25, 130 25, 130 5, 140 5, 140 40, 100 40, 100 5))")
            .measure("a");
    FrontageMeasurement away =
        river()
            .community(
                "a",
                "POLYGON ((100 5, 140 5, 140 40, 130 40, 130 15, 110 15, 110 40, 100 40, 100 5))")
            .measure("a");

    assertThat(l.frontageMetres()).isCloseTo(40, within(1e-6));
    assertThat(u.frontageMetres()).isCloseTo(40, within(1e-6));
    assertThat(away.frontageMetres()).isCloseTo(40, within(1e-6));
  }

  @Test
  @DisplayName(
      "A wall along the sight line hides nothing; neither does a neighbour at a party wall")
  void touchingDoesNotBlock() {
    World world =
        river()
            .community("a", box(100, 20, 140, 40))
            .community("left", box(60, 5, 100, 40))
            .community("right", box(140, 20, 180, 40));

    assertThat(world.measure("a").share()).isCloseTo(1, within(1e-9));
    assertThat(world.measure("a").shields()).isEmpty();
    assertThat(world.measure("right").share()).isCloseTo(1, within(1e-9));
  }

  @Test
  void anOverlappingNeighbourHidesOnlyWhatItCovers() {
    FrontageMeasurement measured =
        river()
            .community("a", box(100, 20, 140, 40))
            .community("b", box(130, 15, 180, 45))
            .measure("a");

    assertThat(measured.exposedMetres()).isCloseTo(30, within(0.3));
  }

  /**
   *
   *
   * <pre>
   *      AAAAAAAAAA
   *      BBBB    CC   a slot of 8 m in a front of 20 m
   *   ~~~~~~~~~~~~~~
   * </pre>
   */
  @Test
  @DisplayName("A slot between two blocks shows 8 of 20 m: in the review band, a person looks")
  void slotBetweenTwoBlocks() {
    World world =
        river()
            .community("A", box(100, 30, 120, 50))
            .community("B", box(90, 10, 106, 25))
            .community("C", box(114, 10, 130, 25));

    assertThat(world.measure("A").exposedMetres()).isCloseTo(8, within(0.3));
    assertThat(world.classify("A").status()).isEqualTo(FrontageStatus.NEEDS_SURVEY);
    assertThat(world.classify("A").notes()).contains(FrontageNote.NEAR_THRESHOLD);
  }

  @Test
  void aQuarterInSightIsPartial() {
    FrontageResult result =
        river()
            .community("A", box(100, 30, 140, 50))
            .community("B", box(90, 10, 130, 25))
            .classify("A");

    assertThat(result.status()).isEqualTo(FrontageStatus.PARTIAL);
    assertThat(result.deciding().orElseThrow().share()).isCloseTo(0.25, within(0.01));
  }

  /**
   *
   *
   * <pre>
   *   |~|
   *   |~|  A         inside the bend, A looks at both arms
   *   |~'--------
   *   '~~~~~~~~~~
   * </pre>
   */
  @Test
  void insideAConvexBendBothArmsAreFaced() {
    FrontageMeasurement measured =
        engine
            .world()
            .river("河", "POLYGON ((0 0, 300 0, 300 20, 20 20, 20 300, 0 300, 0 0))")
            .community("A", box(30, 30, 60, 60))
            .measure("A");

    assertThat(measured.exposedMetres()).isCloseTo(60, within(0.5));
    assertThat(measured.exposedBySide().keySet())
        .containsExactlyInAnyOrder(BankSide.NORTH, BankSide.EAST);
  }

  @Test
  void outsideABendTheCornerIsSeenAtASlant() {
    FrontageMeasurement measured =
        engine
            .world()
            .river("河", "POLYGON ((0 0, 300 0, 300 20, 20 20, 20 300, 0 300, 0 0))")
            .community("A", box(-40, -40, -10, -10))
            .measure("A");

    // both walls look at the corner (0, 0) under the same angles
    assertThat(measured.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    double oneWall = Math.hypot(40, 10) - Math.hypot(10, 10);
    double expected = 2 * 10 * asinhDifference(10, 40, 10);
    assertThat(measured.exposedMetres()).isCloseTo(expected, within(0.05)).isLessThan(2 * oneWall);
  }

  /** The integral of h / sqrt(h² + s²) ds is h·asinh(s / h). */
  private static double asinhDifference(double from, double to, double height) {
    return asinh(to / height) - asinh(from / height);
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }

  @Test
  void roadsAndShopsDoNotShieldParcelsButBuildingsShieldBuildings() {
    FrontageResult result =
        river()
            .community("A", box(100, 30, 140, 48))
            .home("a1", "A", box(105, 32, 135, 44))
            .building("shop", null, BuildingUse.NON_RESIDENTIAL, box(90, 10, 150, 25))
            .classify("A");

    RiverFrontage river = result.decidingRiver().orElseThrow();
    assertThat(river.parcel().status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(river.building().status()).isEqualTo(FrontageStatus.BEHIND);
    assertThat(river.building().shields()).extracting(Shield::id).containsExactly("shop");
    assertThat(result.mode()).isEqualTo(FrontageMode.PARCEL);
  }

  @Test
  void shedsAndHutsDoNotShield() {
    FrontageResult result =
        river()
            .community("A", null)
            .home("a1", "A", box(100, 30, 140, 40))
            .building("shed", null, BuildingUse.SHED, box(90, 10, 150, 20))
            .building("hut", null, BuildingUse.NON_RESIDENTIAL, box(100, 22, 106, 28))
            .classify("A");

    assertThat(result.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(result.mode()).isEqualTo(FrontageMode.BUILDING);
    assertThat(result.deciding().orElseThrow().share()).isCloseTo(1, within(1e-9));
  }

  @Test
  @DisplayName("U-2: a community without a parcel is measured, and blocks, by its buildings")
  @Tag("U-2")
  void communityOfBuildingsOnly() {
    World world =
        river()
            .community("A", "POINT (120 20)", 200)
            .home("a1", "A", box(100, 10, 118, 22))
            .home("a2", "A", box(122, 10, 140, 22))
            .home("a3", "A", box(100, 30, 140, 42))
            .community("B", box(100, 45, 140, 60));

    FrontageResult a = world.classify("A");
    assertThat(a.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(a.mode()).isEqualTo(FrontageMode.BUILDING);
    // a3 shows only through the gap of 4 m between a1 and a2
    assertThat(a.deciding().orElseThrow().frontageMetres()).isCloseTo(40, within(0.3));
    assertThat(world.measure("B").shields()).extracting(Shield::id).containsExactly("A");
  }

  @Test
  @DisplayName("Where parcels hold under 95 % of the dwellings around, buildings decide")
  void incompleteParcelsLetBuildingsDecide() {
    FrontageResult result =
        river()
            .community("A", box(100, 30, 140, 48))
            .home("a1", "A", box(105, 32, 135, 44))
            .home("stray", null, box(90, 10, 150, 25))
            .classify("A");

    assertThat(result.parcelCoverage()).isEqualTo(0.5);
    assertThat(result.mode()).isEqualTo(FrontageMode.BUILDING);
    assertThat(result.status()).isEqualTo(FrontageStatus.BEHIND);
    assertThat(result.notes()).contains(FrontageNote.PARCELS_INCOMPLETE);
  }

  @Test
  @Tag("U-6")
  void aRuralDitchIsIgnoredAndUnstatedWaterIsCountedAloud() {
    World ditch =
        engine
            .world()
            .water("d", "沟", RIVER, WatercourseKind.RIVER, null, false, false)
            .community("a", box(100, 10, 140, 30));
    World unstated =
        engine
            .world()
            .water("u", "河", RIVER, WatercourseKind.RIVER, null, null, false)
            .community("a", box(100, 10, 140, 30));

    assertThat(ditch.classify("a").status()).isEqualTo(FrontageStatus.OUTSIDE);
    assertThat(unstated.classify("a").status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(unstated.classify("a").notes()).contains(FrontageNote.URBAN_UNSTATED);
  }

  @Test
  @Tag("U-5")
  void positionErrorIsRespectedOnBothSidesOfTheLimit() {
    World world =
        river()
            .community("inside", box(100, 44, 140, 60), 5)
            .community("at", box(200, 46, 240, 60), 5)
            .community("outside", box(300, 56, 340, 80), 5)
            .community("point", "POINT (510 10)", 20)
            .community("nowhere", null);

    assertThat(world.classify("inside").status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(world.classify("at").status()).isEqualTo(FrontageStatus.NEEDS_SURVEY);
    assertThat(world.classify("outside").status()).isEqualTo(FrontageStatus.OUTSIDE);
    assertThat(world.classify("point").notes()).contains(FrontageNote.POINT_ONLY);
    assertThat(world.classify("point").status()).isEqualTo(FrontageStatus.NEEDS_SURVEY);
    assertThat(world.classify("nowhere").status()).isEqualTo(FrontageStatus.NO_DATA);
  }

  @Test
  void anUnmeasuredRiverNearbyKeepsBehindAndOutsideOpenButNotFirstRow() {
    World world =
        river()
            .river("无宽", "LINESTRING (0 150, 1000 150)")
            .community("first", box(100, 10, 140, 40))
            .community("outside", box(100, 70, 140, 100));

    assertThat(world.classify("first").status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(world.classify("outside").status()).isEqualTo(FrontageStatus.NO_DATA);
    assertThat(world.classify("outside").unmeasured().get(0).centreLineDistanceMetres())
        .isEqualTo(50);
  }

  @Test
  void withoutAnyRiverDataNobodyIsOutside() {
    FrontageResult result = engine.world().community("a", box(0, 0, 10, 10)).classify("a");

    assertThat(result.status()).isEqualTo(FrontageStatus.NO_DATA);
    assertThat(result.notes()).containsExactly(FrontageNote.NO_RIVERS);
  }
}
