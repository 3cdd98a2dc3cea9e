package org.lianpian.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An old residential community (老旧小区): the unit of eligibility, packaging and sewage status.
 *
 * <p>Numbers are null when unknown; unknown is never zero.
 *
 * @param geometry the parcel as a polygon, or a point when only a position is known, or null
 * @param sigmaMetres standard error of the position in metres; 0 for surveyed polygons
 * @param address the address verbatim
 * @param adcode the six-digit code of the district, GB/T 2260, or empty
 * @param urban whether it lies in the urban area or a county town; null when unknown
 * @param acceptedOn when its last renovation was accepted, or null
 */
public record Community(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String name,
    List<String> aliases,
    String address,
    String adcode,
    String district,
    String street,
    String neighbourhood,
    PositionLevel positionLevel,
    double sigmaMetres,
    BuildPeriod built,
    @Nullable Integer buildings,
    @Nullable Integer households,
    @Nullable Double grossFloorArea,
    OriginType originType,
    String structure,
    @Nullable Integer storeys,
    StructuralGrade structuralGrade,
    FacilityCondition facilityCondition,
    Willingness willingness,
    @Nullable Boolean urban,
    @Nullable Integer renovatedYear,
    @Nullable LocalDate acceptedOn,
    String remarks)
    implements Feature {

  public static final FeatureType<Community> TYPE =
      FeatureType.<Community>named(
              "community", "小区", "Community", GeometryKind.ANY, Community::fromRow)
          .text("name", "小区名称", "Name", Community::name, "名称", "小区", "项目名称", "小区名")
          .texts("aliases", "别名", "Aliases", Community::aliases, "曾用名", "又名")
          .text("address", "地址", "Address", Community::address, "小区地址", "详细地址", "坐落", "位置")
          .text("adcode", "区划代码", "Division code", Community::adcode, "行政区划代码")
          .text("district", "区县", "District", Community::district, "区", "县区", "所在区", "行政区")
          .text("street", "街道", "Sub-district", Community::street, "镇街", "所属街道", "乡镇街道")
          .text(
              "neighbourhood", "社区", "Neighbourhood", Community::neighbourhood, "居委会", "所属社区", "居委")
          .code(
              "position_level",
              "定位等级",
              "Position level",
              PositionLevel.class,
              Community::positionLevel)
          .real("sigma", "定位误差", "Position error", "m", Community::sigmaMetres)
          .integer("built_from", "建成年份起", "Built from", "年", c -> c.built().from())
          .integer("built_to", "建成年份止", "Built to", "年", c -> c.built().to())
          .code(
              "built_precision",
              "年份精度",
              "Built precision",
              BuiltPrecision.class,
              c -> c.built().precision())
          .text(
              "built_text",
              "建成年份",
              "Built",
              c -> c.built().text(),
              "建成时间",
              "建设年代",
              "建成年代",
              "年代",
              "build_year")
          .integer("buildings", "栋数", "Buildings", "栋", Community::buildings, "楼栋数", "幢数", "楼栋")
          .integer("households", "户数", "Households", "户", Community::households, "居民户数", "总户数")
          .real(
              "gross_floor_area",
              "建筑面积",
              "Gross floor area",
              "m2",
              Community::grossFloorArea,
              "总建筑面积",
              "改造面积")
          .code(
              "origin_type",
              "来源类型",
              "Origin",
              OriginType.class,
              Community::originType,
              "产权性质",
              "房屋性质")
          .text("structure", "结构", "Structure", Community::structure, "建筑结构", "结构类型")
          .integer("storeys", "层数", "Storeys", "层", Community::storeys, "最高层数", "楼层")
          .code(
              "structural_grade",
              "房屋安全等级",
              "Structural grade",
              StructuralGrade.class,
              Community::structuralGrade,
              "安全等级")
          .code(
              "facility_condition",
              "设施状况",
              "Facility condition",
              FacilityCondition.class,
              Community::facilityCondition,
              "配套设施状况",
              "基础设施状况")
          .code(
              "willingness",
              "改造意愿",
              "Willingness",
              Willingness.class,
              Community::willingness,
              "居民意愿")
          .flag("urban", "城镇范围内", "Urban", Community::urban)
          .integer("renovated_year", "已改造年份", "Renovated", "年", Community::renovatedYear, "改造年份")
          .date("accepted_on", "验收日期", "Accepted on", Community::acceptedOn, "竣工验收日期")
          .text("remarks", "备注", "Remarks", Community::remarks)
          .build();

  public Community {
    aliases = List.copyOf(aliases);
    requireNotNegative("buildings", buildings);
    requireNotNegative("households", households);
    requireNotNegative("gross floor area", grossFloorArea);
    if (!(sigmaMetres >= 0)) {
      throw new IllegalArgumentException("sigmaMetres must be >= 0, was " + sigmaMetres);
    }
  }

  private static void requireNotNegative(String what, @Nullable Number number) {
    if (number != null && !(number.doubleValue() >= 0)) {
      throw new IllegalArgumentException(what + " must be >= 0, was " + number);
    }
  }

  private static Community fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    Double sigma = row.real("sigma");
    return new Community(
        id,
        geometry,
        provenance,
        row.text("name", ""),
        row.texts("aliases"),
        row.text("address", ""),
        row.text("adcode", ""),
        row.text("district", ""),
        row.text("street", ""),
        row.text("neighbourhood", ""),
        row.code("position_level", PositionLevel.class, PositionLevel.UNKNOWN),
        sigma == null ? 0 : sigma,
        new BuildPeriod(
            row.integer("built_from"),
            row.integer("built_to"),
            row.code("built_precision", BuiltPrecision.class, BuiltPrecision.UNKNOWN),
            row.text("built_text", "")),
        row.integer("buildings"),
        row.integer("households"),
        row.real("gross_floor_area"),
        row.code("origin_type", OriginType.class, OriginType.UNKNOWN),
        row.text("structure", ""),
        row.integer("storeys"),
        row.code("structural_grade", StructuralGrade.class, StructuralGrade.UNKNOWN),
        row.code("facility_condition", FacilityCondition.class, FacilityCondition.UNKNOWN),
        row.code("willingness", Willingness.class, Willingness.UNKNOWN),
        row.flag("urban"),
        row.integer("renovated_year"),
        row.date("accepted_on"),
        row.text("remarks", ""));
  }

  /** Returns a copy at another position. */
  public Community withPosition(
      @Nullable Geometry newGeometry, PositionLevel level, double newSigmaMetres) {
    return new Community(
        id,
        newGeometry,
        provenance,
        name,
        aliases,
        address,
        adcode,
        district,
        street,
        neighbourhood,
        level,
        newSigmaMetres,
        built,
        buildings,
        households,
        grossFloorArea,
        originType,
        structure,
        storeys,
        structuralGrade,
        facilityCondition,
        willingness,
        urban,
        renovatedYear,
        acceptedOn,
        remarks);
  }
}
