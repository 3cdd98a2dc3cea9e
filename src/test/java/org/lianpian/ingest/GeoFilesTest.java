package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** GeoJSON, OSM XML and GeoPackage. */
class GeoFilesTest {
  @TempDir Path directory;
  private final ImportFixture world = new ImportFixture();

  /**
   * A river with an island, its named line, a culvert, a compound with one building in it.
   *
   * <pre>
   *   1---2      5-6   building 7 in compound
   *   | o |
   *   4---3   (relation: outer 101, inner 102)
   * </pre>
   */
  private static final String OSM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <osm version="0.6">
       <node id="1" lat="26.2600" lon="117.6300"/><node id="2" lat="26.2600" lon="117.6400"/>
       <node id="3" lat="26.2500" lon="117.6400"/><node id="4" lat="26.2500" lon="117.6300"/>
       <node id="11" lat="26.2560" lon="117.6340"/><node id="12" lat="26.2560" lon="117.6360"/>
       <node id="13" lat="26.2540" lon="117.6350"/>
       <node id="21" lat="26.2510" lon="117.6310"/><node id="22" lat="26.2590" lon="117.6390"/>
       <node id="31" lat="26.2700" lon="117.6300"/><node id="32" lat="26.2700" lon="117.6400"/>
       <node id="33" lat="26.2650" lon="117.6400"/><node id="34" lat="26.2650" lon="117.6300"/>
       <node id="41" lat="26.2680" lon="117.6340"/><node id="42" lat="26.2680" lon="117.6350"/>
       <node id="43" lat="26.2670" lon="117.6350"/><node id="44" lat="26.2670" lon="117.6340"/>
       <way id="101"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
       <way id="103"><nd ref="1"/><nd ref="4"/><nd ref="3"/></way>
       <way id="102"><nd ref="11"/><nd ref="12"/><nd ref="13"/><nd ref="11"/></way>
       <way id="104"><nd ref="21"/><nd ref="22"/><tag k="waterway" v="river"/><tag k="name" v="沙溪"/></way>
       <way id="105"><nd ref="31"/><nd ref="22"/><tag k="waterway" v="stream"/><tag k="tunnel" v="culvert"/></way>
       <way id="106"><nd ref="31"/><nd ref="32"/><nd ref="33"/><nd ref="34"/><nd ref="31"/>
        <tag k="landuse" v="residential"/><tag k="name" v="红岩新村"/></way>
       <way id="107"><nd ref="41"/><nd ref="42"/><nd ref="43"/><nd ref="44"/><nd ref="41"/>
        <tag k="building" v="apartments"/><tag k="building:levels" v="6"/><tag k="name" v="3幢"/></way>
       <way id="108"><nd ref="31"/><nd ref="34"/><tag k="highway" v="primary"/><tag k="bridge" v="yes"/></way>
       <relation id="201"><member type="way" ref="101" role="outer"/><member type="way" ref="103" role="outer"/>
        <member type="way" ref="102" role="inner"/><tag k="type" v="multipolygon"/>
        <tag k="natural" v="water"/><tag k="water" v="river"/></relation>
      </osm>
      """;

  @Test
  void osmObjectsBecomeFeatures() throws IOException {
    Path file = ImportFixture.text(directory.resolve("map.osm"), OSM);

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    Watercourse river = world.store.find(Watercourse.TYPE, "osm-r201").orElseThrow();
    assertThat(river.kind()).isEqualTo(WatercourseKind.RIVER);
    assertThat(river.name()).as("named after the line in it").isEqualTo("沙溪");
    assertThat(river.geometry()).isNotNull();
    assertThat(river.geometry().getDimension()).isEqualTo(2);
    assertThat(river.geometry().getBoundary().getNumGeometries()).as("rings").isEqualTo(2);
    assertThat(world.store.find(Watercourse.TYPE, "osm-w105").orElseThrow().culverted()).isTrue();
    Building building = world.store.find(Building.TYPE, "osm-w107").orElseThrow();
    assertThat(building.communityId()).isEqualTo("osm-w106");
    assertThat(building.number()).isEqualTo("3幢");
    assertThat(building.storeys()).isEqualTo(6);
    Road road = world.store.find(Road.TYPE, "osm-w108").orElseThrow();
    assertThat(road.roadClass()).isEqualTo(RoadClass.ARTERIAL);
    assertThat(road.bridge()).isTrue();
    assertThat(road.crossable()).isTrue();
  }

  @Test
  void relationCutByTheExtractIsReported() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("map.osm"), OSM.replace("<way id=\"103\">", "<way id=\"999\">"));

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(ImportFixture.codes(report)).containsExactly("osm.incomplete");
    assertThat(world.store.find(Watercourse.TYPE, "osm-r201")).isEmpty();
  }

  @Test
  @DisplayName("Entities in XML are neither fetched nor expanded")
  void externalEntitiesAreRefused() throws IOException {
    Path secret = ImportFixture.text(directory.resolve("secret.txt"), "geheim");
    Path file =
        ImportFixture.text(
            directory.resolve("evil.osm"),
            "<?xml version=\"1.0\"?><!DOCTYPE osm [<!ENTITY x SYSTEM \""
                + secret.toUri()
                + "\">]><osm version=\"0.6\"><node id=\"1\" lat=\"26\" lon=\"117\">"
                + "<tag k=\"landuse\" v=\"residential\"/><tag k=\"name\" v=\"&x;\"/></node></osm>");

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.committed()).isFalse();
    assertThat(ImportFixture.codes(report)).containsExactly("xml.malformed");
    assertThat(report.toString()).doesNotContain("geheim");
  }

  @Test
  void geoJsonIsReadInItsDeclaredCrs() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("小区.geojson"),
            """
            {"type":"FeatureCollection",
             "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4527"}},
             "features":[{"type":"Feature","id":"C7","properties":{"小区名称":"红岩新村","户数":120,"备注":null},
              "geometry":{"type":"Polygon","coordinates":[[[39563000,2906500],[39563100,2906500],
               [39563100,2906600],[39563000,2906500]]]}}]}
            """);

    ReadResult<Community> result = world.read(file, Community.TYPE);

    assertThat(result.features())
        .singleElement()
        .satisfies(
            community -> {
              assertThat(community.id()).isEqualTo("C7");
              assertThat(community.households()).isEqualTo(120);
              assertThat(community.geometry()).isNotNull();
              assertThat(community.geometry().getEnvelopeInternal().getMinX())
                  .isCloseTo(563000, org.assertj.core.data.Offset.offset(0.001));
            });
  }

  @Test
  @DisplayName("GeoJSON in metres without a crs member is not taken for degrees")
  void projectedGeoJsonWithoutCrsAsks() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("小区.geojson"),
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"小区名称":"红岩新村"},
              "geometry":{"type":"Point","coordinates":[563031.566,2906569.122]}}]}
            """);

    ImportReport report = world.dryRun(file, ImportOptions.DEFAULTS);

    assertThat(report.committable()).isFalse();
    assertThat(ImportFixture.codes(report)).contains("crs.missing");
  }

  @Test
  void malformedGeoJsonSaysWhere() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("小区.geojson"), "{\"type\":\"FeatureCollection\",\n\"features\":[{]}");

    assertThat(ImportFixture.issues(world.dryRun(file, ImportOptions.DEFAULTS)))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("json.malformed");
              assertThat(issue.en()).contains("2:");
            });
  }

  @Test
  void oddGeometriesAreErrorsOfTheirRow() throws IOException {
    Path file =
        ImportFixture.text(
            directory.resolve("楼栋.geojson"),
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","properties":{"楼栋号":"1"},"geometry":{"type":"Polygon","coordinates":[[[117.63,26.26],[117.64,26.26]]]}},
             {"type":"Feature","properties":{"楼栋号":"2"},"geometry":{"type":"Polygon","coordinates":[[[117.63,26.26],[117.64,26.26],[117.64,26.27],[117.63,26.26]]]}}]}
            """);

    ReadResult<Building> result = world.read(file, Building.TYPE);

    assertThat(result.features()).extracting(Building::number).containsExactly("2");
    assertThat(result.issues())
        .extracting(issue -> issue.code())
        .containsExactly("geometry.spike", "geometry.unclosed-ring");
  }

  @Test
  void geoPackageTablesAreLayers() throws Exception {
    Path file = directory.resolve("数据.gpkg");
    geoPackage(file, "POLYGON ((563000 2906500, 563100 2906500, 563100 2906600, 563000 2906500))");

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    assertThat(report.layers()).extracting(LayerReport::name).containsExactly("小区");
    Community community = world.store.find(Community.TYPE, "C1").orElseThrow();
    assertThat(community.name()).isEqualTo("红岩新村");
    assertThat(community.geometry()).isNotNull();
    assertThat(community.geometry().getArea()).isEqualTo(5000);
  }

  @Test
  void foreignDatabaseIsRefused() throws Exception {
    Path file = directory.resolve("x.gpkg");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a)");
    }

    assertThat(ImportFixture.codes(world.dryRun(file, ImportOptions.DEFAULTS)))
        .containsExactly("gpkg.malformed");
  }

  private static void geoPackage(Path file, String wkt) throws SQLException, ParseException {
    Geometry geometry = new WKTReader().read(wkt);
    byte[] wkb = new WKBWriter(2, 2).write(geometry);
    ByteBuffer blob = ByteBuffer.allocate(40 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 0b11).putInt(4548);
    blob.putDouble(563000).putDouble(563100).putDouble(2906500).putDouble(2906600).put(wkb);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, srs_id INTEGER)");
      statement.execute(
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
      statement.execute(
          "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
              + " organization_coordsys_id INTEGER, definition TEXT)");
      statement.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (4548, 'EPSG', 4548, '')");
      statement.execute("INSERT INTO gpkg_contents VALUES ('小区', 'features', 4548)");
      statement.execute("INSERT INTO gpkg_geometry_columns VALUES ('小区', 'geom', 4548)");
      statement.execute(
          "CREATE TABLE \"小区\" (fid INTEGER PRIMARY KEY, geom BLOB, \"小区编号\" TEXT, \"小区名称\" TEXT,"
              + " \"户数\" INTEGER)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO \"小区\" VALUES (1, ?, 'C1', '红岩新村', 120)")) {
        insert.setBytes(1, blob.array());
        insert.execute();
      }
    }
  }
}
