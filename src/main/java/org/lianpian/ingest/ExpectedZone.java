package org.lianpian.ingest;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.CoordinateRow;
import org.lianpian.geo.Crs;
import org.lianpian.geo.MetricCrs;
import org.locationtech.jts.geom.Envelope;

/** Where coordinates should lie, before it is known what they mean. */
final class ExpectedZone {
  static final Envelope CHINA = new Envelope(73, 136, 3, 54);

  private static final double MOST_DEGREES = 180;

  private ExpectedZone() {}

  /** Tells whether a pair may be degrees; a missing number says nothing against it. */
  static boolean isDegrees(CoordinateRow row) {
    Double first = row.first();
    Double second = row.second();
    return first == null
        || second == null
        || (Math.abs(first) <= MOST_DEGREES && Math.abs(second) <= MOST_DEGREES);
  }

  static boolean isDegrees(List<CoordinateRow> rows) {
    return rows.stream().allMatch(ExpectedZone::isDegrees);
  }

  /**
   * Returns the metric CRS around the data: the dataset's, the stated one, else the numbers' own.
   */
  static @Nullable MetricCrs of(
      List<CoordinateRow> rows, @Nullable Crs stated, @Nullable Crs target) {
    for (Crs crs : new Crs[] {target, stated}) {
      if (crs != null && MetricCrs.of(crs).isPresent()) {
        return MetricCrs.of(crs).get();
      }
    }
    double[] largest =
        rows.stream()
            .filter(row -> row.first() != null && row.second() != null)
            .mapToDouble(ExpectedZone::larger)
            .filter(number -> number != 0)
            .sorted()
            .toArray();
    if (largest.length == 0) {
      return null;
    }
    double median = largest[largest.length / 2];
    if (median >= 73.5 && median < 136.5) {
      return MetricCrs.forLongitude(median);
    }
    return median > 10_000_000
        ? MetricCrs.withPrefix((int) (median / 1_000_000)).orElse(null)
        : null;
  }

  private static double larger(CoordinateRow row) {
    double[] pair = {
      row.first() == null ? 0 : row.first(), row.second() == null ? 0 : row.second()
    };
    return Arrays.stream(pair).max().orElse(0);
  }

  static Envelope region(MetricCrs expected) {
    double west = Math.max(73, expected.centralMeridian() - 2.5);
    double east = Math.min(137, expected.centralMeridian() + 2.5);
    return new Envelope(west, east, CHINA.getMinY(), CHINA.getMaxY());
  }
}
