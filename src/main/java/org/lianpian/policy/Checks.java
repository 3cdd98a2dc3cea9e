package org.lianpian.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small rules that compare a record with what a document asks for. */
public final class Checks {
  private Checks() {}

  /**
   * Tells what is missing of a list that must be complete, for example {@code plan.chapters}
   * (方案必须包括的内容) or {@code plan.mandatory_design_contents}; without a list nothing can be decided.
   */
  public static Finding contents(
      PolicyProfile profile, LocalDate on, String key, Collection<String> given) {
    Optional<ParameterValue> required = profile.find(key, on);
    if (required.isEmpty()) {
      return new Finding(Outcome.NO_DATA, List.of("文件没有规定"), List.of());
    }
    Set<String> there = Set.copyOf(given);
    List<String> missing =
        profile.texts(key, on).stream().filter(item -> !there.contains(item)).toList();
    return new Finding(
        missing.isEmpty() ? Outcome.PASS : Outcome.FAIL,
        missing.stream().map(item -> "缺" + item).toList(),
        List.of(required.get().citation()));
  }

  /**
   * Tells whether the maintenance fund (住宅专项维修资金) suffices: its balance reaches {@code
   * funding.reserve_fund_share} of the first collection. No fund at all fails.
   *
   * @param established whether there is a fund; null when unknown
   */
  public static Finding reserveFund(
      PolicyProfile profile,
      LocalDate on,
      @Nullable Boolean established,
      @Nullable BigDecimal balance,
      @Nullable BigDecimal firstCollection) {
    Optional<ParameterValue> share = profile.find("funding.reserve_fund_share", on);
    if (share.isEmpty()) {
      return new Finding(Outcome.NO_DATA, List.of("文件没有规定"), List.of());
    }
    List<Citation> citations = List.of(share.get().citation());
    if (Boolean.FALSE.equals(established)) {
      return new Finding(Outcome.FAIL, List.of("未建立住宅专项维修资金,须补建"), citations);
    }
    if (balance == null || firstCollection == null || firstCollection.signum() == 0) {
      return new Finding(Outcome.NO_DATA, List.of("余额或首期筹集金额缺失"), citations);
    }
    Fraction least = profile.fraction("funding.reserve_fund_share", on);
    return least.isReachedBy(balance, firstCollection)
        ? new Finding(Outcome.PASS, List.of(), citations)
        : new Finding(Outcome.FAIL, List.of("余额不足首期筹集金额的 " + least + ",须续筹"), citations);
  }

  /** Tells whether parts sum to their total exactly; otherwise the reason is SUM_MISMATCH. */
  public static Finding sum(@Nullable BigDecimal total, Collection<BigDecimal> parts) {
    if (total == null || parts.isEmpty()) {
      return new Finding(Outcome.NO_DATA, List.of("合计或分项缺失"), List.of());
    }
    BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(total) == 0
        ? new Finding(Outcome.PASS, List.of(), List.of())
        : new Finding(
            Outcome.FAIL,
            List.of("SUM_MISMATCH 分项之和 " + sum.toPlainString() + " 不等于合计 " + total.toPlainString()),
            List.of());
  }
}
