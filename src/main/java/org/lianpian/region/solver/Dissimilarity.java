package org.lianpian.region.solver;

/**
 * How different two areas are; a package costs the sum over the pairs of its areas.
 *
 * <p>Must be symmetric, at least 0, and safe to ask from several threads.
 */
@FunctionalInterface
public interface Dissimilarity {
  Dissimilarity NONE = (a, b) -> 0;

  double between(int a, int b);

  /** Returns |value of a - value of b|, the measure of the usual benchmarks. */
  static Dissimilarity ofValues(double[] values) {
    return new AbsoluteDifference(values);
  }

  /** The difference of one value; the searches have a short cut for it. */
  record AbsoluteDifference(double[] values) implements Dissimilarity {
    @Override
    public double between(int a, int b) {
      return Math.abs(values[a] - values[b]);
    }
  }
}
