package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A railway line.
 *
 * @param crossable whether one passes it here: the line runs in a tunnel or on a viaduct
 */
public record Railway(
    String id, @Nullable Geometry geometry, Provenance provenance, String name, boolean crossable)
    implements Feature {

  public static final FeatureType<Railway> TYPE =
      FeatureType.<Railway>named("railway", "铁路", "Railway", GeometryKind.LINE, Railway::fromRow)
          .text("name", "铁路名称", "Name", Railway::name, "名称")
          .flag("crossable", "可穿越", "Crossable", Railway::crossable)
          .build();

  private static Railway fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new Railway(
        id, geometry, provenance, row.text("name", ""), Boolean.TRUE.equals(row.flag("crossable")));
  }
}
