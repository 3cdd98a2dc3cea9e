package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.ingest.source.ImportLimits;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.Community;
import org.lianpian.model.PositionLevel;
import org.locationtech.jts.geom.Coordinate;

/** Ledgers as text tables: encodings, separators, coordinates, personal data, bad rows. */
class TextTableTest {
  private static final String LEDGER =
      "名称,街道,建成年份,户数,经度,纬度\n"
          + "红岩新村,列东街道,1998年,120,117.631,26.267\n"
          + "工人新村,列西街道,80年代,85,117.632,26.268\n";

  @TempDir Path directory;
  private final ImportFixture world = new ImportFixture();

  @ParameterizedTest
  @Tag("US-C10")
  @ValueSource(strings = {"UTF-8", "UTF-8 with mark", "GBK", "UTF-16LE", "UTF-16"})
  void sameRowsInAnyEncodingGiveTheSameCommunities(String encoding) throws IOException {
    boolean marked = encoding.endsWith("mark");
    Charset charset = marked ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    Path file = directory.resolve("台账.csv");
    ImportFixture.text(file, (marked ? "\uFEFF" : "") + LEDGER, charset);

    List<Community> communities = world.read(file, Community.TYPE).features();

    ImportFixture.text(file, LEDGER);
    assertThat(communities).isEqualTo(world.read(file, Community.TYPE).features());
    assertThat(communities).extracting(Community::name).containsExactly("红岩新村", "工人新村");
  }

  @ParameterizedTest
  @Tag("B-45")
  @ValueSource(strings = {",", ";", "\t", "，"})
  void separatorIsDetected(String separator) throws IOException {
    Path file = directory.resolve("台账.csv");
    ImportFixture.text(file, LEDGER.replace(",", separator));

    assertThat(world.read(file, Community.TYPE).features())
        .extracting(Community::households)
        .containsExactly(120, 85);
  }

  @Test
  @Tag("B-45")
  void quotedLineBreaksStayInTheirCell() throws IOException {
    Path file = directory.resolve("台账.csv");
    ImportFixture.text(file, "名称,街道,备注\n红岩新村,列东街道,\"两栋,\n含沿街\"\n");

    assertThat(world.read(file, Community.TYPE).features())
        .singleElement()
        .satisfies(c -> assertThat(c.provenance().original()).containsEntry("备注", "两栋,\n含沿街"));
  }

