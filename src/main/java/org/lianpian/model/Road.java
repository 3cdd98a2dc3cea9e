package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A road segment: a centre line, or the road's surface as a polygon.
 *
 * @param crossable whether one passes here across what the road itself separates: a tunnel, a
 *     viaduct with passage below, an underpass or footbridge
 * @param bridge whether it carries traffic over water
 */
public record Road(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String name,
    RoadClass roadClass,
    @Nullable Double widthMetres,
    boolean bridge,
    boolean crossable)
    implements Feature {

  public static final FeatureType<Road> TYPE =
      FeatureType.<Road>named("road", "道路", "Road", GeometryKind.ANY, Road::fromRow)
          .text("name", "道路名称", "Name", Road::name, "名称", "路名")
          .code("road_class", "道路等级", "Class", RoadClass.class, Road::roadClass, "fclass", "等级")
          .real("width", "路宽", "Width", "m", Road::widthMetres, "宽度")
          .flag("bridge", "桥梁", "Bridge", Road::bridge)
          .flag("crossable", "可穿越", "Crossable", Road::crossable)
          .build();

  private static Road fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new Road(
        id,
        geometry,
        provenance,
        row.text("name", ""),
        row.code("road_class", RoadClass.class, RoadClass.UNKNOWN),
        row.real("width"),
        Boolean.TRUE.equals(row.flag("bridge")),
        Boolean.TRUE.equals(row.flag("crossable")));
  }
}
