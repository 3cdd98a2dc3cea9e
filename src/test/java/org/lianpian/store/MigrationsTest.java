package org.lianpian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianpian.model.StoreException;

/** A store of yesterday's program, which had one file, and of today's, which has two. */
@NullUnmarked
class MigrationsTest {
  private static final String YESTERDAY = "db/before/V001__first.sql";
  private static final String TODAY = "db/after/V002__second.sql";

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    Migrations.run(connection, "store", YESTERDAY, null);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void missingFilesRunOnce() throws SQLException {
    assertThat(tables()).containsExactly("first", Migrations.TABLE);

    Migrations.runMissing(connection, "store", TODAY, null);
    assertThat(tables()).containsExactly("first", Migrations.TABLE, "second");

    Migrations.runMissing(connection, "store", TODAY, null);
    assertThat(tables()).containsExactly("first", Migrations.TABLE, "second");
  }

  @Test
  void aStoreOfANewerProgramIsRefused() throws SQLException {
    Migrations.runMissing(connection, "store", TODAY, null);

    assertThatThrownBy(() -> Migrations.runMissing(connection, "store", YESTERDAY, null))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version");
  }

  private List<String> tables() throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }
}
