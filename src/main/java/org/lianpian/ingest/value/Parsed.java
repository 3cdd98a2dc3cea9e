package org.lianpian.ingest.value;

import org.jspecify.annotations.Nullable;

/**
 * What a cell's text means.
 *
 * <p>With a {@link Severity#PROPOSAL} the value is the proposed one: take it only when a person
 * accepted the finding's code. With an {@link Severity#ERROR} there is no value.
 *
 * @param value null when the text says that nothing is known, or cannot be read
 * @param finding the doubt, or null when there is none
 */
public record Parsed<T>(@Nullable T value, @Nullable Finding finding) {

  public Parsed {
    if (finding != null && finding.severity() == Severity.ERROR && value != null) {
      throw new IllegalArgumentException("An unreadable value has no value, had " + value);
    }
  }

  public static <T> Parsed<T> of(T value) {
    return new Parsed<>(value, null);
  }

  public static <T> Parsed<T> of(T value, Finding finding) {
    return new Parsed<>(value, finding);
  }

  /** Returns the reading of a text that says that nothing is known. */
  public static <T> Parsed<T> unknown() {
    return new Parsed<>(null, null);
  }

  public static <T> Parsed<T> unknown(Finding finding) {
    return new Parsed<>(null, finding);
  }
}
