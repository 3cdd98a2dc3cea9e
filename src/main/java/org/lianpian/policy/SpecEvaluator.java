package org.lianpian.policy;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies one rule to the facts of a worked case. */
@FunctionalInterface
public interface SpecEvaluator {

  /**
   * Returns the results by their Chinese names: texts, numbers, booleans, days, or lists of them.
   *
   * @throws IllegalArgumentException when a fact is missing or no sense can be made of it
   */
  Map<String, @Nullable Object> evaluate(PolicyProfile profile, LocalDate on, SpecFacts given);
}
