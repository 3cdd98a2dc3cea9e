package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** An area that a plan or its nature takes out of the programme (排除范围), or marks for care. */
public record ExclusionZone(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String name,
    ExclusionKind kind,
    String document)
    implements Feature {

  public static final FeatureType<ExclusionZone> TYPE =
      FeatureType.<ExclusionZone>named(
              "exclusion_zone",
              "排除范围",
              "Exclusion zone",
              GeometryKind.POLYGON,
              ExclusionZone::fromRow)
          .text("name", "名称", "Name", ExclusionZone::name)
          .code("kind", "类型", "Kind", ExclusionKind.class, ExclusionZone::kind)
          .text("document", "依据文件", "Document", ExclusionZone::document)
          .build();

  private static ExclusionZone fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    String kind = row.text("kind");
    if (kind == null) {
      throw new IllegalArgumentException("exclusion zone " + id + " has no kind");
    }
    return new ExclusionZone(
        id,
        geometry,
        provenance,
        row.text("name", ""),
        ExclusionKind.valueOf(kind),
        row.text("document", ""));
  }
}
