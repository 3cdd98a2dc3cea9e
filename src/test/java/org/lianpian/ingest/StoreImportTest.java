package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.geo.Datum;
import org.lianpian.geo.LonLat;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.store.geopackage.GeoPackageFeatureStore;

/** Imports into a real store, and what the store already knows about a file. */
class StoreImportTest {
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
  @Tag("US-C04")
  void secondImportLeavesNoTrace() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"),
            "名称,街道,建成年份,户数,建筑面积,经度,纬度\n红岩新村,列东街道,80年代,约120户,0.84万平方米,117.631,26.267\n工人新村,列西街道,不详,85,,,\n");
    ImportOptions options = ImportOptions.DEFAULTS.accepting("number.approximate");

    assertThat(commit(file, options).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0, 0));
    long revision = store.revision();
    assertThat(importer.dryRun(file, options, store).counts())
        .isEqualTo(new ImportCounts(0, 0, 2, 0, 0));
    assertThat(commit(file, options).counts()).isEqualTo(new ImportCounts(0, 0, 2, 0, 0));

    Community community = store.findWhere(Community.TYPE, "name", "红岩新村").get(0);
    assertThat(store.history(Community.TYPE, community.id())).hasSize(1);
    assertThat(store.revision()).isBetween(revision, revision + 1);
    assertThat(community.provenance().original()).containsEntry("户数", "约120户");
  }

  @Test
  @Tag("US-C03")
  void failingRowWritesNothingAcrossAllLayers() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("批次"));
    ImportFixture.text(folder.resolve("小区台账.csv"), "小区编号,名称,户数\nC1,红岩新村,120\n");
    ImportFixture.text(folder.resolve("楼栋.csv"), "楼栋编号,小区编号,楼栋号,层数\nB1,C1,1,六层半\n");

    ImportReport report = commit(folder, ImportOptions.DEFAULTS);

    assertThat(report.committed()).isFalse();
    assertThat(store.count(Community.TYPE) + store.count(Building.TYPE)).isZero();
    assertThat(commit(folder, ImportOptions.DEFAULTS.withOnlyPassing(true)).counts())
        .isEqualTo(new ImportCounts(1, 0, 0, 1, 0));
    assertThat(store.count(Community.TYPE)).isEqualTo(1);
  }

  @Test
  void commitOfARefusedFileLeavesTheStoreAlone() throws IOException {
    Path file = ImportFixture.text(directory.resolve("x.bin"), "\u0000");

    assertThat(commit(file, ImportOptions.DEFAULTS).committed()).isFalse();
    assertThat(store.revision()).isZero();
    assertThatThrownBy(() -> commit(directory.resolve("absent.csv"), ImportOptions.DEFAULTS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("B-29")
  @Tag("B-15")
  void districtAndCodeAreComparedWithKnownDivisions() throws IOException {
    commit(
        ImportFixture.text(
            directory.resolve("districts.geojson"),
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"adcode":"350404","name":"三元区"},"geometry":{"type":"Polygon",
              "coordinates":[[[117.5,26.2],[117.7,26.2],[117.7,26.3],[117.5,26.3],[117.5,26.2]]]}},
             {"type":"Feature","properties":{"adcode":"350405","name":"沙县区"},"geometry":{"type":"Polygon",
              "coordinates":[[[117.7,26.2],[117.9,26.2],[117.9,26.5],[117.7,26.5],[117.7,26.2]]]}}]}
            """),
        ImportOptions.DEFAULTS);
    commit(
        ImportFixture.text(
            directory.resolve("行政区划代码.csv"),
            "代码,名称,级别,启用时间,变更/弃用时间,新代码\n350403,三元区,县级,1983,2021,350404\n"),
        ImportOptions.DEFAULTS);
    assertThat(store.count(AdminUnit.TYPE)).isEqualTo(3);
    Path ledger =
        ImportFixture.text(
            directory.resolve("台账.csv"),
            "名称,区县,行政区划代码,经度,纬度\n红岩新村,三元区,350403,117.631,26.267\n府西新村,三元区,350404,117.8,26.4\n");

    ImportReport report = importer.dryRun(ledger, ImportOptions.DEFAULTS, store);

    assertThat(report.layers().get(0).issues())
        .extracting(RowIssue::code, RowIssue::row)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("division.obsolete", 2L),
            org.assertj.core.groups.Tuple.tuple("position.other-district", 3L));
    assertThat(report.committable()).isTrue();
  }

  @Test
  @Tag("B-25")
  @DisplayName("Positions that fit known places only as BD-09 are proposed as such, and not moved")
  void shiftedPositionsAreNoticed() throws IOException {
    StringBuilder truth = new StringBuilder("名称,街道,经度,纬度\n");
    StringBuilder shifted = new StringBuilder("名称,街道,经度,纬度\n");
    for (int i = 0; i < 8; i++) {
      LonLat position = new LonLat(117.60 + i * 0.01, 26.25 + i * 0.005);
      LonLat baidu = Datum.BD09.fromCgcs2000(position);
      String name = "新村" + (char) ('甲' + i);
      truth
          .append(name)
          .append(",列东街道,")
          .append(position.longitude())
          .append(',')
          .append(position.latitude())
          .append('\n');
      shifted
          .append(name)
          .append(",列东街道,")
          .append(baidu.longitude())
          .append(',')
          .append(baidu.latitude())
          .append('\n');
    }
    commit(
        ImportFixture.text(directory.resolve("已测小区.csv"), truth.toString()),
        ImportOptions.DEFAULTS);
    Path file = ImportFixture.text(directory.resolve("网上小区.csv"), shifted.toString());

    List<RowIssue> issues =
        importer.dryRun(file, ImportOptions.DEFAULTS, store).layers().get(0).issues();

    assertThat(issues)
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("datum.suspected");
              assertThat(issue.suggestion()).isEqualTo("BD09");
            });
  }

  private ImportReport commit(Path file, ImportOptions options) {
    return importer.commit(file, options, store, ImportFixture.BY_TEST);
  }
}
