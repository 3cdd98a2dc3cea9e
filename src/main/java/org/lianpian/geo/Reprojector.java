package org.lianpian.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
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
  /** Each edge of a box is cut in so many parts; its curve leaves their chords by far less. */
  private static final int PARTS_OF_AN_EDGE = 8;

  private final Crs from;
  private final Crs to;
  private final PositionTransform transform;

  private Reprojector(Crs from, Crs to, PositionTransform transform) {
    this.from = from;
    this.to = to;
    this.transform = transform;
  }

  /**
   * Returns the transformation between two systems. WGS 84, CGCS2000 with its Gauss-Krüger systems
   * and spherical Mercator are at hand; for others the first call in a JVM reads the EPSG database
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
    return new Reprojector(from, to, transform(from, to));
  }

  private static PositionTransform transform(Crs from, Crs to) {
    Optional<Projection> source = Projection.of(from);
    Optional<Projection> target = Projection.of(to);
    if (source.isEmpty() || target.isEmpty()) {
      return EpsgTransform.between(from, to);
    }
    Projection unprojected = source.get();
    Projection projected = target.get();
    return position -> {
      unprojected.unproject(position);
      projected.project(position);
    };
  }

  public Crs from() {
    return from;
  }

  public Crs to() {
    return to;
  }

  /**
   * Returns a transformed copy; the argument is not changed.
   *
   * @throws IllegalArgumentException when a position lies where one of the systems is not defined
   */
  public Geometry apply(Geometry geometry) {
    if (from.equals(to)) {
      return geometry;
    }
    Geometry result = geometry.copy();
    result.apply(new EachPosition());
    result.setSRID(to.epsg());
    return result;
  }

  /**
   * Returns the transformed coordinate; z is not carried.
   *
   * @throws IllegalArgumentException when it lies where one of the systems is not defined
   */
  public Coordinate apply(Coordinate coordinate) {
    if (from.equals(to)) {
      return coordinate;
    }
    Coordinate result = new Coordinate(coordinate.x, coordinate.y);
    transform(result);
    return result;
  }

  /**
   * Returns the envelope of the transformed box, its edges sampled so that curvature is covered.
   *
   * @throws IllegalArgumentException when it reaches where one of the systems is not defined
   */
  public Envelope apply(Envelope box) {
    if (from.equals(to) || box.isNull()) {
      return box;
    }
    Envelope result = new Envelope();
    for (int i = 0; i <= PARTS_OF_AN_EDGE; i++) {
      double x = box.getMinX() + box.getWidth() * i / PARTS_OF_AN_EDGE;
      double y = box.getMinY() + box.getHeight() * i / PARTS_OF_AN_EDGE;
      result.expandToInclude(apply(new Coordinate(x, box.getMinY())));
      result.expandToInclude(apply(new Coordinate(x, box.getMaxY())));
      result.expandToInclude(apply(new Coordinate(box.getMinX(), y)));
      result.expandToInclude(apply(new Coordinate(box.getMaxX(), y)));
    }
    return result;
  }

  private void transform(Coordinate position) {
    double x = position.x;
    double y = position.y;
    try {
      transform.apply(position);
    } catch (PositionException e) {
      throw new IllegalArgumentException(
          "Position (" + x + ", " + y + ") cannot be transformed from " + from + " to " + to, e);
    }
  }

  /** Transforms the positions of a geometry in place. */
  private final class EachPosition implements CoordinateSequenceFilter {
    private final Coordinate position = new Coordinate();

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      position.x = sequence.getX(i);
      position.y = sequence.getY(i);
      transform(position);
      sequence.setOrdinate(i, CoordinateSequence.X, position.x);
      sequence.setOrdinate(i, CoordinateSequence.Y, position.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
