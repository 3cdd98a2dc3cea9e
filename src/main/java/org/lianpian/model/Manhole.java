package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A node of the drainage network (排水节点; TEKSI manhole and outfall): levels in metres above the 1985
 * national datum.
 */
public record Manhole(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    ManholeKind kind,
    Medium medium,
    @Nullable Double groundLevelMetres,
    @Nullable Double invertLevelMetres,
    boolean invertDerived)
    implements Feature {

  public static final FeatureType<Manhole> TYPE =
      FeatureType.<Manhole>named("manhole", "排水节点", "Manhole", GeometryKind.POINT, Manhole::fromRow)
          .code("kind", "节点类型", "Kind", ManholeKind.class, Manhole::kind, "井类型", "JLX", "附属物")
          .code("medium", "介质", "Medium", Medium.class, Manhole::medium, "LX", "类别")
          .real("ground_level", "地面高程", "Ground level", "m", Manhole::groundLevelMetres, "DMGC")
          .real("invert_level", "井底高程", "Invert level", "m", Manhole::invertLevelMetres, "管底高程")
          .flag("invert_derived", "高程为推算", "Invert derived", Manhole::invertDerived)
          .build();

  private static Manhole fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new Manhole(
        id,
        geometry,
        provenance,
        row.code("kind", ManholeKind.class, ManholeKind.UNKNOWN),
        row.code("medium", Medium.class, Medium.UNKNOWN),
        row.real("ground_level"),
        row.real("invert_level"),
        Boolean.TRUE.equals(row.flag("invert_derived")));
  }
}
