package org.lianpian.geo;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;

/** The transformation between any two systems of the EPSG database. Thread-safe. */
final class EpsgTransform implements PositionTransform {
  private final MathTransform transform;

  private EpsgTransform(MathTransform transform) {
    this.transform = transform;
  }

  /**
   * Looks the systems up; the first call in a JVM reads the EPSG database (about 1.5 s).
   *
   * @throws IllegalArgumentException when a code is unknown
   */
  static EpsgTransform between(Crs from, Crs to) {
    try {
      return new EpsgTransform(
          CRS.findMathTransform(
              CRS.decode(from.toString(), true), CRS.decode(to.toString(), true), true));
    } catch (FactoryException e) {
      throw new IllegalArgumentException("No transformation from " + from + " to " + to, e);
    }
  }

  @Override
  public void apply(Coordinate position) throws PositionException {
    try {
      JTS.transform(position, position, transform);
    } catch (TransformException e) {
      throw new PositionException(e);
    }
  }
}
