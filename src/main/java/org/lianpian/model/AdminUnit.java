package org.lianpian.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An administrative unit (行政区划, INSPIRE AdministrativeUnit) with its validity.
 *
 * @param code GB/T 2260 or statistical code, an internal code with prefix {@code X}, or empty
 * @param parentCode the code of the unit above, or empty
 * @param validFrom first day it existed under this code, or null when not known
 * @param validTo last day, or null when it still exists
 * @param successors codes of the units that replaced it
 */
public record AdminUnit(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String code,
    String name,
    AdminLevel level,
    String parentCode,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    List<String> successors)
    implements Feature {

  public static final FeatureType<AdminUnit> TYPE =
      FeatureType.<AdminUnit>named(
              "admin_unit", "行政区划", "Administrative unit", GeometryKind.POLYGON, AdminUnit::fromRow)
          .text("code", "代码", "Code", AdminUnit::code, "adcode", "towncode")
          .text("name", "名称", "Name", AdminUnit::name)
          .code("level", "层级", "Level", AdminLevel.class, AdminUnit::level)
          .text("parent_code", "上级代码", "Parent", AdminUnit::parentCode)
          .date("valid_from", "启用日期", "Valid from", AdminUnit::validFrom)
          .date("valid_to", "停用日期", "Valid to", AdminUnit::validTo)
          .texts("successors", "现代码", "Successors", AdminUnit::successors)
          .build();

  public AdminUnit {
    successors = List.copyOf(successors);
  }

  private static AdminUnit fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new AdminUnit(
        id,
        geometry,
        provenance,
        row.text("code", ""),
        row.text("name", ""),
        row.code("level", AdminLevel.class, AdminLevel.INTERNAL),
        row.text("parent_code", ""),
        row.date("valid_from"),
        row.date("valid_to"),
        row.texts("successors"));
  }
}
