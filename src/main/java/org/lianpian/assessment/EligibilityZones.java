package org.lianpian.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.assessment.EligibilityFinding.Effect;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.ExclusionZone;
import org.lianpian.policy.Citation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Compares a community with the areas that are outside the programme (排除范围, FZ-29, PY-15 to PY-18),
 * and warns of heritage areas (FZ-25).
 *
 * <p>Zones of one kind count together. A community is in a plan when more than {@code
 * eligibility.overlap_share} of its area is, or when any dwelling is by more than {@code
 * eligibility.building_inside_share} of its footprint. Touching is no overlap. A position whose
 * error could change the answer is reviewed. Areas are square metres.
 */
final class EligibilityZones {
  private static final String EXCLUSIONS = "eligibility.exclusions.";
  private static final String WARNINGS = "eligibility.warnings.";
  private static final String OVERLAP = "eligibility.overlap_share";
  private static final String INSIDE = "eligibility.building_inside_share";

  /** One kind's overlap, as evidence. */
  record Overlap(
      ExclusionKind kind, List<String> zones, double area, double share, List<String> buildings) {}

  private final EligibilityRules rules;
  private final @Nullable Set<ExclusionKind> supplied;

  final List<EligibilityFinding> findings = new ArrayList<>();
  final List<EvidenceShape> shapes = new ArrayList<>();
  final List<Overlap> overlaps = new ArrayList<>();

  EligibilityZones(EligibilityRules rules, @Nullable Set<ExclusionKind> supplied) {
    this.rules = rules;
    this.supplied = supplied;
  }

  /** Tells whether the profile excludes or warns of this kind. */
  static boolean matters(EligibilityRules rules, ExclusionKind kind) {
    return rules.says(EXCLUSIONS + kind.name()) || rules.says(WARNINGS + kind.name());
  }

  void check(Community community, List<Building> buildings, List<ExclusionZone> zones) {
    List<ExclusionKind> excluded = new ArrayList<>();
    for (ExclusionKind kind : ExclusionKind.values()) {
      if (rules.says(EXCLUSIONS + kind.name())) {
        excluded.add(kind);
      }
    }
    Geometry site = site(community, buildings);
    if (site == null) {
      if (!excluded.isEmpty()) {
        String[] keys =
            excluded.stream().map(kind -> EXCLUSIONS + kind.name()).toArray(String[]::new);
        findings.add(
            EligibilityFinding.of(
                EligibilityReason.POSITION_UNKNOWN, Effect.REVIEW, rules.citations(keys)));
      }
      return;
    }
    Map<ExclusionKind, List<ExclusionZone>> byKind =
        zones.stream()
            .filter(zone -> zone.geometry() != null && matters(rules, zone.kind()))
            .sorted(Comparator.comparing(ExclusionZone::id))
            .collect(Collectors.groupingBy(ExclusionZone::kind, TreeMap::new, Collectors.toList()));
    byKind.forEach((kind, ofKind) -> check(community, site, buildings, kind, ofKind));
    for (ExclusionKind kind : excluded) {
      if (supplied != null && !supplied.contains(kind)) {
        findings.add(
            EligibilityFinding.of(
                EligibilityReason.ZONES_NOT_SUPPLIED,
                Effect.REVIEW,
                kind.zh(),
                kind.en(),
                rules.citations(EXCLUSIONS + kind.name())));
      }
    }
    if (findings.isEmpty() && !excluded.isEmpty()) {
      String[] keys =
          excluded.stream().map(kind -> EXCLUSIONS + kind.name()).toArray(String[]::new);
      findings.add(
          EligibilityFinding.of(
              EligibilityReason.OUTSIDE_EXCLUSIONS, Effect.PASS, rules.citations(keys)));
    }
  }

  /** Returns the community's geometry or, when it has none, its buildings' footprints. */
  private static @Nullable Geometry site(Community community, List<Building> buildings) {
    if (community.geometry() != null) {
      return community.geometry();
    }
    Geometry union = null;
    for (Building building : buildings) {
      Geometry footprint = building.geometry();
      if (footprint != null) {
        union =
            union == null ? footprint : OverlayNGRobust.overlay(union, footprint, OverlayNG.UNION);
      }
    }
    return union;
  }

