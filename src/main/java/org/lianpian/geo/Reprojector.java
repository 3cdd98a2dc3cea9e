package org.lianpian.geo;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Transforms geometries and coordinates from one CRS to another, easting or longitude first on both
 * sides.
 *
 * <p>Immutable and thread-safe. CGCS2000 and WGS 84 are taken as the same datum (they differ by
 * less than a decimetre, and EPSG publishes no transformation).
 */
public final class Reprojector {
  private final Crs from;
  private final Crs to;
  private final MathTransform transform;

  private Reprojector(Crs from, Crs to, MathTransform transform) {
    this.from = from;
    this.to = to;
    this.transform = transform;
  }

  /**
   * Returns the transformation between two systems; the first call in a JVM reads the EPSG database
   * (about 1.5 s).
   *
   * @throws IllegalArgumentException when a code is unknown, or when one of the two is Xian 80 or
   *     Beijing 54: that shift needs official parameters (B-19) and is never guessed
   */
  public static Reprojector between(Crs from, Crs to) {
    if (!from.equals(to) && (from.needsOfficialParameters() || to.needsOfficialParameters())) {
      throw new IllegalArgumentException(
          "From " + from + " to " + to + " official datum parameters are needed (需要转换参数)");
    }
    try {
      return new Reprojector(
          from,
          to,
          CRS.findMathTransform(
              CRS.decode(from.toString(), true), CRS.decode(to.toString(), true), true));
    } catch (FactoryException e) {
      throw new IllegalArgumentException("No transformation from " + from + " to " + to, e);
    }
  }

  public Crs from() {
    return from;
  }

  public Crs to() {
    return to;
  }

  /** Returns a transformed copy; the argument is not changed. */
  public Geometry apply(Geometry geometry) {
    if (from.equals(to)) {
      return geometry;
    }
    try {
      Geometry result = JTS.transform(geometry, transform);
      result.setSRID(to.epsg());
      return result;
    } catch (TransformException e) {
      throw outside(geometry.getEnvelopeInternal(), e);
    }
  }

  /** Returns the transformed coordinate; z is not carried. */
  public Coordinate apply(Coordinate coordinate) {
    if (from.equals(to)) {
      return coordinate;
    }
    try {
      return JTS.transform(coordinate, new Coordinate(), transform);
    } catch (TransformException e) {
      throw outside(new Envelope(coordinate), e);
    }
  }

  /**
   * Returns the envelope of the transformed box, its edges sampled so that curvature is covered.
   */
  public Envelope apply(Envelope box) {
    if (from.equals(to)) {
      return box;
    }
    try {
      return JTS.transform(box, null, transform, 8);
    } catch (TransformException e) {
      throw outside(box, e);
    }
  }

  private IllegalArgumentException outside(Envelope box, TransformException cause) {
    return new IllegalArgumentException(
        "Coordinates " + box + " cannot be transformed from " + from + " to " + to, cause);
  }
}
