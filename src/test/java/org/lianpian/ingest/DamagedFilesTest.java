package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Damaged files give a report, whatever is broken: never an exception, never a hang. Bytes are
 * changed, and files cut, at random places; the seed is in the message.
 */
class DamagedFilesTest {
  private static final int MUTATIONS = 60;

  @TempDir Path directory;
  private final ImportFixture world = new ImportFixture();

  @ParameterizedTest
  @Tag("B-18")
  @ValueSource(
      strings = {
        "小区.shp",
        "小区.dbf",
        "小区.prj",
        "台账.xlsx",
        "台账.csv",
        "小区.geojson",
        "map.osm",
        "小区.zip"
      })
  void damageIsReported(String name) throws IOException {
    Path file = write(name);
    byte[] sound = Files.readAllBytes(file);
    Path opened =
        name.endsWith(".dbf") || name.endsWith(".prj") ? directory.resolve("小区.shp") : file;
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Files.write(file, damaged(sound, new Random(seed)));
      assertThatCode(() -> world.dryRun(opened, ImportOptions.DEFAULTS))
          .as("%s, seed %d", name, seed)
          .doesNotThrowAnyException();
    }
  }

  private static byte[] damaged(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private Path write(String name) throws IOException {
    Path file = directory.resolve(name);
    String ledger = "小区名称,街道,户数,经度,纬度\n\"红岩新村\",列东街道,120,117.631,26.267\n";
    switch (name) {
      case "台账.csv" -> ImportFixture.text(file, ledger);
      case "台账.xlsx" ->
          SampleFiles.xlsx(
              file,
              "小区",
              sheet -> {
                SampleFiles.rows(
                    sheet,
                    new Object[] {"小区名称", "改造规模", null},
                    new Object[] {null, "户数", "栋数"},
                    new Object[] {"红岩新村", 120, 3});
                sheet.range(0, 0, 1, 0).merge();
                sheet.range(0, 1, 0, 2).merge();
              });
      case "小区.geojson" ->
          ImportFixture.text(
              file,
              "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                  + "{\"小区名称\":\"红岩新村\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                  + "[[[117.63,26.26],[117.64,26.26],[117.64,26.27],[117.63,26.26]]]}}]}");
      case "map.osm" ->
          ImportFixture.text(
              file,
              "<osm version=\"0.6\"><node id=\"1\" lat=\"26.26\" lon=\"117.63\"/>"
                  + "<node id=\"2\" lat=\"26.27\" lon=\"117.63\"/><node id=\"3\" lat=\"26.27\" lon=\"117.64\"/>"
                  + "<way id=\"9\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/><nd ref=\"1\"/>"
                  + "<tag k=\"building\" v=\"yes\"/></way></osm>");
      case "小区.zip" ->
          SampleFiles.zip(
              file,
              StandardCharsets.UTF_8,
              java.util.Map.of("小区台账.csv", ledger.repeat(20).getBytes(StandardCharsets.UTF_8)));
      default -> {
        Path shp =
            SampleFiles.shapefile(
                directory,
                "小区",
                Charset.forName("GBK"),
                List.of("小区名称", "街道"),
                List.of(
                    new SampleFiles.Shape(
                        5,
                        new GeometryFactory()
                            .createPolygon(
                                new Coordinate[] {
                                  new Coordinate(563000, 2906500),
                                  new Coordinate(563000, 2906600),
                                  new Coordinate(563100, 2906600),
                                  new Coordinate(563000, 2906500)
                                }),
                        "红岩新村",
                        "列东街道")));
        SampleFiles.prj(shp, SampleFiles.CGCS2000_CM_117);
      }
    }
    return file;
  }
}
