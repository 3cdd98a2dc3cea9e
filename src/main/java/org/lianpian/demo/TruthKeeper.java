package org.lianpian.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Community;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.lianpian.model.Willingness;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Derives from an estate's place in the plan what a correct assessment must find.
 *
 * <p>A riverside class is stated only where every distance keeps metres away from 50 m and where
 * only one river is near.
 */
final class TruthKeeper {
  private static final double SURELY_NEAR = 47;
  private static final double SURELY_FAR = 62;
  private static final double OTHER_RIVER = 75;

  private final Set<Block> unshielded;
  private final IndexedFacetDistance river;
  private final IndexedFacetDistance stream;

  /**
   * @param empty lots that did not become estates, so that they shield nothing
   */
  TruthKeeper(List<Watercourse> waters, String riverName, List<Lot> empty) {
    this.unshielded =
        empty.stream()
            .filter(lot -> lot.kind() == Lot.Kind.FRONT_SHIELD)
            .map(Lot::block)
            .collect(Collectors.toSet());
    this.river = new IndexedFacetDistance(open(waters, riverName, true));
    this.stream = new IndexedFacetDistance(open(waters, riverName, false));
  }

  private static Geometry open(List<Watercourse> waters, String riverName, boolean named) {
    return Shapes.FACTORY.buildGeometry(
        waters.stream()
            .filter(w -> w.kind() == WatercourseKind.RIVER && !w.culverted())
            .filter(w -> w.name().equals(riverName) == named)
            .map(Watercourse::geometry)
            .toList());
  }

  DemoTruth truth(Estate estate, Community community) {
    String reason = reason(estate, community);
    return new DemoTruth(
        community.id(),
        estate.fault,
        estate.faultObjects,
        estate.gapMetres,
        frontage(estate, community),
        eligibility(community, reason),
        reason);
  }

  private @Nullable String frontage(Estate estate, Community community) {
    Geometry place = community.geometry();
    if (place == null) {
      return null;
    }
    double toRiver = river.distance(place);
    double toStream = stream.distance(place);
    double nearest = Math.min(toRiver, toStream);
    if (place instanceof Point) {
      double sigma = community.sigmaMetres();
      if (Math.abs(nearest - 50) <= sigma - 3) {
        return "NEEDS_SURVEY";
      }
      return nearest > 50 + sigma + 5 ? "OUTSIDE" : null;
    }
    if (nearest > SURELY_FAR) {
      return "OUTSIDE";
    }
    if (toStream < OTHER_RIVER || farthestOfFront(estate) > SURELY_NEAR) {
      return null;
    }
    if (unshielded.contains(estate.lot.block())) {
      return null;
    }
    return switch (estate.lot.kind()) {
      case FRONT, FRONT_SHIELD, BEHIND_SHOPS -> "FIRST_ROW";
      case BEHIND -> "BEHIND";
      case PARTLY_BEHIND -> "PARTIAL";
      default -> null;
    };
  }

  private double farthestOfFront(Estate estate) {
    Lot lot = estate.lot;
    double farthest = 0;
    for (int i = 0; i <= 8; i++) {
      double share = i / 8.0;
      var at =
          lot.block()
              .at(
                  lot.a()[0] + share * (lot.a()[1] - lot.a()[0]),
                  lot.b()[0] + share * (lot.b()[1] - lot.b()[0]));
      farthest = Math.max(farthest, river.distance(Shapes.point(at)));
    }
    return farthest;
  }

  private static String reason(Estate estate, Community community) {
    BuildPeriod built = community.built();
    if (!estate.zoneReason.isEmpty()) {
      return estate.zoneReason;
    }
    Integer from = built.from();
    Integer to = built.to();
    if (from != null && from >= 2006) {
      return "YEAR_AFTER_CUTOFF";
    }
    if (to == null) {
      return "YEAR_UNKNOWN";
    }
    if (to >= 2005) {
      return "BOUNDARY_YEAR";
    }
    if (community.facilityCondition() == FacilityCondition.UNKNOWN) {
      return "CONDITION_UNKNOWN";
    }
    return community.willingness() == Willingness.UNKNOWN ? "WILL_UNKNOWN" : "";
  }

  private static @Nullable String eligibility(Community community, String reason) {
    boolean poor =
        community.facilityCondition() == FacilityCondition.POOR
            || community.facilityCondition() == FacilityCondition.BROKEN;
    boolean safe =
        community.structuralGrade() == StructuralGrade.A
            || community.structuralGrade() == StructuralGrade.B;
    return switch (reason) {
      case "" -> poor && safe && community.willingness() == Willingness.STRONG ? "ELIGIBLE" : null;
      case "YEAR_AFTER_CUTOFF",
          "SELF_BUILT",
          "IN_DEMOLITION_PLAN",
          "IN_SHANTY_PLAN",
          "IN_REBUILD_PLAN",
          "URBAN_VILLAGE" ->
          "NOT_ELIGIBLE";
      case "HERITAGE", "IN_DANGEROUS_PLAN" -> null;
      // an unknown decides only when nothing else speaks against the estate
      case "CONDITION_UNKNOWN" ->
          safe && community.willingness() == Willingness.STRONG ? "NEEDS_REVIEW" : null;
      default ->
          poor && safe && community.willingness() != Willingness.WEAK ? "NEEDS_REVIEW" : null;
    };
  }
}
