package org.lianpian.geo;

import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/** Writes coordinate reference systems as text for files that carry their own definition. */
public final class CrsWkt {

  private CrsWkt() {}

  /**
   * Returns the WKT 1 (OGC 01-009) of a system, easting or longitude first; the first call in a JVM
   * reads the EPSG database (about 1.5 s).
   *
   * @throws IllegalArgumentException when the code is unknown
   */
  public static String of(Crs crs) {
    try {
      return CRS.decode(crs.toString(), true).toWKT();
    } catch (FactoryException e) {
      throw new IllegalArgumentException("No definition of " + crs, e);
    }
  }

  /**
   * Returns the name of a system, for example {@code CGCS2000 / 3-degree Gauss-Kruger CM 117E}.
   *
   * @throws IllegalArgumentException when the code is unknown
   */
  public static String nameOf(Crs crs) {
    try {
      return CRS.decode(crs.toString(), true).getName().getCode();
    } catch (FactoryException e) {
      throw new IllegalArgumentException("No definition of " + crs, e);
    }
  }
}
