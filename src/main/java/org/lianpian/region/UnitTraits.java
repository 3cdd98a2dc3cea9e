package org.lianpian.region;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.OriginType;

/**
 * What makes units similar (小区类型相近、产业配套相关、文化脉络相连, FZ-24, U-12).
 *
 * @param industry names of the industries or facilities it relates to; empty when not recorded
 * @param culture names of the historic areas or traditions it belongs to; empty when not recorded
 */
public record UnitTraits(
    OriginType originType,
    BuildPeriod built,
    @Nullable Integer storeys,
    String structure,
    Set<String> industry,
    Set<String> culture) {

  public static final UnitTraits UNKNOWN =
      new UnitTraits(OriginType.UNKNOWN, BuildPeriod.UNKNOWN, null, "", Set.of(), Set.of());

  public UnitTraits {
    industry = Set.copyOf(industry);
    culture = Set.copyOf(culture);
  }

  public UnitTraits withTags(Set<String> newIndustry, Set<String> newCulture) {
    return new UnitTraits(originType, built, storeys, structure, newIndustry, newCulture);
  }

  /**
   * Returns the decade of construction, for example 1990, or null when the source leaves it open.
   */
  public @Nullable Integer decade() {
    Integer from = built.from();
    Integer to = built.to();
    if (from == null || to == null || from / 10 != to / 10) {
      return null;
    }
    return from / 10 * 10;
  }
}
