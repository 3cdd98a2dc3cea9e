package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianpian.region.UnitBuilder.read;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/**
 * Two plots 20 m apart; the shortest connector runs from (100 25) to (120 25).
 *
 * <pre>
 *   0      100  120     220
 *   +--------+  +--------+  50
 *   |   A    |--|   B    |
 *   +--------+  +--------+  0
 * </pre>
 */
@Tag("U-7")
class BarrierCheckTest {
  private static final Geometry A = read("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))");
  private static final Geometry B = read("POLYGON ((120 0, 220 0, 220 50, 120 50, 120 0))");

  private static List<String> blocking(Geometry a, Geometry b, Barrier... barriers) {
    return new BarrierCheck(Arrays.asList(barriers))
        .findBlocking(a, b, Connector.between(a, b)).stream().map(Barrier::id).toList();
  }

  private static Barrier barrier(String id, String wkt, String... crossings) {
    return new Barrier(
        id,
        "",
        BarrierKind.RIVER,
        read(wkt),
        Arrays.stream(crossings).map(UnitBuilder::read).toList());
  }

  @Test
  void theConnectorIsTheMiddleOfTheFacingStretchWhateverTheOrderOfVertices() {
    Geometry turned = read("POLYGON ((100 50, 0 50, 0 0, 100 0, 100 50))");
    assertThat(Connector.between(A, B).shape()).isEqualTo(read("LINESTRING (100 25, 120 25)"));
    assertThat(Connector.between(turned, B).shape()).isEqualTo(read("LINESTRING (100 25, 120 25)"));
  }

  @Test
  void unitsThatMeetHaveAPointOfBothAsConnector() {
    Geometry touching = read("POLYGON ((100 0, 200 0, 200 50, 100 50, 100 0))");
    Geometry overlapping = read("POLYGON ((90 10, 200 10, 200 40, 90 40, 90 10))");
    for (Geometry other : List.of(touching, overlapping)) {
      Connector connector = Connector.between(A, other);
      assertThat(connector.gapMetres()).isZero();
      assertThat(connector.shape().getDimension()).isZero();
      assertThat(connector.shape().distance(A)).isLessThan(1e-9);
      assertThat(connector.shape().distance(other)).isLessThan(1e-9);
    }
  }

  @Test
  void aCommunityInTheCourtyardOfAnotherIsMeasuredToTheInnerWall() {
    Geometry ring =
        read("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 80 20, 80 80, 20 80, 20 20))");
    Geometry inner = read("POLYGON ((30 40, 60 40, 60 60, 30 60, 30 40))");
    assertThat(Connector.between(ring, inner).gapMetres()).isEqualTo(10);
  }

  @Test
  void aLineThatCrossesBlocks() {
    assertThat(blocking(A, B, barrier("r", "LINESTRING (110 -100, 110 100)"))).containsExactly("r");
  }

  @Test
  void aLineThatEndsAtTheConnectorOnlyTouches() {
    assertThat(blocking(A, B, barrier("r", "LINESTRING (110 100, 110 25)"))).isEmpty();
  }

  @Test
  void aLineWithACornerOnTheConnectorOnlyTouches() {
    assertThat(blocking(A, B, barrier("r", "LINESTRING (105 100, 110 25, 115 100)"))).isEmpty();
  }

  @Test
  void twoLinesThatMeetOnTheConnectorBlockTogether() {
    assertThat(
            blocking(
                A,
                B,
                barrier("r1", "LINESTRING (110 100, 110 25)"),
                barrier("r2", "LINESTRING (110 25, 112 -100)")))
        .containsExactly("r1");
  }

  @Test
  void aLineThatRunsAlongTheConnectorAndLeavesToBothSidesBlocks() {
    assertThat(blocking(A, B, barrier("r", "LINESTRING (105 100, 105 25, 115 25, 115 -100)")))
        .containsExactly("r");
    assertThat(blocking(A, B, barrier("r", "LINESTRING (105 100, 105 25, 115 25, 115 100)")))
        .isEmpty();
  }

  @Test
  void aCentreLineThatIsAlsoThePlotsEdgeSeparates() {
    assertThat(blocking(A, B, barrier("r", "LINESTRING (100 -100, 100 100)"))).containsExactly("r");
  }

  @Test
  void aLineBesideTheConnectorDoesNotBlockAlthoughItLiesBetween() {
    // the shortest connector decides: a documented limit
    assertThat(blocking(A, B, barrier("r", "LINESTRING (110 30, 110 100)"))).isEmpty();
  }

  @Test
  void aRiverBetweenBlocksAndOneAlongTheBankDoesNot() {
    assertThat(blocking(A, B, barrier("r", "POLYGON ((105 -9, 115 -9, 115 90, 105 90, 105 -9))")))
        .containsExactly("r");
    assertThat(blocking(A, B, barrier("r", "POLYGON ((90 25, 130 25, 130 90, 90 90, 90 25))")))
        .isEmpty();
  }

  @Test
  void aRiverCutIntoSheetsBlocksAlsoOnTheSeam() {
    assertThat(
            blocking(
                A,
                B,
                barrier("n", "POLYGON ((105 25, 115 25, 115 90, 105 90, 105 25))"),
                barrier("s", "POLYGON ((105 -9, 115 -9, 115 25, 105 25, 105 -9))")))
        .containsExactly("n");
  }

  @Test
  void aCrossingOnTheConnectorLetsPassAndOneElsewhereDoesNot() {
    String line = "LINESTRING (110 -100, 110 100)";
    String river = "POLYGON ((105 -90, 115 -90, 115 90, 105 90, 105 -90))";
    assertThat(blocking(A, B, barrier("r", line, "POINT (110 25)"))).isEmpty();
    assertThat(blocking(A, B, barrier("r", line, "LINESTRING (110 20, 110 30)"))).isEmpty();
    assertThat(blocking(A, B, barrier("r", line, "POINT (110 60)"))).containsExactly("r");
    assertThat(blocking(A, B, barrier("r", river, "LINESTRING (100 10, 120 40)"))).isEmpty();
    assertThat(blocking(A, B, barrier("r", river, "LINESTRING (100 60, 120 60)")))
        .containsExactly("r");
  }

  @Test
  void unitsThatMeetAreSeparatedByABarrierAlongAllTheyShare() {
    Geometry touching = read("POLYGON ((100 0, 200 0, 200 50, 100 50, 100 0))");
    assertThat(blocking(A, touching, barrier("r", "LINESTRING (100 -10, 100 60)")))
        .containsExactly("r");
    assertThat(blocking(A, touching, barrier("r", "LINESTRING (100 20, 100 60)"))).isEmpty();
    assertThat(blocking(A, touching, barrier("r", "LINESTRING (0 60, 200 60)"))).isEmpty();
  }

  @Test
  void ofSeveralBarriersTheSmallestIdIsNamed() {
    Barrier first = barrier("a", "LINESTRING (118 -100, 118 100)");
    Barrier second = barrier("b", "POLYGON ((105 -9, 115 -9, 115 90, 105 90, 105 -9))");
    assertThat(blocking(A, B, second, first)).containsExactly("a");
    assertThat(blocking(B, A, first, second)).containsExactly("a");
  }
}
