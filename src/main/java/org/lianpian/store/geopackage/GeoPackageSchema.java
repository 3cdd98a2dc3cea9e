package org.lianpian.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.FeatureType;
import org.lianpian.model.GeometryKind;
import org.lianpian.model.Property;
import org.lianpian.model.ValueType;
import org.lianpian.store.FeatureTable;
import org.lianpian.store.SchemaReconciler;

/**
 * Creates feature tables as a GeoPackage wants them: registered, titled, with an R-tree that
 * triggers keep up to date.
 */
final class GeoPackageSchema extends SchemaReconciler {
  private final int srsId;

  GeoPackageSchema(Connection connection, int srsId) {
    super(connection);
    this.srsId = srsId;
  }

  @Override
  protected Map<String, String> columnsOf(FeatureTable<?> table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection().prepareStatement("SELECT name, type FROM pragma_table_info(?)")) {
      statement.setString(1, table.type().name());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.put(row.getString(1), row.getString(2));
        }
      }
    }
    return columns;
  }

  @Override
  protected String sqlType(ValueType type) {
    return switch (type) {
      case TEXT, CODE, TEXT_LIST, JSON -> "TEXT";
      case INTEGER -> "MEDIUMINT";
      case REAL -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
    };
  }

  @Override
  protected void createTable(FeatureTable<?> table) throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(table.sqlName());
    sql.append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT NOT NULL UNIQUE");
    if (table.hasGeometry()) {
      sql.append(", geom ").append(geometryType(table));
    }
    sql.append(", provenance TEXT NOT NULL");
    for (Property<?> property : table.type().properties()) {
      sql.append(", ").append(FeatureTable.quote(property.name()));
      sql.append(' ').append(sqlType(property.type()));
    }
    sql.append(", row_version INTEGER NOT NULL");
    sql.append(", row_revision INTEGER NOT NULL)");
    execute(sql.toString());
    FeatureType<?> type = table.type();
    update(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
            + " VALUES (?, 'attributes', ?, ?, NULL)",
        type.name(),
        type.zh(),
        type.zh() + " " + type.en());
    if (table.hasGeometry()) {
      registerGeometry(table);
    }
    titles(table, FeatureTable.ID, "编号", "Id", null);
    titles(table, FeatureTable.PROVENANCE, "来源", "Provenance", "application/json");
    titles(table, FeatureTable.VERSION, "行版本", "Version of the row", null);
    titles(table, FeatureTable.REVISION, "行修订", "Revision that wrote the row", null);
  }

  @Override
  protected void addGeometry(FeatureTable<?> table) throws SQLException {
    execute("ALTER TABLE " + table.sqlName() + " ADD COLUMN geom " + geometryType(table));
    registerGeometry(table);
  }

  @Override
  protected void describe(FeatureTable<?> table, Property<?> property) throws SQLException {
    boolean json = property.type() == ValueType.JSON || property.type() == ValueType.TEXT_LIST;
    String unit = property.unit().isEmpty() ? "" : " (" + property.unit() + ")";
    titles(
        table,
        property.name(),
        property.zh(),
        property.en() + unit,
        json ? "application/json" : null);
  }

  private void titles(
      FeatureTable<?> table, String column, String zh, String en, @Nullable String mimeType)
      throws SQLException {
    String sql =
        "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, mime_type)"
            + " SELECT ?1, ?2, CASE WHEN EXISTS (SELECT 1 FROM gpkg_data_columns"
            + " WHERE table_name = ?1 AND name = ?3) THEN ?3 || ' ' || ?2 ELSE ?3 END, ?4, ?5";
    update(sql, table.type().name(), column, zh, en, mimeType);
  }

  private static String geometryType(FeatureTable<?> table) {
    // lines and polygons come single and multiple; their common type is GEOMETRY
    return table.type().geometryKind() == GeometryKind.POINT ? "POINT" : "GEOMETRY";
  }

  private void registerGeometry(FeatureTable<?> table) throws SQLException {
    String name = table.type().name();
    update(
        "UPDATE gpkg_contents SET data_type = 'features', srs_id = ? WHERE table_name = ?",
        srsId,
        name);
    update(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        name,
        geometryType(table),
        srsId);
    update(
        "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',"
            + " 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')",
        name);
    String tree = FeatureTable.quote("rtree_" + name + "_geom");
    execute("CREATE VIRTUAL TABLE " + tree + " USING rtree(id, minx, maxx, miny, maxy)");
    createTriggers(table.sqlName(), "rtree_" + name + "_geom", tree);
  }

  /** Creates the triggers of OGC 12-128r17, annex F.3, word for word. */
  private void createTriggers(String table, String prefix, String tree) throws SQLException {
    String put =
        ("BEGIN INSERT OR REPLACE INTO " + tree + " VALUES (NEW.fid,")
            + " ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END";
    String filled = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";
    String empty = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
    String removeOld = "BEGIN DELETE FROM " + tree + " WHERE id = OLD.fid; END";
    trigger(prefix + "_insert", "AFTER INSERT ON " + table + " WHEN " + filled, put);
    trigger(
        prefix + "_update1",
        "AFTER UPDATE OF geom ON " + table + " WHEN OLD.fid = NEW.fid AND " + filled,
        put);
    trigger(
        prefix + "_update2",
        "AFTER UPDATE OF geom ON " + table + " WHEN OLD.fid = NEW.fid AND " + empty,
        removeOld);
    trigger(
        prefix + "_update3",
        "AFTER UPDATE ON " + table + " WHEN OLD.fid != NEW.fid AND " + filled,
        "BEGIN DELETE FROM " + tree + " WHERE id = OLD.fid; " + put.substring("BEGIN ".length()));
    trigger(
        prefix + "_update4",
        "AFTER UPDATE ON " + table + " WHEN OLD.fid != NEW.fid AND " + empty,
        "BEGIN DELETE FROM " + tree + " WHERE id IN (OLD.fid, NEW.fid); END");
    trigger(prefix + "_delete", "AFTER DELETE ON " + table + " WHEN OLD.geom NOT NULL", removeOld);
  }

  private void trigger(String name, String event, String body) throws SQLException {
    execute("CREATE TRIGGER " + FeatureTable.quote(name) + " " + event + " " + body);
  }

  private void update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
