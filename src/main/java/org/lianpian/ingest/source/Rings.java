package org.lianpian.ingest.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Puts rings together to polygons. */
final class Rings {

  private Rings() {}

  /** Returns the coordinates with the first repeated at the end when it is not. */
  static Coordinate[] closed(Coordinate[] ring) {
    if (ring.length == 0 || ring[0].equals2D(ring[ring.length - 1])) {
      return ring;
    }
    Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0].copy();
    return closed;
  }

  /** Tells whether a ring runs clockwise, as a shapefile's outer rings do. */
  static boolean isClockwise(LinearRing ring) {
    return !Orientation.isCCW(ring.getCoordinateSequence());
  }

  /**
   * Makes a polygon or multipolygon of shells and holes; each hole goes to the smallest shell
   * around it, and one without a shell becomes a shell itself.
   *
   * @return empty polygon when there is no shell
   */
  static Geometry assemble(
      List<LinearRing> shells, List<LinearRing> holes, GeometryFactory factory) {
    List<LinearRing> sorted = new ArrayList<>(shells);
    sorted.sort(Comparator.comparingDouble(Rings::area));
    List<List<LinearRing>> holesOf = new ArrayList<>();
    List<IndexedPointInAreaLocator> locators = new ArrayList<>();
    for (LinearRing shell : sorted) {
      holesOf.add(new ArrayList<>());
      locators.add(new IndexedPointInAreaLocator(factory.createPolygon(shell)));
    }
    int given = sorted.size();
    for (LinearRing hole : holes) {
      int owner = owner(hole, sorted.subList(0, given), locators);
      if (owner >= 0) {
        holesOf.get(owner).add(hole);
      } else {
        sorted.add(hole);
        holesOf.add(new ArrayList<>());
      }
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      polygons.add(factory.createPolygon(sorted.get(i), holesOf.get(i).toArray(LinearRing[]::new)));
    }
    return polygons.isEmpty()
        ? factory.createPolygon()
        : polygons.size() == 1
            ? polygons.get(0)
            : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** Moves the rings that lie inside an even number of others from the holes to the shells. */
  static void nest(List<LinearRing> holes, List<LinearRing> shells) {
    List<LinearRing> rings = List.copyOf(holes);
    for (LinearRing ring : rings) {
      long around = rings.stream().filter(other -> other != ring && isInside(ring, other)).count();
      if (around % 2 == 0) {
        shells.add(ring);
        holes.remove(ring);
      }
    }
  }

  private static boolean isInside(LinearRing ring, LinearRing other) {
    return area(other) > area(ring)
        && other.getEnvelopeInternal().covers(ring.getEnvelopeInternal())
        && PointLocation.isInRing(ring.getCoordinateN(0), other.getCoordinates());
  }

  private static int owner(
      LinearRing hole, List<LinearRing> shells, List<IndexedPointInAreaLocator> locators) {
    for (int i = 0; i < shells.size(); i++) {
      if (!shells.get(i).getEnvelopeInternal().covers(hole.getEnvelopeInternal())
          || area(shells.get(i)) < area(hole)) {
        continue;
      }
      for (Coordinate vertex : hole.getCoordinates()) {
        int location = locators.get(i).locate(vertex);
        if (location != Location.BOUNDARY) {
          if (location == Location.INTERIOR) {
            return i;
          }
          break;
        }
      }
    }
    return -1;
  }

  private static double area(LinearRing ring) {
    return org.locationtech.jts.algorithm.Area.ofRing(ring.getCoordinateSequence());
  }
}
