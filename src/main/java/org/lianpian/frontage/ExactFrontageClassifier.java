package org.lianpian.frontage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;

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
    return new FrontageRun(input, parameters, ExactFrontageMeter::new, true)
        .assessAll(threads, progress);
  }

  @Override
  public FrontageUpdate classifyChanged(
      FrontageInput input,
      FrontageParameters parameters,
      Map<Subject, String> knownHashes,
      Progress progress) {
    return new FrontageRun(input, parameters, ExactFrontageMeter::new, true)
        .assessChanged(knownHashes, threads, progress);
  }

  /**
   * Returns the statuses that {@link #classify} finds, in its order, for whoever needs no evidence:
   * for measuring, and to see at once what another parameter would change.
   */
  public Map<Subject, FrontageStatus> statuses(
      FrontageInput input, FrontageParameters parameters, Progress progress) {
    Map<Subject, FrontageStatus> statuses = new LinkedHashMap<>();
    new FrontageRun(input, parameters, ExactFrontageMeter::new, false)
        .assessAll(threads, progress)
        .forEach(result -> statuses.put(result.subject(), result.status()));
    return statuses;
  }
}
