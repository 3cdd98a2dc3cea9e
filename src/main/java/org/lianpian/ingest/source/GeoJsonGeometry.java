package org.lianpian.ingest.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads one GeoJSON geometry; heights are left out. */
final class GeoJsonGeometry {
  private static final int DEEPEST = 8;

  private final GeometryFactory factory = new GeometryFactory();
  private final String layer;
  private final long row;
  private final ImportLimits limits;
  private long vertices;
  private @Nullable String problem;
  private boolean unclosed;

  GeoJsonGeometry(String layer, long row, ImportLimits limits) {
    this.layer = layer;
    this.row = row;
    this.limits = limits;
  }

  /** Returns why the geometry could not be read, or null. */
  @Nullable String problem() {
    return problem;
  }

  /** Tells whether a ring did not end where it began, and was closed. */
  boolean isUnclosed() {
    return unclosed;
  }

  /** Reads the geometry that the parser stands on; null when it is null or unreadable. */
  @Nullable Geometry read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return null;
    }
    String type = "";
    Object coordinates = null;
    List<Geometry> parts = new ArrayList<>();
    while (GeoJsonReader.nextField(parser)) {
      String field = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (field) {
        case "type" -> type = parser.getText();
        case "coordinates" -> coordinates = readCoordinates(parser, 0);
        case "geometries" -> {
          while (token == JsonToken.START_ARRAY && parser.nextToken() == JsonToken.START_OBJECT) {
            Geometry part = read(parser);
            if (part != null) {
              parts.add(part);
            }
          }
        }
        default -> parser.skipChildren();
      }
    }
    try {
      return type.equals("GeometryCollection")
          ? factory.buildGeometry(parts)
          : coordinates == null ? null : build(type, coordinates);
    } catch (IllegalArgumentException | ClassCastException e) {
      problem = type + ": " + e.getMessage();
      return null;
    }
  }

  /** Returns a Coordinate, or a list of what lies one level deeper. */
  private @Nullable Object readCoordinates(JsonParser parser, int depth) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY || depth > DEEPEST) {
      parser.skipChildren();
      return null;
    }
    JsonToken first = parser.nextToken();
    if (first != null && first.isNumeric()) {
      double x = parser.getDoubleValue();
      double y = parser.nextToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
      while (parser.currentToken() != JsonToken.END_ARRAY) {
        parser.nextToken();
      }
      limits.checkVertices(layer, "#" + row, ++vertices);
      return new Coordinate(x, y);
    }
    List<Object> items = new ArrayList<>();
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      Object item = readCoordinates(parser, depth + 1);
      if (item != null) {
        items.add(item);
      }
      parser.nextToken();
    }
    return items;
  }

  private Geometry build(String type, Object coordinates) {
    return switch (type) {
      case "Point" ->
          coordinates instanceof Coordinate c ? factory.createPoint(c) : factory.createPoint();
      case "MultiPoint" -> factory.createMultiPointFromCoords(coordinates(coordinates));
      case "LineString" -> factory.createLineString(coordinates(coordinates));
      case "MultiLineString" ->
          factory.createMultiLineString(
              list(coordinates).stream()
                  .map(part -> factory.createLineString(coordinates(part)))
                  .toArray(LineString[]::new));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" ->
          factory.createMultiPolygon(
              list(coordinates).stream().map(this::polygon).toArray(Polygon[]::new));
      default -> throw new IllegalArgumentException("unknown type");
    };
  }

  private Polygon polygon(Object coordinates) {
    List<LinearRing> rings = new ArrayList<>();
    for (Object ring : list(coordinates)) {
      Coordinate[] given = coordinates(ring);
      Coordinate[] closed = Rings.closed(given);
      unclosed |= closed.length != given.length;
      rings.add(factory.createLinearRing(closed));
    }
    if (rings.isEmpty()) {
      return factory.createPolygon();
    }
    return factory.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static List<?> list(Object coordinates) {
    return (List<?>) coordinates;
  }

  private static Coordinate[] coordinates(Object list) {
    return list(list).stream().map(Coordinate.class::cast).toArray(Coordinate[]::new);
  }
}
