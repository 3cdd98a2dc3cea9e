package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Surface water (河道, INSPIRE Watercourse): a polygon, or a centre line with or without a width.
 *
 * @param widthMetres width across a centre line in metres, or null when unknown
 * @param urban whether it counts as an urban river (城区河道); null when nobody said
 * @param culverted whether it runs underground (暗渠)
 */
public record Watercourse(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String name,
    WatercourseKind kind,
    BankBaseline baseline,
    @Nullable Double widthMetres,
    @Nullable Boolean urban,
    boolean culverted)
    implements Feature {

  public static final FeatureType<Watercourse> TYPE =
      FeatureType.<Watercourse>named(
              "watercourse", "河道", "Watercourse", GeometryKind.ANY, Watercourse::fromRow)
          .text("name", "河道名称", "Name", Watercourse::name, "名称", "河名", "水体名称")
          .code("kind", "水体类型", "Kind", WatercourseKind.class, Watercourse::kind, "fclass", "类型")
          .code("baseline", "岸线基准", "Baseline", BankBaseline.class, Watercourse::baseline)
          .real("width", "河宽", "Width", "m", Watercourse::widthMetres, "宽度")
          .flag("urban", "城区河道", "Urban", Watercourse::urban)
          .flag("culverted", "暗渠", "Culverted", Watercourse::culverted)
          .build();

  private static Watercourse fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new Watercourse(
        id,
        geometry,
        provenance,
        row.text("name", ""),
        row.code("kind", WatercourseKind.class, WatercourseKind.UNKNOWN),
        row.code("baseline", BankBaseline.class, BankBaseline.WATER_EDGE),
        row.real("width"),
        row.flag("urban"),
        Boolean.TRUE.equals(row.flag("culverted")));
  }
}
