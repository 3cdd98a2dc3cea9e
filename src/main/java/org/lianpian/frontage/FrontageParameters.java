package org.lianpian.frontage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.lianpian.model.WatercourseKind;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;

/**
 * The numbers of the riverside rule (FZ-03, U-1 to U-6), from a policy profile.
 *
 * @param enabled whether the jurisdiction has the rule at all; when false nothing else is read
 * @param distanceMetres how far from the bank a unit may lie, inclusive
 * @param firstRowShare the exposed share of the frontage from which a unit is first row
 * @param partialShare the share from which it is partly first row
 * @param minExposedMetres the exposed frontage a first-row unit has at least
 * @param minFrontageMetres below this frontage nobody can judge
 * @param reviewBand how near to {@code firstRowShare} a share must be surveyed, as a share
 * @param parcelCoverage the share of dwellings in parcels from which parcels may decide
 * @param minBlockerSquareMetres smaller buildings do not block
 * @param excludedKinds water that is no urban river
 * @param minWaterSquareMetres smaller water is no urban river
 * @param marginMetres how far beyond the distance a unit's distance is still reported, and how far
 *     a river without width may reach from its centre line; not policy
 */
public record FrontageParameters(
    boolean enabled,
    double distanceMetres,
    double firstRowShare,
    double partialShare,
    double minExposedMetres,
    double minFrontageMetres,
    double reviewBand,
    double parcelCoverage,
    double minBlockerSquareMetres,
    Set<WatercourseKind> excludedKinds,
    double minWaterSquareMetres,
    double marginMetres) {

  /** Half of a river 100 m wide, the widest whose width a survey can be expected to have missed. */
  public static final double DEFAULT_MARGIN_METRES = 50;

  private static final FrontageParameters DISABLED =
      new FrontageParameters(false, 0, 0, 0, 0, 0, 0, 0, 0, Set.of(), 0, DEFAULT_MARGIN_METRES);

  public FrontageParameters {
    // an EnumSet keeps its order, which the text and so the input hash depend on
    Set<WatercourseKind> ordered = EnumSet.noneOf(WatercourseKind.class);
    ordered.addAll(excludedKinds);
    excludedKinds = Collections.unmodifiableSet(ordered);
    requireNotNegative("marginMetres", marginMetres);
    requireNotNegative("distanceMetres", distanceMetres);
    requireNotNegative("minExposedMetres", minExposedMetres);
    requireNotNegative("minFrontageMetres", minFrontageMetres);
    requireNotNegative("minBlockerSquareMetres", minBlockerSquareMetres);
    requireNotNegative("minWaterSquareMetres", minWaterSquareMetres);
    requireShare("firstRowShare", firstRowShare);
    requireShare("partialShare", partialShare);
    requireShare("reviewBand", reviewBand);
    requireShare("parcelCoverage", parcelCoverage);
    if (partialShare > firstRowShare) {
      throw new IllegalArgumentException(
          "partialShare must be at most firstRowShare " + firstRowShare + ", was " + partialShare);
    }
  }

  /**
   * Reads the rule as it stands on a day.
   *
   * @throws org.lianpian.policy.MissingParameterException when the rule is enabled but a number is
   *     missing
   */
  public static FrontageParameters from(PolicyProfile profile, LocalDate on) {
    boolean enabled =
        profile
            .find("riverside.enabled", on)
            .map(ParameterValue::value)
            .map(Boolean.TRUE::equals)
            .orElse(false);
    if (!enabled) {
      return DISABLED;
    }
    Set<WatercourseKind> excluded = EnumSet.noneOf(WatercourseKind.class);
    for (String kind : profile.texts("riverside.excluded_kinds", on)) {
      excluded.add(WatercourseKind.valueOf(kind));
    }
    return new FrontageParameters(
        true,
        profile.number("riverside.distance", on),
        profile.number("riverside.first_row_share", on),
        profile.number("riverside.partial_share", on),
        profile.number("riverside.min_exposed_length", on),
        profile.number("riverside.min_frontage", on),
        profile.number("riverside.review_band", on),
        profile.number("riverside.parcel_coverage", on),
        profile.number("riverside.min_blocker_area", on),
        excluded,
        profile.number("riverside.min_water_area", on),
        DEFAULT_MARGIN_METRES);
  }

  /** Returns a copy with the rule enabled at another distance. */
  public FrontageParameters withDistanceMetres(double metres) {
    return new FrontageParameters(
        true,
        metres,
        firstRowShare,
        partialShare,
        minExposedMetres,
        minFrontageMetres,
        reviewBand,
        parcelCoverage,
        minBlockerSquareMetres,
        excludedKinds,
        minWaterSquareMetres,
        marginMetres);
  }

  /** Returns a copy in which parcels decide from another share of the dwellings on. */
  public FrontageParameters withParcelCoverage(double share) {
    return new FrontageParameters(
        enabled,
        distanceMetres,
        firstRowShare,
        partialShare,
        minExposedMetres,
        minFrontageMetres,
        reviewBand,
        share,
        minBlockerSquareMetres,
        excludedKinds,
        minWaterSquareMetres,
        marginMetres);
  }

  private static void requireNotNegative(String what, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(what + " must be >= 0, was " + value);
    }
  }

  private static void requireShare(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " must be in [0, 1], was " + value);
    }
  }
}
