package org.lianpian.geo;

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
    return epsg == 4326 || epsg == 4490 || epsg == 4258 || epsg == 4269;
  }

  @Override
  public String toString() {
    return "EPSG:" + epsg;
  }
}
