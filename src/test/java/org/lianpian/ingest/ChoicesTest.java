package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.ingest.ColumnMapping.Use;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.ChoiceException.Control;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** What a person may decide about a file, and what happens when a decision does not fit it. */
class ChoicesTest {
  private static final String LEDGER =
      "名称,街道,户数,联系人,经度,纬度\n"
          + "红岩新村,列东街道,120,王某,117.631,26.267\n"
          + "工人新村,列西街道,85,李某,117.632,26.268\n";

  @TempDir Path directory;
  private final ImportFixture world = new ImportFixture();

  @Test
  void layerSaysWhatElseItCouldBeAndShowsSamples() throws IOException {
    LayerReading reading = layer(file(LEDGER), LayerOptions.NONE).reading();

    assertThat(reading.role().type()).isEqualTo(Community.TYPE);
    assertThat(reading.role().candidates()).startsWith(Community.TYPE).contains(Building.TYPE);
    assertThat(reading.samples())
        .containsEntry("名称", List.of("红岩新村", "工人新村"))
        .containsEntry("户数", List.of("120", "85"));
    assertThat(reading.crsOrigin()).isEqualTo(CrsOrigin.ASSUMED);
    assertThat(reading.encoding()).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void lineLayerOffersOnlyWhatHasLines() throws IOException {
    Path lines =
        ImportFixture.text(
            directory.resolve("线.geojson"),
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"沙溪"},
             "geometry":{"type":"LineString","coordinates":[[117.6,26.2],[117.7,26.3]]}}]}
            """);

    assertThat(layer(lines, LayerOptions.NONE).reading().role().candidates())
        .extracting(Object::toString)
        .contains("watercourse", "road", "reach")
        .doesNotContain("manhole", "building");
  }

  @Test
  @DisplayName("A chosen column takes its property from the column that was recognised")
  void chosenColumnWins() throws IOException {
    Path file = file("名称,户数,备注\n红岩新村,120,118\n");

    List<ColumnMapping> mapping =
        layer(file, LayerOptions.NONE.withColumns(Map.of("备注", "households"))).reading().mapping();

    assertThat(mapping)
        .extracting(ColumnMapping::choice)
        .containsExactly("name", LayerOptions.ORIGINAL, "households");
  }

  @Test
  void columnMayKeepItsTextOnlyOrBeLeftOut() throws IOException {
    LayerOptions options =
        LayerOptions.NONE.withColumns(
            Map.of("街道", LayerOptions.ORIGINAL, "户数", LayerOptions.NOT_IMPORTED));

    world.commit(file(LEDGER), ImportOptions.DEFAULTS.withLayer("台账", options));

    Community community = world.store.findWhere(Community.TYPE, "name", "红岩新村").get(0);
    assertThat(community.street()).isEmpty();
    assertThat(community.households()).isNull();
    assertThat(community.provenance().original())
        .containsEntry("街道", "列东街道")
        .doesNotContainKeys("户数", "联系人")
        .containsEntry("@choices", "户数=-, 街道=@original");
  }

  @Test
  void oneColumnMayBringBothCoordinates() throws IOException {
    Path file = file("名称,街道,位置说明\n红岩新村,列东街道,\"117.631,26.267\"\n");
    LayerOptions options = LayerOptions.NONE.withColumns(Map.of("位置说明", LayerOptions.COORDINATES));

    world.commit(file, ImportOptions.DEFAULTS.withLayer("台账", options));

    assertThat(world.store.list(Community.TYPE).get(0).geometry()).isNotNull();
  }

  @Test
  void aPositionGivenTwiceIsTakenFromTheTrueDatum() throws IOException {
    List<ColumnMapping> mapping =
        layer(
                file(
                    "名称,lng_gcj02,lat_gcj02,lng_wgs84,lat_wgs84\n红岩新村,117.6359,26.2636,117.631,26.267\n"),
                LayerOptions.NONE)
            .reading()
            .mapping();

    assertThat(mapping)
        .extracting(ColumnMapping::use)
        .containsExactly(Use.PROPERTY, Use.ORIGINAL, Use.ORIGINAL, Use.LONGITUDE, Use.LATITUDE);
  }

  @Test
  @Tag("B-25")
  void headingThatNamesADatumProposesItUntilOneIsStated() throws IOException {
    Path file = file("名称,高德经度,高德纬度\n红岩新村,117.635889,26.263562\n");

    assertThat(layer(file, LayerOptions.NONE).proposals())
        .singleElement()
        .satisfies(
            proposal -> {
              assertThat(proposal.datum()).isEqualTo(Datum.GCJ02);
              assertThat(proposal.examples().get(0).before()).isEqualTo("117.635889°E 26.263562°N");
              assertThat(proposal.examples().get(0).after()).startsWith("117.63100").endsWith("m)");
            });
    LayerReport stated = layer(file, LayerOptions.NONE.withDatum(Datum.GCJ02));
    assertThat(stated.proposals()).isEmpty();
    assertThat(stated.extent().centre().x).isCloseTo(117.631, within());
  }

  @Test
  void nothingFitsThatTheFileDoesNotHave() throws IOException {
    Path file = file(LEDGER);

    assertUnfit(() -> layer(file, LayerOptions.NONE.withRole("小区")), Control.ROLE, "小区");
    assertUnfit(
        () -> layer(file, LayerOptions.NONE.withColumns(Map.of("层数", "name"))),
        Control.COLUMN,
        "层数");
    assertUnfit(
        () -> layer(file, LayerOptions.NONE.withColumns(Map.of("户数", "diameter"))),
        Control.COLUMN,
        "户数");
    assertUnfit(
        () -> layer(file, LayerOptions.NONE.withColumns(Map.of("名称", "name", "街道", "name"))),
        Control.COLUMN,
        "街道");
    assertUnfit(
        () -> layer(file, LayerOptions.NONE.accepting(List.of("number.aproximate"))),
        Control.PROPOSAL,
        "number.aproximate");
    assertUnfit(
        () -> world.dryRun(file, ImportOptions.DEFAULTS.withLayer("第二张表", LayerOptions.NONE)),
        Control.LAYER,
        "第二张表");
    assertUnfit(() -> Choices.crs("CGCS2000"), Control.CRS, "CGCS2000");
    assertUnfit(() -> Choices.datum("北京54"), Control.DATUM, "北京54");
    assertUnfit(() -> Choices.encoding("汉字"), Control.ENCODING, "汉字");
  }

  @ParameterizedTest
  @Tag("B-19")
  @CsvSource({
    "4548, 117.631, 26.267",
    "4490, 563031.566, 2906569.122",
    "2385, 563031.566, 2906569.122",
    "999999, 563031.566, 2906569.122"
  })
  @DisplayName("Degrees are no metres, metres no degrees, Xian 80 needs parameters")
  void crsThatCannotBeMeantIsRefused(int epsg, String x, String y) throws IOException {
    Path file = file("名称,X,Y\n红岩新村," + x + "," + y + "\n");

    assertUnfit(
        () -> layer(file, LayerOptions.NONE.withCrs(new Crs(epsg))), Control.CRS, "EPSG:" + epsg);
    assertThat(world.store.count(Community.TYPE)).isZero();
  }

  @Test
  @Tag("B-25")
  void datumOfOnlineMapsIsRefusedForMetres() throws IOException {
    Path file = file("名称,X,Y\n红岩新村,563031.566,2906569.122\n");

    assertUnfit(() -> layer(file, LayerOptions.NONE.withDatum(Datum.BD09)), Control.DATUM, "BD09");
  }

  @Test
  @Tag("B-23")
  void zoneOfAnotherProvinceIsAskedAbout() throws IOException {
    Path file = file("名称,X,Y\n红岩新村,563031.566,2906569.122\n");

    LayerReport far = layer(file, LayerOptions.NONE.withCrs(new Crs(4545)));
    LayerReport near = layer(file, LayerOptions.NONE.withCrs(new Crs(4548)));

    assertThat(far.issues()).extracting(RowIssue::code).containsExactly("crs.far");
    assertThat(far.reading().crsOrigin()).isEqualTo(CrsOrigin.STATED);
    assertThat(near.issues()).isEmpty();
  }

  @ParameterizedTest
  @Tag("B-16")
  @CsvSource({"GBK, UTF-8", "UTF-8, GBK", "GBK, Big5"})
  void encodingThatGivesBrokenTextIsRefused(String written, String stated) throws IOException {
    Path file = directory.resolve("台账.csv");
    ImportFixture.text(file, LEDGER, Charset.forName(written));

    assertUnfit(
        () -> world.dryRun(file, ImportOptions.DEFAULTS.withEncoding(Charset.forName(stated))),
        Control.ENCODING,
        stated);
    assertThat(world.dryRun(file, ImportOptions.DEFAULTS.withEncoding(Charset.forName(written))))
        .satisfies(report -> assertThat(report.committable()).isTrue());
  }

  @Test
  @Tag("B-16")
  void encodingOfAShapefileIsCheckedToo() throws IOException {
    Path shp =
        SampleFiles.shapefile(
            directory,
            "小区",
            Charset.forName("GBK"),
            List.of("NAME"),
            List.of(
                new SampleFiles.Shape(
                    1, new GeometryFactory().createPoint(new Coordinate(117.6, 26.2)), "红岩新村")));

    assertUnfit(
        () -> world.dryRun(shp, ImportOptions.DEFAULTS.withEncoding(StandardCharsets.UTF_8)),
        Control.ENCODING,
        "UTF-8");
    assertThat(world.dryRun(shp, ImportOptions.DEFAULTS).encoding())
        .isEqualTo(Charset.forName("GB18030"));
  }

  @Test
  void fileWithoutItsLayersHasNothingToDo() throws IOException {
    ImportReport report =
        world.dryRun(
            file(LEDGER),
            ImportOptions.DEFAULTS.withLayer("台账", LayerOptions.NONE.withRole(LayerOptions.SKIP)));

    assertThat(report.isLeftOut()).isTrue();
    assertThat(report.committable()).isFalse();
    assertThat(report.errors()).isZero();
  }

  @Test
  @DisplayName("The history says what was chosen, in a fixed order")
  void reasonNamesEveryChoice() {
    LayerOptions layer =
        LayerOptions.NONE
            .withRole("community")
            .withColumns(Map.of("乙", "households", "甲", "name", "丙", LayerOptions.NOT_IMPORTED))
            .withCrs(new Crs(4548))
            .accepting(List.of("number.approximate", "coordinate.swapped-axes"));
    ImportOptions options =
        ImportOptions.DEFAULTS
            .withEncoding(Charset.forName("GBK"))
            .withLayer("台账", layer)
            .withOnlyPassing(true);

    assertThat(Choices.reason("台账.csv", options))
        .isEqualTo(
            "导入 / import: 台账.csv [encoding=GBK; 台账: role=community, 丙=-, 乙=households, 甲=name,"
                + " crs=EPSG:4548, accept=coordinate.swapped-axes, accept=number.approximate;"
                + " 仅通过的行 / only-passing]");
    assertThat(Choices.reason("台账.csv", ImportOptions.DEFAULTS)).isEqualTo("导入 / import: 台账.csv");
  }

  @Test
  void filesOfADirectoryAreTakenOneByOneWithTheirParts() throws IOException {
    for (String name :
        List.of("小区.shp", "小区.DBF", "小区.shx", "小区.shp.xml", "台账.csv", "孤.dbf", "孤.prj")) {
      Files.createFile(directory.resolve(name));
    }

    assertThat(world.importer.files(directory))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder("台账.csv", "孤.dbf", "小区.shp");
  }

  @Test
  void rowsAreShownAsTheyStandThere() throws IOException {
    LayerRows rows = world.importer.rows(file(LEDGER), ImportOptions.DEFAULTS, "台账", 3, 5);

    assertThat(rows.columns()).hasSize(6);
    assertThat(rows.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.row()).isEqualTo(3);
              assertThat(row.text("名称")).isEqualTo("工人新村");
            });
  }

  private Path file(String content) throws IOException {
    return ImportFixture.text(directory.resolve("台账.csv"), content);
  }

  private LayerReport layer(Path file, LayerOptions options) {
    return world.dryRun(file, ImportOptions.DEFAULTS.withOtherLayers(options)).layers().get(0);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-5);
  }

  private static void assertUnfit(ThrowingCallable work, Control control, String choice) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ChoiceException.class,
            e -> {
              assertThat(e.control()).isEqualTo(control);
              assertThat(e.choice()).isEqualTo(choice);
              assertThat(e.zh()).isNotBlank();
              assertThat(e.en()).isNotBlank();
            });
  }
}
