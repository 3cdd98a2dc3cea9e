package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.lianpian.support.MemoryFeatureStore;
import org.lianpian.support.SharedData;

/** Real files come in as their descriptions say, without any setting. */
class RealFilesTest {
  private static final Crs ZONE_117 = new Crs(4548);
  private static final Crs ZONE_120 = new Crs(4549);
  private static final ChangeContext BY_TEST =
      new ChangeContext("test", "import", Instant.parse("2026-01-01T00:00:00Z"));

  private final Importer importer = new Importer();

  @Test
  @DisplayName("Beijing OSM export: 257 buildings, 302 highways, 11 named compounds, 小月河")
  void beijingOsmExport() {
    Path file = SharedData.require("data/osm/beijing-cau/map.osm");
    MemoryFeatureStore store = store(ZONE_117);

    ImportReport report = importer.commit(file, ImportOptions.DEFAULTS, store, BY_TEST);

    assertThat(report.committed()).as("%s", errors(report)).isTrue();
    assertThat(store.count(Building.TYPE)).isEqualTo(257);
    assertThat(store.count(Road.TYPE)).isEqualTo(302);
    assertThat(store.count(Railway.TYPE)).isEqualTo(4);
    assertThat(store.list(Community.TYPE).stream().filter(c -> !c.name().isEmpty()).count())
        .isEqualTo(11);
    assertThat(store.list(Watercourse.TYPE))
        .filteredOn(w -> w.geometry() != null && w.geometry().getDimension() == 2)
        .singleElement()
        .satisfies(
            river -> {
              assertThat(river.name()).isEqualTo("小月河");
              assertThat(river.kind()).isEqualTo(WatercourseKind.RIVER);
            });
    assertThat(
            store.list(Road.TYPE).stream()
                .filter(road -> road.roadClass() == RoadClass.ARTERIAL)
                .count())
        .isEqualTo(30);
    assertThat(store.list(Building.TYPE))
        .filteredOn(b -> b.communityId() != null)
        .as("buildings inside residential areas")
        .isNotEmpty();

    ImportReport again = importer.commit(file, ImportOptions.DEFAULTS, store, BY_TEST);
    assertThat(again.counts().inserted() + again.counts().updated()).isZero();
  }

  @Test
  @DisplayName("Andorra PBF: 294 buildings of which two are not closed, 9 riverbank polygons")
  void andorraPbf() {
    Path file = SharedData.require("data/osm/andorra.osm.pbf");
    Crs utm31 = new Crs(25831);

    ReadResult<Building> buildings =
        importer.read(file, Building.TYPE, ImportOptions.DEFAULTS, utm31);
    List<Watercourse> waters =
        importer.read(file, Watercourse.TYPE, ImportOptions.DEFAULTS, utm31).features();

    assertThat(buildings.features().size()).isEqualTo(292);
    assertThat(buildings.issues())
        .filteredOn(issue -> issue.code().equals("osm.unclosed"))
        .hasSize(2);
    assertThat(waters.stream().filter(RealFilesTest::isRiverbank).count()).isEqualTo(9);
  }

  @Test
  @DisplayName("Hangzhou: 2,112 compounds of which 1,406 named, 2,721 water polygons")
  void hangzhouExtract() {
    Path landuse = SharedData.require("data/osm/hangzhou/landuse.geojson");
    Path water = SharedData.require("data/osm/hangzhou/water.geojson");
    MemoryFeatureStore store = store(ZONE_120);

    ImportReport compounds = importer.commit(landuse, ImportOptions.DEFAULTS, store, BY_TEST);
    ImportReport waters = importer.commit(water, ImportOptions.DEFAULTS, store, BY_TEST);

    assertThat(compounds.committed()).as("%s", errors(compounds)).isTrue();
    assertThat(waters.committed()).as("%s", errors(waters)).isTrue();
    assertThat(store.count(Community.TYPE)).isEqualTo(2_112);
    assertThat(store.list(Community.TYPE).stream().filter(c -> !c.name().isEmpty()).count())
        .isEqualTo(1_406);
    assertThat(compounds.counts().ignored()).isEqualTo(8_707 - 2_112);
    assertThat(store.count(Watercourse.TYPE)).isEqualTo(2_721);
    assertThat(
            store.list(Watercourse.TYPE).stream()
                .filter(w -> w.kind() == WatercourseKind.RIVER)
                .count())
        .isEqualTo(652);
  }

