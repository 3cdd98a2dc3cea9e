package org.lianpian.geo;

import java.util.Set;

/**
 * A coordinate reference system, named by its EPSG code, always with longitude or easting first.
 *
 * <p>EPSG defines the CGCS2000 Gauss-Krüger systems with northing first; this program never follows
 * that order, whatever a file or a library says.
 *
 * @param epsg the EPSG code, for example 4548 for CGCS2000 / 3-degree Gauss-Krüger CM 117E
 */
public record Crs(int epsg) {

  /** WGS 84, longitude and latitude in degrees: GeoJSON, OSM and the API. */
  public static final Crs WGS84 = new Crs(4326);

  /** CGCS2000, longitude and latitude in degrees: official Chinese data. */
  public static final Crs CGCS2000 = new Crs(4490);

  /** Spherical Mercator: for tiles only. Distances in it are wrong and refused. */
  public static final Crs WEB_MERCATOR = new Crs(3857);

  /** WGS 84, CGCS2000, ETRS89, NAD83, Xian 80, Beijing 54. */
  private static final Set<Integer> GEOGRAPHIC = Set.of(4326, 4490, 4258, 4269, 4610, 4214);

  private static final Set<Integer> SPHERICAL_MERCATOR = Set.of(3857, 3785, 900913, 102100, 102113);

  public Crs {
    if (epsg <= 0) {
      throw new IllegalArgumentException("EPSG code must be positive, was " + epsg);
    }
  }

  /**
   * Parses {@code EPSG:4548}, {@code epsg:4548}, {@code urn:ogc:def:crs:EPSG::4548}, {@code
   * urn:ogc:def:crs:OGC:1.3:CRS84} or a bare code.
   *
   * @throws IllegalArgumentException when the text names no EPSG code
   */
  public static Crs parse(String text) {
    String trimmed = text.trim();
    if (trimmed.toUpperCase(java.util.Locale.ROOT).endsWith("CRS84")) {
      return WGS84;
    }
    String code = trimmed.substring(trimmed.lastIndexOf(':') + 1);
    try {
      return new Crs(Integer.parseInt(code));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "CRS must be an EPSG code such as EPSG:4548, was '" + text + "'", e);
    }
  }

  /** Tells whether coordinates are degrees of longitude and latitude. */
  public boolean isGeographic() {
    return GEOGRAPHIC.contains(epsg);
  }

  /**
   * Returns this system when distances and areas may be measured in it.
   *
   * @throws IllegalArgumentException for degrees and for spherical Mercator, in which 50 m on the
   *     ground of our cities reads as 56 to 62 units
   */
  public Crs requireMetric() {
    if (isGeographic() || SPHERICAL_MERCATOR.contains(epsg)) {
      throw new IllegalArgumentException(
          "Distances are measured in a metric CRS such as EPSG:4548, never in " + this);
    }
    return this;
  }

  /**
   * Tells whether this is Xian 80 or Beijing 54 (西安80, 北京54), whose shift to CGCS2000 of about 100
   * m needs official parameters that are not public.
   */
  public boolean needsOfficialParameters() {
    return epsg == 4610
        || epsg == 4214
        || (epsg >= 2327 && epsg <= 2390)
        || (epsg >= 2401 && epsg <= 2442)
        || (epsg >= 21413 && epsg <= 21423)
        || (epsg >= 21453 && epsg <= 21463);
  }

  @Override
  public String toString() {
    return "EPSG:" + epsg;
  }
}
