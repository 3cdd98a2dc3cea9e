package org.lianpian.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Finds traces that a number's way of writing left in a whole column (B-26, B-27). */
final class NumberFormCheck {

  /** So many rows must agree that chance is no explanation: 0.36^10 = 4e-5, (1/4)^10 = 1e-6. */
  static final int MIN_ROWS = 10;

  private NumberFormCheck() {}

  /** Finds a column all of whose numbers are 32-bit floats, and at least ten not by chance. */
  static Optional<CoordinateProposal> float32(List<CoordinateRow> rows) {
    double spacing = 0;
    for (boolean second : new boolean[] {false, true}) {
      spacing = Math.max(spacing, float32Spacing(column(rows, second)));
    }
    if (spacing == 0) {
      return Optional.empty();
    }
    double sigma = Math.round(spacing * 100) / 100.0;
    return Optional.of(
        new CoordinateProposal(
            CoordinateProposal.FLOAT32,
            "坐标经过单精度(float32)存储,步长约" + sigma + "米,误差按" + sigma + "米计",
            "Numbers went through 32-bit floats in steps of about " + sigma + " m; sigma " + sigma,
            rows.stream().map(CoordinateRow::row).toList(),
            true,
            false,
            null,
            sigma));
  }

  /** Returns the largest step in metres, or 0 when the column did not go through 32 bits. */
  private static double float32Spacing(List<Double> column) {
    double spacing = 0;
    long telling = column.stream().filter(number -> !isShort(number)).distinct().count();
    if (telling < MIN_ROWS) {
      return 0;
    }
    for (double number : column) {
      if ((double) (float) number != number) {
        return 0;
      }
      double step = Math.ulp((float) number);
      spacing = Math.max(spacing, Math.abs(number) <= 180 ? step * 111_320 : step);
    }
    return spacing;
  }

  /** Numbers with few digits are 32-bit floats by chance: whole metres below 2^24, halves. */
  private static boolean isShort(double number) {
    boolean wholeStepsMatter = Math.ulp((float) number) >= 2;
    return !wholeStepsMatter && number * 1000 == Math.rint(number * 1000);
  }

  /**
   * Finds degrees, minutes and seconds packed as 117.3751: in both columns and every row the digits
   * read as minutes and seconds below 60, and read so they stay in the region.
   */
  static Optional<CoordinateProposal> packedDms(List<CoordinateRow> rows, Envelope region) {
    List<Integer> affected = new ArrayList<>();
    for (CoordinateRow row : rows) {
      double first = PlaceholderCheck.usable(row.first());
      double second = PlaceholderCheck.usable(row.second());
      if (Math.abs(first) > 180 || Math.abs(second) > 180) {
        return Optional.empty();
      }
      double firstDegrees = unpack(first);
      double secondDegrees = unpack(second);
      if (!(region.contains(new Coordinate(firstDegrees, secondDegrees))
          || region.contains(new Coordinate(secondDegrees, firstDegrees)))) {
        return Optional.empty();
      }
      affected.add(row.row());
    }
    if (affected.size() < MIN_ROWS) {
      return Optional.empty();
    }
    return Optional.of(
        new CoordinateProposal(
            CoordinateProposal.PACKED_DMS,
            "全部" + affected.size() + "行小数都可读作分秒(如117.3751=117°37′51″),疑似度.分秒格式,请确认",
            "The decimals of all "
                + affected.size()
                + " rows read as minutes and seconds (117.3751 = 117°37′51″); please confirm",
            affected,
            true,
            false,
            null,
            null));
  }

  /** Reads dd.mmss; NaN when minutes or seconds would be 60 or more. */
  private static double unpack(double packed) {
    double magnitude = Math.abs(packed);
    double degrees = Math.floor(magnitude);
    // a ten-thousandth of a second covers the binary rounding of the decimals
    double digits = Math.round((magnitude - degrees) * 1e8) / 1e4;
    double minutes = Math.floor(digits / 100);
    double seconds = digits - minutes * 100;
    return minutes < 60 && seconds < 60
        ? Math.copySign(degrees + minutes / 60 + seconds / 3600, packed)
        : Double.NaN;
  }

  private static List<Double> column(List<CoordinateRow> rows, boolean second) {
    return rows.stream()
        .map(row -> PlaceholderCheck.usable(second ? row.second() : row.first()))
        .toList();
  }
}
