package org.lianpian.ingest.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.value.Severity;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** A table of a GeoPackage, streamed in the order of its rows. */
record GeoPackageLayer(
    Path file,
    String name,
    @Nullable String geometryColumn,
    @Nullable Crs crs,
    List<SourceColumn> columns,
    ImportLimits limits)
    implements SourceLayer {

  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  static GeoPackageLayer open(
      Connection connection,
      Path file,
      String table,
      @Nullable String geometryColumn,
      @Nullable Crs crs,
      ImportLimits limits)
      throws SQLException {
    List<SourceColumn> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA table_info(" + quoted(table) + ")")) {
      while (rows.next()) {
        String column = rows.getString("name");
        if (!column.equals(geometryColumn)) {
          columns.add(SourceColumn.of(column));
        }
      }
    }
    limits.checkColumns(table, columns.size());
    return new GeoPackageLayer(file, table, geometryColumn, crs, List.copyOf(columns), limits);
  }

  @Override
  public String format() {
    return "GeoPackage";
  }

  @Override
  public Style style() {
    return columns.stream().anyMatch(column -> column.name().equals("osm_id"))
        ? Style.OSM
        : Style.FEATURES;
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
      Connection connection = GeoPackageReader.connect(file);
      Statement statement = connection.createStatement();
      ResultSet rows = statement.executeQuery("SELECT * FROM " + quoted(name) + " ORDER BY rowid");
      long[] row = {0};
      return Streams.of(connection, () -> next(rows, row));
    } catch (SQLException e) {
      throw GeoPackageReader.damaged(name, e);
    }
  }

  private @Nullable SourceFeature next(ResultSet rows, long[] row) {
    try {
      if (!rows.next()) {
        return null;
      }
      limits.checkRows(name, ++row[0]);
      Map<String, String> attributes = new LinkedHashMap<>();
      for (SourceColumn column : columns) {
        Object value = rows.getObject(column.name());
        if (value != null && !(value instanceof byte[])) {
          String text = value.toString();
          limits.checkCell(name, row[0], text);
          if (!text.isEmpty()) {
            attributes.put(column.name(), text);
          }
        }
      }
      List<RowIssue> issues = new ArrayList<>();
      Geometry geometry = null;
      byte[] blob = geometryColumn == null ? null : rows.getBytes(geometryColumn);
      if (blob != null) {
        geometry = geometry(blob, row[0], issues);
      }
      return new SourceFeature(row[0], name + "#" + row[0], attributes, geometry, issues);
    } catch (SQLException e) {
      throw GeoPackageReader.damaged(name, e);
    }
  }

  private @Nullable Geometry geometry(byte[] blob, long row, List<RowIssue> issues) {
    int envelope = blob.length < 8 ? -1 : (blob[3] >> 1) & 0x07;
    boolean valid =
        envelope >= 0
            && envelope < ENVELOPE_BYTES.length
            && blob[0] == 'G'
            && blob[1] == 'P'
            && (blob[3] & 0x20) == 0;
    limits.checkVertices(name, "#" + row, blob.length / 16);
    try {
      if (valid) {
        int start = 8 + ENVELOPE_BYTES[envelope];
        return new WKBReader()
            .read(java.util.Arrays.copyOfRange(blob, Math.min(start, blob.length), blob.length));
      }
    } catch (ParseException | IllegalArgumentException e) {
      valid = false;
    }
    issues.add(
        new RowIssue(
            "geometry.unreadable",
            Severity.ERROR,
            name,
            row,
            String.valueOf(geometryColumn),
            "",
            "",
            name + "#" + row + "：图形无法读取",
            name + "#" + row + ": the geometry cannot be read",
            ""));
    return null;
  }

  private static String quoted(String identifier) {
    return "\"" + identifier.replace("\"", "\"\"") + "\"";
  }
}
