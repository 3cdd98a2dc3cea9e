package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** An area that hides what lies behind it; touching it does not hide. Thread-safe. */
final class Obstacle {
  /** How deep a sight line must enter, 1 µm: above rounding at coordinates of 10^7 m. */
  static final double TOLERANCE_METRES = 1e-6;

  private final String id;
  private final String label;
  private final Geometry area;
  private final Envelope box;
  private @Nullable Inside inside; // made when it is first asked for

  /** What a sight line is tested against. */
  private static final class Inside {
    final List<Coordinate[]> rings = new ArrayList<>();
    final IndexedPointInAreaLocator locator;

    Inside(Geometry area) {
      for (Object ring : LinearComponentExtracter.getLines(area)) {
        rings.add(((LineString) ring).getCoordinates());
      }
      locator = new IndexedPointInAreaLocator(area);
    }
  }

  Obstacle(String id, String label, Geometry area) {
    this.id = id;
    this.label = label;
    this.area = area;
    this.box = area.getEnvelopeInternal();
  }

  private synchronized Inside inside() {
    Inside ready = inside;
    if (ready == null) {
      ready = new Inside(area);
      inside = ready;
    }
    return ready;
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  Geometry area() {
    return area;
  }

  /**
   * Tells whether the open segment passes through the interior: it is cut wherever it meets an
   * edge, and some piece has its middle inside, deeper than the tolerance.
   */
  boolean hides(Coordinate from, Coordinate to) {
    if (!box.intersects(from, to)) {
      return false;
    }
    double[] cuts = cuts(from, to);
    double length = from.distance(to);
    for (int i = 1; i < cuts.length; i++) {
      if ((cuts[i] - cuts[i - 1]) * length <= TOLERANCE_METRES) {
        continue;
      }
      double middle = (cuts[i] + cuts[i - 1]) / 2;
      Coordinate point =
          new Coordinate(from.x + middle * (to.x - from.x), from.y + middle * (to.y - from.y));
      if (inside().locator.locate(point) == Location.INTERIOR && depth(point) > TOLERANCE_METRES) {
        return true;
      }
    }
    return false;
  }

  private double[] cuts(Coordinate from, Coordinate to) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double[] found = new double[8];
    int count = 0;
    found[count++] = 0;
    found[count++] = 1;
    for (Coordinate[] ring : inside().rings) {
      for (int i = 1; i < ring.length; i++) {
        Coordinate a = ring[i - 1];
        Coordinate b = ring[i];
        if (!Envelope.intersects(from, to, a, b)) {
          continue;
        }
        double ex = b.x - a.x;
        double ey = b.y - a.y;
        double cross = dx * ey - dy * ex;
        double t = ((a.x - from.x) * ey - (a.y - from.y) * ex) / cross;
        // a parallel edge gives NaN or infinity: it cuts nothing that its neighbours do not cut
        if (t > 0 && t < 1) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = t;
        }
      }
    }
    double[] cuts = Arrays.copyOf(found, count);
    Arrays.sort(cuts);
    return cuts;
  }

  private double depth(Coordinate point) {
    double depth = Double.POSITIVE_INFINITY;
    for (Coordinate[] ring : inside().rings) {
      depth = Math.min(depth, Distance.pointToSegmentString(point, ring));
    }
    return depth;
  }
}
