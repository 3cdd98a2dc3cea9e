package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lianpian.frontage.World.box;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Coordinate;

@NullUnmarked
@Tag("FZ-03")
@Tag("U-6")
@Tag("B-33")
class BankLinesTest {

  private static List<BankLine> banks(World world) {
    return BankLines.of(world.input().watercourses(), World.RULE).all();
  }

  private static Coordinate nearest(BankLine bank, Coordinate point) {
    return new SampledBank(bank).nearest(point);
  }

  private static double length(World world) {
    return banks(world).stream().mapToDouble(bank -> bank.line().getLength()).sum();
  }

  @Test
  @DisplayName("B-33: pieces cut at a tile edge and at a bridge are one river; cuts are no banks")
  void cutsAreNoBanks() {
    World world =
        new World()
            .river("w1", "闽江", box(0, 0, 100, 30))
            .river("w2", "闽江", box(100, 0, 250, 30))
            .river("w3", "闽江", box(250, 0, 400, 30));

    assertThat(banks(world)).hasSize(1);
    assertThat(banks(world).get(0).pieceIds()).containsExactly("w1", "w2", "w3");
    assertThat(length(world)).isCloseTo(400 + 400 + 30 + 30, within(1e-6));
  }

  @Test
  void unnamedWaterIsOneRiverWhereItTouches() {
    World world =
        new World()
            .river("a", "", box(0, 0, 100, 30))
            .river("b", "", box(100, 0, 200, 30))
            .river("c", "", box(500, 0, 600, 30));

    assertThat(banks(world)).extracting(BankLine::riverId).containsExactly("a", "c");
    assertThat(banks(world).get(0).line().getLength()).isCloseTo(460, within(1e-6));
  }

  /**
   *
   *
   * <pre>
   *        |t|
   *   -----' '------
   *   ~~~~ 闽江 ~~~~~
   *   --------------
   * </pre>
   */
  @Test
  void whereOneRiverMeetsAnotherThereIsNoBank() {
    World world =
        new World()
            .river("main", "闽江", box(0, 0, 400, 30))
            .river("trib", "支流", box(100, 30, 110, 130));

    assertThat(length(world)).isCloseTo((860 - 10) + (220 - 10), within(1e-6));
  }

  @Test
  void anIslandHasShores() {
    World world =
        new World()
            .river(
                "r",
                "POLYGON ((0 0, 400 0, 400 100, 0 100, 0 0), (100 40, 200 40, 200 60, 100 60, 100"
                    + " 40))");

    assertThat(length(world)).isCloseTo(1000 + 240, within(1e-6));
  }

  @Test
  @DisplayName("A culvert has no bank, and the mouth of a culvert is none either")
  void culvertsAreGaps() {
    World world =
        new World()
            .river("a", "河", box(0, 0, 100, 20))
            .water("b", "河", box(100, 0, 200, 20), WatercourseKind.RIVER, null, true, true)
            .river("c", "河", box(200, 0, 300, 20));

    assertThat(length(world)).isCloseTo(2 * (100 + 100 + 20), within(1e-6));
    assertThat(nearest(banks(world).get(0), new Coordinate(150, 25)).x).isIn(100.0, 200.0);
  }

  @Test
  void ditchesPondsTinyAndRuralWaterGiveNoBank() {
    World world =
        new World()
            .water("d", "沟", box(0, 0, 100, 20), WatercourseKind.DITCH, null, true, false)
            .water("p", "塘", box(0, 50, 100, 90), WatercourseKind.POND, null, null, false)
            .water("n", "乡河", box(0, 100, 100, 120), WatercourseKind.RIVER, null, false, false)
            .river("t", box(0, 200, 9, 209));

    assertThat(banks(world)).isEmpty();
  }

  @Test
  void smallPiecesOfAGreatRiverAreNotTiny() {
    World world = new World().river("t", "河", box(0, 0, 5, 10)).river("u", "河", box(5, 0, 200, 10));

    assertThat(length(world)).isCloseTo(420, within(1e-6));
  }

  @Test
  @DisplayName("U-1: a strip made of a centre line has two banks and no ends")
  @Tag("U-1")
  void stripEndsAreNoBanks() {
    World world =
        new World()
            .water("a", "河", "LINESTRING (0 0, 100 0)", WatercourseKind.RIVER, 20.0, true, false)
            .water("b", "河", "LINESTRING (100 0, 200 0)", WatercourseKind.RIVER, 20.0, true, false);

    assertThat(length(world)).isCloseTo(400, within(0.01));
    assertThat(
            nearest(banks(world).get(0), new Coordinate(220, 0)).distance(new Coordinate(200, 0)))
        .isCloseTo(10, within(0.01));
  }

  @Test
  @Tag("U-1")
  void aBlueLineOutsideTheWaterIsTheNearerBankAndIsNamed() {
    World world =
        new World()
            .river("w", "河", box(0, 0, 200, 20))
            .bankLine("x", "河", BankBaseline.BLUE_LINE, box(0, -5, 200, 25));
    BankLine bank = banks(world).get(0);

    assertThat(nearest(bank, new Coordinate(50, 60))).isEqualTo(new Coordinate(50, 25));
    assertThat(bank.baselineAt(new Coordinate(50, 25))).isEqualTo(BankBaseline.BLUE_LINE);
  }

  @Test
  void aCentreLineInKnownWaterOrUnderABridgeIsNotMissingItsWidth() {
    World covered =
        new World()
            .river("w1", "河", box(0, 0, 200, 20))
            .river("w2", "河", box(212, 0, 400, 20))
            .river("line", "河", "LINESTRING (0 10, 400 10)");
    BankLines lines = BankLines.of(covered.input().watercourses(), World.RULE);

    assertThat(lines.centreLinesNear(World.wkt(box(200, 30, 210, 40)), 500)).isEmpty();

    World beyond = covered.river("far", "河", "LINESTRING (400 10, 600 10)");
    BankLines more = BankLines.of(beyond.input().watercourses(), World.RULE);
    assertThat(more.centreLinesNear(World.wkt(box(500, 30, 510, 40)), 100)).hasSize(1);
  }

  @Test
  void aCentreLineWhollyInKnownWaterLeavesNothing() {
    World world =
        new World().river("w", "河", box(0, 0, 200, 20)).river("l", "河", "LINESTRING (10 9, 90 9)");
    BankLines lines = BankLines.of(world.input().watercourses(), World.RULE);

    assertThat(lines.centreLinesNear(World.wkt(box(0, 0, 200, 20)), 500)).isEmpty();
  }
}
