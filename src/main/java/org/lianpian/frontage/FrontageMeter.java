package org.lianpian.frontage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/** Measures one unit against one river: the step in which the engines differ. */
interface FrontageMeter {

  /**
   * Measures a unit.
   *
   * @param unit an area or, when nothing better is known, a point
   * @param sigmaMetres the error of its position
   * @param near the bank, with the way to it from the unit's place
   * @param own ids of obstacles of this mode that are the unit itself
   */
  FrontageMeasurement measure(
      FrontageMode mode, Geometry unit, double sigmaMetres, NearBank near, Set<String> own);

  /** Makes the meter of an engine for one run. */
  interface Maker {

    /**
     * @param obstacles what can stand in the way in each mode, by id
     * @param evidence whether shapes and shields are wanted besides the numbers
     */
    FrontageMeter make(
        Map<FrontageMode, List<Obstacle>> obstacles,
        FrontageParameters parameters,
        boolean evidence);
  }
}
