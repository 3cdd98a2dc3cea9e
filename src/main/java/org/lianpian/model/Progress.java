package org.lianpian.model;

/** Hears how far long work has come, and may ask it to stop. Called from any thread. */
public interface Progress {

  /** Ignores progress and never stops the work. */
  Progress NONE = (stage, done, total) -> {};

  /**
   * Reports that {@code done} of {@code total} steps of a stage are finished.
   *
   * @param stage a stable code such as {@code frontage}
   * @param total the number of steps, or 0 when unknown
   * @throws java.util.concurrent.CancellationException when the work must stop
   */
  void report(String stage, long done, long total);
}
