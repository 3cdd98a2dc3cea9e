package org.lianpian.geocode.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate with what spoke for and against it.
 *
 * @param estate the candidate
 * @param name the one of its names that fits best
 * @param score sum of the contributions; 0 is as likely as not that the two names are one estate's
 * @param contributions of each piece of evidence, the largest first
 * @param stem a number that the parts of one estate share
 * @param number the number of the estate in the matcher
 */
public record ScoredEstate(
    Estate estate,
    String name,
    double score,
    List<Contribution> contributions,
    int stem,
    int number) {

  /** What one piece of evidence adds to the score. */
  public record Contribution(Evidence evidence, double value, double weight) {}

  public ScoredEstate {
    contributions = List.copyOf(contributions);
  }

  static List<Contribution> explain(Weights weights, float[] values) {
    List<Contribution> all = new ArrayList<>();
    for (Evidence evidence : Evidence.values()) {
      if (evidence.ordinal() < Evidence.OF_PAIR && values[evidence.ordinal()] != 0) {
        double weight = weights.contribution(evidence, values);
        all.add(new Contribution(evidence, values[evidence.ordinal()], weight));
      }
    }
    all.sort(
        Comparator.comparingDouble((Contribution one) -> Math.abs(one.weight()))
            .reversed()
            .thenComparing(Contribution::evidence));
    return all;
  }
}
