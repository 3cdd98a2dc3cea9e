package org.lianpian.ingest.estate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;
import org.lianpian.model.Property;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;
import org.lianpian.model.ValueType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Writes whole communities as trees and reads them again, without any loss. Static. */
final class EstateSides {

  private EstateSides() {}

  /** Returns the community as a tree: id, geometry as hexadecimal WKB, origin and all values. */
  static Map<String, @Nullable Object> write(Community community) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", community.id());
    Geometry geometry = community.geometry();
    tree.put(
        "wkb",
        geometry == null
            ? null
            : WKBWriter.toHex(new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry)));
    tree.put("source", community.provenance().source());
    tree.put("locator", community.provenance().locator());
    tree.put("original", new LinkedHashMap<>(community.provenance().original()));
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Community.TYPE
        .toRow(community)
        .values()
        .forEach(
            (name, value) ->
                values.put(name, value instanceof LocalDate date ? date.toString() : value));
    tree.put("values", values);
    return tree;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param epsg the CRS of the dataset
   */
  static Community read(Object side, int epsg) {
    Map<?, ?> tree = (Map<?, ?>) side;
    Map<?, ?> written = map(tree, "values");
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Property<Community> property : Community.TYPE.properties()) {
      values.put(property.name(), value(property, written.get(property.name())));
    }
    Map<String, String> original = new LinkedHashMap<>();
    map(tree, "original").forEach((name, text) -> original.put((String) name, (String) text));
    return Community.TYPE.create(
        text(tree, "id"),
        geometry((String) tree.get("wkb"), epsg),
        new Provenance(text(tree, "source"), text(tree, "locator"), original),
        new Row(values));
  }

  private static Map<?, ?> map(Map<?, ?> tree, String name) {
    if (tree.get(name) instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("A kept source has no " + name);
  }

  private static String text(Map<?, ?> tree, String name) {
    if (tree.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("A kept source has no " + name);
  }

  private static @Nullable Object value(Property<?> property, @Nullable Object written) {
    if (written == null) {
      return property.type() == ValueType.TEXT_LIST ? List.of() : null;
    }
    return switch (property.type()) {
      case DATE -> LocalDate.parse((String) written);
      case REAL -> ((Number) written).doubleValue();
      case INTEGER -> ((Number) written).intValue();
      case TEXT_LIST -> {
        List<String> texts = new ArrayList<>();
        ((List<?>) written).forEach(text -> texts.add((String) text));
        yield texts;
      }
      case TEXT, CODE, BOOLEAN, JSON -> written;
    };
  }

  private static @Nullable Geometry geometry(@Nullable String hex, int epsg) {
    if (hex == null) {
      return null;
    }
    try {
      return new WKBReader(new GeometryFactory(new PrecisionModel(), epsg))
          .read(WKBReader.hexToBytes(hex));
    } catch (ParseException e) {
      throw new IllegalArgumentException("A kept source has no readable geometry", e);
    }
  }
}
