package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.ingest.EstatePair.Decision;
import org.lianpian.ingest.estate.EstateMerges;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.EstateMerge;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.PositionLevel;
import org.lianpian.store.geopackage.GeoPackageFeatureStore;
import org.lianpian.support.SharedData;
import org.locationtech.jts.geom.Geometry;

/**
 * One estate from two offices: the parcel of a map, the numbers of a ledger.
 *
 * <pre>
 *   +---------+
 *   | 红岩新村 |  way/9 of the map     * row 2 of the ledger, 30 m beside it, 120 households
 *   +---------+
 * </pre>
 */
@Tag("B-38")
@NullUnmarked
class EstateMergeTest {
  private static final String MAP =
      """
      <osm version="0.6"><node id="1" lat="26.266" lon="117.630"/>
      <node id="2" lat="26.266" lon="117.631"/><node id="3" lat="26.267" lon="117.631"/>
      <node id="4" lat="26.267" lon="117.630"/>
      <way id="9"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
      <tag k="landuse" v="residential"/><tag k="name" v="红岩新村小区"/></way></osm>""";
  private static final String LEDGER =
      "小区名称,街道,建成年份,户数,经度,纬度\n"
          + "红岩新村,列东街道,1998,120,117.6313,26.2665\n"
          + "工人新村,列西街道,1985,85,117.640,26.270\n";

  @TempDir Path directory;
  private final Importer importer = new Importer();
  private FeatureStore store;

