package org.lianpian.geo;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Collects the defects of one geometry, ring by ring and then as a whole. */
final class RingDefects {

  /**
   * Two edges that run back over each other are a spike when they part by less than this share of
   * the shorter one: 1 mm in 100 m, below any survey. A ratio, so that degrees and metres read
   * alike.
   */
  private static final double SPIKE_RATIO = 1e-5;

  private final List<GeometryIssue> issues;

  RingDefects(List<GeometryIssue> issues) {
    this.issues = issues;
  }

  void inspect(Geometry geometry) {
    for (Coordinate coordinate : geometry.getCoordinates()) {
      if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
        issues.add(
            new GeometryIssue(
                GeometryIssue.INVALID_COORDINATE, "坐标不是有限数", "A coordinate is not finite", null));
        return;
      }
    }
    int before = issues.size();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        inspectPolygon(polygon);
      } else if (part instanceof LineString line) {
        reportDuplicates(line.getCoordinates());
      }
    }
    boolean explained =
        issues.subList(before, issues.size()).stream().anyMatch(RingDefects::invalidates);
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null && !explained) {
      issues.add(describe(error));
    }
  }

  private static boolean invalidates(GeometryIssue issue) {
    return !issue.code().equals(GeometryIssue.DUPLICATE_VERTICES)
        && !issue.code().equals(GeometryIssue.RING_DIRECTION);
  }

  private void inspectPolygon(Polygon polygon) {
    LinearRing shell = polygon.getExteriorRing();
    inspectRing(shell);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      inspectRing(hole);
      if (Orientation.isCCW(hole.getCoordinates()) == Orientation.isCCW(shell.getCoordinates())) {
        issues.add(
            new GeometryIssue(
                GeometryIssue.RING_DIRECTION,
                "内环与外环方向相同",
                "A hole runs in the same direction as its shell",
                hole.getCoordinateN(0)));
      }
    }
  }

  private void inspectRing(LinearRing ring) {
    reportDuplicates(ring.getCoordinates());
    Coordinate[] distinct = CoordinateArrays.removeRepeatedPoints(ring.getCoordinates());
    Coordinate[] withoutSpikes = reportSpikes(distinct);
    if (withoutSpikes.length < 4) {
      return;
    }
    reportCrossings(ring.getFactory().createLinearRing(withoutSpikes));
  }

  private void reportDuplicates(Coordinate[] coordinates) {
    int count = 0;
    Coordinate first = null;
    for (int i = 1; i < coordinates.length; i++) {
      if (coordinates[i].equals2D(coordinates[i - 1])) {
        count++;
        first = first == null ? coordinates[i] : first;
      }
    }
    if (count > 0) {
      issues.add(
          new GeometryIssue(
              GeometryIssue.DUPLICATE_VERTICES,
              count + "个重复节点",
              count + " repeated vertices",
              first));
    }
  }

  /** Reports spikes and returns the ring without their tips; a tip may uncover another. */
  private Coordinate[] reportSpikes(Coordinate[] ring) {
    Coordinate[] current = ring;
    int tip = findSpike(current);
    while (tip >= 0) {
      issues.add(
          new GeometryIssue(
              GeometryIssue.SPIKE,
              "尖刺(来回重合的边)",
              "A spike: two edges run back over each other",
              current[tip]));
      current = without(current, tip);
      tip = current.length < 4 ? -1 : findSpike(current);
    }
    return current;
  }

  private static int findSpike(Coordinate[] ring) {
    int count = ring.length - 1;
    for (int i = 0; i < count; i++) {
      Coordinate before = ring[(i + count - 1) % count];
      Coordinate tip = ring[i];
      Coordinate after = ring[(i + 1) % count];
      double along =
          (before.x - tip.x) * (after.x - tip.x) + (before.y - tip.y) * (after.y - tip.y);
      double shorter = Math.min(tip.distance(before), tip.distance(after));
      if (along > 0
          && Math.min(
                  Distance.pointToSegment(before, tip, after),
                  Distance.pointToSegment(after, tip, before))
              <= SPIKE_RATIO * shorter) {
        return i;
      }
    }
    return -1;
  }

  private static Coordinate[] without(Coordinate[] ring, int index) {
    CoordinateList rest = new CoordinateList();
    for (int i = 0; i < ring.length - 1; i++) {
      if (i != index) {
        rest.add(ring[i], false);
      }
    }
    rest.closeRing();
    return rest.toCoordinateArray();
  }

  private void reportCrossings(LinearRing ring) {
    IsSimpleOp op = new IsSimpleOp(ring);
    op.setFindAllLocations(true);
    if (op.isSimple()) {
      return;
    }
    List<Coordinate> locations = op.getNonSimpleLocations().stream().distinct().sorted().toList();
    boolean bowTie = locations.size() == 1 && !isVertex(locations.get(0), ring);
    for (Coordinate location : locations) {
      issues.add(
          bowTie
              ? new GeometryIssue(
                  GeometryIssue.BOW_TIE,
                  "边界交叉成蝴蝶结",
                  "The ring crosses itself once, like a bow-tie",
                  location)
              : new GeometryIssue(
                  GeometryIssue.SELF_INTERSECTION, "边界自相交", "The ring meets itself", location));
    }
  }

  private static boolean isVertex(Coordinate location, LinearRing ring) {
    return Arrays.stream(ring.getCoordinates()).anyMatch(location::equals2D);
  }

  private static GeometryIssue describe(TopologyValidationError error) {
    Coordinate at = error.getCoordinate();
    return switch (error.getErrorType()) {
      case TopologyValidationError.HOLE_OUTSIDE_SHELL ->
          new GeometryIssue(
              GeometryIssue.HOLE_OUTSIDE_SHELL, "内环在外环之外", "A hole lies outside its shell", at);
      case TopologyValidationError.NESTED_HOLES,
          TopologyValidationError.NESTED_SHELLS,
          TopologyValidationError.DUPLICATE_RINGS ->
          new GeometryIssue(
              GeometryIssue.NESTED,
              "环相互嵌套或重复",
              "Rings are nested in one another or twice there",
              at);
      case TopologyValidationError.DISCONNECTED_INTERIOR ->
          new GeometryIssue(
              GeometryIssue.DISCONNECTED_INTERIOR, "内部被隔断", "The interior falls apart", at);
      case TopologyValidationError.TOO_FEW_POINTS ->
          new GeometryIssue(GeometryIssue.TOO_FEW_POINTS, "节点太少", "Too few vertices", at);
      default -> new GeometryIssue(GeometryIssue.SELF_INTERSECTION, "边界相交", "Boundaries cross", at);
    };
  }

  /** Closes an open ring and reports it; a closed or empty one is returned as it is. */
  static Coordinate[] close(Coordinate[] ring, List<GeometryIssue> issues) {
    if (ring.length == 0 || ring[0].equals2D(ring[ring.length - 1])) {
      return ring;
    }
    issues.add(
        new GeometryIssue(
            GeometryIssue.UNCLOSED_RING, "环未闭合", "The ring is not closed", ring[ring.length - 1]));
    Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0].copy();
    return closed;
  }

  static GeometryIssue tooFewPoints(Coordinate[] ring) {
    @Nullable Coordinate at = ring.length == 0 ? null : ring[0];
    return new GeometryIssue(
        GeometryIssue.TOO_FEW_POINTS, "环的节点不足3个", "The ring has fewer than 3 vertices", at);
  }
}
