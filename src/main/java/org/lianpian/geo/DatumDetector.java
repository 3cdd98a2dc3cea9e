package org.lianpian.geo;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the datum of a column that does not state it, from places whose true position is known
 * (B-25).
 *
 * <p>The datum is the one under which the column's positions come nearest to the known ones, by the
 * median distance, so that a few wrong matches do no harm. It is a proposal for people: undoing the
 * shift of online maps is never done unasked. Stateless and thread-safe.
 */
public final class DatumDetector {

  /** A rival datum must fit this many times worse, or the pairs do not tell. */
  private static final double CLEARLY_WORSE = 2;

  private DatumDetector() {}

  /**
   * A place in the column and where it truly is.
   *
   * @param written as the column says
   * @param known on CGCS2000
   */
  public record Pair(LonLat written, LonLat known) {}

  /**
   * How well each datum explains the column.
   *
   * @param best the datum with the smallest residual
   * @param residualMetres the median distance that remains under each datum
   * @param clear whether every other datum fits at least twice as badly
   */
  public record Finding(Datum best, Map<Datum, Double> residualMetres, boolean clear) {}

  /**
   * Compares the datums.
   *
   * @throws IllegalArgumentException without any pair
   */
  public static Finding detect(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("At least one known position is needed, got none");
    }
    Map<Datum, Double> residuals = new EnumMap<>(Datum.class);
    Datum best = Datum.CGCS2000;
    double smallest = Double.POSITIVE_INFINITY;
    for (Datum datum : Datum.values()) {
      double residual = medianResidual(pairs, datum);
      residuals.put(datum, residual);
      if (residual < smallest) {
        smallest = residual;
        best = datum;
      }
    }
    boolean clear = true;
    for (Map.Entry<Datum, Double> entry : residuals.entrySet()) {
      clear &= entry.getKey() == best || entry.getValue() >= CLEARLY_WORSE * smallest;
    }
    return new Finding(best, Map.copyOf(residuals), clear);
  }

  private static double medianResidual(List<Pair> pairs, Datum datum) {
    double[] metres =
        pairs.stream()
            .mapToDouble(
                pair ->
                    GeodesicMeasure.distanceMetres(datum.toCgcs2000(pair.written()), pair.known()))
            .toArray();
    Arrays.sort(metres);
    int half = metres.length / 2;
    return metres.length % 2 == 1 ? metres[half] : (metres[half - 1] + metres[half]) / 2;
  }
}
