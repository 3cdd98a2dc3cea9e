package org.lianpian.geocode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.model.Progress;

/**
 * Geocodes many rows in their order; rows that say the same are decided once. A listener of the
 * progress may stop it between two rows; what was handed over until then stands.
 */
public final class BatchGeocoder {
  private static final int STEPS_BETWEEN_REPORTS = 500;

  /** Takes the answers in the order of the rows. */
  @FunctionalInterface
  public interface Sink {
    void accept(int row, GeocodeResult result);
  }

  private final Geocoder geocoder;

  public BatchGeocoder(Geocoder geocoder) {
    this.geocoder = geocoder;
  }

  /**
   * Geocodes rows.
   *
   * @param from the first row to do: what was done before is not done again
   * @return how many different rows there were
   * @throws java.util.concurrent.CancellationException when the progress asks to stop
   */
  public int run(List<GeocodeQuery> rows, int from, Progress progress, Sink sink) {
    Map<GeocodeQuery, GeocodeResult> decided = new HashMap<>();
    for (int row = from; row < rows.size(); row++) {
      if (row % STEPS_BETWEEN_REPORTS == 0) {
        progress.report("location", row, rows.size());
      }
      sink.accept(row, decided.computeIfAbsent(rows.get(row), geocoder::geocode));
    }
    progress.report("location", rows.size(), rows.size());
    return decided.size();
  }
}
