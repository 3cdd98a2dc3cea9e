package org.lianpian.geocode.bench;

/**
 * The expected calibration error: how far the stated confidence is from the share of right answers,
 * in ten bins of equal width, weighted by their size.
 *
 * <p>Source: M. Naeini, G. Cooper and M. Hauskrecht, Obtaining well calibrated probabilities using
 * Bayesian binning, 2015.
 */
final class Calibration {
  private static final int BINS = 10;

  private final int[] counts = new int[BINS];
  private final int[] right = new int[BINS];
  private final double[] stated = new double[BINS];

  void add(double confidence, boolean isRight) {
    int bin = Math.min(BINS - 1, (int) (confidence * BINS));
    counts[bin]++;
    right[bin] += isRight ? 1 : 0;
    stated[bin] += confidence;
  }

  /** Returns the error in [0, 1]. */
  double error() {
    double sum = 0;
    int all = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += Math.abs(right[bin] - stated[bin]);
      all += counts[bin];
    }
    return all == 0 ? 0 : Math.round(1e4 * sum / all) / 1e4;
  }
}
