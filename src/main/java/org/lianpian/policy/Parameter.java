package org.lianpian.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One parameter of a profile with its dated values.
 *
 * @param key for example {@code riverside.distance}
 * @param unit of a number, for example {@code m}; empty for none
 * @param values by the first day on which each holds
 */
public record Parameter(
    String key, String description, String unit, NavigableMap<LocalDate, ParameterValue> values) {

  public Parameter {
    values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
  }
}
