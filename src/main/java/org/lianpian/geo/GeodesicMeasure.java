package org.lianpian.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Measures on the ellipsoid, from longitude and latitude in degrees: the yardstick for measures in
 * a projection.
 *
 * <p>Source: Karney 2013, Algorithms for geodesics (GeographicLib), on WGS 84; CGCS2000 differs
 * from it by 0.1 mm in the semi-minor axis.
 */
public final class GeodesicMeasure {
  private GeodesicMeasure() {}

  public static double distanceMetres(LonLat from, LonLat to) {
    return Geodesic.WGS84.Inverse(from.latitude(), from.longitude(), to.latitude(), to.longitude())
        .s12;
  }

  /** Returns the length of the lines of a geometry, or of the boundary of its polygons. */
  public static double lengthMetres(Geometry lonLat) {
    double sum = 0;
    for (int i = 0; i < lonLat.getNumGeometries(); i++) {
      Geometry part = lonLat.getGeometryN(i);
      if (part instanceof Polygon polygon) {
        sum += lengthMetres(polygon.getBoundary());
      } else if (part instanceof LineString line) {
        sum += measure(line, true).perimeter;
      }
    }
    return sum;
  }

  /** Returns the area of a polygon or multipolygon, holes taken out; 0 for points and lines. */
  public static double areaSquareMetres(Geometry lonLat) {
    double sum = 0;
    for (int i = 0; i < lonLat.getNumGeometries(); i++) {
      if (lonLat.getGeometryN(i) instanceof Polygon polygon) {
        sum += Math.abs(measure(polygon.getExteriorRing(), false).area);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          sum -= Math.abs(measure(polygon.getInteriorRingN(hole), false).area);
        }
      }
    }
    return sum;
  }

  private static net.sf.geographiclib.PolygonResult measure(LineString line, boolean asLine) {
    PolygonArea sum = new PolygonArea(Geodesic.WGS84, asLine);
    Coordinate[] coordinates = line.getCoordinates();
    // a ring repeats its first vertex, which the area sum closes by itself
    int count = asLine ? coordinates.length : coordinates.length - 1;
    for (int i = 0; i < count; i++) {
      sum.AddPoint(coordinates[i].y, coordinates[i].x);
    }
    return sum.Compute(false, true);
  }
}
