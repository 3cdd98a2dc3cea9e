package org.lianpian.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.assessment.EligibilityFinding.Effect;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.OriginType;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Willingness;
import org.lianpian.policy.Citation;

/** The conditions on the state of a community (PY-12 to PY-15, PY-18, SY-25). */
final class EligibilityConditions {
  private static final String FACILITIES = "eligibility.conditions.FACILITIES_POOR";
  private static final String STRUCTURE = "eligibility.conditions.STRUCTURE_SAFE";
  private static final String WILLING = "eligibility.conditions.RESIDENTS_WILLING";
  private static final String URBAN = "eligibility.conditions.URBAN";
  private static final String SELF_BUILT = "eligibility.exclusions.SELF_BUILT";
  private static final String SELF_BUILT_SHARE = "eligibility.self_built_share";
  private static final String ORIGIN_REVIEW = "eligibility.self_built_unknown_needs_review";

  private final EligibilityRules rules;

  EligibilityConditions(EligibilityRules rules) {
    this.rules = rules;
  }

  List<EligibilityFinding> check(Community community, List<Building> buildings) {
    List<EligibilityFinding> findings = new ArrayList<>();
    if (rules.says(FACILITIES)) {
      findings.add(facilities(rules, community.facilityCondition(), FACILITIES));
    }
    if (rules.says(STRUCTURE)) {
      findings.add(structure(community.structuralGrade()));
    }
    if (rules.says(WILLING)) {
      findings.add(willingness(community.willingness()));
    }
    if (rules.says(URBAN)) {
      findings.add(urban(community.urban()));
    }
    if (rules.says(SELF_BUILT)) {
      selfBuilt(community, buildings, findings);
    }
    return findings;
  }

  /** Judges whether the facilities are worn, under the parameter that asks for it. */
  static EligibilityFinding facilities(
      EligibilityRules rules, FacilityCondition condition, String key) {
    List<Citation> citations = rules.citations(key);
    if (condition == FacilityCondition.UNKNOWN) {
      return EligibilityFinding.of(EligibilityReason.CONDITION_UNKNOWN, Effect.REVIEW, citations);
    }
    if (rules.texts("eligibility.poor_conditions").contains(condition.name())) {
      return with(
          EligibilityReason.CONDITION_POOR, Effect.PASS, condition.zh(), condition.en(), citations);
    }
    return rules.texts("eligibility.borderline_conditions").contains(condition.name())
        ? with(
            EligibilityReason.CONDITION_BORDERLINE,
            Effect.REVIEW,
            condition.zh(),
            condition.en(),
            citations)
        : with(
            EligibilityReason.CONDITION_GOOD,
            Effect.REJECT,
            condition.zh(),
            condition.en(),
            citations);
  }

  private EligibilityFinding structure(StructuralGrade grade) {
    List<Citation> citations = rules.citations(STRUCTURE);
    if (rules.texts("eligibility.safe_grades").contains(grade.name())) {
      return with(EligibilityReason.STRUCTURE_SAFE, Effect.PASS, grade.zh(), grade.en(), citations);
    }
    return rules.texts("eligibility.unsafe_grades").contains(grade.name())
        ? with(EligibilityReason.STRUCTURE_UNSAFE, Effect.REJECT, grade.zh(), grade.en(), citations)
        : EligibilityFinding.of(EligibilityReason.STRUCTURE_UNKNOWN, Effect.REVIEW, citations);
  }

  private EligibilityFinding willingness(Willingness will) {
    List<Citation> citations = rules.citations(WILLING);
    if (will == Willingness.UNKNOWN) {
      return EligibilityFinding.of(EligibilityReason.WILL_UNKNOWN, Effect.REVIEW, citations);
    }
    if (rules.texts("eligibility.enough_willingness").contains(will.name())) {
      return with(EligibilityReason.WILL_STRONG, Effect.PASS, will.zh(), will.en(), citations);
    }
    return rules.texts("eligibility.borderline_willingness").contains(will.name())
        ? with(EligibilityReason.WILL_BORDERLINE, Effect.REVIEW, will.zh(), will.en(), citations)
        : with(EligibilityReason.WILL_WEAK, Effect.REJECT, will.zh(), will.en(), citations);
  }

  private EligibilityFinding urban(@Nullable Boolean urban) {
    List<Citation> citations = rules.citations(URBAN);
    if (urban == null) {
      return EligibilityFinding.of(EligibilityReason.URBAN_UNKNOWN, Effect.REVIEW, citations);
    }
    return urban
        ? EligibilityFinding.of(EligibilityReason.URBAN, Effect.PASS, citations)
        : EligibilityFinding.of(EligibilityReason.NOT_URBAN, Effect.REJECT, citations);
  }

  /** Counts dwellings; one of unknown origin is what the community is said to be. */
  private void selfBuilt(
      Community community, List<Building> buildings, List<EligibilityFinding> findings) {
    int total = 0;
    int selfBuilt = 0;
    int unknown = 0;
    for (Building building : buildings) {
      if (isDwelling(building)) {
        OriginType origin =
            building.originType() == OriginType.UNKNOWN
                ? community.originType()
                : building.originType();
        total++;
        selfBuilt += origin == OriginType.SELF_BUILT ? 1 : 0;
        unknown += origin == OriginType.UNKNOWN ? 1 : 0;
      }
    }
    if (total == 0) {
      total = 1;
      selfBuilt = community.originType() == OriginType.SELF_BUILT ? 1 : 0;
      unknown = community.originType() == OriginType.UNKNOWN ? 1 : 0;
    }
    double limit = rules.number(SELF_BUILT_SHARE) * total;
    if (selfBuilt > limit) {
      findings.add(
          with(
              EligibilityReason.SELF_BUILT,
              Effect.REJECT,
              "住宅" + total + "栋，自建" + selfBuilt + "栋",
              selfBuilt + " of " + total + " dwellings",
              rules.citations(SELF_BUILT, SELF_BUILT_SHARE)));
    } else if (selfBuilt + unknown > limit && rules.says(ORIGIN_REVIEW)) {
      findings.add(
          EligibilityFinding.of(
              EligibilityReason.ORIGIN_UNKNOWN,
              Effect.REVIEW,
              rules.citations(SELF_BUILT, ORIGIN_REVIEW)));
    }
  }

  static boolean isDwelling(Building building) {
    return building.use() == BuildingUse.RESIDENTIAL || building.use() == BuildingUse.UNKNOWN;
  }

  private static EligibilityFinding with(
      EligibilityReason reason, Effect effect, String zh, String en, List<Citation> citations) {
    return EligibilityFinding.of(reason, effect, zh, en, citations);
  }
}
