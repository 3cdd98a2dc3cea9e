package org.lianpian.model;

import org.jspecify.annotations.Nullable;

/**
 * When something was built, as precisely as its source says.
 *
 * @param from the first possible year, or null when open
 * @param to the last possible year, or null when open
 * @param precision what the source's wording allows
 * @param text the source's own words, verbatim; empty when there were none
 */
public record BuildPeriod(
    @Nullable Integer from, @Nullable Integer to, BuiltPrecision precision, String text) {

  public static final BuildPeriod UNKNOWN = new BuildPeriod(null, null, BuiltPrecision.UNKNOWN, "");

  public BuildPeriod {
    if (from != null && to != null && from > to) {
      throw new IllegalArgumentException("Build period runs backwards: " + from + " to " + to);
    }
  }

  public static BuildPeriod ofYear(int year) {
    return new BuildPeriod(year, year, BuiltPrecision.YEAR, Integer.toString(year));
  }

  /** Tells whether nothing at all is known. */
  public boolean isUnknown() {
    return from == null && to == null;
  }
}
