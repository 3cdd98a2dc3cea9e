package org.lianpian.geo;

import org.locationtech.jts.geom.Coordinate;

/**
 * A position in degrees, longitude first, on whatever datum the context says.
 *
 * @param longitude degrees east, [-180, 180]
 * @param latitude degrees north, [-90, 90]
 */
public record LonLat(double longitude, double latitude) {

  public LonLat {
    if (!(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("longitude must be in [-180, 180], was " + longitude);
    }
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException("latitude must be in [-90, 90], was " + latitude);
    }
  }

  /** Returns the position of a coordinate with x = longitude and y = latitude. */
  public static LonLat of(Coordinate coordinate) {
    return new LonLat(coordinate.x, coordinate.y);
  }

  public Coordinate toCoordinate() {
    return new Coordinate(longitude, latitude);
  }
}
