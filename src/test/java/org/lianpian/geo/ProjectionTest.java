package org.lianpian.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** The projections computed here, against those of the EPSG database by GeoTools. */
class ProjectionTest {
  private static final int POSITIONS = 500;

  @ParameterizedTest
  @ValueSource(
      ints = {4534, 4547, 4548, 4549, 4554, 4513, 4527, 4533, 4491, 4498, 4501, 4502, 4512})
  @Tag("B-22")
  void gaussKrugerIsThatOfTheEpsgDatabase(int epsg) throws PositionException {
    Crs crs = new Crs(epsg);
    MetricCrs system = MetricCrs.of(crs).orElseThrow();
    EpsgTransform toMetres = EpsgTransform.between(Crs.CGCS2000, crs);
    EpsgTransform toDegrees = EpsgTransform.between(crs, Crs.CGCS2000);
    Random random = new Random(epsg);

    for (int i = 0; i < POSITIONS; i++) {
      Coordinate lonLat =
          new Coordinate(
              system.centralMeridian() + random.nextDouble(-3, 3), random.nextDouble(3, 54));
      Coordinate expected = lonLat.copy();
      toMetres.apply(expected);
      Coordinate metres = Reprojector.between(Crs.CGCS2000, crs).apply(lonLat);
      // GeoTools' own series, by Snyder, is good to some ten micrometres at the edge of a zone
      assertThat(metres.x).as(lonLat.toString()).isEqualTo(expected.x, within(2e-5));
      assertThat(metres.y).as(lonLat.toString()).isEqualTo(expected.y, within(2e-5));

      Coordinate back = Reprojector.between(crs, Crs.CGCS2000).apply(metres);
      assertThat(back.x).as(lonLat.toString()).isEqualTo(lonLat.x, within(1e-11));
      assertThat(back.y).as(lonLat.toString()).isEqualTo(lonLat.y, within(1e-11));
      toDegrees.apply(metres);
      assertThat(metres.x).as(lonLat.toString()).isEqualTo(lonLat.x, within(1e-9));
      assertThat(metres.y).as(lonLat.toString()).isEqualTo(lonLat.y, within(1e-9));
    }
  }

  /** The ellipsoids of WGS 84 and CGCS2000 differ by 0.1 mm; GeoTools shifts latitudes by that. */
  @ParameterizedTest
  @CsvSource({"4326, 4548", "4548, 3857", "3857, 4548", "4490, 3857", "3857, 4326", "4326, 3857"})
  void degreesAndTilesAreThoseOfTheEpsgDatabase(int from, int to) throws PositionException {
    EpsgTransform oracle = EpsgTransform.between(new Crs(from), new Crs(to));
    Reprojector start = Reprojector.between(Crs.WGS84, new Crs(from));
    Reprojector reprojector = Reprojector.between(new Crs(from), new Crs(to));
    double tolerance = to == Crs.WGS84.epsg() ? 2e-9 : 2e-4;
    Random random = new Random(from + to);

    for (int i = 0; i < POSITIONS; i++) {
      Coordinate position =
          start.apply(new Coordinate(random.nextDouble(114, 120), random.nextDouble(18, 54)));
      Coordinate actual = reprojector.apply(position);
      oracle.apply(position);
      assertThat(actual.x).isEqualTo(position.x, within(tolerance));
      assertThat(actual.y).isEqualTo(position.y, within(tolerance));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4326, 4548, 26.2, 117.6",
    "4326, 4548, 563031.5, 2906569.1",
    "4326, 4548, 0, 0",
    "4326, 4548, -63, 26",
    "4326, 4548, NaN, 26",
    "4326, 3857, 117.6, 90",
    "4548, 4326, 39563031.5, 2906569.1",
    "4527, 4326, 563031.5, 2906569.1",
    "4548, 4326, 500000, 40007862.9",
    "4548, 4326, NaN, 0"
  })
  @Tag("B-22")
  void positionsOfAnotherSystemAreRefused(int from, int to, double x, double y) {
    Reprojector reprojector = Reprojector.between(new Crs(from), new Crs(to));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reprojector.apply(new Coordinate(x, y)))
        .withMessageContaining("EPSG:" + from)
        .withMessageContaining("EPSG:" + to);
  }

  @Test
  void otherSystemsComeFromTheEpsgDatabase() {
    Coordinate lonLat = new Coordinate(117, 26.267);
    Coordinate gaussKruger = Reprojector.between(Crs.WGS84, new Crs(4548)).apply(lonLat);
    Coordinate utm = Reprojector.between(Crs.WGS84, new Crs(32650)).apply(lonLat);

    // on the central meridian UTM is the same projection at scale 0.9996
    assertThat(utm.x).isEqualTo(500_000, within(1e-6));
    assertThat(utm.y).isEqualTo(0.9996 * gaussKruger.y, within(2e-4));
  }

  @Test
  void geometryIsTransformedInACopyAndBoxesCoverIt() throws Exception {
    Geometry parcel =
        new WKTReader()
            .read("POLYGON((500000 2900000,580000 2900000,580000 2990000,500000 2900000))");
    Geometry before = parcel.copy();
    Reprojector reprojector = Reprojector.between(new Crs(4548), Crs.WGS84);

    Geometry degrees = reprojector.apply(parcel);

    assertThat(parcel.equalsExact(before)).isTrue();
    assertThat(degrees.getSRID()).isEqualTo(4326);
    assertThat(degrees.isValid()).isTrue();
    Envelope box = reprojector.apply(parcel.getEnvelopeInternal());
    assertThat(box.covers(degrees.getEnvelopeInternal())).isTrue();
    assertThat(reprojector.apply(new Envelope()).isNull()).isTrue();
  }
}
