package org.lianpian.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.geo.Crs;
import org.lianpian.model.Building;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.GeometryKind;
import org.lianpian.model.Manhole;
import org.lianpian.model.StoreException;
import org.lianpian.store.Migrations;
import org.lianpian.store.SampleFeatures;

/** The file as other programs see it: OGC 12-128r17 read by plain SQL and by GDAL. */
@NullUnmarked
class GeoPackageFileTest {
  private static final Dataset DATASET = new Dataset("三元区示意", new Crs(4548), "SANYUAN-2022", true);
  private static final ChangeContext CONTEXT =
      new ChangeContext("测试", "写入", Instant.parse("2026-01-02T03:04:05.678Z"));

  @TempDir Path folder;

  private Path filled() {
    Path file = folder.resolve("三元.gpkg");
    try (FeatureStore store = GeoPackageFeatureStore.create(file, DATASET)) {
      store.write(
          CONTEXT,
          writer -> {
            writer.put(Building.TYPE, SampleFeatures.of(Building.TYPE, 40, 3).stream());
            writer.put(Manhole.TYPE, SampleFeatures.of(Manhole.TYPE, 20, 4).stream());
            return writer.delete(Building.TYPE, List.of("building-000000"));
          });
    }
    return file;
  }

  private static List<String> query(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          text.append(i == 1 ? "" : "|").append(row.getString(i));
        }
        rows.add(text.toString());
      }
      return rows;
    }
  }

  @Test
  void isAGeoPackageOfVersion13() throws SQLException {
    Path file = filled();
    assertThat(query(file, "PRAGMA application_id")).containsExactly("" + 0x47504B47);
    assertThat(query(file, "PRAGMA user_version")).containsExactly("10300");
    assertThat(query(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(query(file, "PRAGMA foreign_key_check")).isEmpty();
    assertThat(query(file, "SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1"))
        .containsExactly("-1", "0", "4326", "4548");
    assertThat(query(file, "SELECT definition FROM gpkg_spatial_ref_sys WHERE srs_id = 4548"))
        .singleElement()
        .asString()
        .startsWith("PROJCS[")
        .contains("Transverse_Mercator", "117");
  }

  @Test
  void layersAreRegisteredWithChineseTitles() throws SQLException {
    Path file = filled();
    List<String> expected =
        org.lianpian.model.FeatureTypes.ALL.stream()
            .map(
                type -> {
                  boolean spatial = type.geometryKind() != GeometryKind.NONE;
                  return type.name()
                      + "|"
                      + type.zh()
                      + (spatial ? "|features|4548" : "|attributes|null");
                })
            .sorted()
            .toList();
    assertThat(
            query(
                file,
                "SELECT table_name, identifier, data_type, srs_id FROM gpkg_contents ORDER BY 1"))
        .isEqualTo(expected);
    assertThat(
            query(
                file,
                "SELECT geometry_type_name FROM gpkg_geometry_columns WHERE table_name = 'manhole'"))
        .containsExactly("POINT");
    assertThat(
            query(
                file,
                "SELECT name FROM gpkg_data_columns WHERE table_name = 'building' AND column_name = 'storeys'"))
        .containsExactly("层数");
    assertThat(query(file, "SELECT last_change FROM gpkg_contents WHERE table_name = 'building'"))
        .containsExactly("2026-01-02T03:04:05.678Z");
  }

  @Test
  void everyGeometryIsInItsTree() throws SQLException {
    Path file = filled();
    assertThat(query(file, "SELECT count(*) FROM rtree_building_geom"))
        .isEqualTo(query(file, "SELECT count(geom) FROM building"));
    assertThat(
            query(
                file,
                "SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'"))
        .isEqualTo(query(file, "SELECT count(*) FROM gpkg_geometry_columns"));
    assertThat(query(file, "SELECT rtreecheck('rtree_building_geom')")).containsExactly("ok");
    assertThat(
            query(file, "SELECT hex(substr(geom, 1, 2)) FROM manhole WHERE geom NOTNULL LIMIT 1"))
        .containsExactly("4750");
  }

  @Test
  void gdalReadsItWithoutAWarning() throws Exception {
    Path ogrinfo = Path.of("/usr/bin/ogrinfo");
    assumeTrue(Files.isExecutable(ogrinfo), "needs ogrinfo: apt-get install gdal-bin");
    Path file = filled();
    Path output = folder.resolve("ogrinfo.txt");
    Process process =
        new ProcessBuilder(ogrinfo.toString(), "-ro", "-al", "-so", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(text)
        .doesNotContainIgnoringCase("warning")
        .doesNotContainIgnoringCase("error")
        .contains("Layer name: building", "Feature Count: 39", "EPSG\",4548", "verdict")
        .doesNotContain("Layer name: lianpian_");
  }

  @Test
  void historyCannotBeEdited() throws SQLException {
    Path file = filled();
    assertThat(query(file, "SELECT count(*) FROM lianpian_history")).containsExactly("2");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM lianpian_history"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.execute("UPDATE lianpian_revision SET actor = 'x'"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void neverOverwritesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("x.gpkg"), "precious");
    assertThatThrownBy(() -> GeoPackageFeatureStore.create(file, DATASET))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("x.gpkg")
        .hasMessageContaining("exists");
    assertThat(Files.readString(file)).isEqualTo("precious");
  }

  @Test
  void leavesNoFileBehindWhenTheCrsIsUnknown() {
    Path file = folder.resolve("x.gpkg");
    Dataset nowhere = new Dataset("x", new Crs(999_999), "GENERIC", false);
    assertThatThrownBy(() -> GeoPackageFeatureStore.create(file, nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EPSG:999999");
    assertThat(file).doesNotExist();
  }

  @Test
  void opensNothingElse() throws Exception {
    Path none = folder.resolve("none.gpkg");
    assertRefused(none, "no such file");
    assertThat(none).doesNotExist();
    assertRefused(
        Files.writeString(folder.resolve("text.gpkg"), "x".repeat(200)), "not a GeoPackage");
    Path plain = folder.resolve("plain.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + plain);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a)");
      assertRefused(plain, "not a GeoPackage");
      statement.execute("PRAGMA application_id = " + 0x47504B47);
    }
    assertRefused(plain, "another program");
  }

  @Test
  void refusesAFileOfANewerProgram() throws SQLException {
    Path file = filled();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO "
              + Migrations.TABLE
              + " SELECT 99, '099', 'newer', type,"
              + " 'V099__newer.sql', checksum, installed_by, installed_on, execution_time, success"
              + " FROM "
              + Migrations.TABLE
              + " WHERE version = '001'");
    }
    assertRefused(file, "newer version");
    assertThat(query(file, "SELECT count(*) FROM building")).containsExactly("39");
  }

  @Test
  void theNewestMigrationIsTheLastOfItsFolder() throws IOException {
    Path newest = Path.of("src/main/resources", GeoPackageFeatureStore.NEWEST_MIGRATION);
    try (Stream<Path> files = Files.list(newest.getParent())) {
      assertThat(files.sorted().toList()).last().isEqualTo(newest);
    }
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> GeoPackageFeatureStore.open(file).close())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }
}
