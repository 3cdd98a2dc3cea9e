package org.lianpian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Change;
import org.lianpian.model.ChangeContext;

/**
 * Reads the changes of a feature: its former states from the history and the present one from its
 * row.
 */
final class HistoryReader {
  private final FeatureTable<?> table;
  private final String geometryExpression;
  private final FeatureTable.WkbOf toWkb;

  HistoryReader(FeatureTable<?> table, String geometryExpression, FeatureTable.WkbOf toWkb) {
    this.table = table;
    this.geometryExpression = geometryExpression;
    this.toWkb = toWkb;
  }

  /** A state and who brought it about; null content is a deletion. */
  private record Entry(ChangeContext context, Change.@Nullable State state) {}

  List<Change> read(Connection connection, String id) throws SQLException {
    SortedMap<Integer, Entry> versions = new TreeMap<>();
    // the row first: if it moves to the history in between it is found there once more, not lost
    readPresent(connection, id, versions);
    readFormer(connection, id, versions);
    List<Change> changes = new ArrayList<>();
    Change.State before = null;
    for (var version : versions.entrySet()) {
      Change.State after = version.getValue().state();
      changes.add(
          new Change(
              table.type().name(),
              id,
              version.getKey(),
              version.getValue().context(),
              before,
              after));
      before = after;
    }
    return changes;
  }

  private void readPresent(Connection connection, String id, SortedMap<Integer, Entry> versions)
      throws SQLException {
    String sql =
        "SELECT r.actor, r.reason, r.changed_at, f.row_version, f.* FROM (SELECT "
            + SqlFeatureStore.columns(table, geometryExpression + " AS geom")
            + ", row_version, row_revision FROM "
            + table.sqlName()
            + " WHERE id = ?) f JOIN lianpian_revision r ON r.id = f.row_revision";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        if (row.next()) {
          FeatureRecord record = table.read(row, 5, toWkb);
          versions.put(
              row.getInt(4),
              new Entry(
                  context(row),
                  new Change.State(
                      table.geometry(record.wkb()), table.rowOf(table.propertiesOf(record)))));
        }
      }
    }
  }

  private void readFormer(Connection connection, String id, SortedMap<Integer, Entry> versions)
      throws SQLException {
    String sql =
        "SELECT r.actor, r.reason, r.changed_at, h.version, h.deleted, "
            + geometryExpression
            + ", h.properties FROM lianpian_history h JOIN lianpian_revision r"
            + " ON r.id = h.revision WHERE h.type = ? AND h.id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.type().name());
      statement.setString(2, id);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          byte[] stored = row.getBytes(6);
          Change.State state =
              row.getBoolean(5)
                  ? null
                  : new Change.State(
                      table.geometry(stored == null ? null : toWkb.apply(stored)),
                      table.rowOf(row.getString(7)));
          versions.putIfAbsent(row.getInt(4), new Entry(context(row), state));
        }
      }
    }
  }

  private static ChangeContext context(ResultSet row) throws SQLException {
    return new ChangeContext(row.getString(1), row.getString(2), Instant.parse(row.getString(3)));
  }
}