  @Test
  @Tag("US-C01")
  @DisplayName("Community ledgers of Beijing (16,027) and Fuzhou (5,747)")
  void communityLedgers() {
    Path beijing = SharedData.require("data/communities/beijing_communities_wgs84.csv");
    Path fuzhou = SharedData.require("data/communities/fuzhou_communities_wgs84.csv");

    MemoryFeatureStore north = store(ZONE_117);
    ImportReport report = importer.commit(beijing, ImportOptions.DEFAULTS, north, BY_TEST);
    assertThat(report.committed()).as("%s", errors(report)).isTrue();
    assertThat(north.count(Community.TYPE)).isEqualTo(16_027);
    assertThat(north.list(Community.TYPE).stream().filter(c -> !c.built().isUnknown()).count())
        .isEqualTo(6_964);

    MemoryFeatureStore south = store(ZONE_120);
    report = importer.commit(fuzhou, ImportOptions.DEFAULTS, south, BY_TEST);
    assertThat(report.committed()).as("%s", errors(report)).isTrue();
    assertThat(south.count(Community.TYPE)).isEqualTo(5_747);
    assertThat(south.list(Community.TYPE).stream().filter(c -> !c.built().isUnknown()).count())
        .isEqualTo(739);
    assertThat(south.list(Community.TYPE).stream().filter(c -> c.buildings() != null).count())
        .isEqualTo(2_839);
    assertThat(south.list(Community.TYPE).stream().filter(c -> c.geometry() != null).count())
        .isEqualTo(5_615);

    ImportReport again = importer.dryRun(fuzhou, ImportOptions.DEFAULTS, south);
    assertThat(again.counts().unchanged()).isEqualTo(5_747);
  }

  @Test
  @DisplayName(
      "Administrative units: 47 streets and 13 districts of Fuzhou, 11 of Sanming, 6 of Puyang")
  void administrativeUnits() {
    assertUnits("data/admin/fuzhou_urban_streets_wgs84.geojson", ZONE_120, 47, AdminLevel.STREET);
    assertUnits("data/admin/fuzhou_districts_wgs84.geojson", ZONE_120, 13, AdminLevel.DISTRICT);
    assertUnits("data/admin/sanming_districts_wgs84.geojson", ZONE_117, 11, AdminLevel.DISTRICT);
    assertUnits("data/admin/puyang_districts_wgs84.geojson", new Crs(4547), 6, AdminLevel.DISTRICT);
  }

  private void assertUnits(String relative, Crs crs, int count, AdminLevel level) {
    Path file = SharedData.require(relative);
    MemoryFeatureStore store = store(crs);
    ImportReport report = importer.commit(file, ImportOptions.DEFAULTS, store, BY_TEST);
    assertThat(report.committed()).as("%s", errors(report)).isTrue();
    FeatureType<AdminUnit> type = AdminUnit.TYPE;
    assertThat(store.count(type)).isEqualTo(count);
    assertThat(store.list(type)).allSatisfy(unit -> assertThat(unit.level()).isEqualTo(level));
  }

  @Test
  @DisplayName("A look at the Beijing export proposes the metric CRS with central meridian 117 E")
  void previewProposesMetricCrs() {
    Path file = SharedData.require("data/osm/beijing-cau/map.osm");

    ImportPreview preview = importer.inspect(file, ImportOptions.DEFAULTS);

    assertThat(preview.metricCrs()).isEqualTo(ZONE_117);
    assertThat(preview.layers())
        .extracting(layer -> String.valueOf(layer.reading().role().type()))
        .containsExactly("watercourse", "road", "railway", "community", "building", "facility");
  }

  private static boolean isRiverbank(Watercourse water) {
    return "riverbank".equals(water.provenance().original().get("waterway"))
        && water.geometry() != null
        && water.geometry().getDimension() == 2;
  }

  private static List<String> errors(ImportReport report) {
    return Stream.concat(
            report.issues().stream(),
            report.layers().stream().flatMap(layer -> layer.issues().stream()))
        .filter(issue -> issue.severity() == Severity.ERROR)
        .map(RowIssue::en)
        .limit(20)
        .toList();
  }

  private static MemoryFeatureStore store(Crs crs) {
    return new MemoryFeatureStore(new Dataset("test", crs, "GENERIC", false));
  }
}
