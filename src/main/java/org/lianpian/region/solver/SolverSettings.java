package org.lianpian.region.solver;

/**
 * How a problem is solved.
 *
 * @param seed another seed gives another, about equally good answer
 * @param threads at least 1; never changes the answer
 * @param effort multiplies the number of steps; 1 is the usual, 0.1 a draft
 */
public record SolverSettings(long seed, int threads, double effort) {
  public static final SolverSettings DEFAULTS = new SolverSettings(1, 1, 1);

  public SolverSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, was " + threads);
    }
    if (!(effort > 0 && effort <= 1000)) {
      throw new IllegalArgumentException("effort must be in (0, 1000], was " + effort);
    }
  }

  public SolverSettings withThreads(int number) {
    return new SolverSettings(seed, number, effort);
  }
}
