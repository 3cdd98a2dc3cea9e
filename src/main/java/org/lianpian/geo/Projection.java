package org.lianpian.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * A projection whose formulas this program computes itself: no EPSG database is opened for it.
 * Implementations are immutable and thread-safe.
 */
interface Projection {

  /** Longitude and latitude themselves, in degrees. */
  Projection NONE =
      new Projection() {
        @Override
        public void project(Coordinate position) {}

        @Override
        public void unproject(Coordinate position) {}
      };

  /**
   * Replaces longitude and latitude, in degrees, by easting and northing.
   *
   * @throws PositionException outside the projection's area
   */
  void project(Coordinate position) throws PositionException;

  /**
   * Replaces easting and northing by longitude and latitude, in degrees.
   *
   * @throws PositionException outside the projection's area
   */
  void unproject(Coordinate position) throws PositionException;

  /**
   * Returns the projection of WGS 84, CGCS2000, its Gauss-Krüger systems and spherical Mercator;
   * empty for any other system.
   */
  static Optional<Projection> of(Crs crs) {
    if (crs.equals(Crs.WGS84) || crs.equals(Crs.CGCS2000)) {
      return Optional.of(NONE);
    }
    return crs.equals(Crs.WEB_MERCATOR)
        ? Optional.of(new SphericalMercator())
        : MetricCrs.of(crs).map(GaussKruger::new);
  }
}
