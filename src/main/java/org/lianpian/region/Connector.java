package org.lianpian.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The shortest connector between two geometries: from a point of the first to a point of the
 * second, or one point of both when they meet.
 *
 * <p>Where several pairs of points are equally near, as between parallel walls, it is the middle of
 * the longest facing stretch; then the one with the smallest x, then y, to the millimetre. So it
 * does not depend on the order of vertices. Cost {@code O(n m)} in segments.
 *
 * @param gapMetres its length; 0 when they touch or overlap
 * @param shape a line of two points, or a point
 * @param contact what the two have in common; an empty geometry when they do not meet
 */
record Connector(double gapMetres, Geometry shape, Geometry contact) {

  /** Distances within a micrometre are equal: coordinates of millions of metres carry no more. */
  static final double TOLERANCE_METRES = 1e-6;

  private record Stretch(LineSegment middle, double length) {}

  private static final Comparator<Stretch> LONGEST_THEN_SOUTH_WEST =
      Comparator.<Stretch>comparingLong(s -> -millimetres(s.length()))
          .thenComparingLong(s -> millimetres(s.middle().p0.x))
          .thenComparingLong(s -> millimetres(s.middle().p0.y))
          .thenComparingLong(s -> millimetres(s.middle().p1.x))
          .thenComparingLong(s -> millimetres(s.middle().p1.y));

  /** Computes the connector of two non-empty geometries. */
  static Connector between(Geometry a, Geometry b) {
    GeometryFactory factory = a.getFactory();
    if (a.intersects(b)) {
      Geometry contact = OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
      if (contact.isEmpty()) {
        // the overlay rounded a touch away
        contact = factory.createPoint(nearest(a, b).p0);
      }
      contact.normalize();
      Point point = contact.getInteriorPoint();
      return new Connector(0, point, contact);
    }
    LineSegment line = nearest(a, b);
    LineString shape = factory.createLineString(new Coordinate[] {line.p0, line.p1});
    return new Connector(line.getLength(), shape, factory.createGeometryCollection());
  }

  private static LineSegment nearest(Geometry a, Geometry b) {
    List<LineSegment> ofA = segments(a);
    List<LineSegment> ofB = segments(b);
    double best = Double.POSITIVE_INFINITY;
    List<LineSegment[]> pairs = new ArrayList<>();
    for (LineSegment first : ofA) {
      for (LineSegment second : ofB) {
        double limit = best + TOLERANCE_METRES;
        if (squaredBoxDistance(first, second) <= limit * limit) {
          double distance = first.distance(second);
          if (distance <= limit) {
            best = Math.min(best, distance);
            pairs.add(new LineSegment[] {first, second});
          }
        }
      }
    }
    double nearest = best;
    return pairs.stream()
        .filter(pair -> pair[0].distance(pair[1]) <= nearest + TOLERANCE_METRES)
        .map(pair -> stretch(pair[0], pair[1], pair[0].distance(pair[1])))
        .filter(stretch -> stretch.middle().getLength() <= nearest + TOLERANCE_METRES)
        .min(LONGEST_THEN_SOUTH_WEST)
        .orElseThrow()
        .middle();
  }

  /** Returns the part of {@code first} that is nearest to {@code second}, with its middle. */
  private static Stretch stretch(LineSegment first, LineSegment second, double distance) {
    // distance to a convex set is convex along a line, so the nearest part lies between extremes
    double from = Double.POSITIVE_INFINITY;
    double to = Double.NEGATIVE_INFINITY;
    Coordinate[] extremes = {
      first.p0, first.p1, first.closestPoint(second.p0), first.closestPoint(second.p1)
    };
    for (Coordinate point : extremes) {
      if (second.distance(point) <= distance + TOLERANCE_METRES) {
        double position = first.getLength() == 0 ? 0 : first.segmentFraction(point);
        from = Math.min(from, position);
        to = Math.max(to, position);
      }
    }
    if (from > to) {
      // crossing segments: only possible while looking for a touch
      Coordinate[] pair = first.closestPoints(second);
      return new Stretch(new LineSegment(pair[0], pair[1]), 0);
    }
    Coordinate middle = first.pointAlong((from + to) / 2);
    return new Stretch(
        new LineSegment(middle, second.closestPoint(middle)), (to - from) * first.getLength());
  }

  private static double squaredBoxDistance(LineSegment a, LineSegment b) {
    double dx = Math.max(Math.max(a.minX() - b.maxX(), b.minX() - a.maxX()), 0);
    double dy = Math.max(Math.max(a.minY() - b.maxY(), b.minY() - a.maxY()), 0);
    return dx * dx + dy * dy;
  }

  private static List<LineSegment> segments(Geometry geometry) {
    List<LineSegment> segments = new ArrayList<>();
    geometry.apply(
        (org.locationtech.jts.geom.GeometryComponentFilter)
            component -> {
              if (component instanceof Point point && !point.isEmpty()) {
                segments.add(new LineSegment(point.getCoordinate(), point.getCoordinate()));
              } else if (component instanceof LineString line) {
                for (int i = 1; i < line.getNumPoints(); i++) {
                  segments.add(new LineSegment(line.getCoordinateN(i - 1), line.getCoordinateN(i)));
                }
              }
            });
    return segments;
  }

  static long millimetres(double metres) {
    return Math.round(metres * 1000);
  }
}
