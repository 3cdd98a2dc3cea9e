package org.lianpian.region;

import java.util.Collection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The largest distance between any two points of several units. */
final class Diameter {
  private Diameter() {}

  /** Computes the diameter in metres; units without a position add nothing. */
  static double of(Collection<PackagingUnit> units) {
    Coordinate[] hull = outline(units).getCoordinates();
    double largest = 0;
    for (int i = 0; i < hull.length; i++) {
      for (int j = i + 1; j < hull.length; j++) {
        largest = Math.max(largest, hull[i].distance(hull[j]));
      }
    }
    return largest;
  }

  /** Returns the convex hull of the units; empty when none has a position. */
  static Geometry outline(Collection<PackagingUnit> units) {
    Geometry[] parts =
        units.stream().map(PackagingUnit::geometry).filter(g -> g != null).toArray(Geometry[]::new);
    GeometryFactory factory = parts.length == 0 ? new GeometryFactory() : parts[0].getFactory();
    return factory.createGeometryCollection(parts).convexHull();
  }

  /** Tells whether the diameter is at most {@code limit}; asks the box first, as it is cheap. */
  static boolean isAtMost(double limit, Collection<PackagingUnit> units) {
    Envelope box = new Envelope();
    for (PackagingUnit unit : units) {
      Geometry geometry = unit.geometry();
      if (geometry != null) {
        box.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    double inclusive = limit + Connector.TOLERANCE_METRES;
    if (box.getDiameter() <= inclusive) {
      return true;
    }
    return Math.max(box.getWidth(), box.getHeight()) <= inclusive && of(units) <= inclusive;
  }
}
