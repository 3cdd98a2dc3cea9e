package org.lianpian.store.geopackage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The connections to one file: one that writes, and as many that read as are needed at a time.
 *
 * <p>Thread-safe for readers; the writer belongs to whoever holds the store's lock.
 */
final class GeoPackageConnections {
  private static final int BUSY_TIMEOUT_MILLIS = 20_000;
  private static final int MAX_IDLE_READERS = 8;

  private final Path file;
  private final Connection writer;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private volatile boolean closed;

  GeoPackageConnections(Path file) throws SQLException {
    this.file = file;
    SQLiteConfig config = config();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    // take the lock at once: two processes that both read first could not both go on
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    this.writer = config.createConnection("jdbc:sqlite:" + file);
    SpatialFunctions.register(writer);
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setCacheSize(-32_000); // KiB
    config.enforceForeignKeys(false);
    return config;
  }

  Connection writer() {
    return writer;
  }

  Connection borrow() throws SQLException {
    Connection connection = idle.pollFirst();
    if (connection != null) {
      idleCount.decrementAndGet();
      return connection;
    }
    SQLiteConfig config = config();
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  void giveBack(Connection connection) throws SQLException {
    if (closed || idleCount.incrementAndGet() > MAX_IDLE_READERS) {
      idleCount.decrementAndGet();
      connection.close();
      return;
    }
    idle.addFirst(connection);
    if (closed) {
      closeIdle();
    }
  }

  void close() throws SQLException {
    closed = true;
    closeIdle();
    writer.close();
  }

  private void closeIdle() throws SQLException {
    for (Connection reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
      reader.close();
    }
  }
}
