package org.lianpian.region;

import java.util.Collection;
import java.util.List;

/** The bounds of a package (便于管理, U-11), as far as they are known. */
final class Limits {
  private Limits() {}

  /** Tells whether known households and diameter keep the maximum. */
  static boolean areKept(Collection<String> members, ContiguityGraph graph) {
    PackagingParameters parameters = graph.parameters();
    List<PackagingUnit> units = members.stream().map(graph::getUnit).toList();
    return Sum.of(units, PackagingUnit::households).known() <= parameters.maxHouseholds()
        && Diameter.isAtMost(parameters.maxDiameterMetres(), units);
  }

  /** Tells whether the known households reach the minimum; true when there is none. */
  static boolean reachMinimum(Sum households, PackagingParameters parameters) {
    Integer min = parameters.minHouseholds();
    return min == null || households.known() >= min;
  }
}
