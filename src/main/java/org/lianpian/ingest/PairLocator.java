package org.lianpian.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.CoordinateRow;
import org.lianpian.geo.Crs;
import org.lianpian.geo.LonLat;
import org.lianpian.geo.Reprojector;
import org.locationtech.jts.geom.Coordinate;

/** Says where pairs of numbers lie when they are read in a certain way. Not thread-safe. */
final class PairLocator {
  private final Map<Crs, Reprojector> toDegrees = new HashMap<>();

  /** Returns the position of a pair, or null when it is incomplete or cannot be read so. */
  @Nullable LonLat position(CoordinateRow row, CoordinatePlan.Reading reading) {
    Double first = row.first();
    Double second = row.second();
    if (first == null || second == null) {
      return null;
    }
    Coordinate pair =
        reading.swap() ? new Coordinate(second, first) : new Coordinate(first, second);
    try {
      Crs crs = reading.crs();
      return LonLat.of(crs.isGeographic() ? pair : toDegrees(crs).apply(pair));
    } catch (IllegalArgumentException e) {
      // no position on the globe: nothing to show
      return null;
    }
  }

  private Reprojector toDegrees(Crs crs) {
    return toDegrees.computeIfAbsent(crs, from -> Reprojector.between(from, Crs.WGS84));
  }

  /** Shows rows before and after they are read so. */
  List<Proposal.Example> examples(List<CoordinateRow> rows, CoordinatePlan.Reading reading) {
    List<Proposal.Example> examples = new ArrayList<>();
    for (CoordinateRow row : rows) {
      LonLat position = position(row, reading);
      examples.add(
          new Proposal.Example(
              row.row(),
              "",
              plain(row.first()) + ", " + plain(row.second()),
              position == null ? reading.crs().toString() : text(position),
              position));
    }
    return examples;
  }

  /** Returns degrees to a tenth of a metre: {@code 117.631000°E 26.267000°N}. */
  static String text(LonLat position) {
    return String.format(
        Locale.ROOT,
        "%.6f°%s %.6f°%s",
        Math.abs(position.longitude()),
        position.longitude() < 0 ? "W" : "E",
        Math.abs(position.latitude()),
        position.latitude() < 0 ? "S" : "N");
  }

  private static String plain(@Nullable Double number) {
    return number == null ? "" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
