package org.lianpian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lianpian.model.Change;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.Excerpt;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Property;
import org.lianpian.model.StoreException;
import org.lianpian.model.ValueType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads features by SQL that both databases understand; subclasses add connections, the spatial
 * predicates and the writer.
 *
 * <p>Ids sort by code point. Reads see committed content only, also inside {@link #write}; a stream
 * sees the content at its start. Thread-safe.
 */
public abstract class SqlFeatureStore implements FeatureStore {
  private final String name;
  private final Dataset dataset;
  private final Map<String, FeatureTable<?>> tables = new LinkedHashMap<>();
  private final ReentrantLock writing = new ReentrantLock();
  private volatile boolean closed;

  /**
   * @param name what messages call this store, for example the file's path
   */
  protected SqlFeatureStore(String name, Dataset dataset, Collection<FeatureTable<?>> tables) {
    this.name = name;
    this.dataset = dataset;
    for (FeatureTable<?> table : tables) {
      this.tables.put(table.type().name(), table);
    }
  }

  /** Makes the tables of the types, in their order. */
  public static List<FeatureTable<?>> tablesOf(List<FeatureType<?>> types, Dataset dataset) {
    List<FeatureTable<?>> tables = new ArrayList<>();
    for (FeatureType<?> type : types) {
      tables.add(FeatureTable.of(type, dataset.crs().epsg()));
    }
    return tables;
  }

  /** Takes a connection that reads; may block. */
  protected abstract Connection borrow() throws SQLException;

  /** Gives back what {@link #borrow} gave. */
  protected abstract void giveBack(Connection connection) throws SQLException;

  /** Takes the connection that writes and begins a transaction, alone among all processes. */
  protected abstract Connection beginWrite() throws SQLException;

  /** Gives back what {@link #beginWrite} gave, after commit or rollback. */
  protected abstract void endWrite(Connection connection) throws SQLException;

  protected abstract SqlWriter writer(Connection connection, ChangeContext context);

  /** Releases all connections; called once. */
  protected abstract void closeConnections();

  /** Returns the SQL expression that reads a geometry column as bytes. */
  protected abstract String geometryExpression(String column);

  /** Makes WKB of the bytes that {@link #geometryExpression} gives. */
  protected abstract byte[] toWkb(byte[] stored);

  /** Returns a condition with one parameter, to which {@link #bindIds} gives the ids. */
  protected abstract String amongIds();

  protected abstract void bindIds(PreparedStatement statement, int index, Collection<String> ids)
      throws SQLException;

  /** Returns a condition that no box that meets the given one fails; parameters follow. */
  protected abstract String nearBox(FeatureTable<?> table);

  protected abstract void bindBox(PreparedStatement statement, int index, Envelope box)
      throws SQLException;

  protected abstract Envelope readExtent(Connection connection, FeatureTable<?> table)
      throws SQLException;

  @Override
  public Dataset dataset() {
    return dataset;
  }

  @Override
  public List<FeatureType<?>> types() {
    List<FeatureType<?>> types = new ArrayList<>();
    tables.values().forEach(table -> types.add(table.type()));
    return types;
  }

  @Override
  public long revision() {
    return read("the revision", SqlFeatureStore::lastRevision);
  }

  static long lastRevision(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT coalesce(max(id), 0) FROM lianpian_revision");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public long count(FeatureType<?> type) {
    FeatureTable<?> table = table(type);
    return read(
        "the number of " + table,
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement("SELECT count(*) FROM " + table.sqlName());
              ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  @Override
  public Envelope extent(FeatureType<?> type) {
    FeatureTable<?> table = table(type);
    return table.hasGeometry()
        ? read("the extent of " + table, connection -> readExtent(connection, table))
        : new Envelope();
  }

  @Override
  public <T extends Feature> Optional<T> find(FeatureType<T> type, String id) {
    FeatureTable<T> table = table(type);
    return readFeatures(
            whole(table),
            "WHERE " + FeatureTable.ID + " = ?",
            statement -> statement.setString(1, id),
            feature -> true,
            1)
        .stream()
        .findFirst();
  }

  @Override
  public <T extends Feature> List<T> findAll(FeatureType<T> type, Collection<String> ids) {
    FeatureTable<T> table = table(type);
    if (ids.isEmpty()) {
      return List.of();
    }
    return readFeatures(
        whole(table),
        "WHERE " + FeatureTable.ID + " " + amongIds(),
        statement -> bindIds(statement, 1, ids),
        feature -> true,
        Integer.MAX_VALUE);
  }

  @Override
  public <T extends Feature> List<T> findWithin(FeatureType<T> type, Envelope box, int limit) {
    return findWithin(whole(table(type)), box, limit);
  }

  @Override
  public <T extends Feature> List<T> findWithin(Excerpt<T> excerpt, Envelope box, int limit) {
    return findWithin(part(excerpt, true), box, limit);
  }

  private <T extends Feature> List<T> findWithin(Reading<T> reading, Envelope box, int limit) {
    FeatureTable<T> table = reading.table();
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be >= 0, was " + limit);
    }
    if (limit == 0 || box.isNull() || !table.hasGeometry()) {
      return List.of();
    }
    // both indexes keep boxes in single precision, a little too large: look again
    return readFeatures(
        reading,
        "WHERE " + nearBox(table),
        statement -> bindBox(statement, 1, box),
        feature -> {
          Geometry geometry = feature.geometry();
          return geometry != null && box.intersects(geometry.getEnvelopeInternal());
        },
        limit);
  }

  @Override
  public <T extends Feature> List<T> findWhere(FeatureType<T> type, String property, String value) {
    FeatureTable<T> table = table(type);
    Property<T> column =
        type.findProperty(property)
            .filter(p -> p.type() == ValueType.TEXT || p.type() == ValueType.CODE)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        type + " has no text or code property '" + property + "'"));
    return readFeatures(
        whole(table),
        "WHERE " + FeatureTable.quote(column.name()) + " = ?",
        statement -> statement.setString(1, value),
        feature -> true,
        Integer.MAX_VALUE);
  }

  @Override
  public <T extends Feature> Stream<T> stream(FeatureType<T> type) {
    return stream(whole(table(type)));
  }

  @Override
  public <T extends Feature> Stream<T> stream(Excerpt<T> excerpt) {
    return stream(part(excerpt, false));
  }

  private <T extends Feature> Stream<T> stream(Reading<T> reading) {
    return RowStream.open(
        "Streaming " + reading.table() + " from " + name,
        this::borrowOpen,
        this::giveBack,
        reading.select() + " ORDER BY " + FeatureTable.ID,
        reading.mapper());
  }

  @Override
  public List<Change> history(FeatureType<?> type, String id) {
    FeatureTable<?> table = table(type);
    HistoryReader history =
        new HistoryReader(table, geometryExpression(FeatureTable.GEOMETRY), this::toWkb);
    return read(
        "the history of " + table + " '" + id + "'", connection -> history.read(connection, id));
  }

  @Override
  public <R> R write(ChangeContext context, Function<Writer, R> work) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("A write cannot begin within a write");
    }
    writing.lock();
    try {
      requireOpen();
      Connection connection = beginWrite();
      try {
        return write(connection, context, work);
      } finally {
        endWrite(connection);
      }
    } catch (SQLException e) {
      throw new StoreException("Writing '" + context.reason() + "' to " + name + " failed", e);
    } finally {
      writing.unlock();
    }
  }

  private <R> R write(Connection connection, ChangeContext context, Function<Writer, R> work)
      throws SQLException {
    try (SqlWriter writer = writer(connection, context)) {
      R result = work.apply(writer);
      writer.finish();
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException | Error e) {
      try {
        connection.rollback();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      if (!closed) {
        closed = true;
        closeConnections();
      }
    } finally {
      writing.unlock();
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException(name + " is closed");
    }
  }

  private Connection borrowOpen() throws SQLException {
    requireOpen();
    return borrow();
  }

  /** Returns the table of a type of this store. */
  @SuppressWarnings("unchecked") // a table is of the type of its name
  protected final <T extends Feature> FeatureTable<T> table(FeatureType<T> type) {
    FeatureTable<?> table = tables.get(type.name());
    if (table == null || table.type() != type) {
      throw new IllegalArgumentException(name + " keeps no " + type);
    }
    return (FeatureTable<T>) table;
  }

  /** Something done with a connection. */
  @FunctionalInterface
  protected interface Query<R> {
    R run(Connection connection) throws SQLException;
  }

  /** Gives a statement its parameters. */
  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private <R> R read(String what, Query<R> query) {
    try {
      Connection connection = borrowOpen();
      try {
        return query.run(connection);
      } finally {
        giveBack(connection);
      }
    } catch (SQLException e) {
      throw new StoreException("Reading " + what + " from " + name + " failed", e);
    }
  }

  private <T extends Feature> List<T> readFeatures(
      Reading<T> reading,
      String condition,
      Binding binding,
      java.util.function.Predicate<T> filter,
      int limit) {
    String sql = reading.select() + " " + condition + " ORDER BY " + FeatureTable.ID;
    return read(
        reading.table().toString(),
        connection -> {
          List<T> found = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(RowStream.FETCH_SIZE);
            binding.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
              while (found.size() < limit && row.next()) {
                T feature = reading.mapper().map(row);
                if (filter.test(feature)) {
                  found.add(feature);
                }
              }
            }
          }
          return found;
        });
  }

  /** Which columns of a table are read, and how a row becomes a feature. */
  private record Reading<T extends Feature>(
      FeatureTable<T> table, String columns, RowStream.Mapper<T> mapper) {

    String select() {
      return "SELECT " + columns + " FROM " + table.sqlName();
    }
  }

  private <T extends Feature> Reading<T> whole(FeatureTable<T> table) {
    return new Reading<>(
        table,
        columns(table, geometryExpression(FeatureTable.GEOMETRY)),
        row -> table.decode(table.read(row, 1, this::toWkb)));
  }

  private <T extends Feature> Reading<T> part(Excerpt<T> excerpt, boolean withGeometry) {
    FeatureTable<T> table = table(excerpt.type());
    boolean geometry = withGeometry && table.hasGeometry();
    StringBuilder columns = new StringBuilder(FeatureTable.ID);
    for (Property<T> property : excerpt.properties()) {
      columns.append(", ").append(FeatureTable.quote(property.name()));
    }
    if (geometry) {
      columns.append(", ").append(geometryExpression(FeatureTable.GEOMETRY));
    }
    return new Reading<>(
        table, columns.toString(), row -> table.read(row, excerpt, geometry, this::toWkb));
  }

  /** Returns id and content columns as {@link FeatureTable#read} expects them. */
  static String columns(FeatureTable<?> table, String geometryExpression) {
    StringBuilder columns = new StringBuilder(FeatureTable.ID);
    for (String column : table.contentColumns()) {
      columns
          .append(", ")
          .append(
              column.equals(FeatureTable.GEOMETRY)
                  ? geometryExpression
                  : FeatureTable.quote(column));
    }
    return columns.toString();
  }
}
