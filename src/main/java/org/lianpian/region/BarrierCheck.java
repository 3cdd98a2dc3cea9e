package org.lianpian.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianpian.geo.SpatialIndex;
import org.locationtech.jts.algorithm.PointLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Tells whether the shortest connector of two units crosses a barrier.
 *
 * <p>A line is crossed when it leaves the connector to both sides, also when two barriers meet
 * there; a polygon when the connector runs through its inside. Touching is not crossing: a line
 * that ends at the connector, a connector that ends at a bank or runs along it. A line that
 * coincides with a unit's own edge does separate it, as plots are often drawn up to the road's
 * centre line. Units that meet are separated when a barrier takes up all they have in common.
 *
 * <p>Known limit: only the shortest connector counts. Two units with a barrier there and open
 * ground elsewhere are separated; with open ground there and a barrier elsewhere they are not.
 */
final class BarrierCheck {
  /** How far the connector is prolonged into polygons, to see a line that runs along the edge. */
  private static final double PROLONGATION_METRES = 1e-3;

  private static final double TOLERANCE = Connector.TOLERANCE_METRES;

  private record Line(Barrier barrier, LineSegment segment) {}

  /** A polygon with its edges indexed: rivers have many, and are asked about often. */
  private record Area(Barrier barrier, PreparedGeometry prepared, IndexedFacetDistance boundary) {
    static Area of(Barrier barrier, Polygon polygon) {
      return new Area(
          barrier,
          PreparedGeometryFactory.prepare(polygon),
          new IndexedFacetDistance(polygon.getBoundary()));
    }

    Geometry polygon() {
      return prepared.getGeometry();
    }

    /** Tells whether all of a geometry lies inside, deeper than the tolerance. */
    boolean holds(Geometry contact) {
      return prepared.covers(contact) && boundary.distance(contact) >= TOLERANCE;
    }
  }

  /** Where a barrier line leaves the connector, and to which side (+1 left, -1 right). */
  private record Leave(Barrier barrier, double position, int side) {}

  private final SpatialIndex<Line> lines;
  private final SpatialIndex<Area> areas;

  BarrierCheck(List<Barrier> barriers) {
    List<Line> allLines = new ArrayList<>();
    List<Area> allAreas = new ArrayList<>();
    for (Barrier barrier : barriers) {
      split(barrier, barrier.geometry(), allLines, allAreas);
    }
    this.lines =
        SpatialIndex.ofEnvelopes(
            allLines, line -> new Envelope(line.segment().p0, line.segment().p1));
    this.areas = SpatialIndex.of(allAreas, Area::polygon);
  }

