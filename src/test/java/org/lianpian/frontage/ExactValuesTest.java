package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lianpian.frontage.World.box;

import org.assertj.core.data.Offset;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Coordinate;

/**
 * Lengths worked out by hand, to the micrometre. The river is y from -30 to 0, x from 0 to 1000.
 */
@NullUnmarked
@Tag("FZ-03")
@Tag("U-3")
class ExactValuesTest {
  private static final Offset<Double> EXACTLY = within(1e-6);

  private static World river() {
    return Engine.EXACT.world().river("河", RiversideFixtureTest.RIVER);
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }

  /**
   *
   *
   * <pre>
   *      AAAAAAAAAA      A faces 20 m; B hides 100-106, C hides 114-120
   *      BBBB    CC
   *   ~~~~~~~~~~~~~~
   * </pre>
   */
  @Test
  void aSlotShowsItsWidth() {
    FrontageMeasurement measured =
        river()
            .community("A", box(100, 30, 120, 50))
            .community("B", box(90, 10, 106, 25))
            .community("C", box(114, 10, 130, 25))
            .measure("A");

    assertThat(measured.frontageMetres()).isCloseTo(20, EXACTLY);
    assertThat(measured.exposedMetres()).isCloseTo(8, EXACTLY);
    assertThat(measured.shields()).extracting(Shield::id).containsExactly("B", "C");
    assertThat(measured.shields().get(0).hiddenMetres()).isCloseTo(6, EXACTLY);
    assertThat(measured.sight().getCoordinates())
        .usingElementComparator((one, other) -> one.distance(other) < 1e-6 ? 0 : 1)
        .containsExactly(new Coordinate(110, 30), new Coordinate(110, 0));
  }

  /**
   *
   *
   * <pre>
   *    ~~|
   *    ~~|        A looks at the end of the river, the corner (1000, 0)
   *    --o . . . AA
   *              AA
   * </pre>
   *
   * <p>The wall x = 1010, y from 5 to 25 sees the corner at distance 10 in front of it: 10 (asinh
   * 2.5 - asinh 0.5). The wall y = 5 sees it at 5: 5 (asinh 4 - asinh 2) for x from 1010 to 1020.
   */
  @Test
  void wallsThatSeeACornerCountByTheSlant() {
    FrontageMeasurement measured = river().community("A", box(1010, 5, 1020, 25)).measure("A");

    double left = 10 * (asinh(2.5) - asinh(0.5));
    double bottom = 5 * (asinh(4) - asinh(2));
    assertThat(measured.distanceMetres()).isCloseTo(Math.hypot(10, 5), EXACTLY);
    assertThat(measured.exposedMetres()).isCloseTo(left + bottom, EXACTLY);
    assertThat(measured.share()).isEqualTo(1);
  }

  /**
   *
   *
   * <pre>
   *   inside the bend both walls face an arm: 30 + 30
   *   |~|  A
   *   |~'-------
   *   '~~~~~~~~~
   * </pre>
   */
  @Test
  void insideABendTheWallsFaceBothArms() {
    FrontageMeasurement measured =
        Engine.EXACT
            .world()
            .river("河", "POLYGON ((0 0, 300 0, 300 20, 20 20, 20 300, 0 300, 0 0))")
            .community("A", box(30, 30, 60, 60))
            .measure("A");

    assertThat(measured.exposedMetres()).isCloseTo(60, EXACTLY);
    assertThat(measured.exposedBySide().get(BankSide.NORTH)).isCloseTo(30, EXACTLY);
    assertThat(measured.exposedBySide().get(BankSide.EAST)).isCloseTo(30, EXACTLY);
  }

