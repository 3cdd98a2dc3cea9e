package org.lianpian.store.postgis;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Property;
import org.lianpian.model.StoreException;
import org.lianpian.model.ValueType;
import org.lianpian.model.WriteCounts;
import org.lianpian.store.FeatureRecord;
import org.lianpian.store.FeatureTable;
import org.lianpian.store.JsonCodec;
import org.lianpian.store.SqlWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Writes into PostGIS: copies a batch into a temporary table, then lets the database keep the old
 * states of what differs and put the new ones in their place.
 */
final class PostgisWriter extends SqlWriter {
  private static final int BATCH_SIZE = 20_000;

  private final int srid;
  private final Set<String> staged = new HashSet<>();

  PostgisWriter(PostgisFeatureStore store, Connection connection, ChangeContext context, int srid) {
    super(store, connection, context, BATCH_SIZE);
    this.srid = srid;
  }

  @Override
  protected WriteCounts putBatch(FeatureTable<?> table, List<FeatureRecord> batch)
      throws SQLException {
    stage(table, batch);
    dropSameTrees(table);
    long differing = count(table);
    if (differing == 0) {
      return new WriteCounts(0, 0, batch.size(), 0);
    }
    long updated = keepStates(table, "JOIN " + staging(table) + " s ON s.id = t.id", List.of());
    long written = upsert(table);
    if (written != differing) {
      throw new StoreException(
          "Writing " + table + ": " + differing + " rows differ but " + written + " were written");
    }
    return new WriteCounts(written - updated, updated, batch.size() - written, 0);
  }

