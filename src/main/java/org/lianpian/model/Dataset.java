package org.lianpian.model;

import org.lianpian.geo.Crs;

/**
 * A set of features that is planned together.
 *
 * @param name a name for people
 * @param crs the projected metric CRS of every geometry in it
 * @param profile id of the policy profile that applies
 * @param synthetic whether it is generated demonstration data (示意数据), to be labelled everywhere
 */
public record Dataset(String name, Crs crs, String profile, boolean synthetic) {

  public Dataset {
    if (crs.isGeographic() || crs.equals(Crs.WEB_MERCATOR)) {
      throw new IllegalArgumentException(
          "A dataset is kept in a metric CRS such as EPSG:4548, was " + crs);
    }
  }
}
