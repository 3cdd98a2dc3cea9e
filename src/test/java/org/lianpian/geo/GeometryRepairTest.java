package org.lianpian.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

@Tag("B-30")
class GeometryRepairTest {

  @Test
  void validPolygonsStayAsTheyAre() {
    Geometry parcel = wkt("POLYGON((0 0,60 0,60 40,0 40,0 0),(10 10,10 20,20 20,20 10,10 10))");
    GeometryRepair repair = GeometryRepair.of(parcel);
    assertThat(repair.isClean()).isTrue();
    assertThat(repair.repaired()).isSameAs(parcel);
    assertThat(repair.isApplicable()).isTrue();
  }

  /**
   * Wings of 450 and 50 m² cancel to 400; both together are 500.
   *
   * <pre>
   *   30 +-__        +
   *      |   --__  / |
   *      |       X   |     crossing at (30, 22.5)
   *      |    /    --+ 20
   *    0 +  /
   *      0       30  40
   * </pre>
   */
  @Test
  @Tag("US-P04")
  void bowTieIsNeverAppliedByItself() {
    GeometryRepair repair = GeometryRepair.of(wkt("POLYGON((0 0,40 30,40 20,0 30,0 0))"));
    assertThat(codes(repair)).containsExactly(GeometryIssue.BOW_TIE);
    Coordinate crossing = Objects.requireNonNull(repair.issues().get(0).location());
    assertThat(crossing.distance(new Coordinate(30, 22.5))).isLessThan(1e-9);
    assertThat(repair.areaBefore()).isEqualTo(400, within(1e-6));
    assertThat(repair.areaAfter()).isEqualTo(500, within(1e-6));
    assertThat(repair.repaired().isValid()).isTrue();
    assertThat(repair.isApplicable()).isFalse();
  }

  @Test
  void aRepairThatChangesAreaByLessThanOnePercentMayBeApplied() {
    // the last edge overshoots by a wing of 0.25 m² on a parcel of 10000
    GeometryRepair repair =
        GeometryRepair.of(wkt("POLYGON((0 0,100 0,100 100,0 100,0 -0.5,-0.5 0,0 0))"));
    assertThat(repair.isClean()).isFalse();
    assertThat(repair.areaChange()).isLessThan(0.01);
    assertThat(repair.isApplicable()).isTrue();
    assertThat(repair.repaired().isValid()).isTrue();
  }

  @Test
  void symmetricBowTieHasNoAreaAndInfiniteChange() {
    GeometryRepair repair = GeometryRepair.of(wkt("POLYGON((0 0,10 10,10 0,0 10,0 0))"));
    assertThat(repair.areaBefore()).isZero();
    assertThat(repair.areaChange()).isInfinite();
    assertThat(repair.isApplicable()).isFalse();
  }

  @Test
  void severalCrossingsAreAllLocated() {
    GeometryRepair repair =
        GeometryRepair.of(wkt("POLYGON((0 0,40 0,40 20,30 20,30 -10,20 -10,20 20,0 20,0 0))"));
    assertThat(codes(repair))
        .containsExactly(GeometryIssue.SELF_INTERSECTION, GeometryIssue.SELF_INTERSECTION);
    assertThat(repair.issues())
        .extracting(GeometryIssue::location)
        .containsExactly(new Coordinate(20, 0), new Coordinate(30, 0));
  }

  @Test
  void spikesAreRemovedWithoutLosingArea() {
    GeometryRepair repair =
        GeometryRepair.of(wkt("POLYGON((0 0,60 0,60 20,90 20,60 20,60 40,0 40,0 0))"));
    assertThat(codes(repair)).containsExactly(GeometryIssue.SPIKE);
    assertThat(repair.issues().get(0).location()).isEqualTo(new Coordinate(90, 20));
    assertThat(repair.repaired().norm())
        .isEqualTo(wkt("POLYGON((0 0,0 40,60 40,60 20,60 0,0 0))").norm());
    assertThat(repair.isApplicable()).isTrue();
  }

