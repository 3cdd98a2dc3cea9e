package org.lianpian.region;

import org.jspecify.annotations.Nullable;

/**
 * Compares the districts and sub-districts of units (U-11).
 *
 * <p>Districts are compared by code when both have one, else by name. Not known is not the same:
 * the answer is then null, and an automatic rule must not take it for a yes.
 */
final class Boundaries {
  private Boundaries() {}

  /** Tells whether both lie in one district; null when that is not known. */
  static @Nullable Boolean sameDistrict(PackagingUnit a, PackagingUnit b) {
    Boolean byCode = same(a.adcode(), b.adcode());
    return byCode != null ? byCode : same(a.district(), b.district());
  }

  /** Tells whether both lie in one sub-district; null when that is not known. */
  static @Nullable Boolean sameStreet(PackagingUnit a, PackagingUnit b) {
    return same(a.street(), b.street());
  }

  private static @Nullable Boolean same(String a, String b) {
    return a.isBlank() || b.isBlank() ? null : a.equals(b);
  }

  /** Returns why a boundary keeps two units apart under these rules; NEAR when none does. */
  static EdgeCause cause(PackagingUnit a, PackagingUnit b, PackagingParameters parameters) {
    Boolean district = sameDistrict(a, b);
    if (parameters.sameDistrict() != BoundaryRule.OFF && !Boolean.TRUE.equals(district)) {
      return district == null ? EdgeCause.DISTRICT_UNKNOWN : EdgeCause.OTHER_DISTRICT;
    }
    Boolean street = sameStreet(a, b);
    if (parameters.sameStreet() != BoundaryRule.OFF && !Boolean.TRUE.equals(street)) {
      return street == null ? EdgeCause.STREET_UNKNOWN : EdgeCause.OTHER_STREET;
    }
    return EdgeCause.NEAR;
  }

  static EdgeUse use(EdgeCause cause, PackagingParameters parameters) {
    switch (cause) {
      case NEAR:
        return EdgeUse.USABLE;
      case OTHER_DISTRICT:
      case DISTRICT_UNKNOWN:
        return use(parameters.sameDistrict());
      case OTHER_STREET:
      case STREET_UNKNOWN:
        return use(parameters.sameStreet());
      default:
        return EdgeUse.DROPPED;
    }
  }

  private static EdgeUse use(BoundaryRule rule) {
    return rule == BoundaryRule.SOFT ? EdgeUse.HINT : EdgeUse.DROPPED;
  }
}
