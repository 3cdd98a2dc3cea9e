package org.lianpian.ingest.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.GeometryIssue;
import org.lianpian.ingest.value.Severity;
import org.locationtech.jts.geom.Geometry;

/** A GeoJSON file: scanned once for its columns and CRS, then streamed. */
final class GeoJsonLayer implements SourceLayer {
  private final Path file;
  private final String name;
  private final ImportLimits limits;
  private final List<SourceColumn> columns;
  private final Crs crs;
  private final Style style;

  private GeoJsonLayer(Path file, String name, ImportLimits limits, Set<String> columns, Crs crs) {
    this.file = file;
    this.name = name;
    this.limits = limits;
    this.columns = columns.stream().map(SourceColumn::of).toList();
    this.crs = crs;
    this.style = columns.contains("osm_id") || columns.contains("@id") ? Style.OSM : Style.FEATURES;
  }

  static GeoJsonLayer open(Path file, String name, ImportLimits limits) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    Crs crs = Crs.WGS84;
    boolean json = false;
    try (JsonParser parser = GeoJsonReader.parser(file)) {
      json = parser.nextToken() == JsonToken.START_OBJECT;
      while (json && GeoJsonReader.nextField(parser)) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "crs" -> crs = readCrs(parser, name, crs);
          case "features" -> scanFeatures(parser, columns, name, limits);
          case "properties" -> scanProperties(parser, columns);
          default -> parser.skipChildren();
        }
      }
    }
    if (!json) {
      throw SourceException.refuse("json.not-geojson", name, "不是 GeoJSON", "is not GeoJSON", "");
    }
    limits.checkColumns(name, columns.size());
    return new GeoJsonLayer(file, name, limits, columns, crs);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return "GeoJSON";
  }

  @Override
  public Style style() {
    return style;
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public Crs crs() {
    return crs;
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public List<RowIssue> issues() {
    return List.of();
  }

  @Override
  public Stream<SourceFeature> features() {
    try {
      JsonParser parser = GeoJsonReader.parser(file);
      parser.nextToken();
      long[] row = {0};
      boolean[] inside = {false};
      return Streams.of(parser, () -> next(parser, row, inside));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private @Nullable SourceFeature next(JsonParser parser, long[] row, boolean[] inside)
      throws IOException {
    try {
      if (!inside[0]) {
        if (!enterFeatures(parser)) {
          return row[0]++ == 0 ? single() : null;
        }
        inside[0] = true;
      }
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      row[0]++;
      limits.checkRows(name, row[0]);
      return readFeature(parser, row[0]);
    } catch (JsonParseException e) {
      throw GeoJsonReader.malformed(name, e);
    }
  }

  private static boolean enterFeatures(JsonParser parser) throws IOException {
    while (parser.currentToken() != null && GeoJsonReader.nextField(parser)) {
      boolean features = parser.currentName().equals("features");
      JsonToken token = parser.nextToken();
      if (features && token == JsonToken.START_ARRAY) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  /** Reads a file that holds one Feature instead of a collection. */
  private @Nullable SourceFeature single() throws IOException {
    try (JsonParser parser = GeoJsonReader.parser(file)) {
      parser.nextToken();
      SourceFeature feature = readFeature(parser, 1);
      return feature.geometry() == null && feature.attributes().isEmpty() ? null : feature;
    }
  }

  private SourceFeature readFeature(JsonParser parser, long row) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    Geometry geometry = null;
    String id = null;
    List<RowIssue> issues = new ArrayList<>();
    while (GeoJsonReader.nextField(parser)) {
      String field = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (field) {
        case "id" -> id = token.isScalarValue() ? parser.getText() : null;
        case "properties" -> readProperties(parser, row, attributes);
        case "geometry" -> {
          GeoJsonGeometry reading = new GeoJsonGeometry(name, row, limits);
          geometry = reading.read(parser);
          addIssues(reading, row, issues);
        }
        default -> parser.skipChildren();
      }
    }
    if (id != null && !attributes.containsKey("id") && !attributes.containsKey("osm_id")) {
      attributes.put("id", id);
    }
    return new SourceFeature(row, name + "#" + row, attributes, geometry, issues);
  }

  private void addIssues(GeoJsonGeometry reading, long row, List<RowIssue> issues) {
    if (reading.problem() != null) {
      issues.add(
          issue(
              "geometry.unreadable",
              Severity.ERROR,
              row,
              "图形无法读取：" + reading.problem(),
              "the geometry cannot be read: " + reading.problem()));
    } else if (reading.isUnclosed()) {
      issues.add(
          issue(
              GeometryIssue.UNCLOSED_RING,
              Severity.WARNING,
              row,
              "边界没有闭合，已闭合",
              "a ring was open and has been closed"));
    }
  }

  private RowIssue issue(String code, Severity severity, long row, String zh, String en) {
    String place = name + "#" + row;
    return new RowIssue(
        code, severity, name, row, "geometry", place, "", place + "：" + zh, place + ": " + en, "");
  }

  private void readProperties(JsonParser parser, long row, Map<String, String> attributes)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (GeoJsonReader.nextField(parser)) {
      String property = parser.currentName();
      JsonToken token = parser.nextToken();
      String text =
          token == JsonToken.VALUE_NULL
              ? ""
              : token.isScalarValue() ? parser.getText() : nested(parser);
      limits.checkCell(name, row, text);
      if (!text.isEmpty()) {
        attributes.put(property, text);
      }
    }
  }

  private static String nested(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = GeoJsonReader.JSON.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }

  private static void scanFeatures(
      JsonParser parser, Set<String> columns, String name, ImportLimits limits) throws IOException {
    long rows = 0;
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      limits.checkRows(name, ++rows);
      while (GeoJsonReader.nextField(parser)) {
        String field = parser.currentName();
        JsonToken token = parser.nextToken();
        if (field.equals("properties") && token == JsonToken.START_OBJECT) {
          scanProperties(parser, columns);
        } else {
          if (field.equals("id") && token.isScalarValue()) {
            columns.add("id");
          }
          parser.skipChildren();
        }
      }
    }
  }

  private static void scanProperties(JsonParser parser, Set<String> columns) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (GeoJsonReader.nextField(parser)) {
      columns.add(parser.currentName());
      parser.nextToken();
      parser.skipChildren();
    }
  }

  private static Crs readCrs(JsonParser parser, String name, Crs fallback) throws IOException {
    String text = null;
    int depth = 0;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return fallback;
    }
    do {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) {
        depth++;
      } else if (token == JsonToken.END_OBJECT) {
        depth--;
      } else if (token == JsonToken.FIELD_NAME
          && parser.currentName().equals("name")
          && depth > 1) {
        parser.nextToken();
        text = parser.getText();
      }
    } while (depth > 0 && parser.nextToken() != null);
    if (text == null) {
      return fallback;
    }
    try {
      return Crs.parse(text);
    } catch (IllegalArgumentException e) {
      throw new SourceException(
          RowIssue.ofLayer(
              "crs.unknown",
              Severity.ERROR,
              name,
              name + "：无法识别坐标系 “" + text + "”",
              name + ": unknown coordinate reference system '" + text + "'",
              "EPSG:4326"),
          e);
    }
  }
}
