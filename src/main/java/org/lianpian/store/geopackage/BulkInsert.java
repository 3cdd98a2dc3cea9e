package org.lianpian.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.lianpian.store.FeatureRecord;
import org.lianpian.store.FeatureTable;

/**
 * Many insertions into an empty feature table: the trigger that would put each row into the R-tree
 * is taken away, and {@link #end} fills the tree at once and puts the trigger back.
 *
 * <p>All within the write's transaction, so that nobody else ever sees the table without it.
 */
final class BulkInsert {
  private final Connection connection;
  private final String trigger;
  private final PackedTree tree;
  private long nextFid;

  private BulkInsert(Connection connection, String trigger, PackedTree tree, long nextFid) {
    this.connection = connection;
    this.trigger = trigger;
    this.tree = tree;
    this.nextFid = nextFid;
  }

  /** Returns null when the table has rows. */
  static @Nullable BulkInsert beginIfEmpty(Connection connection, FeatureTable<?> table)
      throws SQLException {
    String tree = "rtree_" + table.type().name() + "_geom";
    long nextFid;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1 FROM " + table.sqlName() + " LIMIT 1")) {
      if (row.next()) {
        return null;
      }
    }
    String sql =
        "SELECT sql, coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0) + 1"
            + " FROM sqlite_master WHERE type = 'trigger' AND name = ?";
    String trigger;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.type().name());
      statement.setString(2, tree + "_insert");
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        trigger = row.getString(1);
        nextFid = row.getLong(2);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER " + FeatureTable.quote(tree + "_insert"));
    }
    return new BulkInsert(connection, trigger, new PackedTree(tree), nextFid);
  }

  /** Returns the row id for a record that is inserted next, and remembers its box. */
  long fidOf(FeatureRecord record) {
    long fid = nextFid++;
    if (!record.envelope().isNull()) {
      tree.add(fid, record.envelope());
    }
    return fid;
  }

  /** Fills the tree; the rows must be in the table. */
  void end() throws SQLException {
    tree.write(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(trigger);
    }
  }
}