  @Override
  protected long deleteBatch(FeatureTable<?> table, List<String> ids) throws SQLException {
    if (!anyOf(table, ids)) {
      return 0;
    }
    keepStates(table, "WHERE t.id = ANY (?)", ids);
    String sql =
        "WITH gone AS (DELETE FROM "
            + table.sqlName()
            + " WHERE id = ANY (?) RETURNING id, row_version)"
            + " INSERT INTO lianpian_history (type, id, version, revision, deleted)"
            + " SELECT ?, id, row_version + 1, ?, true FROM gone";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setArray(1, connection().createArrayOf("text", ids.toArray()));
      statement.setString(2, table.type().name());
      statement.setLong(3, revision());
      return statement.executeUpdate();
    }
  }

  @Override
  protected void finish() {}

  private boolean anyOf(FeatureTable<?> table, List<String> ids) throws SQLException {
    try (PreparedStatement statement =
        connection()
            .prepareStatement(
                "SELECT EXISTS (SELECT 1 FROM " + table.sqlName() + " WHERE id = ANY (?))")) {
      statement.setArray(1, connection().createArrayOf("text", ids.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static String staging(FeatureTable<?> table) {
    return FeatureTable.quote("staging_" + table.type().name());
  }

  /** Fills the staging table with the batch, less what equals the present rows in its texts. */
  private void stage(FeatureTable<?> table, List<FeatureRecord> batch) throws SQLException {
    if (staged.add(table.type().name())) {
      createStaging(table);
    } else {
      execute("TRUNCATE " + staging(table));
    }
    String copy = "COPY " + staging(table) + " FROM STDIN (FORMAT binary)";
    try (PGCopyOutputStream target =
        new PGCopyOutputStream(connection().unwrap(PGConnection.class), copy, 1 << 16)) {
      BinaryCopy.write(table, batch, target);
    } catch (IOException e) {
      throw new SQLException("COPY into " + staging(table), e);
    }
    execute(
        "DELETE FROM "
            + staging(table)
            + " s USING "
            + table.sqlName()
            + " t WHERE t.id = s.id AND "
            + same(table, true));
  }

  private void createStaging(FeatureTable<?> table) throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE TEMPORARY TABLE ").append(staging(table));
    sql.append(" (id text COLLATE \"C\" PRIMARY KEY");
    if (table.hasGeometry()) {
      sql.append(", geom ").append(PostgisSchema.geometryType(table, srid));
    }
    sql.append(", provenance json NOT NULL");
    for (Property<?> property : table.type().properties()) {
      sql.append(", ").append(FeatureTable.quote(property.name()));
      sql.append(' ').append(PostgisSchema.typeOf(property.type()));
    }
    execute(sql.append(") ON COMMIT DROP").toString());
  }

  /** Returns the condition that present (t) and staged (s) rows are the same, trees or not. */
  private static String same(FeatureTable<?> table, boolean trees) {
    List<String> conditions = new ArrayList<>();
    if (table.hasGeometry()) {
      conditions.add(same("ST_AsBinary(t.geom)", "ST_AsBinary(s.geom)"));
    }
    if (trees) {
      conditions.add(same("t.provenance::text", "s.provenance::text"));
    }
    for (Property<?> property : table.type().properties()) {
      if (trees || property.type() != ValueType.JSON) {
        boolean json = PostgisSchema.typeOf(property.type()).equals("json");
        String column = FeatureTable.quote(property.name()) + (json ? "::text" : "");
        conditions.add(same("t." + column, "s." + column));
      }
    }
    return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
  }

  private static String same(String present, String other) {
    return present + " IS NOT DISTINCT FROM " + other;
  }

  /** Removes from staging what differs from the present rows in the order of JSON keys only. */
  private void dropSameTrees(FeatureTable<?> table) throws SQLException {
    List<String> trees = new ArrayList<>(List.of(FeatureTable.PROVENANCE));
    for (Property<?> property : table.type().properties()) {
      if (property.type() == ValueType.JSON) {
        trees.add(property.name());
      }
    }
    String columns =
        trees.stream()
            .map(FeatureTable::quote)
            .map(column -> "t." + column + "::text, s." + column + "::text")
            .collect(Collectors.joining(", "));
    String sql =
        "SELECT s.id, "
            + columns
            + " FROM "
            + staging(table)
            + " s JOIN "
            + table.sqlName()
            + " t ON t.id = s.id WHERE "
            + same(table, false);
    List<String> same = new ArrayList<>();
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setFetchSize(100);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (sameTrees(row, trees.size())) {
            same.add(row.getString(1));
          }
        }
      }
    }
    if (!same.isEmpty()) {
      try (PreparedStatement statement =
          connection().prepareStatement("DELETE FROM " + staging(table) + " WHERE id = ANY (?)")) {
        statement.setArray(1, connection().createArrayOf("text", same.toArray()));
        statement.executeUpdate();
      }
    }
  }

  private static boolean sameTrees(ResultSet row, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      String present = row.getString(2 + 2 * i);
      String other = row.getString(3 + 2 * i);
      boolean same =
          present == null || other == null
              ? present == null && other == null
              : JsonCodec.sameTree(present, other);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private long count(FeatureTable<?> table) throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + staging(table))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Copies present rows, as {@code which} selects them, to the history; returns how many. */
  private long keepStates(FeatureTable<?> table, String which, List<String> ids)
      throws SQLException {
    String properties =
        table.type().properties().stream()
            .map(property -> "t." + FeatureTable.quote(property.name()))
            .collect(Collectors.joining(", "));
    String sql =
        "INSERT INTO lianpian_history"
            + " (type, id, version, revision, deleted, geom, provenance, properties)"
            + " SELECT ?, t.id, t.row_version, t.row_revision, false, "
            + (table.hasGeometry() ? "t.geom" : "NULL")
            + (", t.provenance, (SELECT to_json(p) FROM (SELECT " + properties + ") p) FROM ")
            + (table.sqlName() + " t " + which);
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setString(1, table.type().name());
      if (!ids.isEmpty()) {
        statement.setArray(2, connection().createArrayOf("text", ids.toArray()));
      }
      return statement.executeUpdate();
    }
  }

  private long upsert(FeatureTable<?> table) throws SQLException {
    String columns = FeatureTable.list(table.contentColumns());
    String changes =
        table.contentColumns().stream()
            .map(FeatureTable::quote)
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    String staged =
        table.contentColumns().stream()
            .map(column -> "s." + FeatureTable.quote(column))
            .collect(Collectors.joining(", "));
    // a feature that was deleted before goes on counting its versions
    String sql =
        "INSERT INTO "
            + table.sqlName()
            + " AS t (id, "
            + columns
            + ", row_version, row_revision)"
            + " SELECT s.id, "
            + staged
            + ", coalesce((SELECT max(h.version) FROM lianpian_history h"
            + " WHERE h.type = ? AND h.id = s.id AND h.deleted), 0) + 1, ? FROM "
            + staging(table)
            + " s ON CONFLICT (id) DO UPDATE SET "
            + changes
            + ", row_version = t.row_version + 1, row_revision = excluded.row_revision";
    try (PreparedStatement statement = connection().prepareStatement(sql)) {
      statement.setString(1, table.type().name());
      statement.setLong(2, revision());
      return statement.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