  /**
   *
   *
   * <pre>
   *      /A/      turned by 45 degrees: two walls of 20 m at a cosine of 1/sqrt 2
   *   ~~~~~~~~
   * </pre>
   */
  @Test
  void aSlantedWallCountsByItsCosine() {
    double half = 20 / Math.sqrt(2);
    FrontageMeasurement measured =
        river()
            .community(
                "A",
                "POLYGON ((500 10, %s %s, 500 %s, %s %2$s, 500 10))"
                    .formatted(500 + half, 10 + half, 10 + 2 * half, 500 - half))
            .measure("A");

    assertThat(measured.exposedMetres()).isCloseTo(2 * half, EXACTLY);
  }

  @Test
  @DisplayName("A wall that rises from 40 to 60 m is in reach up to 50 m: half of it")
  void reachEndsInTheMiddleOfAWall() {
    FrontageMeasurement measured =
        river().community("A", "POLYGON ((100 40, 140 60, 140 90, 100 90, 100 40))").measure("A");

    assertThat(measured.frontageMetres()).isCloseTo(40, EXACTLY);
    // the tolerance of the limit is 1 µm of distance, here 2 µm of wall
    assertThat(measured.exposedMetres()).isCloseTo(20, within(3e-6));
  }

  @Test
  @DisplayName("50.000 m counts, 50.001 m does not, at coordinates of a zone with its number")
  @Tag("U-4")
  void theLimitIsInclusive() {
    World world =
        river()
            .community("at", box(100, 50.000, 160, 90))
            .community("beyond", box(300, 50.001, 360, 90))
            .at(39_429_900, 2_885_800);

    assertThat(world.measure("at").exposedMetres()).isCloseTo(60, EXACTLY);
    assertThat(world.classify("beyond").status()).isEqualTo(FrontageStatus.OUTSIDE);
  }

  @Test
  @DisplayName("A parcel drawn 5 m into the river: 2 x 5 m of side wall and 50 m in the water")
  void theBoundaryInTheWaterCountsInFull() {
    FrontageMeasurement measured = river().community("a", box(100, -5, 150, 40)).measure("a");

    assertThat(measured.distanceMetres()).isZero();
    assertThat(measured.exposedMetres()).isCloseTo(60, within(1e-5));
    assertThat(measured.notes()).contains(FrontageNote.IN_WATER);
  }

  /**
   *
   *
   * <pre>
   *      +--AA--+
   *      |BBBBBB|     B reaches from behind A into the river: A lies inside B and sees nothing
   *   ~~~|BBBBBB|~~~
   *      +------+
   * </pre>
   */
  @Test
  void aUnitInsideAnotherParcelIsHiddenThoughNoEdgeIsCrossed() {
    FrontageMeasurement measured =
        river()
            .community("A", box(110, 20, 130, 30))
            .community("B", box(100, -10, 140, 40))
            .measure("A");

    assertThat(measured.frontageMetres()).isCloseTo(20, EXACTLY);
    assertThat(measured.exposedMetres()).isZero();
    assertThat(measured.shields().get(0).hiddenMetres()).isCloseTo(20, EXACTLY);
  }

  /**
   *
   *
   * <pre>
   *      AAAAAAAAAA
   *      | BBBBBBBB     B's left edge runs along a sight line, its body starts at the wall of A
   *      | BBBBBBBB     and reaches into the river
   *   ~~~~~BBBBBBBB~~
   * </pre>
   */
  @Test
  void anEdgeAlongTheSightLineDividesWhatIsInsideFromWhatIsNot() {
    FrontageMeasurement measured =
        river()
            .community("A", box(100, 30, 120, 50))
            .community("B", box(105, -5, 130, 30))
            .measure("A");

    assertThat(measured.exposedMetres()).isCloseTo(5, EXACTLY);
    assertThat(measured.shields().get(0).hiddenMetres()).isCloseTo(15, EXACTLY);
  }

