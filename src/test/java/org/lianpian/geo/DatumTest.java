package org.lianpian.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** The shifts of Chinese online maps, against the values of §4.4 and §7.6. */
@Tag("B-25")
class DatumTest {
  private static final LonLat SANMING = new LonLat(117.6310, 26.2670);

  @Test
  void sanmingHasTheKnownShiftedPositions() {
    LonLat gcj02 = Datum.GCJ02.fromCgcs2000(SANMING);
    assertThat(gcj02.longitude()).isEqualTo(117.635889, within(1e-6));
    assertThat(gcj02.latitude()).isEqualTo(26.263562, within(1e-6));
    LonLat bd09 = Datum.BD09.fromCgcs2000(SANMING);
    assertThat(bd09.longitude()).isEqualTo(117.642398, within(1e-6));
    assertThat(bd09.latitude()).isEqualTo(26.269452, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "117.6310, 26.2670, 619.4, 490, -379, 1170.6, 1.12",
    "119.3000, 26.0800, 590.9, 479, -346, 1178.8, 1.36",
    "115.0300, 35.7600, 533.0, 533, 5, 1296.2, 2.48"
  })
  void shiftsHaveTheKnownSizes(
      double longitude,
      double latitude,
      double gcjMetres,
      double east,
      double north,
      double bdMetres,
      double oneStepError) {
    LonLat truth = new LonLat(longitude, latitude);
    LonLat gcj02 = Gcj02.fromWgs84(truth);
    assertThat(GeodesicMeasure.distanceMetres(truth, gcj02)).isEqualTo(gcjMetres, within(0.2));
    Reprojector toMetres =
        Reprojector.between(Crs.CGCS2000, MetricCrs.forLongitude(longitude).crs());
    Coordinate from = toMetres.apply(truth.toCoordinate());
    Coordinate to = toMetres.apply(gcj02.toCoordinate());
    // easting against east: the meridian convergence of 0.6° turns 600 m by up to 6 m
    assertThat(to.x - from.x).isEqualTo(east, within(6.0));
    assertThat(to.y - from.y).isEqualTo(north, within(6.0));
    assertThat(GeodesicMeasure.distanceMetres(truth, Datum.BD09.fromCgcs2000(truth)))
        .isEqualTo(bdMetres, within(0.5));

    LonLat imageOfImage = Gcj02.fromWgs84(gcj02);
    LonLat oneStep =
        new LonLat(
            2 * gcj02.longitude() - imageOfImage.longitude(),
            2 * gcj02.latitude() - imageOfImage.latitude());
    assertThat(GeodesicMeasure.distanceMetres(truth, oneStep))
        .isEqualTo(oneStepError, within(0.05));
  }

  @Test
  void goingThereAndBackLosesLessThanAMillimetre() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      LonLat truth = new LonLat(74 + random.nextDouble() * 60, 18 + random.nextDouble() * 35);
      for (Datum datum : Datum.values()) {
        LonLat back = datum.toCgcs2000(datum.fromCgcs2000(truth));
        assertThat(GeodesicMeasure.distanceMetres(truth, back))
            .as("seed %d, %s of %s", seed, datum, truth)
            .isLessThan(0.001);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2.3522, 48.8566", "-74.0060, 40.7128", "138.0, 36.0", "100.0, 0.5"})
  void nothingIsShiftedOutsideChina(double longitude, double latitude) {
    LonLat truth = new LonLat(longitude, latitude);
    for (Datum datum : Datum.values()) {
      assertThat(datum.fromCgcs2000(truth)).isEqualTo(truth);
      assertThat(datum.toCgcs2000(truth)).isEqualTo(truth);
    }
  }
}
