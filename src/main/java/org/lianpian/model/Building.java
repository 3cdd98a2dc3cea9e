package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A building (楼栋, INSPIRE Building) with its footprint.
 *
 * @param communityId the community it belongs to, or null for a scattered building (零散楼)
 * @param number the building's number or name within its community
 */
public record Building(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    @Nullable String communityId,
    String number,
    BuildingUse use,
    OriginType originType,
    @Nullable Integer storeys,
    @Nullable Integer households,
    @Nullable Integer builtYear,
    BalconyRiser balconyRiser)
    implements Feature {

  public static final FeatureType<Building> TYPE =
      FeatureType.<Building>named(
              "building", "楼栋", "Building", GeometryKind.POLYGON, Building::fromRow)
          .text("community_id", "小区编号", "Community", Building::communityId, "所属小区编号")
          .text("number", "楼栋号", "Number", Building::number, "栋号", "幢号", "name")
          .code("use", "用途", "Use", BuildingUse.class, Building::use, "房屋用途")
          .code("origin_type", "来源类型", "Origin", OriginType.class, Building::originType, "产权性质")
          .integer("storeys", "层数", "Storeys", "层", Building::storeys, "楼层", "building:levels")
          .integer("households", "户数", "Households", "户", Building::households)
          .integer("built_year", "建成年份", "Built", "年", Building::builtYear, "建成年代")
          .code(
              "balcony_riser",
              "阳台立管",
              "Balcony riser",
              BalconyRiser.class,
              Building::balconyRiser,
              "阳台排水管")
          .build();

  private static Building fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new Building(
        id,
        geometry,
        provenance,
        row.text("community_id"),
        row.text("number", ""),
        row.code("use", BuildingUse.class, BuildingUse.UNKNOWN),
        row.code("origin_type", OriginType.class, OriginType.UNKNOWN),
        row.integer("storeys"),
        row.integer("households"),
        row.integer("built_year"),
        row.code("balcony_riser", BalconyRiser.class, BalconyRiser.UNKNOWN));
  }
}
