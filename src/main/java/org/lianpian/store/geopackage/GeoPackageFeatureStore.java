package org.lianpian.store.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lianpian.geo.Crs;
import org.lianpian.geo.CrsWkt;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.StoreException;
import org.lianpian.store.DatasetRow;
import org.lianpian.store.FeatureTable;
import org.lianpian.store.JsonCodec;
import org.lianpian.store.Migrations;
import org.lianpian.store.SqlFeatureStore;
import org.lianpian.store.SqlWriter;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dataset in a GeoPackage file.
 *
 * <p>A write that has returned survives a crash of the machine (write-ahead log, synchronised at
 * each commit). Several processes may open one file; a write waits up to 20 s for another's. While
 * it is open, two files ending in {@code -wal} and {@code -shm} lie beside it.
 */
public final class GeoPackageFeatureStore extends SqlFeatureStore {
  private static final Logger LOG = LoggerFactory.getLogger(GeoPackageFeatureStore.class);
  static final String NEWEST_MIGRATION = "db/geopackage/V001__infrastructure.sql";
  private static final int APPLICATION_ID = 0x47504B47;

  static final String AMONG_IDS = "IN (SELECT value FROM json_each(?1))";

  private final Path file;
  private final GeoPackageConnections connections;
  private final Map<String, KnownExtent> extents = new ConcurrentHashMap<>();

  /** The extent of a table at a revision. */
  private record KnownExtent(long revision, Envelope box) {}

  private GeoPackageFeatureStore(
      Path file,
      Dataset dataset,
      Collection<FeatureTable<?>> tables,
      GeoPackageConnections connections) {
    super(file.toString(), dataset, tables);
    this.file = file;
    this.connections = connections;
  }

  /**
   * Creates a new file for a dataset.
   *
   * @throws StoreException when the file exists or cannot be written
   */
  public static GeoPackageFeatureStore create(Path file, Dataset dataset) {
    return create(file, dataset, FeatureTypes.ALL);
  }

