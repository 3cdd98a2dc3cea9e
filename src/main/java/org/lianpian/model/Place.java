package org.lianpian.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A named place of the gazetteer (地名): an estate, a road, a house number, a landmark.
 *
 * @param aliases old, short and other names
 * @param road the road of its address, or empty
 * @param houseNumber the number on that road as written, or empty
 */
public record Place(
    String id,
    @Nullable Geometry geometry,
    Provenance provenance,
    String name,
    List<String> aliases,
    PlaceLevel level,
    String adcode,
    String district,
    String street,
    String neighbourhood,
    String road,
    String houseNumber,
    String address)
    implements Feature {

  public static final FeatureType<Place> TYPE =
      FeatureType.<Place>named("place", "地名", "Place", GeometryKind.ANY, Place::fromRow)
          .text("name", "名称", "Name", Place::name, "地名")
          .texts("aliases", "别名", "Aliases", Place::aliases, "曾用名")
          .code("level", "类别", "Level", PlaceLevel.class, Place::level)
          .text("adcode", "区划代码", "Division code", Place::adcode)
          .text("district", "区县", "District", Place::district)
          .text("street", "街道", "Sub-district", Place::street)
          .text("neighbourhood", "社区", "Neighbourhood", Place::neighbourhood)
          .text("road", "道路", "Road", Place::road)
          .text("house_number", "门牌号", "House number", Place::houseNumber)
          .text("address", "地址", "Address", Place::address)
          .build();

  public Place {
    aliases = List.copyOf(aliases);
  }

  private static Place fromRow(
      String id, @Nullable Geometry geometry, Provenance provenance, Row row) {
    return new Place(
        id,
        geometry,
        provenance,
        row.text("name", ""),
        row.texts("aliases"),
        row.code("level", PlaceLevel.class, PlaceLevel.ESTATE),
        row.text("adcode", ""),
        row.text("district", ""),
        row.text("street", ""),
        row.text("neighbourhood", ""),
        row.text("road", ""),
        row.text("house_number", ""),
        row.text("address", ""));
  }
}
