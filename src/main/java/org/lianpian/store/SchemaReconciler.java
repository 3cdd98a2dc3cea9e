package org.lianpian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Property;
import org.lianpian.model.StoreException;
import org.lianpian.model.ValueType;

/**
 * Adds the tables and columns that feature types have and the store has not, and records it in
 * {@code lianpian_schema_change}. Never drops or retypes anything.
 */
public abstract class SchemaReconciler {
  private final Connection connection;

  protected SchemaReconciler(Connection connection) {
    this.connection = connection;
  }

  /** Returns the columns of a table with their types as {@link #sqlType}; empty if no table. */
  protected abstract Map<String, String> columnsOf(FeatureTable<?> table) throws SQLException;

  protected abstract String sqlType(ValueType type);

  /** Creates the table with all its columns. */
  protected abstract void createTable(FeatureTable<?> table) throws SQLException;

  /** Adds the geometry column to a table that had none. */
  protected abstract void addGeometry(FeatureTable<?> table) throws SQLException;

  /** Does what belongs to a new column beside adding it. */
  protected abstract void describe(FeatureTable<?> table, Property<?> property) throws SQLException;

  /**
   * @throws StoreException when a column exists with another type
   */
  public final void reconcile(Collection<FeatureTable<?>> tables) throws SQLException {
    for (FeatureTable<?> table : tables) {
      Map<String, String> existing = columnsOf(table);
      if (existing.isEmpty()) {
        createTable(table);
        record(table, null);
        for (Property<?> property : table.type().properties()) {
          describe(table, property);
        }
      } else {
        addMissing(table, existing);
      }
      for (String column : table.referenceColumns()) {
        execute(
            "CREATE INDEX IF NOT EXISTS "
                + FeatureTable.quote(table.type().name() + "_" + column)
                + (" ON " + table.sqlName() + " (" + FeatureTable.quote(column) + ")"));
      }
    }
  }

  private void addMissing(FeatureTable<?> table, Map<String, String> existing) throws SQLException {
    if (table.hasGeometry() && !existing.containsKey(FeatureTable.GEOMETRY)) {
      addGeometry(table);
      record(table, FeatureTable.GEOMETRY);
    }
    for (Property<?> property : table.type().properties()) {
      String type = existing.get(property.name());
      String wanted = sqlType(property.type());
      if (type == null) {
        execute(
            "ALTER TABLE "
                + table.sqlName()
                + (" ADD COLUMN " + FeatureTable.quote(property.name()) + " " + wanted));
        describe(table, property);
        record(table, property.name());
      } else if (!type.equalsIgnoreCase(wanted)) {
        throw new StoreException(
            "Column "
                + table
                + "."
                + property.name()
                + " is "
                + type
                + ", but this program keeps "
                + wanted
                + " in it");
      }
    }
  }

  private void record(FeatureTable<?> table, @Nullable String column) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO lianpian_schema_change (table_name, column_name) VALUES (?, ?)")) {
      statement.setString(1, table.type().name());
      statement.setString(2, column);
      statement.executeUpdate();
    }
  }

  protected final void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  protected final Connection connection() {
    return connection;
  }
}