  @BeforeEach
  void createStore() {
    store =
        GeoPackageFeatureStore.create(
            directory.resolve("dataset.gpkg"),
            new Dataset("test", ImportFixture.SANMING, "GENERIC", false));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  @DisplayName("A row that may be a known estate waits; the others are written")
  void undecidedRowWaits() throws IOException {
    commit(file("map.osm", MAP), ImportOptions.DEFAULTS);

    ImportReport report = commit(file("台账.csv", LEDGER), ImportOptions.DEFAULTS);

    assertThat(report.layers().get(0).estates())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.cell()).isEqualTo("A2");
              assertThat(pair.storedId()).isEqualTo("osm-w9");
              assertThat(pair.sure()).isTrue();
              assertThat(pair.zh()).contains("名称一致", "相距 30 米");
              assertThat(pair.decision()).isNull();
              assertThat(pair.position()).isNotNull();
              assertThat(pair.storedPosition()).isNotNull();
            });
    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0));
    assertThat(names()).containsExactlyInAnyOrder("红岩新村小区", "工人新村");
  }

  @Test
  @DisplayName("A merge has the parcel of the map and the numbers of the ledger, and says so")
  void mergeKeepsBothSources() throws IOException {
    commit(file("map.osm", MAP), ImportOptions.DEFAULTS);
    Community before = community("osm-w9");

    ImportReport report = commit(file("台账.csv", LEDGER), same());

    assertThat(report.counts()).isEqualTo(new ImportCounts(1, 1, 0, 0, 0));
    Community merged = community("osm-w9");
    assertThat(merged.geometry().equalsExact(before.geometry())).isTrue();
    assertThat(merged.positionLevel()).isEqualTo(PositionLevel.MANUAL);
    assertThat(merged.name()).isEqualTo("红岩新村");
    assertThat(merged.aliases()).containsExactly("红岩新村小区");
    assertThat(merged.households()).isEqualTo(120);
    assertThat(merged.built().from()).isEqualTo(1998);
    assertThat(merged.provenance().source()).isEqualTo("map.osm + 台账.csv");
    assertThat(merged.provenance().original().get("@values"))
        .contains("geometry=map.osm", "households=台账.csv", "street=台账.csv");
    assertThat(merged.provenance().original().get("@others")).contains("name=红岩新村小区 (map.osm");
  }

  @Test
  @Tag("US-C04")
  @DisplayName("Both files imported again change nothing, in whatever order")
  void bothFilesAgainChangeNothing() throws IOException {
    Path map = file("map.osm", MAP);
    Path ledger = file("台账.csv", LEDGER);
    commit(map, ImportOptions.DEFAULTS);
    commit(ledger, same());
    long revision = store.revision();

    assertThat(commit(ledger, ImportOptions.DEFAULTS).counts())
        .isEqualTo(new ImportCounts(0, 0, 2, 0, 0));
    assertThat(commit(map, ImportOptions.DEFAULTS).counts())
        .isEqualTo(new ImportCounts(0, 0, 1, 0, 0));
    assertThat(store.revision()).isEqualTo(revision);
  }

  @Test
  @DisplayName("An undone merge leaves both communities exactly as without it")
  void undoIsExact() throws IOException {
    commit(file("map.osm", MAP), ImportOptions.DEFAULTS);
    Community map = community("osm-w9");
    ImportOptions separate = decided(Map.of(2L, LayerOptions.NEW_ESTATE));
    assertThat(commit(file("台账.csv", LEDGER), separate).counts().inserted()).isEqualTo(2);
    Community row =
        store.list(Community.TYPE).stream()
            .filter(c -> c.name().equals("红岩新村"))
            .findFirst()
            .orElseThrow();
    FeatureStore other =
        GeoPackageFeatureStore.create(directory.resolve("other.gpkg"), store.dataset());
    try (other) {
      importer.commit(
          directory.resolve("map.osm"), ImportOptions.DEFAULTS, other, ImportFixture.BY_TEST);
      importer.commit(directory.resolve("台账.csv"), same(), other, ImportFixture.BY_TEST);
      assertThat(other.find(Community.TYPE, row.id())).isEmpty();

      EstateMerges.undo(other, "osm-w9", row.id(), ImportFixture.BY_TEST);

      assertSame(other.find(Community.TYPE, "osm-w9").orElseThrow(), map);
      assertSame(other.find(Community.TYPE, row.id()).orElseThrow(), row);
      assertThat(other.count(EstateMerge.TYPE)).isZero();
      assertThat(other.history(Community.TYPE, "osm-w9")).hasSize(3);
      assertThat(
              importer
                  .dryRun(directory.resolve("台账.csv"), ImportOptions.DEFAULTS, other)
                  .counts()
                  .unchanged())
          .as("what was taken apart is not asked again")
          .isEqualTo(2);
    }
  }

  @Test
  void undoIsRefusedWhenTheCommunityWasChangedSince() throws IOException {
    commit(file("map.osm", MAP), ImportOptions.DEFAULTS);
    commit(file("台账.csv", LEDGER), same());
    Community merged = community("osm-w9");
    String source = EstateMerges.sources(store.list(EstateMerge.TYPE).get(0), 4548).get(1).id();
    store.write(
        ImportFixture.BY_TEST,
        writer ->
            writer.putOne(
                Community.TYPE,
                merged.withPosition(merged.geometry().getCentroid(), PositionLevel.SURVEYED, 0.5)));

    assertThatThrownBy(() -> EstateMerges.undo(store, "osm-w9", source, ImportFixture.BY_TEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("合并后又有修改");
    assertThatThrownBy(() -> EstateMerges.undo(store, "osm-w9", "nothing", ImportFixture.BY_TEST))
        .hasMessageContaining("不在小区");
  }

  @Test
  @DisplayName("The ledger first and the map after it: the estate keeps the id of the ledger")
  void mapAfterLedger() throws IOException {
    commit(file("台账.csv", LEDGER), ImportOptions.DEFAULTS);

    commit(file("map.osm", MAP), same());

    assertThat(names()).containsExactlyInAnyOrder("红岩新村", "工人新村");
    assertThat(store.list(Community.TYPE))
        .filteredOn(c -> c.name().equals("红岩新村"))
        .singleElement()
        .satisfies(
            merged -> {
              assertThat(merged.geometry().getDimension()).isEqualTo(2);
              assertThat(merged.households()).isEqualTo(120);
            });
  }

  @Test
  @DisplayName("Three sources: the street office, the bureau and the map are one estate")
  void threeSources() throws IOException {
    commit(file("map.osm", MAP), ImportOptions.DEFAULTS);
    commit(file("台账.csv", LEDGER), same());
    commit(file("区局.csv", "小区名称,街道,户数,栋数\n红岩新村小区,列东街道,118,3\n"), same());

    Community merged = community("osm-w9");
    assertThat(merged.households()).as("the earlier ledger").isEqualTo(120);
    assertThat(merged.buildings()).as("only the later one knows").isEqualTo(3);
    assertThat(merged.provenance().original().get("@others")).contains("households=118 (区局.csv");
    EstateMerge record = store.list(EstateMerge.TYPE).get(0);
    String second = EstateMerges.sources(record, 4548).get(1).id();

    EstateMerges.undo(store, "osm-w9", second, ImportFixture.BY_TEST);

    assertThat(community("osm-w9").households()).isEqualTo(118);
    assertThat(store.count(Community.TYPE)).isEqualTo(3);
  }

  @Test
  @DisplayName("Phases, far namesakes and contradicting households are never merged by a code")
  void whatIsNotSure() throws IOException {
    commit(
        file(
            "已有.csv",
            "小区名称,街道,户数,经度,纬度\n红岩新村一期,列东街道,120,117.630,26.266\n"
                + "工人新村,列西街道,85,117.640,26.270\n人民新村,列西街道,60,117.650,26.270\n"),
        ImportOptions.DEFAULTS);

    ImportReport report =
        importer.dryRun(
            file(
                "来件.csv",
                "小区名称,户数,经度,纬度\n红岩新村二期,120,117.630,26.266\n"
                    + "工人新村,85,117.660,26.290\n人民新村小区,600,117.650,26.270\n"),
            ImportOptions.DEFAULTS,
            store);

    assertThat(report.layers().get(0).estates())
        .as("the phase and the namesake 2.8 km away are other estates")
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.storedName()).isEqualTo("人民新村");
              assertThat(pair.sure()).isFalse();
              assertThat(pair.zh()).contains("户数相差悬殊（600、60）");
            });
    assertThat(report.layers().get(0).proposals())
        .extracting(proposal -> proposal.kind().code())
        .containsExactly("estate.alike");
  }

  @Test
  void unknownCommunityIsAChoiceThatDoesNotFit() throws IOException {
    Path ledger = file("台账.csv", LEDGER);

    assertThatThrownBy(() -> commit(ledger, decided(Map.of(2L, "nowhere"))))
        .isInstanceOf(ChoiceException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  @DisplayName("Beijing: 富润家园 of the map and of the ledger are one community")
  void realEstate() {
    Path map = SharedData.require("data/osm/beijing-cau/map.osm");
    Path ledger = SharedData.require("data/communities/beijing_communities_wgs84.csv");
    commit(map, ImportOptions.DEFAULTS);

    ImportReport report = importer.dryRun(ledger, ImportOptions.DEFAULTS, store);
    List<EstatePair> pairs = report.layers().get(0).estates();
    assertThat(pairs)
        .filteredOn(pair -> pair.name().equals("富润家园"))
        .singleElement()
        .satisfies(pair -> assertThat(pair.sure()).isTrue());

    ImportReport done =
        commit(ledger, ImportOptions.DEFAULTS.accepting("estate.same", "estate.alike"));
    assertThat(done.committed()).isTrue();
    assertThat(store.findWhere(Community.TYPE, "name", "富润家园"))
        .singleElement()
        .satisfies(
            merged -> {
              assertThat(merged.geometry().getDimension()).isEqualTo(2);
              assertThat(merged.households()).isEqualTo(1163);
              assertThat(merged.built().from()).isEqualTo(2000);
            });
    long merges = pairs.stream().filter(EstatePair::sure).count();
    assertThat(done.layers().get(0).estates())
        .filteredOn(pair -> pair.decision() == Decision.MERGE)
        .hasSize((int) merges);
    assertThat(store.count(EstateMerge.TYPE)).isEqualTo(merges);
  }

  private static ImportOptions same() {
    return ImportOptions.DEFAULTS.accepting("estate.same");
  }

  private static ImportOptions decided(Map<Long, String> estates) {
    return ImportOptions.DEFAULTS.withOtherLayers(LayerOptions.NONE.withEstates(estates));
  }

  private static void assertSame(Community one, Community other) {
    Geometry geometry = one.geometry();
    assertThat(geometry.equalsExact(other.geometry())).isTrue();
    assertThat(one.provenance()).isEqualTo(other.provenance());
    assertThat(Community.TYPE.toRow(one)).isEqualTo(Community.TYPE.toRow(other));
  }

  private Community community(String id) {
    return store.find(Community.TYPE, id).orElseThrow();
  }

  private List<String> names() {
    return store.list(Community.TYPE).stream().map(Community::name).toList();
  }

  private Path file(String name, String content) throws IOException {
    return ImportFixture.text(directory.resolve(name), content);
  }

  private ImportReport commit(Path file, ImportOptions options) {
    return importer.commit(file, options, store, ImportFixture.BY_TEST);
  }
}
