package org.lianpian.region.solver;

/** Says that the thread that waited for an answer was interrupted. */
public final class SolverInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SolverInterruptedException(InterruptedException cause) {
    super("Interrupted while solving packages", cause);
  }
}
