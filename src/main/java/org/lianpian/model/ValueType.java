package org.lianpian.model;

/** The type of a property's value, with the Java class that carries it in a {@link Row}. */
public enum ValueType {
  /** {@link String}. */
  TEXT,
  /** {@code List<String>}. */
  TEXT_LIST,
  /** {@link Integer}. */
  INTEGER,
  /** {@link Double}. */
  REAL,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link String}: the name of one of the property's {@link Labelled} codes. */
  CODE,
  /**
   * A tree of {@code Map<String, Object>}, {@code List}, String, Integer, Double, Boolean, null.
   */
  JSON
}
