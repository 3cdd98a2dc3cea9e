package org.lianpian.frontage;

import org.lianpian.frontage.sight.Outline;
import org.lianpian.frontage.sight.SegmentIndex.ClosestPair;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * A bank within reach of a place, with the shortest way to it, which is found once.
 *
 * @param outline the place as plain numbers
 */
record NearBank(BankLine bank, Geometry place, Outline outline, ClosestPair way) {

  /** Returns the shortest way from a geometry, mostly the place itself, to the bank. */
  LineString wayFrom(Geometry unit, Outline unitOutline) {
    ClosestPair pair =
        unit == place ? way : bank.shore().nearest(unitOutline, Double.POSITIVE_INFINITY);
    double[] points = pair.points();
    if (points == null) {
      throw new IllegalStateException("a bank is not empty");
    }
    return unit.getFactory()
        .createLineString(
            new Coordinate[] {
              new Coordinate(points[0], points[1]), new Coordinate(points[2], points[3])
            });
  }

  Outline outlineOf(Geometry unit) {
    return unit == place ? outline : Outlines.of(unit);
  }
}
