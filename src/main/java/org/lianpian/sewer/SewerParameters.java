package org.lianpian.sewer;

import java.time.LocalDate;
import org.lianpian.policy.PolicyProfile;

/**
 * The numbers of the sewer analysis, from a policy profile.
 *
 * @param exactSnapMetres how far a pipe end may lie from the node it meets
 * @param inferredSnapMetres how far when the joint is only inferred, and flagged
 * @param hookupRadiusMetres how far to look for a node that can take a new connection
 * @param minSlopePermille the least fall of a new connection
 * @param gapMetres how wide a break is still taken as a gap in the survey or the pipe rather than
 *     as a missing pipe; not policy but precision
 */
public record SewerParameters(
    double exactSnapMetres,
    double inferredSnapMetres,
    double hookupRadiusMetres,
    double minSlopePermille,
    double gapMetres) {

  /** A manhole chamber with the surveyor's error on both sides. */
  public static final double DEFAULT_GAP_METRES = 3;

  public SewerParameters {
    requireNotNegative("exactSnapMetres", exactSnapMetres);
    requireNotNegative("hookupRadiusMetres", hookupRadiusMetres);
    requireNotNegative("minSlopePermille", minSlopePermille);
    requireNotNegative("gapMetres", gapMetres);
    if (!(inferredSnapMetres >= exactSnapMetres)) {
      throw new IllegalArgumentException(
          "inferredSnapMetres must be >= " + exactSnapMetres + ", was " + inferredSnapMetres);
    }
  }

  public static SewerParameters from(PolicyProfile profile, LocalDate on) {
    return new SewerParameters(
        profile.number("sewer.exact_snap", on),
        profile.number("sewer.inferred_snap", on),
        profile.number("sewer.hookup_radius", on),
        profile.number("sewer.min_slope_permille", on),
        DEFAULT_GAP_METRES);
  }

  private static void requireNotNegative(String what, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(what + " must be >= 0, was " + value);
    }
  }
}