  private void check(
      Community community,
      Geometry site,
      List<Building> buildings,
      ExclusionKind kind,
      List<ExclusionZone> zones) {
    List<String> names = new ArrayList<>();
    Geometry overlap = site.getFactory().createEmpty(2);
    Geometry area = site.getFactory().createEmpty(2);
    double nearest = Double.POSITIVE_INFINITY;
    boolean inside = false;
    for (ExclusionZone zone : zones) {
      Geometry polygon = zone.geometry();
      if (polygon == null) {
        continue;
      }
      area = OverlayNGRobust.overlay(area, polygon, OverlayNG.UNION);
      nearest = Math.min(nearest, site.distance(polygon));
      if (meetsInside(site, polygon)) {
        inside = true;
        names.add(zone.name().isEmpty() ? zone.id() : zone.name());
        if (site.getDimension() == 2) {
          Geometry part = OverlayNGRobust.overlay(site, polygon, OverlayNG.INTERSECTION);
          overlap = OverlayNGRobust.overlay(overlap, areal(part), OverlayNG.UNION);
        }
      }
    }
    List<String> housesInside = inside(buildings, area);
    boolean areal = site.getDimension() == 2;
    double share = areal ? overlap.getArea() / site.getArea() : inside ? 1 : 0;
    boolean hit = share > rules.number(OVERLAP) || !housesInside.isEmpty();
    boolean near = inside || nearest < community.sigmaMetres();
    if (near || !housesInside.isEmpty()) {
      overlaps.add(new Overlap(kind, names, overlap.getArea(), share, housesInside));
      if (!overlap.isEmpty()) {
        shapes.add(
            new EvidenceShape("overlap", kind.zh() + "重叠部分", "Overlap: " + kind.en(), overlap));
      }
      findings.add(
          finding(
              community, site, area, kind, share, overlap.getArea(), housesInside, inside, hit));
    }
  }

  private EligibilityFinding finding(
      Community community,
      Geometry site,
      Geometry area,
      ExclusionKind kind,
      double share,
      double square,
      List<String> houses,
      boolean inside,
      boolean hit) {
    String zh =
        kind.zh()
            + String.format(Locale.ROOT, "，重叠%.1f%%，%.0f平方米", share * 100, square)
            + (houses.isEmpty() ? "" : "，楼栋" + houses.size() + "栋");
    String en =
        kind.en()
            + String.format(Locale.ROOT, ", %.1f %%, %.0f m2", share * 100, square)
            + (houses.isEmpty() ? "" : ", " + houses.size() + " buildings");
    if (!rules.says(EXCLUSIONS + kind.name())) {
      return EligibilityFinding.of(
          EligibilityReason.HERITAGE_OVERLAP,
          Effect.NOTICE,
          zh,
          en,
          rules.citations(WARNINGS + kind.name()));
    }
    List<Citation> citations =
        houses.isEmpty()
            ? rules.citations(EXCLUSIONS + kind.name(), OVERLAP)
            : rules.citations(EXCLUSIONS + kind.name(), OVERLAP, INSIDE);
    if (houses.isEmpty()
        && (!inside || site.getDimension() < 2)
        && uncertain(community, site, area)) {
      return EligibilityFinding.of(
          EligibilityReason.POSITION_UNCERTAIN, Effect.REVIEW, zh, en, citations);
    }
    return hit
        ? EligibilityFinding.of(reason(kind), Effect.REJECT, zh, en, citations)
        : EligibilityFinding.of(EligibilityReason.SLIGHT_OVERLAP, Effect.NOTICE, zh, en, citations);
  }

  /** Tells whether the position's error reaches the zone's edge. */
  private static boolean uncertain(Community community, Geometry site, Geometry area) {
    return community.sigmaMetres() > 0
        && site.distance(area.getBoundary()) < community.sigmaMetres();
  }

  /** Tells whether the interiors meet; touching does not. */
  private static boolean meetsInside(Geometry site, Geometry zone) {
    return site.getEnvelopeInternal().intersects(zone.getEnvelopeInternal())
        && site.relate(zone, "T********");
  }

  private List<String> inside(List<Building> buildings, Geometry area) {
    double least = rules.number(INSIDE);
    List<String> inside = new ArrayList<>();
    for (Building building : buildings) {
      Geometry footprint = building.geometry();
      if (footprint != null
          && EligibilityConditions.isDwelling(building)
          && footprint.getArea() > 0
          && footprint.getEnvelopeInternal().intersects(area.getEnvelopeInternal())
          && OverlayNGRobust.overlay(footprint, area, OverlayNG.INTERSECTION).getArea()
              > least * footprint.getArea()) {
        inside.add(building.id());
      }
    }
    return inside;
  }

  /** Returns the polygons of an intersection, which may hold lines where the parts also touch. */
  private static Geometry areal(Geometry geometry) {
    Geometry polygons = geometry.getFactory().createEmpty(2);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getDimension() == 2) {
        polygons = OverlayNGRobust.overlay(polygons, geometry.getGeometryN(i), OverlayNG.UNION);
      }
    }
    return polygons;
  }

  private static EligibilityReason reason(ExclusionKind kind) {
    return switch (kind) {
      case DEMOLITION_5Y -> EligibilityReason.IN_DEMOLITION_PLAN;
      case DANGEROUS_5Y -> EligibilityReason.IN_DANGEROUS_PLAN;
      case SHANTY_PLAN -> EligibilityReason.IN_SHANTY_PLAN;
      case REBUILD_PLAN -> EligibilityReason.IN_REBUILD_PLAN;
      case SELF_BUILT -> EligibilityReason.SELF_BUILT;
      case URBAN_VILLAGE -> EligibilityReason.URBAN_VILLAGE;
      case RURAL -> EligibilityReason.NOT_URBAN;
      case HERITAGE -> EligibilityReason.HERITAGE_OVERLAP;
    };
  }
}
