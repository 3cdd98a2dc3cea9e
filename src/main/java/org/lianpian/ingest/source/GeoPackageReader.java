package org.lianpian.ingest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.value.Severity;
import org.sqlite.SQLiteConfig;

/**
 * Reads the feature and attribute tables of a GeoPackage, read-only.
 *
 * <p>Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.
 */
final class GeoPackageReader implements SourceReader {

  @Override
  public String format() {
    return "GeoPackage";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    return new String(head, 0, Math.min(16, head.length), StandardCharsets.US_ASCII)
        .startsWith("SQLite format 3");
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    String name = SourceFiles.name(file);
    try (Connection connection = connect(file)) {
      List<SourceLayer> layers = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet tables =
              statement.executeQuery(
                  "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c"
                      + " LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name"
                      + " WHERE c.data_type IN ('features', 'attributes') ORDER BY c.table_name")) {
        while (tables.next()) {
          String table = tables.getString(1);
          String geometry = tables.getString(2);
          Crs crs = geometry == null ? null : crs(connection, tables.getInt(3), table);
          layers.add(
              GeoPackageLayer.open(connection, file, table, geometry, crs, options.limits()));
        }
      }
      return layers;
    } catch (SQLException e) {
      throw damaged(name, e);
    }
  }

  static Connection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try (Statement statement = connection.createStatement()) {
      // a stranger's file must not run functions of its own through views
      statement.execute("PRAGMA trusted_schema = OFF");
    }
    return connection;
  }

  static SourceException damaged(String name, SQLException cause) {
    return new SourceException(
        RowIssue.ofLayer(
            "gpkg.malformed",
            Severity.ERROR,
            name,
            name + "：不是有效的 GeoPackage 或已损坏",
            name + ": is no valid GeoPackage, or damaged",
            ""),
        cause);
  }

  private static @Nullable Crs crs(Connection connection, int srsId, String layer)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys"
                + " WHERE srs_id = ?")) {
      statement.setInt(1, srsId);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || srsId <= 0) {
          return null;
        }
        return "EPSG".equalsIgnoreCase(row.getString(1))
            ? new Crs(row.getInt(2))
            : CrsText.parse(row.getString(3), layer);
      }
    }
  }
}
