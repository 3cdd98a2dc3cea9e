package org.lianpian.geo;

import org.locationtech.jts.geom.Coordinate;

/** Changes a position from one coordinate reference system to another, in place. */
interface PositionTransform {

  /**
   * @throws PositionException when one of the systems is not defined there
   */
  void apply(Coordinate position) throws PositionException;
}
