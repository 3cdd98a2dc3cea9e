package org.lianpian.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.WriteCounts;
import org.lianpian.store.FeatureRecord;
import org.lianpian.store.FeatureTable;
import org.lianpian.store.SqlWriter;
import org.locationtech.jts.geom.Envelope;

/** Writes into a GeoPackage: reads the batch's present rows, compares, inserts and updates. */
final class GeoPackageWriter extends SqlWriter {
  private static final int BATCH_SIZE = 500;
  private static final DateTimeFormatter LAST_CHANGE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final int srsId;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final Map<String, Envelope> touched = new LinkedHashMap<>();
  private final Map<String, BulkInsert> bulkInserts = new LinkedHashMap<>();

  GeoPackageWriter(
      GeoPackageFeatureStore store, Connection connection, ChangeContext context, int srsId) {
    super(store, connection, context, BATCH_SIZE);
    this.srsId = srsId;
  }

  /** A row as it is before the write. */
  private record Stored(FeatureRecord record, byte @Nullable [] geom, int version, long revision) {}

  @Override
  protected WriteCounts putBatch(FeatureTable<?> table, List<FeatureRecord> batch)
      throws SQLException {
    List<String> ids = batch.stream().map(FeatureRecord::id).toList();
    Map<String, Stored> present = readPresent(table, ids);
    Map<String, Integer> lastVersions =
        present.size() == batch.size() ? Map.of() : readDeleted(table, ids);
    BulkInsert bulk = bulkInsert(table, batch.size(), present.isEmpty());
    long inserted = 0;
    long updated = 0;
    PreparedStatement insert = insert(table);
    PreparedStatement update = update(table, true);
    PreparedStatement updateInPlace = update(table, false);
    PreparedStatement history = history();
    Envelope box = new Envelope();
    for (FeatureRecord record : batch) {
      Stored stored = present.get(record.id());
      if (stored == null) {
        int column = bind(insert, table, record, true);
        insert.setInt(column++, lastVersions.getOrDefault(record.id(), 0) + 1);
        insert.setLong(column++, revision());
        insert.setString(column++, record.id());
        insert.setObject(column, bulk == null ? null : bulk.fidOf(record));
        insert.addBatch();
        inserted++;
      } else if (!table.sameContent(stored.record(), record)) {
        keep(history, table, stored);
        boolean moved = !Arrays.equals(stored.record().wkb(), record.wkb());
        PreparedStatement change = moved ? update : updateInPlace;
        int column = bind(change, table, record, moved);
        change.setInt(column++, stored.version() + 1);
        change.setLong(column++, revision());
        change.setString(column, record.id());
        change.addBatch();
        updated++;
      } else {
        continue;
      }
      box.expandToInclude(record.envelope());
    }
    history.executeBatch();
    insert.executeBatch();
    update.executeBatch();
    updateInPlace.executeBatch();
    if (inserted + updated > 0) {
      touch(table).expandToInclude(box);
    }
    return new WriteCounts(inserted, updated, batch.size() - inserted - updated, 0);
  }

  @Override
  protected long deleteBatch(FeatureTable<?> table, List<String> ids) throws SQLException {
    Map<String, Stored> present = readPresent(table, ids);
    if (present.isEmpty()) {
      return 0;
    }
    endBulkInsert(table.type().name());
    PreparedStatement history = history();
    for (Stored stored : present.values()) {
      keep(history, table, stored);
      history.setString(1, table.type().name());
      history.setString(2, stored.record().id());
      history.setInt(3, stored.version() + 1);
      history.setLong(4, revision());
      history.setBoolean(5, true);
      history.setNull(6, Types.BLOB);
      history.setNull(7, Types.VARCHAR);
      history.setNull(8, Types.VARCHAR);
      history.addBatch();
    }
    history.executeBatch();
    PreparedStatement delete =
        statement(
            "DELETE FROM " + table.sqlName() + " WHERE id " + GeoPackageFeatureStore.AMONG_IDS);
    GeoPackageFeatureStore.bind(delete, 1, present.keySet());
    delete.executeUpdate();
    touch(table);
    return present.size();
  }

