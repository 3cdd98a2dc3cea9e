package org.lianpian.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.StoreException;

/** Brings a store's own tables up to date with the numbered SQL files of this program. */
public final class Migrations {
  /** The table in which Flyway notes what it did. */
  public static final String TABLE = "lianpian_migration";

  private Migrations() {}

  /**
   * Does as {@link #run} for a store that was made before. Where the newest file ran last, which is
   * nearly always, nothing more is looked at: Flyway takes a second of its own.
   *
   * @throws SQLException also when the store does not tell which files it ran
   */
  public static void runMissing(
      Connection connection, String name, String newest, @Nullable String schema)
      throws SQLException {
    if (!newest.endsWith("/" + lastRun(connection))) {
      run(connection, name, newest, schema);
    }
  }

  private static String lastRun(Connection connection) throws SQLException {
    String sql = "SELECT script FROM " + TABLE + " WHERE success ORDER BY installed_rank DESC";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getString(1) : "";
    }
  }

  /**
   * Runs the missing files within the connection's open transaction; the caller commits.
   *
   * @param name what messages call the store
   * @param newest the newest file, for example {@code db/geopackage/V001__infrastructure.sql};
   *     those before it lie in the same folder
   * @param schema the schema of the tables, or null where there are none
   * @throws StoreException when the store was written by a newer program, or a file fails
   */
  public static void run(
      Connection connection, String name, String newest, @Nullable String schema) {
    FluentConfiguration configuration =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(new OneConnection(connection))
            .locations("classpath:" + newest.substring(0, newest.lastIndexOf('/')))
            .table(TABLE)
            .group(true)
            .baselineOnMigrate(true)
            .baselineVersion("0");
    if (schema != null) {
      configuration.defaultSchema(schema).schemas(schema);
    }
    try {
      Flyway flyway = configuration.load();
      refuseNewer(flyway, name);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StoreException("Upgrading the tables of " + name + " failed", e);
    }
  }

  private static void refuseNewer(Flyway flyway, String name) {
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new StoreException(
            name
                + " was written by a newer version of this program: its schema has version "
                + migration.getVersion()
                + "; upgrade the program to open it");
      }
    }
  }

  /**
   * Hands out one connection again and again and leaves its transaction alone, so that all files
   * are one transaction with what the caller does.
   */
  private static final class OneConnection implements DataSource {
    private final Connection shared;

    OneConnection(Connection connection) {
      this.shared =
          (Connection)
              Proxy.newProxyInstance(
                  Migrations.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) -> {
                    switch (method.getName()) {
                      case "close", "commit", "setAutoCommit", "setReadOnly":
                        return null;
                      default:
                        try {
                          return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                          throw e.getCause() == null ? e : e.getCause();
                        }
                    }
                  });
    }

    @Override
    public Connection getConnection() {
      return shared;
    }

    @Override
    public Connection getConnection(String user, String password) {
      return shared;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("wraps no " + type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