  @Test
  void repeatedVerticesAreCountedAndHarmless() {
    GeometryRepair repair =
        GeometryRepair.of(wkt("POLYGON((0 0,60 0,60 0,60 0,60 40,0 40,0 40,0 0))"));
    assertThat(codes(repair)).containsExactly(GeometryIssue.DUPLICATE_VERTICES);
    assertThat(repair.issues().get(0).zh()).startsWith("3个");
    assertThat(repair.areaChange()).isZero();
    assertThat(repair.isApplicable()).isTrue();
  }

  @Test
  void holeOutsideItsShellIsReportedWithItsPlace() {
    GeometryRepair repair =
        GeometryRepair.of(
            wkt("POLYGON((0 0,60 0,60 40,0 40,0 0),(70 10,70 20,80 20,80 10,70 10))"));
    assertThat(codes(repair)).containsExactly(GeometryIssue.HOLE_OUTSIDE_SHELL);
    assertThat(repair.issues().get(0).location()).isNotNull();
    assertThat(repair.repaired().isValid()).isTrue();
    assertThat(repair.isApplicable()).isFalse();
  }

  @Test
  void nestedShellsAreReported() {
    GeometryRepair repair =
        GeometryRepair.of(
            wkt("MULTIPOLYGON(((0 0,60 0,60 40,0 40,0 0)),((10 10,20 10,20 20,10 20,10 10)))"));
    assertThat(codes(repair)).containsExactly(GeometryIssue.NESTED);
    assertThat(repair.repaired().isValid()).isTrue();
  }

  @Test
  void holesThatRunLikeTheirShellAreReportedAndKept() {
    GeometryRepair repair =
        GeometryRepair.of(
            wkt("POLYGON((0 0,60 0,60 40,0 40,0 0),(10 10,20 10,20 20,10 20,10 10))"));
    assertThat(codes(repair)).containsExactly(GeometryIssue.RING_DIRECTION);
    assertThat(repair.areaAfter()).isEqualTo(2300);
    assertThat(repair.isApplicable()).isTrue();
  }

  @Test
  void openRingsAreClosedAndReported() {
    GeometryRepair repair =
        GeometryRepair.ofRings(
            List.<Coordinate[]>of(ring(0, 0, 60, 0, 60, 40, 0, 40)), new GeometryFactory());
    assertThat(codes(repair)).containsExactly(GeometryIssue.UNCLOSED_RING);
    assertThat(repair.areaAfter()).isEqualTo(2400);
    assertThat(repair.isApplicable()).isTrue();
  }

  @Test
  void ringsOfTwoVerticesAreLeftOut() {
    GeometryRepair shell =
        GeometryRepair.ofRings(List.<Coordinate[]>of(ring(0, 0, 60, 0)), new GeometryFactory());
    assertThat(codes(shell))
        .containsExactly(
            GeometryIssue.UNCLOSED_RING, GeometryIssue.TOO_FEW_POINTS, GeometryIssue.EMPTY);
    assertThat(shell.isApplicable()).isFalse();
    GeometryRepair hole =
        GeometryRepair.ofRings(
            List.of(ring(0, 0, 60, 0, 60, 40, 0, 40, 0, 0), ring(10, 10, 20, 10, 10, 10)),
            new GeometryFactory());
    assertThat(codes(hole)).containsExactly(GeometryIssue.TOO_FEW_POINTS);
    assertThat(hole.areaAfter()).isEqualTo(2400);
  }

  @Test
  void emptyAndInfiniteGeometriesAreNeverApplicable() {
    GeometryRepair empty = GeometryRepair.of(wkt("POLYGON EMPTY"));
    assertThat(codes(empty)).containsExactly(GeometryIssue.EMPTY);
    assertThat(empty.isApplicable()).isFalse();
    GeometryRepair infinite =
        GeometryRepair.of(
            new GeometryFactory().createPolygon(ring(0, 0, Double.NaN, 0, 60, 40, 0, 40, 0, 0)));
    assertThat(codes(infinite)).containsExactly(GeometryIssue.INVALID_COORDINATE);
    assertThat(infinite.isApplicable()).isFalse();
  }

  private static List<String> codes(GeometryRepair repair) {
    return repair.issues().stream().map(GeometryIssue::code).toList();
  }

  private static Coordinate[] ring(double... ordinates) {
    Coordinate[] ring = new Coordinate[ordinates.length / 2];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Coordinate(ordinates[2 * i], ordinates[2 * i + 1]);
    }
    return ring;
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
