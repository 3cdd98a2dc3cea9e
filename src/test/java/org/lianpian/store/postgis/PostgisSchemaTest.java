package org.lianpian.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.geo.Crs;
import org.lianpian.model.Building;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureType;
import org.lianpian.model.StoreException;
import org.lianpian.store.Migrations;
import org.lianpian.store.SampleFeatures;
import org.lianpian.support.PostgisServer;

/** The schema as other programs see it, and what opening refuses. */
@NullUnmarked
class PostgisSchemaTest {
  private static final Dataset DATASET = new Dataset("x", new Crs(4548), "GENERIC", true);
  private static final List<FeatureType<?>> TYPES = List.of(Building.TYPE);

  private PostgisConfig config;

  @BeforeEach
  void nameSchema() {
    config = PostgisServer.newSchema();
  }

  private void create() {
    PostgisFeatureStore.create(config, DATASET, TYPES).close();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(config.url(), config.user(), config.password());
  }

  @Test
  void tablesHaveAGeometryTypeAnIndexAndTitles() throws SQLException {
    create();
    assertThat(query("SELECT Find_SRID('%s', 'building', 'geom')".formatted(config.schema())))
        .isEqualTo("4548");
    assertThat(
            query(
                "SELECT count(*) FROM pg_indexes WHERE schemaname = '%s' AND indexdef LIKE '%%gist%%'"
                    .formatted(config.schema())))
        .isEqualTo("1");
    assertThat(query("SELECT obj_description('%s.building'::regclass)".formatted(config.schema())))
        .isEqualTo("楼栋 Building");
  }

  @Test
  void historyCannotBeEdited() throws SQLException {
    ChangeContext context = new ChangeContext("t", "t", Instant.EPOCH);
    try (PostgisFeatureStore store = PostgisFeatureStore.create(config, DATASET, TYPES)) {
      List<Building> buildings = SampleFeatures.of(Building.TYPE, 2, 1);
      store.write(context, writer -> writer.put(Building.TYPE, buildings.stream()));
      store.write(context, writer -> writer.delete(Building.TYPE, List.of(buildings.get(0).id())));
    }
    assertThatThrownBy(() -> execute("DELETE FROM " + config.schema() + ".lianpian_history"))
        .hasMessageContaining("history cannot be changed");
    assertThatThrownBy(
            () -> execute("UPDATE " + config.schema() + ".lianpian_revision SET actor = 'x'"))
        .hasMessageContaining("history cannot be changed");
  }

  @Test
  void neverOverwritesADataset() {
    create();
    assertThatThrownBy(this::create)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(config.schema())
        .hasMessageContaining("already");
  }

  @Test
  void opensNoSchemaWithoutADataset() {
    assertThatThrownBy(() -> PostgisFeatureStore.open(config))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("holds no dataset");
  }

  @Test
  void refusesASchemaOfANewerProgram() throws SQLException {
    create();
    String table = config.schema() + "." + Migrations.TABLE;
    execute(
        "INSERT INTO "
            + table
            + " SELECT 99, '099', 'newer', type, 'V099__newer.sql', checksum,"
            + " installed_by, installed_on, execution_time, success FROM "
            + table
            + " WHERE version = '001'");
    assertThatThrownBy(() -> PostgisFeatureStore.open(config, TYPES))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer version");
  }

  @Test
  void theNewestMigrationIsTheLastOfItsFolder() throws IOException {
    Path newest = Path.of("src/main/resources", PostgisFeatureStore.NEWEST_MIGRATION);
    try (Stream<Path> files = Files.list(newest.getParent())) {
      assertThat(files.sorted().toList()).last().isEqualTo(newest);
    }
  }

  @Test
  void noMessageHoldsThePassword() {
    PostgisConfig wrong =
        new PostgisConfig("jdbc:postgresql://127.0.0.1:1/none?password=s3cret", "u", "s3cret", "x");
    assertThat(wrong.toString()).doesNotContain("s3cret").contains("127.0.0.1:1/none");
    assertThatThrownBy(() -> PostgisFeatureStore.open(wrong))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("s3cret")
        .hasStackTraceContaining("127.0.0.1")
        .satisfies(e -> assertThat(e.getCause().getMessage()).doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Upper", "a-b", "a\"; DROP SCHEMA public", "pg_x", "1a"})
  void refusesSchemasThatAreNoPlainNames(String schema) {
    assertThatThrownBy(() -> new PostgisConfig("jdbc:postgresql:x", "u", "p", schema))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
