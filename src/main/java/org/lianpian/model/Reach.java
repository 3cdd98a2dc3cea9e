package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A pipe between two nodes (管线; TEKSI reach), stored from its start to its end.
 *
 * @param fromNodeId the node at the line's start as the source says, or empty
 * @param toNodeId the node at the line's end as the source says, or empty
 * @param flowDirection the surveyed direction against the stored ends
 * @param separationYear the year in which it was newly laid for separation (新改造), or null
 */
public record Reach(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String fromNodeId,
    String toNodeId,
    Medium medium,
    @Nullable Integer diameterMillimetres,
    @Nullable Double invertFromMetres,
    @Nullable Double invertToMetres,
    boolean invertDerived,
    FlowDirection flowDirection,
    FlowRegime regime,
    ReachLevel level,
    ReachState state,
    String material,
    @Nullable Integer separationYear)
    implements Feature {

  public static final FeatureType<Reach> TYPE =
      FeatureType.<Reach>named("reach", "排水管线", "Reach", GeometryKind.LINE, Reach::fromRow)
          .text("from_node", "起点", "From node", Reach::fromNodeId, "S_Point", "起点编号", "起点点号")
          .text("to_node", "终点", "To node", Reach::toNodeId, "E_Point", "终点编号", "终点点号")
          .code("medium", "介质", "Medium", Medium.class, Reach::medium, "LX", "Type", "管线类别")
          .integer(
              "diameter", "管径", "Diameter", "mm", Reach::diameterMillimetres, "GJ", "PSize", "DS")
          .real("invert_from", "起点管底高程", "Invert from", "m", Reach::invertFromMetres)
          .real("invert_to", "终点管底高程", "Invert to", "m", Reach::invertToMetres)
          .flag("invert_derived", "高程为推算", "Invert derived", Reach::invertDerived)
          .code(
              "flow_direction",
              "流向",
              "Flow direction",
              FlowDirection.class,
              Reach::flowDirection,
              "FlowDir")
          .code("regime", "输送方式", "Flow regime", FlowRegime.class, Reach::regime)
          .code("level", "级别", "Level", ReachLevel.class, Reach::level)
          .code("state", "状态", "State", ReachState.class, Reach::state)
          .text("material", "材质", "Material", Reach::material, "CZ")
          .integer("separation_year", "新改造年份", "Separation year", "年", Reach::separationYear)
          .build();

  /** Returns a copy whose direction of flow was surveyed. */
  public Reach withFlowDirection(FlowDirection surveyed) {
    return new Reach(
        id,
        geometry,
        provenance,
        fromNodeId,
        toNodeId,
        medium,
        diameterMillimetres,
        invertFromMetres,
        invertToMetres,
        invertDerived,
        surveyed,
        regime,
        level,
        state,
        material,
        separationYear);
  }

  private static Reach fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new Reach(
        id,
        geometry,
        provenance,
        row.text("from_node", ""),
        row.text("to_node", ""),
        row.code("medium", Medium.class, Medium.UNKNOWN),
        row.integer("diameter"),
        row.real("invert_from"),
        row.real("invert_to"),
        Boolean.TRUE.equals(row.flag("invert_derived")),
        row.code("flow_direction", FlowDirection.class, FlowDirection.UNKNOWN),
        row.code("regime", FlowRegime.class, FlowRegime.GRAVITY),
        row.code("level", ReachLevel.class, ReachLevel.UNKNOWN),
        row.code("state", ReachState.class, ReachState.UNKNOWN),
        row.text("material", ""),
        row.integer("separation_year"));
  }
}
