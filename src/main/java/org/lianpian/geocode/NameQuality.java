package org.lianpian.geocode;

/** How well a place's name answers to a queried one, best first. */
public enum NameQuality {
  /** The name itself, after normalisation. */
  EXACT,
  /** One of its aliases. */
  ALIAS,
  /** A spelling variant: brackets, 小区, phase written otherwise. */
  VARIANT,
  /** Only the stem is shared: 牡丹花园 for 牡丹新村. A look-alike, never enough by itself. */
  STEM
}
