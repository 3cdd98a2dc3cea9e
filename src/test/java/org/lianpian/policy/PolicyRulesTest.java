package org.lianpian.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRulesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);

  private final PolicyRegistry registry = PolicyRegistry.builtIn();
  private final PolicyProfile fuzhou = registry.get("FUZHOU-2021");

  @ParameterizedTest
  @Tag("FZ-43")
  @Tag("FZ-44")
  @CsvSource({
    "100, 10000, 67, 6700, 51, 5025,    PASS",
    "100, 10000, 66, 6700, 60, 6000,    FAIL",
    "100, 10000, 67, 6666, 60, 6000,    FAIL",
    "100, 10000, 67, 6700, 50, 6000,    FAIL",
    " 90,  9000, 60, 6000, 45, 4500,    PASS",
    " 90,  9000, 60, 6000, 45, 4499.99, FAIL",
    "  0,     0,   ,     ,   ,        , NO_DATA",
    "100, 10000, 67, 6700,   , 5025,    NO_DATA",
    "100, 10000, 10, 6700,   , 5025,    FAIL",
  })
  void consentNeedsTwoThirdsToVoteAndThreeQuartersOfThemToAgree(
      @Nullable Long owners,
      @Nullable BigDecimal area,
      @Nullable Long voted,
      @Nullable BigDecimal areaVoted,
      @Nullable Long agreed,
      @Nullable BigDecimal areaAgreed,
      Outcome outcome) {
    Ballot ballot =
        new Ballot(owners, area, voted, areaVoted, agreed, areaAgreed, null, null, null);
    Finding finding = ConsentRule.apply(fuzhou, DAY, ballot);
    assertThat(finding.outcome()).isEqualTo(outcome);
    assertThat(finding.reasons().isEmpty()).isEqualTo(outcome == Outcome.PASS);
    assertThat(finding.citations()).extracting(Citation::clause).containsOnly("五(三)");
  }

  @ParameterizedTest
  @Tag("SY-16")
  @CsvSource({
    "4865, 3244, PASS", "4865, 3243, FAIL", "12197, 8132, PASS", "12197, 8131, FAIL",
    "330, 220, PASS", ", 220, NO_DATA", "330, , NO_DATA", "0, 0, NO_DATA"
  })
  void sanyuanNeedsOpinionsOfTwoThirdsOfTheHouseholds(
      @Nullable Long households, @Nullable Long opinions, Outcome outcome) {
    Ballot ballot = new Ballot(null, null, null, null, null, null, households, opinions, null);
    assertThat(ConsentRule.apply(registry.get("SANYUAN-2022"), DAY, ballot).outcome())
        .isEqualTo(outcome);
  }

  @Test
  void aBallotWithMoreVotesThanOwnersIsRefused() {
    assertThatThrownBy(() -> new Ballot(10L, null, 11L, null, null, null, null, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("11");
  }

  @ParameterizedTest
  @Tag("FZ-49")
  @CsvSource({
    "2022-06-06, 2022-06-13",
    "2021-09-29, 2021-10-12",
    "2024-04-26, 2024-05-07",
  })
  void theFifthWorkingDaySkipsHolidaysAndCountsWorkedWeekends(LocalDate posted, LocalDate end) {
    assertThat(Deadlines.publicity(fuzhou, DAY, registry.calendar(), posted).lastDay())
        .isEqualTo(end);
  }

  @Test
  @Tag("FZ-49")
  void aYearWithoutCalendarIsNotGuessed() {
    Deadlines.Limit limit =
        Deadlines.publicity(fuzhou, DAY, registry.calendar(), LocalDate.of(2031, 3, 3));
    assertThat(limit.lastDay()).isNull();
    assertThat(limit.reason()).isEqualTo("日历缺失");
    assertThat(limit.daysLate(LocalDate.of(2031, 12, 1))).isNull();
    assertThat(WorkCalendar.EMPTY.isWorkday(DAY)).isEmpty();
  }

  @Test
  @Tag("SM-01")
  void theCalendarWorksOnTheIssueDayOfTheSanmingDocumentThoughASaturday() {
    LocalDate issued = LocalDate.of(2024, 5, 11);
    assertThat(issued.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    assertThat(registry.calendar().isWorkday(issued)).hasValue(true);
  }

  @Test
  void countingTheFirstDayEndsADayOfWorkEarlier() {
    WorkCalendar calendar = registry.calendar();
    LocalDate monday = LocalDate.of(2022, 6, 6);
    assertThat(calendar.endOf(monday, 5, true)).hasValue(LocalDate.of(2022, 6, 10));
    assertThat(calendar.endOf(monday, 5, false)).hasValue(LocalDate.of(2022, 6, 13));
    assertThatThrownBy(() -> calendar.endOf(monday, 0, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("FZ-54")
  void filingIsDueFifteenCalendarDaysAfterAcceptance() {
    Deadlines.Limit limit =
        Deadlines.filing(fuzhou, DAY, registry.calendar(), LocalDate.of(2022, 6, 8));
    assertThat(limit.lastDay()).isEqualTo(LocalDate.of(2022, 6, 23));
    assertThat(limit.daysLate(LocalDate.of(2022, 6, 23))).isZero();
    assertThat(limit.daysLate(LocalDate.of(2022, 6, 24))).isEqualTo(1);
  }

  @Test
  @Tag("SM-43")
  void theMonthlyReportIsDueOnThe28thAlsoInFebruary() {
    PolicyProfile sanming = registry.get("SANMING-2024");
    assertThat(Deadlines.report(sanming, DAY, "监督检查专报", YearMonth.of(2027, 2)).lastDay())
        .isEqualTo(LocalDate.of(2027, 2, 28));
    assertThat(Deadlines.report(sanming, DAY, "年报", YearMonth.of(2027, 2)).lastDay()).isNull();
  }

  @Test
  @Tag("FZ-61")
  void aCentIsNeitherLostNorMade() {
    assertThat(FundingSplit.government(fuzhou, DAY, "350102", false, new BigDecimal("100.01")))
        .hasValue(
            Map.of(
                FundingSplit.CITY, new BigDecimal("30.00"),
                FundingSplit.DISTRICT, new BigDecimal("70.01")));
  }

  @Test
  @Tag("FZ-61")
  void everySplitSumsToItsAmountAndIsWithinACentOfTheExactShare() {
    Random random = new Random(7);
    for (int run = 0; run < 500; run++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextInt(100_000_000), 2);
      Map<String, Long> weights = new LinkedHashMap<>();
      int parties = 1 + random.nextInt(5);
      for (int i = 0; i < parties; i++) {
        weights.put("P" + i, (long) 1 + random.nextInt(100));
      }
      long sum = weights.values().stream().mapToLong(Long::longValue).sum();
      Map<String, BigDecimal> split = FundingSplit.split(amount, weights);
      assertThat(split.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .as("seed 7, run %d", run)
          .isEqualByComparingTo(amount);
      split.forEach(
          (party, share) -> {
            double exact = amount.doubleValue() * weights.getOrDefault(party, 0L) / sum;
            assertThat(Math.abs(share.doubleValue() - exact)).isLessThan(0.0100001);
          });
    }
  }

  @Test
  void anAmountOfPartsOfACentIsRefused() {
    assertThatThrownBy(() -> FundingSplit.split(new BigDecimal("1.005"), Map.of("A", 1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FundingSplit.split(BigDecimal.ONE, Map.of("A", 0L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("FZ-108")
  @Tag("FZ-62")
  void existingCablesAreBuriedAtTheCarriersSixtyFivePercent() {
    BigDecimal million = new BigDecimal("1000000");
    assertThat(cables("350102", true, million))
        .containsExactly("650000.00", "175000.00", "175000.00");
    assertThat(cables("350102", false, million))
        .containsExactly("650000.00", "105000.00", "245000.00");
    assertThat(cables("350112", null, million)).containsExactly("650000.00", "0.00", "350000.00");
  }

  private List<String> cables(String adcode, @Nullable Boolean subsidy, BigDecimal amount) {
    Map<String, BigDecimal> split =
        FundingSplit.item(fuzhou, DAY, "BASE", 8, "既有缆线迁改和下地", adcode, subsidy, amount)
            .orElseThrow();
    return List.of("CARRIER", FundingSplit.CITY, FundingSplit.DISTRICT).stream()
        .map(party -> String.valueOf(split.get(party)))
        .toList();
  }

  @Test
  @Tag("PY-46")
  void aMaintenanceFundOfExactlyThirtyPercentSuffices() {
    PolicyProfile puyang = registry.get("PUYANG-2020");
    BigDecimal first = new BigDecimal("10000");
    assertThat(Checks.reserveFund(puyang, DAY, true, new BigDecimal("2999"), first).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(Checks.reserveFund(puyang, DAY, true, new BigDecimal("3000"), first).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(Checks.reserveFund(puyang, DAY, false, null, null).outcome())
        .isEqualTo(Outcome.FAIL);
    assertThat(Checks.reserveFund(puyang, DAY, null, null, first).outcome())
        .isEqualTo(Outcome.NO_DATA);
  }
}
