package org.lianpian.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A public service facility (公共服务设施): where residents get a service on foot.
 *
 * @param capacity places, beds or stalls as its class counts them, or null when not known
 */
public record Facility(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String name,
    FacilityClass facilityClass,
    @Nullable Integer capacity,
    String address)
    implements Feature {

  public static final FeatureType<Facility> TYPE =
      FeatureType.<Facility>named(
              "facility", "公共服务设施", "Facility", GeometryKind.ANY, Facility::fromRow)
          .text("name", "名称", "Name", Facility::name, "设施名称")
          .code(
              "facility_class",
              "设施类别",
              "Class",
              FacilityClass.class,
              Facility::facilityClass,
              "设施类型",
              "服务类别",
              "amenity")
          .integer("capacity", "规模", "Capacity", "", Facility::capacity, "床位数", "车位数")
          .text("address", "地址", "Address", Facility::address)
          .build();

  private static Facility fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new Facility(
        id,
        geometry,
        provenance,
        row.text("name", ""),
        row.code("facility_class", FacilityClass.class, FacilityClass.UNKNOWN),
        row.integer("capacity"),
        row.text("address", ""));
  }
}
