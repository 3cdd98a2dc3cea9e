package org.lianpian.geo;

import org.locationtech.jts.geom.Coordinate;

/**
 * The projection of web maps, EPSG:3857: Mercator's formulas of the sphere on ellipsoidal latitude.
 *
 * <p>Source: IOGP 373-7-2, method 1024 (Popular Visualisation Pseudo Mercator).
 */
final class SphericalMercator implements Projection {
  private static final double RADIUS_METRES = 6378137;

  @Override
  public void project(Coordinate position) throws PositionException {
    if (!(Math.abs(position.y) < 90)) {
      throw new PositionException("latitude must be in (-90, 90), was " + position.y);
    }
    position.x = RADIUS_METRES * Math.toRadians(position.x);
    position.y = RADIUS_METRES * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(position.y) / 2));
  }

  @Override
  public void unproject(Coordinate position) {
    position.x = Math.toDegrees(position.x / RADIUS_METRES);
    position.y = 90 - Math.toDegrees(2 * Math.atan(Math.exp(-position.y / RADIUS_METRES)));
  }
}