  @Test
  @DisplayName("Longitude and latitude become metres: 117.6310, 26.2670 is 563031.566, 2906569.122")
  void positionsBecomeMetres() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), LEDGER);

    Community community = world.read(file, Community.TYPE).features().get(0);

    assertPosition(community, 563031.566, 2906569.122, 0.005);
    assertThat(community.positionLevel()).isEqualTo(PositionLevel.COMMUNITY_POI);
    assertThat(community.sigmaMetres()).isEqualTo(50);
  }

  @Test
  @Tag("B-20")
  void swappedColumnsAreProposedAndUsedOnlyWhenAccepted() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"),
            LEDGER
                .replace("经度,纬度", "纬度,经度")
                .replace("纬度,经度", "lon,lat")
                .replace("117.631,26.267", "26.267,117.631")
                .replace("117.632,26.268", "26.268,117.632"));

    ImportReport refused = world.commit(file, ImportOptions.DEFAULTS);
    assertThat(refused.committed()).isFalse();
    assertThat(ImportFixture.codes(refused)).contains("coordinate.swapped-axes");
    assertThat(world.store.count(Community.TYPE)).isZero();

    ImportReport accepted =
        world.commit(file, ImportOptions.DEFAULTS.accepting("coordinate.swapped-axes"));
    assertThat(accepted.committed()).isTrue();
    assertThat(world.store.list(Community.TYPE))
        .allSatisfy(c -> assertPosition(c, 563031.566, 2906569.122, 300));
  }

  @Test
  @Tag("B-21")
  @DisplayName("Surveyors' X is north: X=2906569.122, Y=563031.566 is read as such, and said")
  void surveyorsNorthingFirst() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"), "名称,街道,X,Y\n红岩新村,列东街道,2906569.122,563031.566\n");

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    assertThat(ImportFixture.codes(report)).contains("coordinate.north-first");
    assertPosition(world.store.list(Community.TYPE).get(0), 563031.566, 2906569.122, 0.001);
  }

  @Test
  @Tag("B-22")
  void zonePrefixIsTakenOff() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"), "名称,街道,X,Y\n红岩新村,列东街道,39563031.566,2906569.122\n");

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(ImportFixture.codes(report)).contains("coordinate.zone-prefix");
    assertPosition(world.store.list(Community.TYPE).get(0), 563031.566, 2906569.122, 0.001);
  }

  @Test
  @Tag("B-25")
  @DisplayName("GCJ-02 positions are converted only when a person says so")
  void shiftedDatumIsConvertedOnRequest() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"), "名称,街道,经度,纬度\n红岩新村,列东街道,117.635889,26.263562\n");

    assertPosition(
        world.read(file, Community.TYPE).features().get(0), 563031.566 + 490, 2906569.122 - 379, 5);

    ImportOptions gcj02 =
        ImportOptions.DEFAULTS.withOtherLayers(LayerOptions.NONE.withDatum(Datum.GCJ02));
    Community converted =
        world.importer.read(file, Community.TYPE, gcj02, ImportFixture.SANMING).features().get(0);
    assertPosition(converted, 563031.566, 2906569.122, 0.2);
  }

  @Test
  @Tag("B-26")
  void degreesMinutesSecondsAreRead() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"), "名称,街道,经度,纬度\n红岩新村,列东街道,117°37′51.6″,26°16′1.2″\n");

    assertPosition(
        world.read(file, Community.TYPE).features().get(0), 563031.566, 2906569.122, 0.01);
  }

  @Test
  @Tag("B-28")
  void zeroZeroIsNoPosition() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"), "名称,街道,经度,纬度\n红岩新村,列东街道,117.631,26.267\n工人新村,列西街道,0,0\n");

    assertThat(world.read(file, Community.TYPE).features())
        .extracting(c -> c.geometry() == null)
        .containsExactly(false, true);
  }

  @Test
  @Tag("US-C03")
  void aBadRowSinksTheFileUnlessOnlyPassingRowsAreWanted() throws IOException {
    Path file =
        ImportFixture.text(directory.resolve("台账.csv"), LEDGER.replace(",85,", ",120/118,"));

    ImportReport refused = world.commit(file, ImportOptions.DEFAULTS);
    assertThat(refused.committable()).isFalse();
    assertThat(refused.counts().rejected()).isEqualTo(1);
    assertThat(world.store.count(Community.TYPE)).isZero();
    assertThat(world.store.revision()).isZero();

    ImportReport partly = world.commit(file, ImportOptions.DEFAULTS.withOnlyPassing(true));
    assertThat(partly.committed()).isTrue();
    assertThat(partly.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1, 0));
    assertThat(world.store.list(Community.TYPE))
        .extracting(Community::name)
        .containsExactly("红岩新村");
  }

  @Test
  @Tag("US-C02")
  @DisplayName("F2: ‘约120户’ 无法识别为准确数，建议 120（约）")
  void messagesNameTheCell() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), LEDGER.replace(",120,", ",约120户,"));

    ImportReport report = world.dryRun(file, ImportOptions.DEFAULTS);

    assertThat(ImportFixture.issues(report))
        .filteredOn(issue -> issue.code().equals("number.approximate"))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.cell()).isEqualTo("D2");
              assertThat(issue.row()).isEqualTo(2);
              assertThat(issue.column()).isEqualTo("户数");
              assertThat(issue.value()).isEqualTo("约120户");
              assertThat(issue.severity()).isEqualTo(Severity.PROPOSAL);
              assertThat(issue.zh()).startsWith("D2：").contains("约120户", "建议 120");
              assertThat(issue.suggestion()).isEqualTo("120");
            });
    assertThat(report.committable()).isTrue();
  }

  @Test
  @DisplayName("A proposed value is unknown until it is accepted; the text is kept either way")
  void proposalIsUsedWhenAccepted() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), LEDGER.replace(",120,", ",约120户,"));

    world.commit(file, ImportOptions.DEFAULTS);
    assertThat(household("红岩新村")).isNull();

    world.commit(file, ImportOptions.DEFAULTS.accepting("number.approximate"));
    assertThat(household("红岩新村")).isEqualTo(120);
    assertThat(find("红岩新村").provenance().original()).containsEntry("户数", "约120户");
  }

  @Test
  @Tag("US-C04")
  void secondImportChangesNothing() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), LEDGER);

    assertThat(world.commit(file, ImportOptions.DEFAULTS).counts())
        .isEqualTo(new ImportCounts(2, 0, 0, 0, 0));
    assertThat(world.dryRun(file, ImportOptions.DEFAULTS).counts())
        .isEqualTo(new ImportCounts(0, 0, 2, 0, 0));
    assertThat(world.commit(file, ImportOptions.DEFAULTS).counts())
        .isEqualTo(new ImportCounts(0, 0, 2, 0, 0));

    ImportFixture.text(file, LEDGER.replace(",85,", ",86,"));
    assertThat(world.dryRun(file, ImportOptions.DEFAULTS).counts())
        .isEqualTo(new ImportCounts(0, 1, 1, 0, 0));
  }

  @Test
  @Tag("US-C04")
  void orderOfRowsDoesNotMatterForIds() throws IOException {
    String[] lines = LEDGER.split("\n");
    Path file = ImportFixture.text(directory.resolve("台账.csv"), LEDGER);
    List<String> before =
        world.read(file, Community.TYPE).features().stream().map(Community::id).sorted().toList();
    ImportFixture.text(file, lines[0] + "\n" + lines[2] + "\n" + lines[1] + "\n");

    assertThat(world.read(file, Community.TYPE).features())
        .extracting(Community::id)
        .containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  @Tag("US-C05")
  void sameNameInOneStreetIsASuspectedDuplicate() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"),
            "名称,街道,户数\n红岩新村(一期),列东街道,120\n红岩新村一期,列东街道,118\n红岩新村一期,列西街道,50\n");

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(ImportFixture.issues(report))
        .filteredOn(issue -> issue.code().equals("duplicate.suspected"))
        .hasSize(2);
    assertThat(world.store.count(Community.TYPE)).isEqualTo(3);
  }

  @Test
  void repeatedSourceIdIsAnError() throws IOException {
    Path file =
        ImportFixture.text(directory.resolve("台账.csv"), "小区编号,名称\nA1,红岩新村\nA1,工人新村\nA2,人民新村\n");

    ImportReport report = world.dryRun(file, ImportOptions.DEFAULTS);

    assertThat(report.committable()).isFalse();
    assertThat(ImportFixture.codes(report)).containsExactly("id.repeated");
    assertThat(report.counts().rejected()).isEqualTo(2);
  }

  @Test
  @DisplayName("编号 1, 2, 3 only counts the rows and is no identity")
  void runningNumberIsNoIdentity() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), "编号,名称\n1,红岩新村\n2,工人新村\n");

    assertThat(world.read(file, Community.TYPE).features())
        .extracting(Community::id)
        .allSatisfy(id -> assertThat(id).matches("community-[0-9a-f]{12}"));
  }

  @Test
  @Tag("B-39")
  void personalDataIsDroppedWithANotice() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"), "名称,联系人,联系电话,户数\n红岩新村,张三,13800000000,120\n");

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.layers().get(0).reading().notices())
        .extracting(notice -> notice.code())
        .contains("columns.personal-data");
    assertThat(find("红岩新村").provenance().original()).containsOnlyKeys("名称", "户数");
  }

  @Test
  void unmappedColumnsAreListedAndKept() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), "名称,户数,网格员片区\n红岩新村,120,三号\n");

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.layers().get(0).reading().mapping())
        .filteredOn(mapping -> mapping.use() == ColumnMapping.Use.ORIGINAL)
        .extracting(mapping -> mapping.column().name())
        .containsExactly("网格员片区");
    assertThat(find("红岩新村").provenance().original()).containsEntry("网格员片区", "三号");
  }

  @Test
  void aPersonMayOverruleRoleAndColumns() throws IOException {
    Path file = ImportFixture.text(directory.resolve("data.csv"), "甲,乙\n红岩新村,120\n");
    ImportOptions options =
        ImportOptions.DEFAULTS.withLayer(
            "data",
            LayerOptions.NONE
                .withRole("community")
                .withColumns(Map.of("甲", "name", "乙", "households")));

    ImportReport report = world.commit(file, options);

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    assertThat(household("红岩新村")).isEqualTo(120);
  }

  @Test
  void unrecognisableTableIsRefusedWithAMessage() throws IOException {
    Path file = ImportFixture.text(directory.resolve("data.csv"), "甲,乙\n丙,丁\n");

    ImportReport report = world.dryRun(file, ImportOptions.DEFAULTS);

    assertThat(report.committable()).isFalse();
    assertThat(ImportFixture.codes(report)).contains("role.none");
  }

  @Test
  @Tag("B-05")
  void areaInTensOfThousandsIsProposed() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), "名称,户数,建筑面积\n红岩新村,12197,99.7\n");

    world.commit(file, ImportOptions.DEFAULTS);
    assertThat(find("红岩新村").grossFloorArea()).isNull();

    ImportReport accepted = world.commit(file, ImportOptions.DEFAULTS.accepting(LayerOptions.ALL));
    assertThat(find("红岩新村").grossFloorArea()).isEqualTo(997_000);
    assertThat(ImportFixture.codes(accepted)).containsExactly("area.ten-thousands");
  }

  @Test
  @Tag("B-01")
  @Tag("B-02")
  @DisplayName("Headings in two rows without merged cells, a row of units, a row of column numbers")
  void headingsInTwoRowsOfAText() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"),
            "2024年老旧小区改造计划表,,,,\n"
                + "序号,小区名称,改造规模,,\n"
                + ",,户数,栋数,建筑面积\n"
                + ",,户,栋,万㎡\n"
                + "1,2,3,4,5\n"
                + "1,红岩新村,120,3,0.84\n"
                + "合计,,120,3,0.84\n"
                + "填表人：某某,,,审核人：某某,\n");

    ReadResult<Community> result = world.read(file, Community.TYPE);

    assertThat(result.issues()).isEmpty();
    assertThat(result.features())
        .singleElement()
        .satisfies(
            community -> {
              assertThat(community.grossFloorArea()).isEqualTo(8_400);
              assertThat(community.provenance().locator()).isEqualTo("台账!6");
              assertThat(community.provenance().original())
                  .containsEntry("改造规模/户数", "120")
                  .containsEntry("改造规模/建筑面积", "0.84");
            });
  }

  @Test
  @Tag("B-42")
  @Tag("B-50")
  void contradictionsAreWarnings() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("台账.csv"),
            "名称,栋数,户数,建成年份,改造年份\n红岩新村,330,12,1998,1990\n工人新村,2,-3,1998,\n");

    ImportReport report = world.dryRun(file, ImportOptions.DEFAULTS);

    assertThat(ImportFixture.codes(report))
        .containsExactly("community.ratio", "number.negative", "year.renovated-before-built");
    assertThat(report.counts().rejected()).as("only the negative one").isEqualTo(1);
  }

  @Test
  @Tag("B-35")
  void limitsAreClearIssues() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), LEDGER);
    ImportLimits d = ImportLimits.DEFAULTS;
    ImportLimits oneRow =
        new ImportLimits(
            d.fileBytes(),
            1,
            d.vertices(),
            d.unpackedBytes(),
            d.zipRatio(),
            d.zipEntries(),
            d.cellCharacters(),
            d.columns(),
            d.issues());
    ImportLimits tiny =
        new ImportLimits(
            10,
            d.rows(),
            d.vertices(),
            d.unpackedBytes(),
            d.zipRatio(),
            d.zipEntries(),
            d.cellCharacters(),
            d.columns(),
            d.issues());

    assertThat(ImportFixture.codes(world.dryRun(file, ImportOptions.DEFAULTS.withLimits(oneRow))))
        .containsExactly("limit.rows");
    assertThat(ImportFixture.codes(world.dryRun(file, ImportOptions.DEFAULTS.withLimits(tiny))))
        .containsExactly("limit.file");
  }

  @Test
  void previewShowsExtentWithoutADataset() throws IOException {
    Path file = ImportFixture.text(directory.resolve("台账.csv"), LEDGER);

    ImportPreview preview = world.importer.inspect(file, ImportOptions.DEFAULTS);

    assertThat(preview.metricCrs()).isEqualTo(new Crs(4548));
    LayerReading reading = preview.layers().get(0).reading();
    assertThat(reading.role().type()).isEqualTo(Community.TYPE);
    assertThat(reading.samples()).containsEntry("名称", List.of("红岩新村", "工人新村"));
  }

  private Community find(String name) {
    return world.store.findWhere(Community.TYPE, "name", name).get(0);
  }

  private @org.jspecify.annotations.Nullable Integer household(String name) {
    return find(name).households();
  }

  private static void assertPosition(Community community, double x, double y, double metres) {
    assertThat(community.geometry()).isNotNull();
    Coordinate position = community.geometry().getCoordinate();
    assertThat(position.distance(new Coordinate(x, y))).isLessThan(metres);
  }
}
