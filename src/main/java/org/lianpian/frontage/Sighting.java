package org.lianpian.frontage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * What an engine found along the boundary of a unit within the distance; lengths in metres.
 *
 * @param inWater whether some of the boundary lies in the water
 * @param shields what hides the rest, the strongest first
 */
record Sighting(
    double frontageMetres,
    double exposedMetres,
    boolean inWater,
    Map<BankSide, Double> frontageBySide,
    Map<BankSide, Double> exposedBySide,
    Geometry exposed,
    List<Shield> shields,
    @Nullable LineString sight) {

  /** Returns what a unit beyond the distance, or one without a boundary, shows. */
  static Sighting none(Geometry unit) {
    return new Sighting(
        0,
        0,
        false,
        Map.of(),
        Map.of(),
        unit.getFactory().createMultiLineString(),
        List.of(),
        null);
  }
}
