package org.lianpian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.StoreException;
import org.lianpian.model.WriteCounts;

/**
 * Writes features batch by batch within one transaction; a revision is recorded with the first
 * change, so that a write without changes leaves no trace.
 *
 * <p>Not thread-safe.
 */
public abstract class SqlWriter implements FeatureStore.Writer, AutoCloseable {
  private static final int MAX_BATCH_WEIGHT = 16 << 20;

  private final SqlFeatureStore store;
  private final Connection connection;
  private final ChangeContext context;
  private final int batchSize;
  private long revision;
  private boolean ended;

  /**
   * @param batchSize how many features {@link #putBatch} gets at most
   */
  protected SqlWriter(
      SqlFeatureStore store, Connection connection, ChangeContext context, int batchSize) {
    this.store = store;
    this.connection = connection;
    this.context = context;
    this.batchSize = batchSize;
  }

  /** Inserts, updates or leaves features whose ids differ from each other. */
  protected abstract WriteCounts putBatch(FeatureTable<?> table, List<FeatureRecord> batch)
      throws SQLException;

  /** Deletes those of these ids that exist, and returns how many. */
  protected abstract long deleteBatch(FeatureTable<?> table, List<String> ids) throws SQLException;

  /** Does what is left to do before the commit. */
  protected abstract void finish() throws SQLException;

  protected final ChangeContext context() {
    return context;
  }

  protected final Connection connection() {
    return connection;
  }

  @Override
  public final <T extends Feature> WriteCounts put(
      FeatureType<T> type, Stream<? extends T> features) {
    requireUsable();
    FeatureTable<T> table = store.table(type);
    Batch batch = new Batch(table);
    features.sequential().forEachOrdered(feature -> batch.add(table.encode(feature)));
    batch.flush();
    return batch.counts;
  }

  @Override
  public final WriteCounts delete(FeatureType<?> type, Collection<String> ids) {
    requireUsable();
    FeatureTable<?> table = store.table(type);
    List<String> all = new ArrayList<>(new LinkedHashSet<>(ids));
    long deleted = 0;
    try {
      for (int start = 0; start < all.size(); start += batchSize) {
        deleted += deleteBatch(table, all.subList(start, Math.min(all.size(), start + batchSize)));
      }
    } catch (SQLException e) {
      throw new StoreException("Deleting " + table + " from " + store + " failed", e);
    }
    return new WriteCounts(0, 0, 0, deleted);
  }

  /** Returns the number of this write's revision, and records it the first time. */
  protected final long revision() throws SQLException {
    if (revision == 0) {
      long next = SqlFeatureStore.lastRevision(connection) + 1;
      try (PreparedStatement statement =
          connection.prepareStatement(
              "INSERT INTO lianpian_revision (id, actor, reason, changed_at) VALUES (?, ?, ?, ?)")) {
        statement.setLong(1, next);
        statement.setString(2, context.actor());
        statement.setString(3, context.reason());
        statement.setString(4, context.at().toString());
        statement.executeUpdate();
      }
      revision = next;
    }
    return revision;
  }

  /** Ends the writer; it can no longer be used. */
  @Override
  public void close() throws SQLException {
    ended = true;
  }

  private void requireUsable() {
    if (ended) {
      throw new IllegalStateException("The write has ended; its writer cannot be used any more");
    }
  }

  /** Collects records until there are enough to write, or one comes twice. */
  private final class Batch {
    private final FeatureTable<?> table;
    private final List<FeatureRecord> records = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private long weight;
    private WriteCounts counts = WriteCounts.NONE;

    Batch(FeatureTable<?> table) {
      this.table = table;
    }

    void add(FeatureRecord record) {
      if (records.size() == batchSize || weight > MAX_BATCH_WEIGHT || ids.contains(record.id())) {
        flush();
      }
      records.add(record);
      ids.add(record.id());
      weight += record.weight();
    }

    void flush() {
      requireUsable();
      if (records.isEmpty()) {
        return;
      }
      try {
        counts = counts.plus(putBatch(table, records));
      } catch (SQLException e) {
        throw new StoreException(
            "Writing "
                + table
                + " '"
                + records.get(0).id()
                + "' and "
                + (records.size() - 1)
                + " more to "
                + store
                + " failed",
            e);
      }
      records.clear();
      ids.clear();
      weight = 0;
    }
  }
}
