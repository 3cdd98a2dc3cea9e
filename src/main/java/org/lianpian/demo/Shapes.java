package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Makes geometries whose coordinates are whole millimetres. */
final class Shapes {
  static final GeometryFactory FACTORY = new GeometryFactory();

  private Shapes() {}

  static Coordinate rounded(double x, double y) {
    return new Coordinate(Math.round(x * 1000) / 1000.0, Math.round(y * 1000) / 1000.0);
  }

  static Point point(Coordinate at) {
    return FACTORY.createPoint(rounded(at.x, at.y));
  }

  static LineString line(List<Coordinate> points) {
    return FACTORY.createLineString(
        CoordinateArrays.removeRepeatedPoints(points.toArray(new Coordinate[0])));
  }

  static LineString line(Coordinate from, Coordinate to) {
    return line(List.of(rounded(from.x, from.y), rounded(to.x, to.y)));
  }

  /** Makes a polygon from an open ring and holes. */
  static Polygon polygon(List<Coordinate> ring, List<List<Coordinate>> holes) {
    return FACTORY.createPolygon(
        ring(ring), holes.stream().map(Shapes::ring).toArray(LinearRing[]::new));
  }

  static Polygon polygon(List<Coordinate> ring) {
    return polygon(ring, List.of());
  }

  /** Returns the rectangle x0..x1, y0..y1 turned by an angle about an origin. */
  static Polygon rectangle(
      Coordinate origin, double angle, double x0, double y0, double x1, double y1) {
    return polygon(
        List.of(
            turned(origin, angle, x0, y0),
            turned(origin, angle, x1, y0),
            turned(origin, angle, x1, y1),
            turned(origin, angle, x0, y1)));
  }

  static Coordinate turned(Coordinate origin, double angle, double x, double y) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    return rounded(origin.x + x * cos - y * sin, origin.y + x * sin + y * cos);
  }

  /** Returns the position of a point in the frame of {@link #turned}. */
  static Coordinate local(Coordinate origin, double angle, Coordinate at) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double x = at.x - origin.x;
    double y = at.y - origin.y;
    return new Coordinate(x * cos + y * sin, -x * sin + y * cos);
  }

  /** Returns a copy with coordinates of whole millimetres. */
  static Polygon rounded(Geometry polygon) {
    List<Coordinate> ring = new ArrayList<>();
    Coordinate[] all = ((Polygon) polygon).getExteriorRing().getCoordinates();
    for (int i = 0; i < all.length - 1; i++) {
      ring.add(rounded(all[i].x, all[i].y));
    }
    return polygon(ring);
  }

  private static LinearRing ring(List<Coordinate> open) {
    List<Coordinate> closed = new ArrayList<>(open);
    closed.add(open.get(0).copy());
    return FACTORY.createLinearRing(
        CoordinateArrays.removeRepeatedPoints(closed.toArray(new Coordinate[0])));
  }
}
