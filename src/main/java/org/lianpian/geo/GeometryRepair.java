package org.lianpian.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * What was found wrong with a geometry and the repaired one that is proposed (B-30).
 *
 * <p>A repair that would change the area by more than 1 % is only a proposal: a bow-tie's two wings
 * may both be wanted, or one be a slip. Geometries are never changed in place.
 *
 * <p>Source: JTS {@code GeometryFixer} for the repair, {@code IsValidOp} and {@code IsSimpleOp} for
 * the defects.
 *
 * @param original the geometry as it came
 * @param repaired a valid geometry, the original itself when nothing is wrong
 * @param issues the defects in a fixed order; empty when there are none
 * @param areaBefore area of the original in its CRS's units squared, as the shoelace formula gives
 *     it: the wings of a bow-tie cancel out
 * @param areaAfter area of the repaired geometry
 */
public record GeometryRepair(
    Geometry original,
    Geometry repaired,
    List<GeometryIssue> issues,
    double areaBefore,
    double areaAfter) {

  /** A repair that changes the area by more than this is not applied by itself (B-30). */
  public static final double MAX_AREA_CHANGE = 0.01;

  public GeometryRepair {
    issues = List.copyOf(issues);
  }

  /** Inspects a geometry, in {@code O(n log n)} of its vertices. */
  public static GeometryRepair of(Geometry geometry) {
    return of(geometry, new ArrayList<>());
  }

  /**
   * Builds a polygon from raw rings, shell first, and inspects it; open rings are closed and
   * reported. Rings of fewer than three different vertices are left out and reported.
   */
  public static GeometryRepair ofRings(List<Coordinate[]> rings, GeometryFactory factory) {
    List<GeometryIssue> issues = new ArrayList<>();
    List<LinearRing> closed = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      Coordinate[] ring = RingDefects.close(rings.get(i), issues);
      if (ring.length >= 4) {
        closed.add(factory.createLinearRing(ring));
      } else {
        issues.add(RingDefects.tooFewPoints(ring));
        if (i == 0) {
          // holes mean nothing without their shell
          break;
        }
      }
    }
    Geometry polygon =
        closed.isEmpty()
            ? factory.createPolygon()
            : factory.createPolygon(
                closed.get(0), closed.subList(1, closed.size()).toArray(new LinearRing[0]));
    return of(polygon, issues);
  }

  private static GeometryRepair of(Geometry geometry, List<GeometryIssue> issues) {
    if (geometry.isEmpty()) {
      issues.add(new GeometryIssue(GeometryIssue.EMPTY, "图形为空", "The geometry is empty", null));
      return new GeometryRepair(geometry, geometry, issues, 0, 0);
    }
    new RingDefects(issues).inspect(geometry);
    Geometry repaired = issues.isEmpty() ? geometry : GeometryFixer.fix(geometry);
    return new GeometryRepair(geometry, repaired, issues, geometry.getArea(), repaired.getArea());
  }

  /** Tells whether nothing is wrong. */
  public boolean isClean() {
    return issues.isEmpty();
  }

  /** Returns the change of area as a share of the original's, infinite when that was zero. */
  public double areaChange() {
    if (areaBefore == areaAfter) {
      return 0;
    }
    return Math.abs(areaAfter - areaBefore) / areaBefore;
  }

  /** Tells whether the repaired geometry may be used without asking. */
  public boolean isApplicable() {
    return !repaired.isEmpty() && areaChange() <= MAX_AREA_CHANGE;
  }
}
