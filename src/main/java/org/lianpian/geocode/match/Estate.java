package org.lianpian.geocode.match;

import java.util.List;

/**
 * An estate as the gazetteer knows it.
 *
 * @param id the gazetteer's id
 * @param name its name as written
 * @param aliases its other names
 * @param district its district, or empty
 * @param address its address, or empty
 * @param x easting in metres, or NaN when its position is not known
 * @param y northing in metres, or NaN
 */
public record Estate(
    String id,
    String name,
    List<String> aliases,
    String district,
    String address,
    double x,
    double y) {

  public Estate {
    aliases = List.copyOf(aliases);
  }

  /** Returns the distance to another estate in metres, or NaN when one has no position. */
  public double distance(Estate other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
