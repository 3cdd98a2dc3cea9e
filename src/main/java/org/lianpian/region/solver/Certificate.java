package org.lianpian.region.solver;

/**
 * How good the answer for one connected component is.
 *
 * @param component the smallest id in it
 * @param areas how many areas it has
 * @param leftovers how many of them are left over
 * @param leastLeftovers no answer leaves over fewer
 * @param objective packages, or under {@link Objective#TARGET_SIZE} the deviation
 * @param bound no answer with as few leftovers has more packages (most), fewer (fewest), or a
 *     smaller deviation (target)
 */
public record Certificate(
    String component,
    int areas,
    int leftovers,
    int leastLeftovers,
    double objective,
    double bound,
    Proof proof) {

  /** How far an answer is proven to be the best. */
  public enum Proof {
    /** Leftovers, objective, similarity and compactness, in that order. */
    OPTIMAL,
    /** Leftovers and objective; similarity and compactness are as good as the search found. */
    OBJECTIVE_OPTIMAL,
    /** Not proven; see {@link Certificate#gap}. */
    GAP
  }

  /** Returns how far the objective may be from the best, as a share of the bound; 0 when proven. */
  public double gap() {
    if (proof != Proof.GAP) {
      return 0;
    }
    return Math.abs(objective - bound) / Math.max(1, Math.max(objective, bound));
  }
}
