package org.lianpian.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the owners have agreed, by the rule of the jurisdiction (业主表决、征求意见).
 *
 * <p>Exact arithmetic; 以上 includes the number itself. {@code CIVIL_CODE_DUAL}: owners and exclusive
 * area each reach the share of participation, then owners and area each reach the share of
 * agreement among those who took part. {@code HOUSEHOLD_SHARE}: opinions from a share of the
 * households. {@code SIGNATURE}: a signed confirmation.
 */
public final class ConsentRule {
  private final PolicyProfile profile;
  private final LocalDate on;
  private final List<String> reasons = new ArrayList<>();
  private final List<Citation> citations = new ArrayList<>();

  private ConsentRule(PolicyProfile profile, LocalDate on) {
    this.profile = profile;
    this.on = on;
  }

  /** Applies the profile's rule to a ballot; a profile without a rule decides nothing. */
  public static Finding apply(PolicyProfile profile, LocalDate on, Ballot ballot) {
    ConsentRule rule = new ConsentRule(profile, on);
    Outcome outcome = rule.outcome(ballot);
    return new Finding(outcome, rule.reasons, rule.citations);
  }

  private Outcome outcome(Ballot ballot) {
    Optional<ParameterValue> rule = profile.find("consent.rule", on);
    if (rule.isEmpty()) {
      reasons.add("本方案没有规定表决规则");
      return Outcome.NO_DATA;
    }
    citations.add(rule.get().citation());
    return switch (profile.text("consent.rule", on)) {
      case "CIVIL_CODE_DUAL" -> dual(ballot);
      case "HOUSEHOLD_SHARE" ->
          reaches(
              "consent.household_share",
              "收取意见户数",
              decimal(ballot.opinions()),
              decimal(ballot.households()));
      case "SIGNATURE" -> signature(ballot.signed());
      default -> throw new IllegalStateException("unknown rule " + rule.get().value());
    };
  }

  private Outcome dual(Ballot ballot) {
    BigDecimal voted = decimal(ballot.ownersVoted());
    return reaches("consent.participation", "参与表决人数", voted, decimal(ballot.ownersTotal()))
        .and(reaches("consent.participation", "参与表决面积", ballot.areaVoted(), ballot.areaTotal()))
        .and(reaches("consent.agreement", "同意人数", decimal(ballot.ownersAgreed()), voted))
        .and(reaches("consent.agreement", "同意面积", ballot.areaAgreed(), ballot.areaVoted()));
  }

  private Outcome reaches(
      String key, String what, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
    Optional<ParameterValue> share = profile.find(key, on);
    if (share.isEmpty()) {
      reasons.add(what + "的比例没有规定");
      return Outcome.NO_DATA;
    }
    if (!citations.contains(share.get().citation())) {
      citations.add(share.get().citation());
    }
    Fraction least = profile.fraction(key, on);
    if (part == null || whole == null || whole.signum() == 0) {
      reasons.add(what + "或其总数缺失");
      return Outcome.NO_DATA;
    }
    if (least.isReachedBy(part, whole)) {
      return Outcome.PASS;
    }
    reasons.add(what + " " + part.toPlainString() + " 不足 " + whole.toPlainString() + " 的 " + least);
    return Outcome.FAIL;
  }

  private Outcome signature(@Nullable Boolean signed) {
    if (signed == null) {
      reasons.add("没有签字确认的记录");
      return Outcome.NO_DATA;
    }
    if (!signed) {
      reasons.add("业主委员会或居民自治组织代表未签字确认");
    }
    return signed ? Outcome.PASS : Outcome.FAIL;
  }

  private static @Nullable BigDecimal decimal(@Nullable Long number) {
    return number == null ? null : BigDecimal.valueOf(number);
  }
}
