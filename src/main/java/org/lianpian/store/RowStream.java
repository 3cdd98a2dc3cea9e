package org.lianpian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.StoreException;

/**
 * Streams the rows of a query in bounded memory; gives its connection back at the last row or when
 * the stream is closed.
 */
final class RowStream<T> extends Spliterators.AbstractSpliterator<T> {
  /** Rows that are fetched at a time, where the database has a say. */
  static final int FETCH_SIZE = 1000;

  private final String what;
  private final Connection connection;
  private final Return back;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final Mapper<T> mapper;
  private boolean closed;

  /** Where connections come from. */
  interface Source {
    Connection take() throws SQLException;
  }

  /** Where connections go. */
  interface Return {
    void giveBack(Connection connection) throws SQLException;
  }

  /** Makes something of a row. */
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private RowStream(String what, Connection connection, Return back, String sql, Mapper<T> mapper)
      throws SQLException {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.what = what;
    this.connection = connection;
    this.back = back;
    this.mapper = mapper;
    this.statement = connection.prepareStatement(sql);
    this.statement.setFetchSize(FETCH_SIZE);
    this.rows = statement.executeQuery();
  }

  static <T> Stream<T> open(String what, Source source, Return back, String sql, Mapper<T> mapper) {
    Connection connection = null;
    try {
      connection = source.take();
      RowStream<T> rows = new RowStream<>(what, connection, back, sql, mapper);
      return StreamSupport.stream(rows, false).onClose(rows::close);
    } catch (SQLException e) {
      giveBackAfter(e, connection, back);
      throw new StoreException(what + " failed", e);
    }
  }

  private static void giveBackAfter(
      SQLException failure, @Nullable Connection connection, Return back) {
    if (connection != null) {
      try {
        back.giveBack(connection);
      } catch (SQLException second) {
        failure.addSuppressed(second);
      }
    }
  }

  @Override
  public synchronized boolean tryAdvance(Consumer<? super T> action) {
    if (closed) {
      return false;
    }
    T item;
    try {
      if (!rows.next()) {
        close();
        return false;
      }
      item = mapper.map(rows);
    } catch (SQLException e) {
      throw new StoreException(what + " failed", e);
    }
    action.accept(item);
    return true;
  }

  private synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      try (statement) {
        rows.close();
      } finally {
        back.giveBack(connection);
      }
    } catch (SQLException e) {
      throw new StoreException(what + " could not be ended", e);
    }
  }
}