  static GeoPackageFeatureStore create(
      Path file, Dataset dataset, List<FeatureType<?>> featureTypes) {
    if (Files.exists(file)) {
      throw new StoreException(file + " cannot be created: it exists");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new StoreException(file + " cannot be created: its folder does not exist");
    }
    String wkt = CrsWkt.of(dataset.crs());
    boolean done = false;
    try {
      GeoPackageConnections connections = new GeoPackageConnections(file);
      try {
        Connection connection = connections.writer();
        connection.setAutoCommit(false);
        Migrations.run(connection, file.toString(), NEWEST_MIGRATION, null);
        insertCrs(connection, dataset.crs(), wkt);
        DatasetRow.insert(connection, dataset);
        List<FeatureTable<?>> tables = tablesOf(featureTypes, dataset);
        new GeoPackageSchema(connection, dataset.crs().epsg()).reconcile(tables);
        connection.commit();
        connection.setAutoCommit(true);
        done = true;
        LOG.info("Created {} for {} in {}", file, dataset.name(), dataset.crs());
        return new GeoPackageFeatureStore(file, dataset, tables, connections);
      } finally {
        if (!done) {
          connections.close();
        }
      }
    } catch (SQLException e) {
      throw new StoreException("Creating " + file + " failed", e);
    } finally {
      if (!done) {
        deleteQuietly(file);
      }
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} is incomplete and could not be removed", file, e);
    }
  }

  /**
   * Opens a file that {@link #create} made, and adds tables and columns that it lacks.
   *
   * @throws StoreException when there is no such file, it is another kind of file, or a newer
   *     version of this program wrote it
   */
  public static GeoPackageFeatureStore open(Path file) {
    return open(file, FeatureTypes.ALL);
  }

  static GeoPackageFeatureStore open(Path file, List<FeatureType<?>> featureTypes) {
    if (!Files.isRegularFile(file)) {
      throw new StoreException(file + " cannot be opened: there is no such file");
    }
    requireOurs(file);
    try {
      GeoPackageConnections connections = new GeoPackageConnections(file);
      boolean done = false;
      try {
        Connection connection = connections.writer();
        connection.setAutoCommit(false);
        Migrations.runMissing(connection, file.toString(), NEWEST_MIGRATION, null);
        Dataset dataset = DatasetRow.read(connection);
        List<FeatureTable<?>> tables = tablesOf(featureTypes, dataset);
        new GeoPackageSchema(connection, dataset.crs().epsg()).reconcile(tables);
        connection.commit();
        connection.setAutoCommit(true);
        done = true;
        return new GeoPackageFeatureStore(file, dataset, tables, connections);
      } finally {
        if (!done) {
          connections.close();
        }
      }
    } catch (SQLException e) {
      throw new StoreException("Opening " + file + " failed", e);
    }
  }

  /** Looks before anything writes: opening with a write-ahead log changes the file. */
  private static void requireOurs(Path file) {
    org.sqlite.SQLiteConfig config = new org.sqlite.SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("PRAGMA application_id")) {
        if (!row.next() || row.getInt(1) != APPLICATION_ID) {
          throw new StoreException(file + " cannot be opened: it is not a GeoPackage");
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'lianpian_dataset'")) {
        if (!row.next()) {
          throw new StoreException(
              file + " cannot be opened: it is a GeoPackage of another program; import it");
        }
      }
    } catch (SQLException e) {
      throw new StoreException(file + " cannot be opened: it is not a GeoPackage", e);
    }
  }

  private static void insertCrs(Connection connection, Crs crs, String wkt) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, ?)")) {
      statement.setString(1, CrsWkt.nameOf(crs));
      statement.setInt(2, crs.epsg());
      statement.setInt(3, crs.epsg());
      statement.setString(4, wkt);
      statement.setString(5, "easting first, metres");
      statement.executeUpdate();
    }
  }

  public Path file() {
    return file;
  }

  @Override
  protected Connection borrow() throws SQLException {
    return connections.borrow();
  }

  @Override
  protected void giveBack(Connection connection) throws SQLException {
    connections.giveBack(connection);
  }

  @Override
  protected Connection beginWrite() throws SQLException {
    Connection writer = connections.writer();
    writer.setAutoCommit(false);
    return writer;
  }

  @Override
  protected void endWrite(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
  }

  @Override
  protected SqlWriter writer(Connection connection, ChangeContext context) {
    return new GeoPackageWriter(this, connection, context, dataset().crs().epsg());
  }

  @Override
  protected void closeConnections() {
    try {
      connections.close();
    } catch (SQLException e) {
      throw new StoreException("Closing " + file + " failed", e);
    }
  }

  @Override
  protected String geometryExpression(String column) {
    return column;
  }

  @Override
  protected byte[] toWkb(byte[] stored) {
    return GeometryBlob.wkb(stored);
  }

  @Override
  protected String amongIds() {
    return AMONG_IDS;
  }

  @Override
  protected void bindIds(PreparedStatement statement, int index, Collection<String> ids)
      throws SQLException {
    bind(statement, index, ids);
  }

  static void bind(PreparedStatement statement, int index, Collection<String> ids)
      throws SQLException {
    statement.setString(index, JsonCodec.write(List.copyOf(ids)));
  }

  @Override
  protected String nearBox(FeatureTable<?> table) {
    return "fid IN (SELECT id FROM "
        + FeatureTable.quote("rtree_" + table.type().name() + "_geom")
        + " WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)";
  }

  @Override
  protected void bindBox(PreparedStatement statement, int index, Envelope box) throws SQLException {
    statement.setDouble(index, box.getMinX());
    statement.setDouble(index + 1, box.getMaxX());
    statement.setDouble(index + 2, box.getMinY());
    statement.setDouble(index + 3, box.getMaxY());
  }

  /** Reads the header of every geometry once per revision: the R-tree's boxes are too large. */
  @Override
  protected Envelope readExtent(Connection connection, FeatureTable<?> table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      long revision;
      try (ResultSet row =
          statement.executeQuery("SELECT coalesce(max(id), 0) FROM lianpian_revision")) {
        row.next();
        revision = row.getLong(1);
      }
      KnownExtent known = extents.get(table.type().name());
      if (known == null || known.revision() != revision) {
        known = new KnownExtent(revision, measureExtent(statement, table));
        extents.put(table.type().name(), known);
      }
      return new Envelope(known.box());
    }
  }

  private static Envelope measureExtent(Statement statement, FeatureTable<?> table)
      throws SQLException {
    Envelope box = new Envelope();
    try (ResultSet row =
        statement.executeQuery("SELECT geom FROM " + table.sqlName() + " WHERE geom IS NOT NULL")) {
      while (row.next()) {
        box.expandToInclude(GeometryBlob.envelope(row.getBytes(1)));
      }
    }
    return box;
  }
}
