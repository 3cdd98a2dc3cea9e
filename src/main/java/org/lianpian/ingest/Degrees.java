package org.lianpian.ingest;

import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.LonLat;
import org.lianpian.geo.Reprojector;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Says where features lie in WGS 84, so that people find them on the map. What lies so far outside
 * the dataset's CRS that it has no position is null.
 */
final class Degrees {
  private final Crs crs;
  private @Nullable Reprojector fromCrs;

  Degrees(Crs crs) {
    this.crs = crs;
  }

  /** Returns a point inside a geometry, or null when it is empty or cannot be placed. */
  @Nullable LonLat inside(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return null;
    }
    try {
      return LonLat.of(fromCrs().apply(geometry.getInteriorPoint().getCoordinate()));
    } catch (IllegalArgumentException e) {
      // beyond the projection: there is no place to show
      return null;
    }
  }

  /** Returns the box around a box, or null when it is empty or cannot be placed. */
  @Nullable Envelope around(Envelope box) {
    if (box.isNull()) {
      return null;
    }
    try {
      return fromCrs().apply(box);
    } catch (IllegalArgumentException e) {
      // beyond the projection: there is no place to show
      return null;
    }
  }

  private Reprojector fromCrs() {
    if (fromCrs == null) {
      fromCrs = Reprojector.between(crs, Crs.WGS84);
    }
    return fromCrs;
  }
}
