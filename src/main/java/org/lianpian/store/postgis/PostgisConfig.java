package org.lianpian.store.postgis;

import java.util.regex.Pattern;

/**
 * Where a PostGIS store is and who opens it.
 *
 * @param url a JDBC address, for example {@code jdbc:postgresql://127.0.0.1:5432/lianpian}
 * @param password never written to logs or messages
 * @param schema the schema that holds the dataset: lower case letters, digits and underscores
 */
public record PostgisConfig(String url, String user, String password, String schema) {
  private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public PostgisConfig {
    if (!url.startsWith("jdbc:postgresql:")) {
      // an address may hold a password, so it is not repeated here
      throw new IllegalArgumentException("The address must begin with jdbc:postgresql:");
    }
    if (!SCHEMA.matcher(schema).matches() || schema.startsWith("pg_")) {
      throw new IllegalArgumentException(
          "schema must match " + SCHEMA + " and not begin with pg_, was '" + schema + "'");
    }
  }

  /** Returns address and schema without any parameters. */
  @Override
  public String toString() {
    int parameters = url.indexOf('?');
    return (parameters < 0 ? url : url.substring(0, parameters)) + " schema " + schema;
  }
}
