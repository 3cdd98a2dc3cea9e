package org.lianpian.frontage;

import java.util.List;
import org.lianpian.model.Progress;

/**
 * The exact engine of the riverside rule: exposed frontage in closed form, units in parallel.
 *
 * <p>The same input gives the same bytes for any number of threads. Cost: {@code O(n log n)} for n
 * edges of banks and obstacles, and a few microseconds for each unit near a river; most of it goes
 * to evidence. Thread-safe.
 */
public final class ExactFrontageClassifier implements FrontageClassifier {
  private final int threads;

  /** Uses every core. */
  public ExactFrontageClassifier() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param threads how many units are measured at the same time, at least 1
   */
  public ExactFrontageClassifier(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, was " + threads);
    }
    this.threads = threads;
  }

  @Override
  public List<FrontageResult> classify(
      FrontageInput input, FrontageParameters parameters, Progress progress) {
    return new FrontageRun(input, parameters, ExactFrontageMeter::new).assessAll(threads, progress);
  }
}
