package org.lianpian.geocode.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What would be accepted from which confidence on. */
final class Thresholds {
  private static final double[] LEVELS = {0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.995};

  private record Answer(double confidence, boolean isRight) {}

  private final List<Answer> resolvable = new ArrayList<>();
  private final List<Answer> absent = new ArrayList<>();

  /** Adds an answer to a row whose estate the gazetteer has. */
  void addResolvable(double confidence, boolean isRight) {
    resolvable.add(new Answer(confidence, isRight));
  }

  /** Adds an answer to a row whose estate the gazetteer lacks. */
  void addAbsent(double confidence) {
    absent.add(new Answer(confidence, false));
  }

  /** Returns precision, coverage and false acceptances in percent, by confidence. */
  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (double level : LEVELS) {
      int accepted = 0;
      int right = 0;
      for (Answer answer : resolvable) {
        boolean isAccepted = answer.confidence() >= level;
        accepted += isAccepted ? 1 : 0;
        right += isAccepted && answer.isRight() ? 1 : 0;
      }
      int wrongly = (int) absent.stream().filter(one -> one.confidence() >= level).count();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("coveragePercent", Tally.percent(accepted, resolvable.size()));
      row.put("precisionPercent", Tally.percent(right, accepted));
      row.put("falselyAcceptedWhenAbsentPercent", Tally.percent(wrongly, absent.size()));
      figures.put(Double.toString(level), row);
    }
    return figures;
  }
}
