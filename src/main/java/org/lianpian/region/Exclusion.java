package org.lianpian.region;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.OriginType;
import org.lianpian.model.Verdict;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Why a unit is outside the programme and never joined automatically (FZ-29, NL-01).
 *
 * @param code an {@link ExclusionKind} or {@link #NOT_ELIGIBLE}
 */
public record Exclusion(String code, String zh, String en) {

  /** The code when the eligibility verdict says no. */
  public static final String NOT_ELIGIBLE = "NOT_ELIGIBLE";

  public static final Exclusion SELF_BUILT =
      new Exclusion(ExclusionKind.SELF_BUILT.name(), "个人自建房", "Self-built houses");

  /** Tells whether including the unit would break rule 1 of the negative list. */
  public boolean isSelfBuilt() {
    return code.equals(ExclusionKind.SELF_BUILT.name());
  }

  /**
   * Finds the exclusion of a community: self-built origin first, then a zone that covers its inner
   * point (by kind, then id; heritage areas do not exclude), then the eligibility verdict.
   *
   * @param eligibility its verdict, or null when it was not assessed
   * @param zones zones near it; others do no harm
   */
  public static Optional<Exclusion> find(
      Community community, @Nullable Verdict eligibility, Collection<ExclusionZone> zones) {
    if (community.originType() == OriginType.SELF_BUILT) {
      return Optional.of(SELF_BUILT);
    }
    Geometry geometry = community.geometry();
    if (geometry != null && !geometry.isEmpty()) {
      Point inner = geometry.getInteriorPoint();
      Optional<ExclusionZone> zone =
          zones.stream()
              .filter(z -> z.kind() != ExclusionKind.HERITAGE)
              .filter(z -> covers(z.geometry(), inner))
              .min(Comparator.comparing(ExclusionZone::kind).thenComparing(ExclusionZone::id));
      if (zone.isPresent()) {
        return zone.map(Exclusion::of);
      }
    }
    if (eligibility != null && eligibility.code().equals(NOT_ELIGIBLE)) {
      return Optional.of(new Exclusion(NOT_ELIGIBLE, eligibility.zh(), eligibility.en()));
    }
    return Optional.empty();
  }

  private static boolean covers(@Nullable Geometry zone, Point point) {
    return zone != null && zone.covers(point);
  }

  private static Exclusion of(ExclusionZone zone) {
    String name = zone.name().isBlank() ? zone.id() : zone.name();
    return new Exclusion(
        zone.kind().name(),
        zone.kind().zh() + "「" + name + "」",
        zone.kind().en() + " '" + name + "'");
  }
}