  /**
   *
   *
   * <pre>
   *    +--+      +--+
   *    |  +------+  |     a U open to the river: wings 10 + 10, yard wall 20, all in sight
   *    +------------+
   * </pre>
   */
  @Test
  void theYardOfAUIsSeenThroughItsMouth() {
    String u = "POLYGON ((100 5, 110 5, 110 25, 130 25, 130 5, 140 5, 140 40, 100 40, 100 5))";
    FrontageMeasurement open = river().community("a", u).measure("a");
    FrontageMeasurement plugged =
        river().community("a", u).community("b", box(112, 8, 128, 20)).measure("a");

    assertThat(open.exposedMetres()).isCloseTo(40, EXACTLY);
    assertThat(open.exposed().getNumGeometries()).isEqualTo(3);
    assertThat(plugged.frontageMetres()).isCloseTo(40, EXACTLY);
    assertThat(plugged.exposedMetres()).isCloseTo(24, EXACTLY);
  }

  @Test
  @DisplayName("Two houses with a party wall leave no slot between them, and hide no side wall")
  void partyWallsLeaveNoSlot() {
    World world =
        river()
            .community("A", box(100, 30, 140, 50))
            .community("B", box(100, 10, 120, 25))
            .community("C", box(120, 10, 140, 25));

    assertThat(world.measure("A").exposedMetres()).isZero();
    assertThat(world.measure("A").sight()).isNull();
    assertThat(world.measure("B").exposedMetres()).isCloseTo(20, EXACTLY);
  }

  /**
   *
   *
   * <pre>
   *   ~~~~~~~~     ~~~~~~~~    the culvert between has no bank: A looks at the two corners
   *         o       o
   *            AAA
   * </pre>
   *
   * <p>Each half of the near wall sees its corner 10 m ahead and 5 to 10 m aside: 10 (asinh 1 -
   * asinh 0.5). Each side wall sees it 5 m ahead and 10 to 20 m aside: 5 (asinh 4 - asinh 2).
   */
  @Test
  void aCulvertIsAGapInTheBank() {
    FrontageMeasurement measured =
        Engine.EXACT
            .world()
            .river("a", "河", box(0, 0, 90, 20))
            .water("b", "河", box(90, 0, 110, 20), WatercourseKind.RIVER, null, true, true)
            .river("c", "河", box(110, 0, 200, 20))
            .community("A", box(95, -20, 105, -10))
            .measure("A");

    assertThat(measured.distanceMetres()).isCloseTo(Math.hypot(5, 10), EXACTLY);
    double nearWall = 2 * 10 * (asinh(1) - asinh(0.5));
    double sideWalls = 2 * 5 * (asinh(4) - asinh(2));
    assertThat(measured.exposedMetres()).isCloseTo(nearWall + sideWalls, EXACTLY);
  }

  @Test
  @DisplayName("A house midway between two banks: each long wall faces its own bank")
  void betweenTwoArms() {
    FrontageMeasurement measured =
        Engine.EXACT
            .world()
            .river(
                "河",
                "POLYGON ((0 0, 400 0, 400 100, 0 100, 0 0), (50 20, 350 20, 350 80, 50 80, 50 20))")
            .community("A", box(150, 40, 250, 60))
            .measure("A");

    assertThat(measured.exposedBySide().get(BankSide.NORTH)).isCloseTo(100, EXACTLY);
    assertThat(measured.exposedBySide().get(BankSide.SOUTH)).isCloseTo(100, EXACTLY);
  }

  /**
   *
   *
   * <pre>
   *   -------- bank       A's upper wall runs exactly midway between two banks of one river
   *   AAAAAAAA            and faces the upper one, its lower wall the lower one
   *   -------- bank
   * </pre>
   */
  @Test
  void aWallMidwayBetweenTwoBanksLooksAtTheOneItFaces() {
    World world =
        Engine.EXACT
            .world()
            .river(
                "河",
                "POLYGON ((0 0, 400 0, 400 100, 0 100, 0 0), (50 20, 350 20, 350 80, 50 80, 50 20))")
            .community("A", box(150, 30, 250, 50));

    assertThat(world.measure("A").frontageMetres()).isCloseTo(200, EXACTLY);
    assertThat(world.at(39_429_900, 2_885_800).measure("A").frontageMetres())
        .isCloseTo(200, EXACTLY);
  }
}
