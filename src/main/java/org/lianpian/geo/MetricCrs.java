package org.lianpian.geo;

import java.util.Optional;

/**
 * A CGCS2000 Gauss-Krüger system (高斯-克吕格投影), the metric CRS of Chinese surveys: central meridians
 * 75 E to 135 E, false easting 500 km, scale 1 at the central meridian.
 *
 * <p>Each meridian has two codes: with the zone's number in front of the easting (39563031.566 m),
 * and without (563031.566 m). Systems of 3° and 6° with the same central meridian give the same
 * unprefixed coordinates. Immutable; all methods take constant time.
 *
 * @param crs the EPSG code
 * @param centralMeridian degrees east
 * @param zoneWidthDegrees 3 or 6
 * @param prefix the zone number in front of the easting, or 0 when there is none
 */
public record MetricCrs(Crs crs, int centralMeridian, int zoneWidthDegrees, int prefix) {
  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  private static final int THREE_DEGREE_PREFIXED = 4513;
  private static final int THREE_DEGREE = 4534;
  private static final int SIX_DEGREE_PREFIXED = 4491;
  private static final int SIX_DEGREE = 4502;

  /**
   * Returns the 3° system without zone prefix whose zone holds the longitude: EPSG:4548 (117 E) for
   * Sanming at 117.6 E. On the border of two zones the eastern one is taken.
   *
   * @throws IllegalArgumentException outside 73.5 E to 136.5 E, where no zone is defined
   */
  public static MetricCrs forLongitude(double longitude) {
    double zone = Math.floor((longitude + 1.5) / 3);
    if (!(zone * 3 >= FIRST_MERIDIAN && zone * 3 <= LAST_MERIDIAN)) {
      throw new IllegalArgumentException(
          "longitude must be in [73.5, 136.5) for a CGCS2000 3-degree zone, was " + longitude);
    }
    return withMeridian((int) zone * 3);
  }

  /**
   * Returns the 3° system without prefix of a central meridian: 75, 78, ... 135.
   *
   * @throws IllegalArgumentException for any other meridian
   */
  public static MetricCrs withMeridian(int centralMeridian) {
    if (centralMeridian < FIRST_MERIDIAN
        || centralMeridian > LAST_MERIDIAN
        || centralMeridian % 3 != 0) {
      throw new IllegalArgumentException(
          "central meridian must be one of 75, 78, ... 135, was " + centralMeridian);
    }
    int index = (centralMeridian - FIRST_MERIDIAN) / 3;
    return new MetricCrs(new Crs(THREE_DEGREE + index), centralMeridian, 3, 0);
  }

  /**
   * Returns the system of a zone number in front of an easting: 13 to 23 are 6° zones, 25 to 45 are
   * 3° zones; empty for any other number.
   */
  public static Optional<MetricCrs> withPrefix(int prefix) {
    if (prefix >= 25 && prefix <= 45) {
      return of(new Crs(THREE_DEGREE_PREFIXED + prefix - 25));
    }
    return prefix >= 13 && prefix <= 23
        ? of(new Crs(SIX_DEGREE_PREFIXED + prefix - 13))
        : Optional.empty();
  }

  /** Returns what a code stands for, or empty when it is no CGCS2000 Gauss-Krüger system. */
  public static Optional<MetricCrs> of(Crs crs) {
    int code = crs.epsg();
    if (code >= SIX_DEGREE_PREFIXED && code < SIX_DEGREE) {
      int zone = 13 + code - SIX_DEGREE_PREFIXED;
      return Optional.of(new MetricCrs(crs, zone * 6 - 3, 6, zone));
    }
    if (code >= SIX_DEGREE && code < THREE_DEGREE_PREFIXED) {
      return Optional.of(new MetricCrs(crs, FIRST_MERIDIAN + 6 * (code - SIX_DEGREE), 6, 0));
    }
    if (code >= THREE_DEGREE_PREFIXED && code < THREE_DEGREE) {
      int zone = 25 + code - THREE_DEGREE_PREFIXED;
      return Optional.of(new MetricCrs(crs, zone * 3, 3, zone));
    }
    if (code >= THREE_DEGREE && code <= THREE_DEGREE + 20) {
      return Optional.of(withMeridian(FIRST_MERIDIAN + 3 * (code - THREE_DEGREE)));
    }
    return Optional.empty();
  }

  /** Tells whether the zone's number stands in front of eastings. */
  public boolean isZonePrefixed() {
    return prefix != 0;
  }

  /** Returns the same projection without the zone's number, as a 3° system. */
  public MetricCrs withoutPrefix() {
    return withMeridian(centralMeridian);
  }

  /** Tells whether a longitude lies in the zone: at most half its width from the meridian. */
  public boolean covers(double longitude) {
    return Math.abs(longitude - centralMeridian) <= zoneWidthDegrees / 2.0;
  }

  /** Returns for example {@code CGCS2000 3°带 中央经线117°E 带号39 (EPSG:4527)}. */
  public String zh() {
    return "CGCS2000 "
        + zoneWidthDegrees
        + "°带 中央经线"
        + centralMeridian
        + "°E"
        + (isZonePrefixed() ? " 带号" + prefix : "")
        + " ("
        + crs
        + ")";
  }

  public String en() {
    return "CGCS2000 "
        + zoneWidthDegrees
        + "-degree, central meridian "
        + centralMeridian
        + "E"
        + (isZonePrefixed() ? ", zone " + prefix : "")
        + " ("
        + crs
        + ")";
  }
}
