package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianpian.geo.SpatialIndex;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Splits the members of an area by a line (US-P08): by one that was drawn, or along a road.
 *
 * <p>An area is an assignment, so its members go to the one side or the other and no border can
 * gap. The line goes on straight beyond both ends, so that it need not be drawn beyond the area. A
 * member that the line crosses goes where the larger part of it lies; a member known as a point
 * goes where the point lies; a member without a position stays with the most.
 */
final class AreaSplitter {
  private static final double FRAME_MARGIN_METRES = 50;

  /**
   * The members of each side and those that the line crosses.
   *
   * @param parts the most members first, then by the smallest id; one part when the line misses
   * @param crossed ids of members that lie on both sides, sorted
   */
  record Split(List<List<String>> parts, List<String> crossed) {}

  private AreaSplitter() {}

  /**
   * Splits members; geometries and line are planar, in metres, in one CRS.
   *
   * <p>Cost: one polygonizing of the line's segments, then for each member the faces near it.
   */
  static Split split(Collection<PackagingUnit> members, Geometry line) {
    Envelope box = new Envelope();
    for (PackagingUnit member : members) {
      Geometry geometry = member.geometry();
      if (geometry != null) {
        box.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    box.expandBy(FRAME_MARGIN_METRES);
    SpatialIndex<Polygon> faces = SpatialIndex.of(faces(line, box), face -> face);
    Map<Coordinate, TreeSet<String>> byFace = new TreeMap<>();
    List<String> unplaced = new ArrayList<>();
    TreeSet<String> crossed = new TreeSet<>();
    for (PackagingUnit member : members) {
      Geometry geometry = member.geometry();
      if (geometry == null || geometry.isEmpty()) {
        unplaced.add(member.id());
        continue;
      }
      List<Polygon> touched =
          faces.find(geometry.getEnvelopeInternal()).stream()
              .filter(face -> face.intersects(geometry))
              .toList();
      Polygon most =
          touched.stream()
              .max(
                  Comparator.<Polygon>comparingDouble(face -> share(face, geometry))
                      .thenComparing(face -> face.getInteriorPoint().getCoordinate()))
              .orElseThrow();
      if (geometry.getDimension() == 2
          && touched.stream().anyMatch(face -> face != most && share(face, geometry) > 0)) {
        crossed.add(member.id());
      }
      byFace
          .computeIfAbsent(most.getInteriorPoint().getCoordinate(), at -> new TreeSet<>())
          .add(member.id());
    }
    return new Split(parts(byFace.values(), unplaced), List.copyOf(crossed));
  }

  private static List<List<String>> parts(
      Collection<TreeSet<String>> sides, List<String> unplaced) {
    List<TreeSet<String>> sorted = new ArrayList<>(sides);
    sorted.sort(
        Comparator.<TreeSet<String>>comparingInt(side -> -side.size())
            .thenComparing(TreeSet::first));
    if (sorted.isEmpty()) {
      sorted.add(new TreeSet<>());
    }
    sorted.get(0).addAll(unplaced);
    return sorted.stream().map(List::copyOf).toList();
  }

  private static double share(Polygon face, Geometry geometry) {
    return geometry.getDimension() == 2
        ? OverlayNGRobust.overlay(
                face, geometry, org.locationtech.jts.operation.overlayng.OverlayNG.INTERSECTION)
            .getArea()
        : face.covers(geometry.getInteriorPoint()) ? 1 : 0;
  }

  @SuppressWarnings("unchecked") // a merger gives lines, a polygonizer polygons
  private static List<Polygon> faces(Geometry line, Envelope box) {
    GeometryFactory factory = line.getFactory();
    Geometry frame = factory.toGeometry(box);
    LineMerger merger = new LineMerger();
    merger.add(line);
    List<Geometry> edges = new ArrayList<>();
    edges.add(frame.getBoundary());
    double reach = 2 * box.getDiameter() + line.getEnvelopeInternal().getDiameter();
    for (LineString piece : (Collection<LineString>) merger.getMergedLineStrings()) {
      edges.add(extended(piece, reach));
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.union(edges, factory));
    List<Polygon> faces = new ArrayList<>();
    for (Polygon face : (Collection<Polygon>) polygonizer.getPolygons()) {
      if (frame.covers(face.getInteriorPoint())) {
        faces.add(face);
      }
    }
    return faces;
  }

  /** Goes on straight beyond both ends; a ring stays as it is. */
  private static LineString extended(LineString line, double reach) {
    if (line.isClosed()) {
      return line;
    }
    Coordinate[] points = line.getCoordinates();
    Coordinate[] longer = new Coordinate[points.length + 2];
    System.arraycopy(points, 0, longer, 1, points.length);
    longer[0] = beyond(points[1], points[0], reach);
    longer[longer.length - 1] = beyond(points[points.length - 2], points[points.length - 1], reach);
    return line.getFactory().createLineString(longer);
  }

  private static Coordinate beyond(Coordinate from, Coordinate through, double reach) {
    double length = from.distance(through);
    double factor = reach / length;
    return new Coordinate(
        through.x + (through.x - from.x) * factor, through.y + (through.y - from.y) * factor);
  }
}
