package org.lianpian.geocode.match;

import java.util.List;

/**
 * The answer to a {@link NameQuery}.
 *
 * @param candidates best first; may be empty
 * @param confidence that the first is the estate that is meant, whichever of its parts, in [0, 1]
 * @param partOpen whether the estate has parts that the query does not tell apart
 */
public record Ranking(List<ScoredEstate> candidates, double confidence, boolean partOpen) {
  /** Nothing was found. */
  public static final Ranking NONE = new Ranking(List.of(), 0, false);

  public Ranking {
    candidates = List.copyOf(candidates);
  }
}
