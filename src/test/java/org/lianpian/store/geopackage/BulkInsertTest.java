package org.lianpian.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.geo.Crs;
import org.lianpian.model.Building;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.WriteCounts;
import org.lianpian.store.SampleFeatures;
import org.locationtech.jts.geom.Envelope;

/** The R-tree that is written at once answers as the one that grows row by row. */
@NullUnmarked
class BulkInsertTest {
  private static final ChangeContext CONTEXT = new ChangeContext("t", "t", Instant.EPOCH);
  private static final int BULK = 500;

  @TempDir Path folder;

  private FeatureStore create() {
    return GeoPackageFeatureStore.create(
        folder.resolve("t.gpkg"), new Dataset("x", new Crs(4548), "GENERIC", true));
  }

  /** From one node to three levels. */
  @ParameterizedTest
  @ValueSource(ints = {BULK - 1, BULK, 3 * BULK + 7, 6000})
  void findsWhatBruteForceFinds(int count) throws SQLException {
    List<Building> buildings = SampleFeatures.of(Building.TYPE, count, 11);
    try (FeatureStore store = create()) {
      store.write(CONTEXT, writer -> writer.put(Building.TYPE, buildings.stream()));
      assertFindsAll(store, buildings);
      assertTreeIsSound(count);
    }
  }

  @Test
  void rowsMayComeAndGoAfterwards() throws SQLException {
    List<Building> buildings = SampleFeatures.of(Building.TYPE, 2000, 12);
    List<Building> moved = SampleFeatures.of(Building.TYPE, 700, 13);
    List<Building> expected = Stream.concat(moved.stream(), buildings.stream().skip(900)).toList();
    try (FeatureStore store = create()) {
      store.write(CONTEXT, writer -> writer.put(Building.TYPE, buildings.stream().limit(1500)));
      store.write(
          CONTEXT,
          writer -> {
            writer.put(Building.TYPE, buildings.stream().skip(1500));
            writer.put(Building.TYPE, moved.stream());
            return writer.delete(
                Building.TYPE, buildings.subList(700, 900).stream().map(Building::id).toList());
          });
      assertFindsAll(store, expected);
      assertTreeIsSound(expected.size());
    }
  }

  @Test
  void oneWriteMayInsertUpdateAndDelete() throws SQLException {
    List<Building> buildings = SampleFeatures.of(Building.TYPE, 1200, 12);
    List<Building> moved = SampleFeatures.of(Building.TYPE, 100, 13);
    List<Building> expected = Stream.concat(moved.stream(), buildings.stream().skip(150)).toList();
    try (FeatureStore store = create()) {
      WriteCounts counts =
          store.write(
              CONTEXT,
              writer ->
                  writer
                      .put(
                          Building.TYPE,
                          Stream.of(
                                  buildings.stream().limit(700),
                                  moved.stream(),
                                  buildings.stream().skip(700))
                              .flatMap(part -> part))
                      .plus(
                          writer.delete(
                              Building.TYPE,
                              buildings.subList(100, 150).stream().map(Building::id).toList())));
      assertThat(counts).isEqualTo(new WriteCounts(1200, 100, 0, 50));
      assertFindsAll(store, expected);
      assertTreeIsSound(expected.size());
    }
  }

  @Test
  void aWriteThatFailsLeavesTheTriggers() throws SQLException {
    List<Building> buildings = SampleFeatures.of(Building.TYPE, 1000, 12);
    try (FeatureStore store = create()) {
      String before = query("SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger'");
      try {
        store.write(
            CONTEXT,
            writer -> {
              writer.put(Building.TYPE, buildings.stream());
              throw new IllegalStateException("stop");
            });
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("stop");
      }
      assertThat(query("SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger'"))
          .isEqualTo(before);
      store.write(CONTEXT, writer -> writer.put(Building.TYPE, buildings.stream().limit(30)));
      assertFindsAll(store, buildings.subList(0, 30));
      assertTreeIsSound(30);
    }
  }

  private static void assertFindsAll(FeatureStore store, List<Building> buildings) {
    long seed = 5;
    Random random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      double x = 425_000 + random.nextDouble() * 10_000;
      double y = 2_890_000 + random.nextDouble() * 10_000;
      double side = i == 0 ? 1e6 : random.nextDouble() * 2000;
      Envelope box = new Envelope(x - side, x, y - side, y);
      List<String> expected =
          buildings.stream()
              .filter(b -> b.geometry() != null)
              .filter(b -> box.intersects(b.geometry().getEnvelopeInternal()))
              .map(Building::id)
              .sorted()
              .toList();
      assertThat(store.findWithin(Building.TYPE, box, 10_000))
          .as("seed %s, box %s", seed, box)
          .extracting(Building::id)
          .isEqualTo(expected);
    }
  }

  private void assertTreeIsSound(int count) throws SQLException {
    assertThat(query("SELECT rtreecheck('rtree_building_geom')")).isEqualTo("ok");
    assertThat(query("SELECT count(*) FROM building")).isEqualTo("" + count);
    assertThat(query("SELECT count(*) FROM rtree_building_geom"))
        .isEqualTo(query("SELECT count(geom) FROM building"));
    assertThat(
            query("SELECT count(*) FROM sqlite_master WHERE name = 'rtree_building_geom_insert'"))
        .isEqualTo("1");
  }

  private String query(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("t.gpkg"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
