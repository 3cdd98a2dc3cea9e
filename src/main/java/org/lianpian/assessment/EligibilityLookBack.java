package org.lianpian.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lianpian.assessment.EligibilityFinding.Effect;
import org.lianpian.model.Community;
import org.lianpian.policy.Citation;

/** Tells whether a renovated community is within the look-back (回头看, SM-10). */
final class EligibilityLookBack {
  private static final String FROM = "eligibility.look_back_from";

  private final EligibilityRules rules;

  EligibilityLookBack(EligibilityRules rules) {
    this.rules = rules;
  }

  /** Answers for a profile whose scope is the look-back. */
  EligibilityFinding check(Community community) {
    if (!rules.has(FROM)) {
      return EligibilityFinding.of(EligibilityReason.RULE_MISSING, Effect.REVIEW, List.of());
    }
    LocalDate from = rules.profile().date(FROM, rules.on());
    List<Citation> citations = rules.citations("eligibility.scope", FROM);
    LocalDate accepted = community.acceptedOn();
    Integer year = community.renovatedYear();
    LocalDate first;
    LocalDate last;
    if (accepted != null) {
      first = accepted;
      last = accepted;
    } else if (year != null) {
      // a year is a period: all of it must lie on one side
      first = LocalDate.of(year, 1, 1);
      last = LocalDate.of(year, 12, 31);
    } else {
      return EligibilityFinding.of(EligibilityReason.RENOVATION_UNKNOWN, Effect.REVIEW, citations);
    }
    String when = first.equals(last) ? first.toString() : String.valueOf(first.getYear());
    if (last.isBefore(from)) {
      return EligibilityFinding.of(
          EligibilityReason.BEFORE_LOOK_BACK, Effect.REJECT, when, when, citations);
    }
    return first.isBefore(from)
        ? EligibilityFinding.of(
            EligibilityReason.RENOVATION_UNKNOWN, Effect.REVIEW, when, when, citations)
        : EligibilityFinding.of(EligibilityReason.IN_LOOK_BACK, Effect.PASS, when, when, citations);
  }

  /** Returns a note for a profile whose scope is another, when the community is within it. */
  Optional<EligibilityFinding> notice(Community community) {
    if (!rules.has(FROM)) {
      return Optional.empty();
    }
    EligibilityFinding finding = check(community);
    return finding.reason() == EligibilityReason.IN_LOOK_BACK
        ? Optional.of(
            new EligibilityFinding(
                finding.reason(), Effect.NOTICE, finding.zh(), finding.en(), rules.citations(FROM)))
        : Optional.empty();
  }
}