  private static void split(
      Barrier barrier, Geometry geometry, List<Line> lines, List<Area> areas) {
    if (geometry instanceof Polygon polygon) {
      areas.add(Area.of(barrier, polygon));
    } else if (geometry instanceof LineString line) {
      for (int i = 1; i < line.getNumPoints(); i++) {
        lines.add(
            new Line(barrier, new LineSegment(line.getCoordinateN(i - 1), line.getCoordinateN(i))));
      }
    } else if (geometry.getNumGeometries() > 1 || geometry.getDimension() > 0) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        split(barrier, geometry.getGeometryN(i), lines, areas);
      }
    }
  }

  /** Returns the barrier that separates two units; of several the one with the smallest id. */
  Optional<Barrier> findBlocking(Geometry a, Geometry b, Connector connector) {
    List<Barrier> blocking = new ArrayList<>();
    if (connector.gapMetres() == 0) {
      addBarriersAlong(connector.contact(), blocking);
    } else {
      Coordinate[] ends = connector.shape().getCoordinates();
      LineSegment segment = new LineSegment(ends[0], ends[1]);
      Envelope box = new Envelope(segment.p0, segment.p1);
      List<Line> near = lines.findWithin(box, PROLONGATION_METRES + TOLERANCE);
      if (!near.isEmpty()) {
        addCrossedLines(prolonged(segment, a, b), near, blocking);
      }
      addCrossedAreas(segment, connector.shape().getFactory(), blocking);
    }
    return blocking.stream().min(Comparator.comparing(Barrier::id));
  }

  private static LineSegment prolonged(LineSegment segment, Geometry a, Geometry b) {
    double share = PROLONGATION_METRES / segment.getLength();
    Coordinate before = segment.pointAlong(-share);
    Coordinate after = segment.pointAlong(1 + share);
    return new LineSegment(
        covers(a, before) ? before : segment.p0, covers(b, after) ? after : segment.p1);
  }

  private static boolean covers(Geometry geometry, Coordinate point) {
    return new PointLocator().locate(point, geometry) != Location.EXTERIOR;
  }

  // ---- lines

  private void addCrossedLines(LineSegment connector, List<Line> near, List<Barrier> blocking) {
    double length = connector.getLength();
    List<Leave> leaves = new ArrayList<>();
    List<double[]> runs = new ArrayList<>();
    for (Line line : near) {
      addLeaves(connector, line, leaves, runs);
    }
    leaves.removeIf(l -> l.position() <= TOLERANCE || l.position() >= length - TOLERANCE);
    for (Leave left : leaves) {
      for (Leave right : leaves) {
        if (left.side() > 0
            && right.side() < 0
            && connected(left.position(), right.position(), runs)
            && !(passes(left, connector) || passes(right, connector))) {
          blocking.add(left.barrier());
          blocking.add(right.barrier());
        }
      }
    }
  }

  private static void addLeaves(
      LineSegment connector, Line line, List<Leave> leaves, List<double[]> runs) {
    double length = connector.getLength();
    LineSegment segment = line.segment();
    double offset0 = offset(connector, segment.p0);
    double offset1 = offset(connector, segment.p1);
    double position0 = connector.projectionFactor(segment.p0) * length;
    double position1 = connector.projectionFactor(segment.p1) * length;
    boolean on0 = Math.abs(offset0) <= TOLERANCE;
    boolean on1 = Math.abs(offset1) <= TOLERANCE;
    if (on0 && on1) {
      runs.add(new double[] {Math.min(position0, position1), Math.max(position0, position1)});
    } else if (on0) {
      leaves.add(new Leave(line.barrier(), position0, offset1 > 0 ? 1 : -1));
    } else if (on1) {
      leaves.add(new Leave(line.barrier(), position1, offset0 > 0 ? 1 : -1));
    } else if (offset0 * offset1 < 0) {
      double position = position0 + (position1 - position0) * offset0 / (offset0 - offset1);
      leaves.add(new Leave(line.barrier(), position, 1));
      leaves.add(new Leave(line.barrier(), position, -1));
    }
  }

  /** Returns the signed distance from the connector's line in metres, positive to its left. */
  private static double offset(LineSegment connector, Coordinate point) {
    double dx = connector.p1.x - connector.p0.x;
    double dy = connector.p1.y - connector.p0.y;
    return (dx * (point.y - connector.p0.y) - dy * (point.x - connector.p0.x))
        / connector.getLength();
  }

  /** Tells whether two positions are one, or lie on lines that run along the connector. */
  private static boolean connected(double a, double b, List<double[]> runs) {
    double from = Math.min(a, b);
    double to = Math.max(a, b);
    boolean grown = true;
    while (to - from > TOLERANCE && grown) {
      grown = false;
      for (double[] run : runs) {
        if (run[0] <= from + TOLERANCE && run[1] > from + TOLERANCE) {
          from = run[1];
          grown = true;
        }
      }
    }
    return to - from <= TOLERANCE;
  }

  private static boolean passes(Leave leave, LineSegment connector) {
    Coordinate at = connector.pointAlong(leave.position() / connector.getLength());
    return passes(leave.barrier(), new GeometryFactory().createPoint(at));
  }

  private static boolean passes(Barrier barrier, Geometry crossed) {
    return barrier.crossings().stream().anyMatch(c -> c.isWithinDistance(crossed, TOLERANCE));
  }

  // ---- polygons

  private void addCrossedAreas(
      LineSegment connector, GeometryFactory factory, List<Barrier> blocking) {
    LineString line = factory.createLineString(new Coordinate[] {connector.p0, connector.p1});
    List<Area> near = areas.find(line.getEnvelopeInternal());
    for (Area area : near) {
      if (!area.prepared().intersects(line)) {
        continue;
      }
      Geometry inside = OverlayNGRobust.overlay(line, area.polygon(), OverlayNG.INTERSECTION);
      for (int i = 0; i < inside.getNumGeometries(); i++) {
        Geometry piece = inside.getGeometryN(i);
        if (piece.getLength() > TOLERANCE
            && hasBarrierOnBothSides(piece, near)
            && !passes(area.barrier(), piece)) {
          blocking.add(area.barrier());
        }
      }
    }
  }

  /** Tells a piece inside (or along the seam of two polygons) from one along a bank. */
  private static boolean hasBarrierOnBothSides(Geometry piece, List<Area> near) {
    Coordinate[] ends = piece.getCoordinates();
    LineSegment segment = new LineSegment(ends[0], ends[ends.length - 1]);
    GeometryFactory factory = piece.getFactory();
    Geometry left = factory.createPoint(segment.pointAlongOffset(0.5, PROLONGATION_METRES));
    Geometry right = factory.createPoint(segment.pointAlongOffset(0.5, -PROLONGATION_METRES));
    return near.stream().anyMatch(area -> area.prepared().covers(left))
        && near.stream().anyMatch(area -> area.prepared().covers(right));
  }

  // ---- units that meet

  private void addBarriersAlong(Geometry contact, List<Barrier> blocking) {
    Envelope box = contact.getEnvelopeInternal();
    for (Area area : areas.find(box)) {
      if (area.holds(contact) && !passes(area.barrier(), contact)) {
        blocking.add(area.barrier());
      }
    }
    Map<Barrier, List<LineString>> near = new LinkedHashMap<>();
    GeometryFactory factory = contact.getFactory();
    for (Line line : lines.findWithin(box, TOLERANCE)) {
      near.computeIfAbsent(line.barrier(), barrier -> new ArrayList<>())
          .add(line.segment().toGeometry(factory));
    }
    near.forEach(
        (barrier, parts) -> {
          Geometry stretch = factory.buildGeometry(parts);
          if (takesUp(barrier, stretch, contact) && !passes(barrier, contact)) {
            blocking.add(barrier);
          }
        });
  }

  /** Tells whether the stretch of a line near a contact runs along all of it. */
  private static boolean takesUp(Barrier barrier, Geometry stretch, Geometry contact) {
    boolean onlyAtItsEnd =
        contact.getLength() <= TOLERANCE
            && barrier.geometry().getBoundary().isWithinDistance(contact, TOLERANCE);
    return !onlyAtItsEnd && stretch.buffer(TOLERANCE).covers(contact);
  }
}
