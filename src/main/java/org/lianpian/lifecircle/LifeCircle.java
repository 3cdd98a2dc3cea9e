package org.lianpian.lifecircle;

import java.util.List;
import org.lianpian.model.Facility;
import org.lianpian.model.FacilityClass;
import org.locationtech.jts.geom.Geometry;

/**
 * What is reached from one place on foot.
 *
 * @param rings one per walking time of the rule, the shortest first
 * @param facilities what lies within the longest walk, the nearest first
 * @param missing services of the rule of which none lies within the longest walk, although the
 *     dataset knows of some elsewhere
 * @param unknown services of the rule of which the dataset knows none at all, so that nobody can
 *     say whether they are missing
 */
public record LifeCircle(
    CircleMethod method,
    List<Ring> rings,
    List<Reached> facilities,
    List<FacilityClass> missing,
    List<FacilityClass> unknown,
    LifeCircleParameters parameters,
    String inputHash) {

  /**
   * The ground within one walking time.
   *
   * @param metres how far one walks in this time
   * @param area in the CRS of the input
   */
  public record Ring(int minutes, double metres, Geometry area) {}

  /**
   * A facility within reach.
   *
   * @param metres of the walk
   */
  public record Reached(Facility facility, double metres, double minutes) {}

  public LifeCircle {
    rings = List.copyOf(rings);
    facilities = List.copyOf(facilities);
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
  }

  /** Counts the facilities of a class within a walking time. */
  public long count(FacilityClass facilityClass, int minutes) {
    return facilities.stream()
        .filter(reached -> reached.facility().facilityClass() == facilityClass)
        .filter(reached -> reached.minutes() <= minutes + LifeCircles.TOLERANCE_MINUTES)
        .count();
  }
}
