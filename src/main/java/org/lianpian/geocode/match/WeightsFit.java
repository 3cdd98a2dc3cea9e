package org.lianpian.geocode.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Fits the weights on queries of which the answer is known: first those of pairs, then, with these,
 * those of the confidence.
 *
 * <p>Only sums of evidence enter the weights; no name or position is kept in them. Not thread-safe.
 */
public final class WeightsFit {
  /** What is known of a candidate. */
  public enum Truth {
    RIGHT,
    WRONG,
    UNKNOWN
  }

  /** Knows the truth about candidates of one query. */
  @FunctionalInterface
  public interface Judge {
    Truth of(Estate estate);
  }

  private static final int HARDEST = 10;

  private final List<float[]> pairs = new ArrayList<>();
  private final List<Boolean> pairOutcomes = new ArrayList<>();
  private final List<float[]> bests = new ArrayList<>();
  private final List<Boolean> bestOutcomes = new ArrayList<>();

  /** Adds the candidates of a query as examples of pairs. */
  public void addPairs(EstateMatcher matcher, NameQuery query, Judge judge) {
    int wrong = 0;
    for (EstateMatcher.Scored one : matcher.candidates(query)) {
      Truth truth = judge.of(one.known().estate());
      wrong += truth == Truth.WRONG ? 1 : 0;
      if (truth == Truth.RIGHT || (truth == Truth.WRONG && wrong <= HARDEST)) {
        float[] values = new float[Evidence.OF_PAIR];
        System.arraycopy(one.values(), 0, values, 0, values.length);
        pairs.add(values);
        pairOutcomes.add(truth == Truth.RIGHT);
      }
    }
  }

  /** Adds the best candidate of a query, when some estates are left out. */
  public void addBest(
      EstateMatcher matcher, NameQuery query, Predicate<Estate> leftOut, Judge judge) {
    List<EstateMatcher.Scored> found = new ArrayList<>(matcher.candidates(query));
    found.removeIf(one -> leftOut.test(one.known().estate()));
    if (found.isEmpty()) {
      return;
    }
    Truth truth = judge.of(found.get(0).known().estate());
    if (truth != Truth.UNKNOWN) {
      bests.add(matcher.evidenceOfBest(found));
      bestOutcomes.add(truth == Truth.RIGHT);
    }
  }

  /**
   * Returns weights of pairs fitted on what was added; of the confidence as far as there is any.
   */
  public Weights fit(Weights before) {
    double[] pair =
        pairs.isEmpty() ? before.ofPair() : LogisticFit.fit(pairs, pairOutcomes, Evidence.OF_PAIR);
    double[] confidence =
        bests.isEmpty()
            ? new double[Evidence.ALL]
            : LogisticFit.fit(bests, bestOutcomes, Evidence.ALL);
    return new Weights(pair, confidence);
  }

  /** Returns how many examples there are of pairs and of best candidates. */
  public String counts() {
    return pairs.size() + " pairs, " + bests.size() + " best candidates";
  }
}
