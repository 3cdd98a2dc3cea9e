package org.lianpian.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.assessment.EligibilityFinding.Effect;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.BuiltPrecision;
import org.lianpian.model.Community;
import org.lianpian.model.FacilityCondition;
import org.lianpian.policy.Citation;

/**
 * Compares the build period with the cut-off (建成年份, FZ-28, PY-11, SY-25).
 *
 * <p>A period is an interval of years. What lies within the cut-off passes; the boundary year
 * passes, fails or is reviewed as {@code eligibility.cutoff_inclusive} says; later years fail
 * unless {@code eligibility.later_years_allowed_if} lets worn facilities in. A period whose parts
 * answer differently is reviewed.
 */
final class EligibilityYears {
  private static final String CUTOFF = "eligibility.cutoff_year";
  private static final String INCLUSIVE = "eligibility.cutoff_inclusive";
  private static final String LATER = "eligibility.later_years_allowed_if";

  private final EligibilityRules rules;

  EligibilityYears(EligibilityRules rules) {
    this.rules = rules;
  }

  List<EligibilityFinding> check(Community community, List<Building> buildings) {
    if (!rules.has(CUTOFF)) {
      return List.of(
          EligibilityFinding.of(EligibilityReason.RULE_MISSING, Effect.REVIEW, List.of()));
    }
    List<Citation> citations = rules.citations(CUTOFF, INCLUSIVE);
    BuildPeriod built = period(community, buildings);
    if (built.isUnknown()) {
      return List.of(
          EligibilityFinding.of(EligibilityReason.YEAR_UNKNOWN, Effect.REVIEW, citations));
    }
    return check(built, community.facilityCondition(), citations);
  }

  /** Returns the community's period or, when that is unknown, the span of all its buildings. */
  static BuildPeriod period(Community community, List<Building> buildings) {
    if (!community.built().isUnknown() || buildings.isEmpty()) {
      return community.built();
    }
    List<Integer> years =
        buildings.stream()
            .flatMap(building -> Stream.ofNullable(building.builtYear()))
            .sorted()
            .toList();
    if (years.size() < buildings.size()) {
      return community.built();
    }
    return new BuildPeriod(
        years.get(0), years.get(years.size() - 1), BuiltPrecision.RANGE, "按楼栋建成年份");
  }

  private List<EligibilityFinding> check(
      BuildPeriod built, FacilityCondition condition, List<Citation> citations) {
    int cutoff = rules.profile().integer(CUTOFF, rules.on());
    String inclusive =
        rules.has(INCLUSIVE) ? rules.profile().text(INCLUSIVE, rules.on()) : "review";
    int lastWithin = inclusive.equals("true") ? cutoff : cutoff - 1;
    int firstLater = inclusive.equals("review") ? cutoff + 1 : lastWithin + 1;
    Integer from = built.from();
    Integer to = built.to();
    boolean within = from == null || from <= lastWithin;
    boolean boundary = inclusive.equals("review") && contains(from, to, cutoff);
    boolean later = to == null || to >= firstLater;

    String zh = span(built, "年") + "，界线" + cutoff + "年";
    String en = span(built, "") + ", cut-off " + cutoff;
    if (!later) {
      return List.of(
          boundary
              ? EligibilityFinding.of(
                  EligibilityReason.BOUNDARY_YEAR, Effect.REVIEW, zh, en, citations)
              : EligibilityFinding.of(
                  EligibilityReason.YEAR_WITHIN, Effect.PASS, zh, en, citations));
    }
    List<EligibilityFinding> findings = later(condition, zh, en, citations);
    Effect worst = worst(findings);
    if (!within && !boundary) {
      return findings;
    }
    if (worst == Effect.PASS && !boundary) {
      return findings;
    }
    List<EligibilityFinding> straddling = new ArrayList<>();
    straddling.add(
        EligibilityFinding.of(EligibilityReason.YEAR_STRADDLES, Effect.REVIEW, zh, en, citations));
    findings.stream().filter(finding -> finding.effect() == Effect.REVIEW).forEach(straddling::add);
    return straddling;
  }

  private List<EligibilityFinding> later(
      FacilityCondition condition, String zh, String en, List<Citation> citations) {
    EligibilityFinding after =
        EligibilityFinding.of(
            EligibilityReason.YEAR_AFTER_CUTOFF, Effect.REJECT, zh, en, citations);
    if (!rules.has(LATER) || !rules.texts(LATER).contains("CONDITION_POOR")) {
      return List.of(after);
    }
    EligibilityFinding worn = EligibilityConditions.facilities(rules, condition, LATER);
    return switch (worn.effect()) {
      case PASS ->
          List.of(
              EligibilityFinding.of(
                  EligibilityReason.LATER_YEAR_ALLOWED,
                  Effect.PASS,
                  zh + "，" + condition.zh(),
                  en + ", " + condition.en(),
                  worn.citations()));
      case REJECT -> List.of(after, worn);
      default -> List.of(worn);
    };
  }

  private static Effect worst(List<EligibilityFinding> findings) {
    return findings.stream()
        .map(EligibilityFinding::effect)
        .max(Effect::compareTo)
        .orElse(Effect.PASS);
  }

  private static boolean contains(@Nullable Integer from, @Nullable Integer to, int year) {
    return (from == null || from <= year) && (to == null || to >= year);
  }

  private static String span(BuildPeriod built, String unit) {
    if (Objects.equals(built.from(), built.to())) {
      return built.from() + unit;
    }
    String from = built.from() == null ? "" : built.from().toString();
    String to = built.to() == null ? "" : built.to().toString();
    return from + "–" + to + unit;
  }
}
