package org.lianpian.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.assessment.EligibilityFinding.Effect;
import org.lianpian.model.Analysis;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.InputHash;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;
import org.lianpian.policy.PolicyProfile;

/**
 * Tells whether a community may enter the programme (范围认定), by the profile alone: 符合, 不符合 or 待核.
 *
 * <p>Every reason is listed, not only the first. A reason against the community beats a doubt, a
 * doubt beats a pass; unknown data is a doubt. Heritage areas only warn. The order of buildings and
 * zones does not matter. Geometries are planar, metres, in the dataset's CRS. Cost: linear in the
 * vertices of the community, its buildings and the zones given. Thread-safe.
 */
public final class EligibilityAssessor {
  private static final String SCOPE = "eligibility.scope";

  private final EligibilityRules rules;
  private final @Nullable Set<ExclusionKind> supplied;

  /** Assesses on the understanding that every kind of exclusion zone has been surveyed. */
  public EligibilityAssessor(PolicyProfile profile, LocalDate on) {
    this(profile, on, null);
  }

  private EligibilityAssessor(
      PolicyProfile profile, LocalDate on, @Nullable Set<ExclusionKind> supplied) {
    this.rules = new EligibilityRules(profile, on);
    this.supplied = supplied;
  }

  /**
   * Returns an assessor that knows which kinds of zone the dataset holds; an excluded kind that is
   * not among them makes every answer 待核 (unless it is 不符合 anyway).
   */
  public EligibilityAssessor withSuppliedZones(Set<ExclusionKind> kinds) {
    Set<ExclusionKind> copy = EnumSet.noneOf(ExclusionKind.class);
    copy.addAll(kinds);
    return new EligibilityAssessor(rules.profile(), rules.on(), copy);
  }

  /**
   * Assesses one community.
   *
   * @param itsBuildings the community's buildings, perhaps none
   * @param zonesNearby at least those within the community's position error; others do no harm
   */
  public Verdict assess(
      Community community, List<Building> itsBuildings, List<ExclusionZone> zonesNearby) {
    List<Building> buildings =
        itsBuildings.stream().sorted(Comparator.comparing(Building::id)).toList();
    List<EligibilityFinding> findings = new ArrayList<>();
    EligibilityZones zones = new EligibilityZones(rules, supplied);
    String scope = rules.has(SCOPE) ? rules.profile().text(SCOPE, rules.on()) : "";
    switch (scope) {
      case "LOOK_BACK" -> findings.add(new EligibilityLookBack(rules).check(community));
      case "BUILD_YEAR" -> {
        findings.addAll(new EligibilityYears(rules).check(community, buildings));
        findings.addAll(new EligibilityConditions(rules).check(community, buildings));
        zones.check(community, buildings, zonesNearby);
        findings.addAll(zones.findings);
        new EligibilityLookBack(rules).notice(community).ifPresent(findings::add);
      }
      default ->
          findings.add(
              EligibilityFinding.of(EligibilityReason.RULE_MISSING, Effect.REVIEW, List.of()));
    }
    return verdict(community, buildings, findings, zones, zonesNearby);
  }

  private Verdict verdict(
      Community community,
      List<Building> buildings,
      List<EligibilityFinding> findings,
      EligibilityZones zones,
      List<ExclusionZone> zonesNearby) {
    EligibilityStatus status = status(findings);
    List<EligibilityFinding> told =
        findings.stream().filter(finding -> finding.effect() != Effect.PASS).toList();
    if (told.isEmpty()) {
      told = findings;
    }
    Set<Citation> citations = new LinkedHashSet<>();
    findings.forEach(finding -> citations.addAll(finding.citations()));
    return new Verdict(
        Subject.community(community.id()),
        Analysis.ELIGIBILITY,
        status.name(),
        status.zh() + "：" + join(told, true),
        status.en() + ": " + join(told, false),
        List.copyOf(citations),
        rules.profile().id(),
        rules.profile().version(),
        hash(community, buildings, zonesNearby),
        evidence(community, buildings, findings, zones),
        zones.shapes);
  }

  private static EligibilityStatus status(List<EligibilityFinding> findings) {
    Effect worst =
        findings.stream()
            .map(EligibilityFinding::effect)
            .max(Comparator.naturalOrder())
            .orElse(Effect.REVIEW);
    return switch (worst) {
      case REJECT -> EligibilityStatus.NOT_ELIGIBLE;
      case REVIEW -> EligibilityStatus.NEEDS_REVIEW;
      case PASS, NOTICE -> EligibilityStatus.ELIGIBLE;
    };
  }

  private static String join(List<EligibilityFinding> findings, boolean zh) {
    return findings.stream()
        .map(finding -> zh ? finding.zh() : finding.en())
        .distinct()
        .collect(Collectors.joining(zh ? "；" : "; "));
  }

  private String hash(
      Community community, List<Building> buildings, List<ExclusionZone> zonesNearby) {
    InputHash hash =
        new InputHash()
            .add(rules.profile().id())
            .add(rules.profile().version())
            .add(rules.on().toString())
            .add(supplied == null ? null : supplied.toString())
            .add(Community.TYPE, community);
    buildings.forEach(building -> hash.add(Building.TYPE, building));
    zonesNearby.stream()
        .filter(zone -> EligibilityZones.matters(rules, zone.kind()))
        .sorted(Comparator.comparing(ExclusionZone::id))
        .forEach(zone -> hash.add(ExclusionZone.TYPE, zone));
    return hash.finish();
  }

  private Map<String, @Nullable Object> evidence(
      Community community,
      List<Building> buildings,
      List<EligibilityFinding> findings,
      EligibilityZones zones) {
    Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
    evidence.put("on", rules.on().toString());
    evidence.put("built", built(EligibilityYears.period(community, buildings)));
    evidence.put("reasons", findings.stream().map(EligibilityAssessor::reason).toList());
    evidence.put("overlaps", zones.overlaps.stream().map(EligibilityAssessor::overlap).toList());
    return evidence;
  }

  private static Map<String, @Nullable Object> built(BuildPeriod period) {
    Map<String, @Nullable Object> built = new LinkedHashMap<>();
    built.put("from", period.from());
    built.put("to", period.to());
    built.put("text", period.text());
    return built;
  }

  private static Object reason(EligibilityFinding finding) {
    Map<String, @Nullable Object> reason = new LinkedHashMap<>();
    reason.put("code", finding.reason().name());
    reason.put("effect", finding.effect().name());
    reason.put("zh", finding.zh());
    reason.put("en", finding.en());
    reason.put("parameters", finding.citations().stream().map(Citation::parameter).toList());
    reason.put(
        "sources",
        finding.citations().stream()
            .map(
                citation ->
                    (citation.isDecision() ? "建议" : citation.document()) + " " + citation.clause())
            .distinct()
            .toList());
    return reason;
  }

  private static Object overlap(EligibilityZones.Overlap overlap) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("kind", overlap.kind().name());
    tree.put("zones", overlap.zones());
    tree.put("area", overlap.area());
    tree.put("share", overlap.share());
    tree.put("buildings", overlap.buildings());
    return tree;
  }
}
