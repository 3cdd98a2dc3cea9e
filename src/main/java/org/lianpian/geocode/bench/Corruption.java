package org.lianpian.geocode.bench;

/** The ways in which {@link Corruptor} writes a row otherwise. */
public enum Corruption {
  /** One character of the name is another common one. */
  TYPO,
  /** One character of the name is another that sounds the same. */
  HOMOPHONE,
  /** One character of the name is missing. */
  DELETION,
  /** Neither district nor address are given. */
  DROPPED_LEVELS,
  /** Parts of the address, or two neighbouring characters of the name, changed places. */
  REORDER,
  /** Digits as Chinese numerals, or the reverse. */
  NUMERALS,
  /** Full-width letters, digits and brackets, with spaces. */
  FULL_WIDTH,
  /** Traditional characters. */
  TRADITIONAL,
  /** A word for the kind of estate more or less. */
  SUFFIX,
  /** Two characters of the name are wrong, missing or added. */
  TWO_TYPOS
}
