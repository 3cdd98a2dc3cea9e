package org.lianpian.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.WKTReader;

/** Test vectors of the three cities (§4.4, §7.6). */
class MetricCrsTest {
  private static final double FIVE_MILLIMETRES = 0.005;

  @ParameterizedTest
  @CsvSource({
    "117.6310, 4548, 117, 39, 4527",
    "119.3000, 4549, 120, 40, 4528",
    "115.0300, 4547, 114, 38, 4526",
    "75.0, 4534, 75, 25, 4513",
    "135.0, 4554, 135, 45, 4533"
  })
  void longitudeChoosesTheThreeDegreeZone(
      double longitude, int epsg, int meridian, int prefix, int prefixedEpsg) {
    MetricCrs system = MetricCrs.forLongitude(longitude);
    assertThat(system).isEqualTo(new MetricCrs(new Crs(epsg), meridian, 3, 0));
    assertThat(system.covers(longitude)).isTrue();
    MetricCrs prefixed = MetricCrs.withPrefix(prefix).orElseThrow();
    assertThat(prefixed.crs()).isEqualTo(new Crs(prefixedEpsg));
    assertThat(prefixed.isZonePrefixed()).isTrue();
    assertThat(prefixed.withoutPrefix()).isEqualTo(system);
  }

  @ParameterizedTest
  @CsvSource({"73.4", "136.5", "2.35", "-117.6", "NaN"})
  void longitudesOutsideChinaAreRefused(double longitude) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricCrs.forLongitude(longitude))
        .withMessageContaining(String.valueOf(longitude));
  }

  @Test
  void systemsOfOtherDatumsAreNotMetricCrsOfOurs() {
    assertThat(MetricCrs.of(new Crs(2383))).isEmpty();
    assertThat(MetricCrs.of(Crs.WEB_MERCATOR)).isEmpty();
    assertThat(MetricCrs.withPrefix(24)).isEmpty();
    assertThat(MetricCrs.of(new Crs(4498))).contains(new MetricCrs(new Crs(4498), 117, 6, 20));
  }

  @ParameterizedTest
  @CsvSource({
    "117.6310, 26.2670, 4548, 563031.566, 2906569.122",
    "117.6310, 26.2670, 4527, 39563031.566, 2906569.122",
    "117.6310, 26.2670, 4498, 20563031.566, 2906569.122",
    "119.3000, 26.0800, 4549, 429964.059, 2885885.750",
    "119.3000, 26.0800, 4528, 40429964.059, 2885885.750",
    "119.3000, 26.0800, 4498, 20730152.740, 2887729.216",
    "115.0300, 35.7600, 4547, 593150.775, 3959402.374",
    "115.0300, 35.7600, 4526, 38593150.775, 3959402.374",
    "115.0300, 35.7600, 4498, 20321829.683, 3960703.454"
  })
  @Tag("B-22")
  void positionsOfTheThreeCitiesProjectToFiveMillimetres(
      double longitude, double latitude, int epsg, double easting, double northing) {
    Crs metric = new Crs(epsg);
    Coordinate there =
        Reprojector.between(Crs.CGCS2000, metric).apply(new Coordinate(longitude, latitude));
    assertThat(there.x).isEqualTo(easting, within(FIVE_MILLIMETRES));
    assertThat(there.y).isEqualTo(northing, within(FIVE_MILLIMETRES));
    Coordinate back = Reprojector.between(metric, Crs.WGS84).apply(there);
    assertThat(back.x).isEqualTo(longitude, within(1e-9));
    assertThat(back.y).isEqualTo(latitude, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "117.6310, 26.2670, 44.8",
    "119.3000, 26.0800, 44.9",
    "115.0300, 35.7600, 40.6",
  })
  @Tag("FZ-03")
  void fiftyUnitsOfSphericalMercatorAreNotFiftyMetres(
      double longitude, double latitude, double groundMetres) {
    Coordinate start =
        Reprojector.between(Crs.WGS84, Crs.WEB_MERCATOR).apply(new Coordinate(longitude, latitude));
    Coordinate end =
        Reprojector.between(Crs.WEB_MERCATOR, Crs.WGS84)
            .apply(new Coordinate(start.x + 50, start.y));
    assertThat(GeodesicMeasure.distanceMetres(new LonLat(longitude, latitude), LonLat.of(end)))
        .isEqualTo(groundMetres, within(0.12));
  }

  @ParameterizedTest
  @CsvSource({
    "117.6310, 26.2670, 2.4",
    "119.3000, 26.0800, 3.0",
    "115.0300, 35.7600, 5.3",
  })
  @Tag("FZ-03")
  void fiftyMetresInTheMetricCrsAreFiftyMetresToMillimetres(
      double longitude, double latitude, double errorMillimetres) {
    Crs metric = MetricCrs.forLongitude(longitude).crs();
    Coordinate start =
        Reprojector.between(Crs.CGCS2000, metric).apply(new Coordinate(longitude, latitude));
    Coordinate end =
        Reprojector.between(metric, Crs.CGCS2000).apply(new Coordinate(start.x + 50, start.y));
    double ground = GeodesicMeasure.distanceMetres(new LonLat(longitude, latitude), LonLat.of(end));
    assertThat((50 - ground) * 1000).isEqualTo(errorMillimetres, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"4326", "4490", "3857", "900913", "4610"})
  @Tag("FZ-03")
  void distancesAreRefusedInDegreesAndInSphericalMercator(int epsg) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Crs(epsg).requireMetric())
        .withMessageContaining("EPSG:" + epsg);
    assertThat(new Crs(4548).requireMetric()).isEqualTo(new Crs(4548));
  }

  @ParameterizedTest
  @CsvSource({"2362", "2383", "4610", "2422", "4214"})
  @Tag("B-19")
  void xian80AndBeijing54AreNotTransformedWithoutParameters(int epsg) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reprojector.between(new Crs(epsg), Crs.CGCS2000))
        .withMessageContaining("需要转换参数");
  }

  /** Invariant 6: measures in the metric CRS differ from geodesic ones by less than 0.1 %. */
  @ParameterizedTest
  @CsvSource({"117.6310, 26.2670", "119.3000, 26.0800", "115.0300, 35.7600", "118.4999, 26.0"})
  void areaAndLengthAgreeWithTheGeodesicOnes(double longitude, double latitude) throws Exception {
    Crs metric = MetricCrs.forLongitude(longitude).crs();
    Coordinate centre =
        Reprojector.between(Crs.CGCS2000, metric).apply(new Coordinate(longitude, latitude));
    Geometry parcel =
        AffineTransformation.translationInstance(centre.x, centre.y)
            .transform(
                new WKTReader()
                    .read(
                        "POLYGON((0 0,240 10,260 180,120 210,0 0),(60 40,60 60,90 60,90 40,60 40))"));
    Geometry lonLat = Reprojector.between(metric, Crs.CGCS2000).apply(parcel);
    assertThat(parcel.getArea() / GeodesicMeasure.areaSquareMetres(lonLat))
        .isEqualTo(1, within(0.001));
    assertThat(parcel.getLength() / GeodesicMeasure.lengthMetres(lonLat))
        .isEqualTo(1, within(0.001));
  }
}
