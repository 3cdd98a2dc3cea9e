package org.lianpian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.lianpian.geo.Crs;
import org.lianpian.model.Dataset;

/**
 * The one row of {@code lianpian_dataset} that says what a store holds, alike in every database.
 */
public final class DatasetRow {
  private DatasetRow() {}

  public static void insert(Connection connection, Dataset dataset) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO lianpian_dataset VALUES (1, ?, ?, ?, ?)")) {
      statement.setString(1, dataset.name());
      statement.setInt(2, dataset.crs().epsg());
      statement.setString(3, dataset.profile());
      statement.setBoolean(4, dataset.synthetic());
      statement.executeUpdate();
    }
  }

  /**
   * @throws SQLException also when the row is missing
   */
  public static Dataset read(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT name, epsg, profile, synthetic FROM lianpian_dataset")) {
      if (!row.next()) {
        throw new SQLException("lianpian_dataset is empty");
      }
      return new Dataset(
          row.getString(1), new Crs(row.getInt(2)), row.getString(3), row.getBoolean(4));
    }
  }
}
