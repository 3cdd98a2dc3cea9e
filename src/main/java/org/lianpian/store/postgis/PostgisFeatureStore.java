package org.lianpian.store.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.StoreException;
import org.lianpian.store.DatasetRow;
import org.lianpian.store.FeatureTable;
import org.lianpian.store.Migrations;
import org.lianpian.store.SqlFeatureStore;
import org.lianpian.store.SqlWriter;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dataset in one schema of a PostGIS 3 database.
 *
 * <p>Any number of processes may read and write it; their writes take turns. Holds at most {@value
 * #MAX_CONNECTIONS} connections, one per open stream or running call; a call that gets none within
 * 30 s fails.
 */
public final class PostgisFeatureStore extends SqlFeatureStore {
  private static final Logger LOG = LoggerFactory.getLogger(PostgisFeatureStore.class);
  static final String NEWEST_MIGRATION = "db/postgis/V001__infrastructure.sql";
  private static final int MAX_CONNECTIONS = 16;

  private final HikariDataSource connections;

  private PostgisFeatureStore(
      PostgisConfig config,
      Dataset dataset,
      Collection<FeatureTable<?>> tables,
      HikariDataSource connections) {
    super(config.toString(), dataset, tables);
    this.connections = connections;
  }

  /**
   * Creates the schema, if need be, and in it a new store for a dataset. Creates the extension
   * {@code postgis} where it is missing, which takes a superuser.
   *
   * @throws StoreException when the schema holds a dataset already, or the database refuses
   */
  public static PostgisFeatureStore create(PostgisConfig config, Dataset dataset) {
    return create(config, dataset, FeatureTypes.ALL);
  }

  static PostgisFeatureStore create(
      PostgisConfig config, Dataset dataset, List<FeatureType<?>> featureTypes) {
    List<FeatureTable<?>> tables = tablesOf(featureTypes, dataset);
    String searchPath;
    try (Connection connection = connect(config)) {
      connection.setAutoCommit(false);
      lock(connection, config);
      if (holdsDataset(connection, config)) {
        throw new StoreException(config + " cannot be created: it holds a dataset already");
      }
      execute(connection, "CREATE EXTENSION IF NOT EXISTS postgis");
      execute(connection, "CREATE SCHEMA IF NOT EXISTS " + FeatureTable.quote(config.schema()));
      searchPath = searchPath(connection, config);
      execute(connection, "SET search_path TO " + searchPath);
      Migrations.run(connection, config.toString(), NEWEST_MIGRATION, config.schema());
      execute(connection, "SET search_path TO " + searchPath); // Flyway sets its own
      DatasetRow.insert(connection, dataset);
      new PostgisSchema(connection, config.schema(), dataset.crs().epsg()).reconcile(tables);
      connection.commit();
    } catch (SQLException e) {
      throw new StoreException("Creating a store at " + config + " failed", e);
    }
    LOG.info("Created {} for {} in {}", config, dataset.name(), dataset.crs());
    return new PostgisFeatureStore(config, dataset, tables, pool(config, searchPath));
  }

  /**
   * Opens what {@link #create} made, and adds tables and columns that it lacks.
   *
   * @throws StoreException when the schema holds no dataset, or a newer version of this program
   *     wrote it
   */
  public static PostgisFeatureStore open(PostgisConfig config) {
    return open(config, FeatureTypes.ALL);
  }

  static PostgisFeatureStore open(PostgisConfig config, List<FeatureType<?>> featureTypes) {
    Dataset dataset;
    List<FeatureTable<?>> tables;
    String searchPath;
    try (Connection connection = connect(config)) {
      connection.setAutoCommit(false);
      lock(connection, config);
      if (!holdsDataset(connection, config)) {
        throw new StoreException(config + " cannot be opened: it holds no dataset");
      }
      searchPath = searchPath(connection, config);
      execute(connection, "SET search_path TO " + searchPath);
      Migrations.runMissing(connection, config.toString(), NEWEST_MIGRATION, config.schema());
      execute(connection, "SET search_path TO " + searchPath); // Flyway sets its own
      dataset = DatasetRow.read(connection);
      tables = tablesOf(featureTypes, dataset);
      new PostgisSchema(connection, config.schema(), dataset.crs().epsg()).reconcile(tables);
      connection.commit();
    } catch (SQLException e) {
      throw new StoreException("Opening " + config + " failed", e);
    }
    return new PostgisFeatureStore(config, dataset, tables, pool(config, searchPath));
  }

  private static Connection connect(PostgisConfig config) throws SQLException {
    return DriverManager.getConnection(config.url(), config.user(), config.password());
  }

  private static HikariDataSource pool(PostgisConfig config, String searchPath) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("postgis " + config.schema());
    pool.setJdbcUrl(config.url());
    pool.setUsername(config.user());
    pool.setPassword(config.password());
    pool.setMaximumPoolSize(MAX_CONNECTIONS);
    pool.setMinimumIdle(1);
    // without a transaction PostgreSQL sends all rows of a query at once
    pool.setAutoCommit(false);
    // not by a statement: the first rollback would take it back
    pool.addDataSourceProperty("currentSchema", searchPath);
    pool.addDataSourceProperty("ApplicationName", "lianpian");
    try {
      return new HikariDataSource(pool);
    } catch (HikariPool.PoolInitializationException e) {
      throw new StoreException("Connecting to " + config + " failed", e);
    }
  }

  /** Lets one process at a time create or upgrade. */
  private static void lock(Connection connection, PostgisConfig config) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext(?))")) {
      statement.setString(1, "lianpian " + config.schema());
      statement.execute();
    }
  }

  private static boolean holdsDataset(Connection connection, PostgisConfig config)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM pg_tables"
                + " WHERE schemaname = ? AND tablename = 'lianpian_dataset')")) {
      statement.setString(1, config.schema());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Looks for our tables first, then for PostGIS wherever it was installed. */
  private static String searchPath(Connection connection, PostgisConfig config)
      throws SQLException {
    String searchPath;
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT quote_ident(n.nspname) FROM pg_extension e"
                    + " JOIN pg_namespace n ON n.oid = e.extnamespace"
                    + " WHERE e.extname = 'postgis'")) {
      if (!row.next()) {
        throw new StoreException(config + ": the database has no extension postgis");
      }
      searchPath = FeatureTable.quote(config.schema()) + ", " + row.getString(1);
    }
    return searchPath;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  protected Connection borrow() throws SQLException {
    return connections.getConnection();
  }

  @Override
  protected void giveBack(Connection connection) throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }

  @Override
  protected Connection beginWrite() throws SQLException {
    Connection connection = connections.getConnection();
    try {
      execute(connection, "SELECT 1 FROM lianpian_dataset FOR UPDATE");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  @Override
  protected void endWrite(Connection connection) throws SQLException {
    connection.close();
  }

  @Override
  protected SqlWriter writer(Connection connection, ChangeContext context) {
    return new PostgisWriter(this, connection, context, dataset().crs().epsg());
  }

  @Override
  protected void closeConnections() {
    connections.close();
  }

  @Override
  protected String geometryExpression(String column) {
    return "ST_AsBinary(" + column + ", 'NDR')";
  }

  @Override
  protected byte[] toWkb(byte[] stored) {
    return stored;
  }

  @Override
  protected String amongIds() {
    return "= ANY (?)";
  }

  @Override
  protected void bindIds(PreparedStatement statement, int index, Collection<String> ids)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf("text", ids.toArray()));
  }

  @Override
  protected String nearBox(FeatureTable<?> table) {
    return "geom && ST_MakeEnvelope(?, ?, ?, ?, " + dataset().crs().epsg() + ")";
  }

  @Override
  protected void bindBox(PreparedStatement statement, int index, Envelope box) throws SQLException {
    statement.setDouble(index, box.getMinX());
    statement.setDouble(index + 1, box.getMinY());
    statement.setDouble(index + 2, box.getMaxX());
    statement.setDouble(index + 3, box.getMaxY());
  }

  @Override
  protected Envelope readExtent(Connection connection, FeatureTable<?> table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT min(ST_XMin(geom)), max(ST_XMax(geom)), min(ST_YMin(geom)),"
                    + " max(ST_YMax(geom)) FROM "
                    + table.sqlName())) {
      row.next();
      double minX = row.getDouble(1);
      return row.wasNull()
          ? new Envelope()
          : new Envelope(minX, row.getDouble(2), row.getDouble(3), row.getDouble(4));
    }
  }
}
