package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.geo.Crs;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Manhole;
import org.lianpian.model.Medium;
import org.lianpian.model.Reach;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Shapefiles as survey offices send them. */
class ShapefileImportTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String PARCEL =
      "POLYGON ((563000 2906500, 563000 2906600, 563100 2906600, 563100 2906500, 563000 2906500),"
          + " (563040 2906540, 563060 2906540, 563060 2906560, 563040 2906560, 563040 2906540))";

  @TempDir Path directory;
  private final ImportFixture world = new ImportFixture();

  @ParameterizedTest
  @Tag("B-16")
  @CsvSource({"GBK, ", "GBK, UTF-8", "UTF-8, ", "UTF-8, GBK", "UTF-8, UTF-8", "GBK, 936"})
  @DisplayName("Names are read right whatever the .cpg says or does not say")
  void characterSetIsFoundByTrial(String written, @org.jspecify.annotations.Nullable String cpg)
      throws IOException {
    Path shp = communities(Charset.forName(written));
    SampleFiles.prj(shp, SampleFiles.CGCS2000_CM_117);
    if (cpg != null) {
      Files.writeString(SampleFiles.sibling(shp, ".cpg"), cpg);
    }

    assertThat(world.read(shp, Community.TYPE).features())
        .extracting(Community::name)
        .containsExactly("列东新村", "工人宿舍");
  }

  @Test
  @Tag("B-32")
  void holesArePartOfTheirPolygon() throws IOException {
    Path shp = communities(GBK);
    SampleFiles.prj(shp, SampleFiles.CGCS2000_CM_117);

    Geometry parcel = world.read(shp, Community.TYPE).features().get(0).geometry();

    assertThat(parcel).isNotNull();
    assertThat(parcel.getArea()).isEqualTo(100 * 100 - 20 * 20);
  }

  @Test
  @Tag("US-E12")
  @Tag("B-36")
  @Tag("B-37")
  void pipesWithHeightsNullShapesAndOddDiameters() throws IOException {
    Geometry pipe = wkt("LINESTRING (563000 2906500, 563030 2906500)");
    Path shp =
        SampleFiles.shapefile(
            directory,
            "污水管线",
            GBK,
            List.of("管段编号", "起点编号", "终点编号", "管径", "管线类别"),
            List.of(
                new SampleFiles.Shape(13, pipe, "G1", "W1", "W2", "DN300", "WS"),
                new SampleFiles.Shape(13, pipe, "G2", "W2", "W3", "Φ300", "雨"),
                new SampleFiles.Shape(13, pipe, "G3", "W3", "W4", "300mm", "合流"),
                new SampleFiles.Shape(13, pipe, "G4", "W4", "W5", null, "1"),
                new SampleFiles.Shape(13, null, "G5", "W5", "W6", "d300", "污水")));
    SampleFiles.prj(shp, SampleFiles.CGCS2000_CM_117);

    ReadResult<Reach> result = world.read(shp, Reach.TYPE);

    assertThat(result.features())
        .extracting(Reach::id)
        .containsExactly("G1", "G2", "G3", "G4", "G5");
    assertThat(result.features())
        .extracting(Reach::diameterMillimetres)
        .containsExactly(300, 300, 300, null, 300);
    assertThat(result.features())
        .extracting(Reach::medium)
        .containsExactly(
            Medium.SEWAGE, Medium.STORM, Medium.COMBINED, Medium.UNKNOWN, Medium.SEWAGE);
    assertThat(result.features()).extracting(Reach::fromNodeId).startsWith("W1", "W2");
    assertThat(result.features().get(4).geometry()).isNull();
    assertThat(result.issues()).extracting(issue -> issue.code()).containsExactly("code.unknown");
  }

  @Test
  @Tag("B-36")
  void missingInvertIsDerivedFromDepthAndSaysSo() throws IOException {
    Path shp =
        SampleFiles.shapefile(
            directory,
            "检查井",
            GBK,
            List.of("点号", "地面高程", "井深"),
            List.of(
                new SampleFiles.Shape(1, wkt("POINT (563000 2906500)"), "W1", "152.30", "2.1")));
    SampleFiles.prj(shp, SampleFiles.CGCS2000_CM_117);

    assertThat(world.read(shp, Manhole.TYPE).features())
        .singleElement()
        .satisfies(
            manhole -> {
              assertThat(manhole.invertLevelMetres()).isEqualTo(150.2);
              assertThat(manhole.invertDerived()).isTrue();
            });
  }

  @Test
  @Tag("B-18")
  void missingPartsAreNamed() throws IOException {
    Path shp = communities(GBK);
    Files.delete(SampleFiles.sibling(shp, ".dbf"));

    assertThat(ImportFixture.issues(world.dryRun(shp, ImportOptions.DEFAULTS)))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("shp.missing-part");
              assertThat(issue.zh()).contains(".dbf").doesNotContain(".shp、");
            });
  }

  @Test
  @Tag("B-18")
  @DisplayName("Without .prj the CRS is proposed, and used only when accepted")
  void missingPrjAsksForTheCrs() throws IOException {
    Path shp = communities(GBK);

    ImportReport asked = world.dryRun(shp, ImportOptions.DEFAULTS);
    assertThat(asked.committable()).isFalse();
    assertThat(ImportFixture.codes(asked))
        .containsExactly("coordinate.unconfirmed", "crs.missing", "shp.missing-part");
    assertThat(ImportFixture.issues(asked))
        .filteredOn(issue -> issue.code().equals("crs.missing"))
        .extracting(issue -> issue.suggestion())
        .containsExactly("EPSG:4548");

    assertThat(world.dryRun(shp, ImportOptions.DEFAULTS.accepting("crs.missing")).committable())
        .isTrue();
    ImportOptions stated =
        ImportOptions.DEFAULTS.withOtherLayers(LayerOptions.NONE.withCrs(new Crs(4548)));
    assertThat(world.dryRun(shp, stated).committable()).isTrue();
  }

  @ParameterizedTest
  @Tag("B-19")
  @CsvSource(
      delimiter = '|',
      value = {
        "PROJCS[\"Xian_1980_3_Degree_GK_CM_117E\",GEOGCS[\"GCS_Xian_1980\"]]|crs.needs-parameters",
        "PROJCS[\"Beijing_1954_3_Degree_GK_CM_117E\",GEOGCS[\"GCS_Beijing_1954\"]]|crs.needs-parameters",
        "LOCAL_CS[\"福州市独立坐标系\"]|crs.unknown",
        "PROJCS[\"x\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\"],PARAMETER[\"False_Easting\",40000.0],PARAMETER[\"Central_Meridian\",119.3]]|crs.unknown",
      })
  void oldAndLocalSystemsStopTheImport(String wkt, String code) throws IOException {
    Path shp = communities(GBK);
    SampleFiles.prj(shp, wkt);

    assertThat(ImportFixture.codes(world.dryRun(shp, ImportOptions.DEFAULTS)))
        .containsExactly(code);
  }

  @Test
  @Tag("B-22")
  @DisplayName("Zone 39 in the .prj: easting 39563000 is 563000")
  void prefixedZoneIsReadFromThePrj() throws IOException {
    Geometry parcel =
        wkt(
            "POLYGON ((39563000 2906500, 39563000 2906600, 39563100 2906600, 39563100 2906500,"
                + " 39563000 2906500))");
    Path shp =
        SampleFiles.shapefile(
            directory, "小区", GBK, List.of("名称"), List.of(new SampleFiles.Shape(5, parcel, "列东新村")));
    SampleFiles.prj(
        shp,
        SampleFiles.CGCS2000_CM_117
            .replace("CM_117E", "Zone_39")
            .replace("500000.0", "39500000.0"));

    Geometry planar = world.read(shp, Community.TYPE).features().get(0).geometry();

    assertThat(planar).isNotNull();
    assertThat(planar.getEnvelopeInternal().getMinX())
        .isCloseTo(563000, org.assertj.core.data.Offset.offset(0.001));
  }

  @Test
  @Tag("B-17")
  void textCutInTheMiddleOfACharacterIsReported() throws IOException {
    String cut = "列东街道红岩新村一期二期三期四期五期六期a和";
    Path shp =
        SampleFiles.shapefile(
            directory,
            "小区",
            StandardCharsets.UTF_8,
            List.of("名称"),
            List.of(new SampleFiles.Shape(5, wkt(PARCEL), "列东新村小区宿舍花园家园")));
    byte[] dbf = Files.readAllBytes(SampleFiles.sibling(shp, ".dbf"));
    byte[] bytes = java.util.Arrays.copyOf(cut.getBytes(StandardCharsets.UTF_8), 40);
    System.arraycopy(bytes, 0, dbf, dbf.length - (dbf[dbf.length - 1] == 0x1A ? 41 : 40), 40);
    Files.write(SampleFiles.sibling(shp, ".dbf"), dbf);
    SampleFiles.prj(shp, SampleFiles.CGCS2000_CM_117);

    ReadResult<Community> result = world.read(shp, Community.TYPE);

    assertThat(result.issues()).extracting(issue -> issue.code()).containsExactly("text.cut");
    assertThat(result.features().get(0).name()).startsWith("列东街道红岩新村").doesNotContain("\uFFFD");
  }

  @Test
  @Tag("B-30")
  @DisplayName("A bow-tie whose repair changes the area is an error, not mended")
  void bowTieIsNotMended() throws IOException {
    Geometry bowTie =
        wkt(
            "POLYGON ((563000 2906500, 563100 2906600, 563100 2906500, 563000 2906590, 563000 2906500))");
    Path shp =
        SampleFiles.shapefile(
            directory, "楼栋", GBK, List.of("楼栋号"), List.of(new SampleFiles.Shape(5, bowTie, "1")));
    SampleFiles.prj(shp, SampleFiles.CGCS2000_CM_117);

    ReadResult<Building> result = world.read(shp, Building.TYPE);

    assertThat(result.features()).isEmpty();
    assertThat(result.issues())
        .extracting(issue -> issue.code())
        .anyMatch(code -> code.startsWith("geometry."));
  }

  @Test
  @Tag("B-18")
  @DisplayName("A zip with Chinese nested folders in GBK names and __MACOSX is read")
  void zippedShapefile() throws IOException {
    Path shp = communities(GBK);
    SampleFiles.prj(shp, SampleFiles.CGCS2000_CM_117);
    Map<String, byte[]> entries = parts(shp, "成果/小区范围/");
    entries.put("__MACOSX/成果/._小区.shp", new byte[] {1});
    entries.put("成果/说明.docx", new byte[] {1});
    Path zip = SampleFiles.zip(directory.resolve("成果.zip"), GBK, entries);

    ImportReport report = world.commit(zip, ImportOptions.DEFAULTS);

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    assertThat(world.store.count(Community.TYPE)).isEqualTo(2);
    assertThat(report.layers().get(0).reading().notices())
        .extracting(notice -> notice.code())
        .contains("files.unread");
  }

  @Test
  @Tag("B-18")
  void pathsThatLeaveTheArchiveAreRefused() throws IOException {
    for (String path :
        List.of("../小区.shp", "a/../../小区.shp", "/etc/小区.shp", "..\\小区.shp", "C:\\小区.shp")) {
      Path zip =
          SampleFiles.zip(
              directory.resolve("evil.zip"), StandardCharsets.UTF_8, Map.of(path, new byte[] {1}));

      assertThat(ImportFixture.codes(world.dryRun(zip, ImportOptions.DEFAULTS)))
          .as(path)
          .containsExactly("zip.path");
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("evil.zip");
    }
  }

  @Test
  @Tag("B-18")
  void zipBombIsRefused() throws IOException {
    Path zip =
        SampleFiles.zip(
            directory.resolve("bomb.zip"),
            StandardCharsets.UTF_8,
            Map.of("小区.csv", new byte[40 << 20]));

    assertThat(ImportFixture.codes(world.dryRun(zip, ImportOptions.DEFAULTS)))
        .containsExactly("limit.zip-size");
  }

  @Test
  @Tag("B-18")
  void zipWithoutTheShapesNamesWhatIsMissing() throws IOException {
    Path zip =
        SampleFiles.zip(
            directory.resolve("half.zip"),
            StandardCharsets.UTF_8,
            Map.of("小区.dbf", new byte[] {3}, "小区.prj", new byte[] {1}));

    assertThat(ImportFixture.issues(world.dryRun(zip, ImportOptions.DEFAULTS)))
        .singleElement()
        .satisfies(issue -> assertThat(issue.zh()).contains("缺少 .shp"));
  }

  private Path communities(Charset charset) throws IOException {
    return SampleFiles.shapefile(
        directory,
        "小区",
        charset,
        List.of("名称", "街道"),
        List.of(
            new SampleFiles.Shape(15, wkt(PARCEL), "列东新村", "列东街道"),
            new SampleFiles.Shape(
                15,
                wkt("POLYGON ((563200 2906500, 563200 2906600, 563300 2906600, 563200 2906500))"),
                "工人宿舍",
                "列西街道")));
  }

  private static Map<String, byte[]> parts(Path shp, String folder) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String extension : List.of(".shp", ".shx", ".dbf", ".prj")) {
      Path part = SampleFiles.sibling(shp, extension);
      entries.put(folder + part.getFileName(), Files.readAllBytes(part));
    }
    return entries;
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
