package org.lianpian.frontage;

import java.util.List;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Watercourse;

/**
 * What the riverside rule looks at; geometries in one metric CRS.
 *
 * @param communities the residential communities, each a unit and a possible blocker
 * @param buildings every building known near them, whatever its use
 * @param watercourses all surface water; which of it counts is decided by the parameters
 */
public record FrontageInput(
    List<Community> communities, List<Building> buildings, List<Watercourse> watercourses) {

  public FrontageInput {
    communities = List.copyOf(communities);
    buildings = List.copyOf(buildings);
    watercourses = List.copyOf(watercourses);
  }
}
