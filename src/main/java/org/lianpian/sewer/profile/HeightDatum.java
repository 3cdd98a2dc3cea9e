package org.lianpian.sewer.profile;

import org.lianpian.geo.Crs;

/**
 * What levels are counted from. Files do not say; where nobody stated it, it is assumed from the
 * plane coordinates and called an assumption.
 */
public record HeightDatum(String zh, String en) {
  private static final int FIRST_CGCS2000_ZONE = 4491;
  private static final int LAST_CGCS2000_ZONE = 4554;

  /** Returns the datum that somebody stated. */
  public static HeightDatum stated(String name) {
    return new HeightDatum(name, name);
  }

  /** Assumes the 1985 national datum beside CGCS2000 coordinates, and nothing elsewhere. */
  public static HeightDatum assumedFor(Crs crs) {
    boolean china = crs.epsg() >= FIRST_CGCS2000_ZONE && crs.epsg() <= LAST_CGCS2000_ZONE;
    return china
        ? new HeightDatum(
            "1985国家高程基准(资料未注明,推定)", "1985 national height datum (assumed, not stated)")
        : new HeightDatum("资料未注明", "not stated by the source");
  }
}