  @Override
  protected void finish() throws SQLException {
    for (String table : List.copyOf(bulkInserts.keySet())) {
      endBulkInsert(table);
    }
    PreparedStatement contents =
        statement(
            "UPDATE gpkg_contents SET last_change = ?,"
                + " min_x = min(coalesce(min_x, ?2), coalesce(?2, min_x)),"
                + " min_y = min(coalesce(min_y, ?3), coalesce(?3, min_y)),"
                + " max_x = max(coalesce(max_x, ?4), coalesce(?4, max_x)),"
                + " max_y = max(coalesce(max_y, ?5), coalesce(?5, max_y))"
                + " WHERE table_name = ?6");
    for (var table : touched.entrySet()) {
      Envelope box = table.getValue();
      contents.setString(1, LAST_CHANGE.format(context().at()));
      contents.setObject(2, box.isNull() ? null : box.getMinX());
      contents.setObject(3, box.isNull() ? null : box.getMinY());
      contents.setObject(4, box.isNull() ? null : box.getMaxX());
      contents.setObject(5, box.isNull() ? null : box.getMaxY());
      contents.setString(6, table.getKey());
      contents.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    super.close();
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
  }

  private Map<String, Stored> readPresent(FeatureTable<?> table, Collection<String> ids)
      throws SQLException {
    PreparedStatement statement =
        statement(
            "SELECT row_version, row_revision, id, "
                + FeatureTable.list(table.contentColumns())
                + " FROM "
                + table.sqlName()
                + " WHERE id "
                + GeoPackageFeatureStore.AMONG_IDS);
    GeoPackageFeatureStore.bind(statement, 1, ids);
    Map<String, Stored> present = new LinkedHashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        FeatureRecord record = table.read(row, 3, GeometryBlob::wkb);
        byte[] geom = table.hasGeometry() ? row.getBytes(4) : null;
        present.put(record.id(), new Stored(record, geom, row.getInt(1), row.getLong(2)));
      }
    }
    return present;
  }

  /** Returns the last version of ids that were deleted before: they are counted on. */
  private Map<String, Integer> readDeleted(FeatureTable<?> table, Collection<String> ids)
      throws SQLException {
    PreparedStatement any =
        statement("SELECT EXISTS (SELECT 1 FROM lianpian_history WHERE type = ? AND deleted)");
    any.setString(1, table.type().name());
    try (ResultSet row = any.executeQuery()) {
      if (!row.next() || !row.getBoolean(1)) {
        return Collections.emptyMap();
      }
    }
    PreparedStatement statement =
        statement(
            "SELECT id, max(version) FROM lianpian_history WHERE type = ?2 AND deleted AND id "
                + GeoPackageFeatureStore.AMONG_IDS
                + " GROUP BY id");
    GeoPackageFeatureStore.bind(statement, 1, ids);
    statement.setString(2, table.type().name());
    Map<String, Integer> versions = new HashMap<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        versions.put(row.getString(1), row.getInt(2));
      }
    }
    return versions;
  }

  private PreparedStatement insert(FeatureTable<?> table) throws SQLException {
    int columns = table.contentColumns().size() + 4;
    return statement(
        "INSERT INTO "
            + table.sqlName()
            + " ("
            + FeatureTable.list(table.contentColumns())
            + ", row_version, row_revision, id, fid) VALUES ("
            + String.join(", ", Collections.nCopies(columns, "?"))
            + ")");
  }

  /** Without the geometry column the triggers of the R-tree stay quiet. */
  private PreparedStatement update(FeatureTable<?> table, boolean withGeometry)
      throws SQLException {
    StringBuilder sql = new StringBuilder("UPDATE ").append(table.sqlName()).append(" SET ");
    for (String column : table.contentColumns()) {
      if (withGeometry || !column.equals(FeatureTable.GEOMETRY)) {
        sql.append(FeatureTable.quote(column)).append(" = ?, ");
      }
    }
    return statement(sql.append("row_version = ?, row_revision = ? WHERE id = ?").toString());
  }

  private PreparedStatement history() throws SQLException {
    return statement(
        "INSERT INTO lianpian_history (type, id, version, revision, deleted, geom, provenance,"
            + " properties) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  }

  private static void keep(PreparedStatement history, FeatureTable<?> table, Stored stored)
      throws SQLException {
    history.setString(1, table.type().name());
    history.setString(2, stored.record().id());
    history.setInt(3, stored.version());
    history.setLong(4, stored.revision());
    history.setBoolean(5, false);
    history.setBytes(6, stored.geom());
    history.setString(7, stored.record().provenance());
    history.setString(8, table.propertiesOf(stored.record()));
    history.addBatch();
  }

  /** Binds the content columns and returns the index of the next parameter. */
  private int bind(
      PreparedStatement statement,
      FeatureTable<?> table,
      FeatureRecord record,
      boolean withGeometry)
      throws SQLException {
    int column = 1;
    if (table.hasGeometry() && withGeometry) {
      byte[] wkb = record.wkb();
      statement.setBytes(
          column++, wkb == null ? null : GeometryBlob.of(wkb, record.envelope(), srsId));
    }
    statement.setString(column++, record.provenance());
    for (Object value : record.values()) {
      statement.setObject(column++, value instanceof LocalDate date ? date.toString() : value);
    }
    return column;
  }

  /**
   * Returns how to insert into a table that is empty, or was when this write began; null for the
   * ordinary way.
   */
  private @Nullable BulkInsert bulkInsert(FeatureTable<?> table, int batchSize, boolean onlyInserts)
      throws SQLException {
    String name = table.type().name();
    if (!onlyInserts) {
      endBulkInsert(name);
    }
    BulkInsert bulk = bulkInserts.get(name);
    if (bulk == null && onlyInserts && batchSize == BATCH_SIZE && table.hasGeometry()) {
      bulk = BulkInsert.beginIfEmpty(connection(), table);
      if (bulk != null) {
        bulkInserts.put(name, bulk);
      }
    }
    return bulk;
  }

  private void endBulkInsert(String table) throws SQLException {
    BulkInsert bulk = bulkInserts.remove(table);
    if (bulk != null) {
      bulk.end();
    }
  }

  private Envelope touch(FeatureTable<?> table) {
    return touched.computeIfAbsent(table.type().name(), name -> new Envelope());
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection().prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }
}
