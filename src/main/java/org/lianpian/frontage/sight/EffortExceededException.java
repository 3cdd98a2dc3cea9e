package org.lianpian.frontage.sight;

/** Says that the geometry around a unit is too dense to be measured in bounded time. */
public final class EffortExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EffortExceededException(long effort) {
    super("more than " + effort + " edges to look at for one unit");
  }
}
