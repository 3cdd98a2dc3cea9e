package org.lianpian.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lianpian.model.GeometryKind;
import org.lianpian.model.Property;
import org.lianpian.model.ValueType;
import org.lianpian.store.FeatureTable;
import org.lianpian.store.SchemaReconciler;

/** Creates feature tables in a PostGIS schema, with a GiST index and titles as comments. */
final class PostgisSchema extends SchemaReconciler {
  private final String schema;
  private final int srid;

  PostgisSchema(Connection connection, String schema, int srid) {
    super(connection);
    this.schema = schema;
    this.srid = srid;
  }

  @Override
  protected Map<String, String> columnsOf(FeatureTable<?> table) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (PreparedStatement statement =
        connection()
            .prepareStatement(
                "SELECT column_name, data_type FROM information_schema.columns"
                    + " WHERE table_schema = ? AND table_name = ?")) {
      statement.setString(1, schema);
      statement.setString(2, table.type().name());
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
    return typeOf(type);
  }

  static String typeOf(ValueType type) {
    return switch (type) {
      case TEXT, CODE -> "text";
      // json keeps the text, jsonb would sort the keys and lose 1 against 1.0
      case TEXT_LIST, JSON -> "json";
      case INTEGER -> "integer";
      case REAL -> "double precision";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
    };
  }

  @Override
  protected void createTable(FeatureTable<?> table) throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(table.sqlName());
    sql.append(" (id text COLLATE \"C\" PRIMARY KEY");
    if (table.hasGeometry()) {
      sql.append(", geom ").append(geometryType(table, srid));
    }
    sql.append(", provenance json NOT NULL");
    for (Property<?> property : table.type().properties()) {
      sql.append(", ").append(FeatureTable.quote(property.name()));
      sql.append(' ').append(sqlType(property.type()));
    }
    sql.append(", row_version integer NOT NULL");
    sql.append(", row_revision bigint NOT NULL REFERENCES lianpian_revision (id))");
    execute(sql.toString());
    comment("TABLE " + table.sqlName(), table.type().zh() + " " + table.type().en());
    if (table.hasGeometry()) {
      indexGeometry(table);
    }
  }

  static String geometryType(FeatureTable<?> table, int srid) {
    // lines and polygons come single and multiple; their common type is Geometry
    String type = table.type().geometryKind() == GeometryKind.POINT ? "Point" : "Geometry";
    return "geometry(" + type + ", " + srid + ")";
  }

  @Override
  protected void addGeometry(FeatureTable<?> table) throws SQLException {
    execute("ALTER TABLE " + table.sqlName() + " ADD COLUMN geom " + geometryType(table, srid));
    indexGeometry(table);
  }

  private void indexGeometry(FeatureTable<?> table) throws SQLException {
    String index = FeatureTable.quote(table.type().name() + "_geom");
    execute("CREATE INDEX " + index + " ON " + table.sqlName() + " USING gist (geom)");
  }

  @Override
  protected void describe(FeatureTable<?> table, Property<?> property) throws SQLException {
    String unit = property.unit().isEmpty() ? "" : " (" + property.unit() + ")";
    comment(
        "COLUMN " + table.sqlName() + "." + FeatureTable.quote(property.name()),
        property.zh() + " " + property.en() + unit);
  }

  private void comment(String on, String text) throws SQLException {
    // COMMENT takes no parameters
    try (PreparedStatement statement = connection().prepareStatement("SELECT quote_literal(?)")) {
      statement.setString(1, text);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        execute("COMMENT ON " + on + " IS " + row.getString(1));
      }
    }
  }
}
