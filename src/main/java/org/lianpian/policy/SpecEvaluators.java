package org.lianpian.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of this package under the names that worked cases use. */
final class SpecEvaluators {
  private static final Map<String, String> PARTIES =
      Map.of(
          "GOV",
          "财政",
          "CARRIER",
          "管线单位",
          "ENT",
          "企业",
          "RES",
          "居民",
          "UNIT",
          "产权单位",
          "CITY",
          "市级",
          "DISTRICT",
          "区县级");

  private SpecEvaluators() {}

  static Map<String, SpecEvaluator> with(WorkCalendar calendar) {
    Map<String, SpecEvaluator> all = new TreeMap<>();
    all.put("参数", SpecEvaluators::parameter);
    all.put("表决", SpecEvaluators::consent);
    all.put("公示", (profile, on, given) -> publicity(profile, on, given, calendar));
    all.put("工作日", (profile, on, given) -> workday(given, calendar));
    all.put("备案", (profile, on, given) -> filing(profile, on, given, calendar));
    all.put("报送", SpecEvaluators::report);
    all.put("政府投入", SpecEvaluators::government);
    all.put("改造内容出资", SpecEvaluators::item);
    all.put("维修资金", SpecEvaluators::reserveFund);
    all.put("应有内容", SpecEvaluators::contents);
    all.put("合计", SpecEvaluators::sum);
    return all;
  }

  private static Map<String, @Nullable Object> parameter(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    String key = given.requireText("参数");
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    Optional<ParameterValue> entry = profile.entry(key, on);
    Object value = entry.map(ParameterValue::value).orElse(null);
    result.put("值", value instanceof Boolean flag ? (flag ? "是" : "否") : value);
    result.put("依据", entry.map(ParameterValue::citation).map(SpecEvaluators::source).orElse(null));
    return result;
  }

  private static String source(Citation citation) {
    return citation.isDecision()
        ? "建议 " + citation.clause()
        : citation.document() + " " + citation.clause();
  }

  private static Map<String, @Nullable Object> consent(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    Ballot ballot =
        new Ballot(
            given.whole("业主总人数"),
            given.decimal("专有部分总面积"),
            given.whole("参与表决人数"),
            given.decimal("参与表决面积"),
            given.whole("同意人数"),
            given.decimal("同意面积"),
            given.whole("户数"),
            given.whole("收取意见户数"),
            given.flag("已签字确认"));
    Map<String, @Nullable Object> result = finding(ConsentRule.apply(profile, on, ballot));
    Long households = ballot.households();
    if (households != null && profile.find("consent.household_share", on).isPresent()) {
      result.put("至少须收取户数", profile.fraction("consent.household_share", on).leastOf(households));
    }
    return result;
  }

  private static Map<String, @Nullable Object> publicity(
      PolicyProfile profile, LocalDate on, SpecFacts given, WorkCalendar calendar) {
    return limit(
        Deadlines.publicity(profile, on, calendar, LocalDate.parse(given.requireText("公示日期"))),
        "满期日",
        given.date("撤下日期"));
  }

  private static Map<String, @Nullable Object> workday(SpecFacts given, WorkCalendar calendar) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put(
        "是否工作日",
        calendar
            .isWorkday(LocalDate.parse(given.requireText("日期")))
            .map(works -> works ? "是" : "否")
            .orElse("日历缺失"));
    return result;
  }

  private static Map<String, @Nullable Object> filing(
      PolicyProfile profile, LocalDate on, SpecFacts given, WorkCalendar calendar) {
    return limit(
        Deadlines.filing(profile, on, calendar, LocalDate.parse(given.requireText("验收日期"))),
        "截止日",
        given.date("今天"));
  }

  private static Map<String, @Nullable Object> report(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    return limit(
        Deadlines.report(
            profile, on, given.requireText("报送事项"), YearMonth.parse(given.requireText("月份"))),
        "截止日",
        given.date("今天"));
  }

  private static Map<String, @Nullable Object> limit(
      Deadlines.Limit limit, String name, @Nullable LocalDate day) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put(name, limit.lastDay());
    result.put("原因", limit.reason());
    if (day != null) {
      Long late = limit.daysLate(day);
      result.put("逾期", late == null ? "无法判定" : late == 0 ? "未逾期" : "逾期" + late + "天");
      LocalDate lastDay = limit.lastDay();
      Outcome full =
          lastDay == null ? Outcome.NO_DATA : day.isBefore(lastDay) ? Outcome.FAIL : Outcome.PASS;
      result.put("满期", full.zh());
    }
    return result;
  }

  private static Map<String, @Nullable Object> government(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    return money(
        FundingSplit.government(
            profile,
            on,
            given.requireText("区划代码"),
            given.flag("取得上级补助"),
            new BigDecimal(given.requireText("金额"))));
  }

  private static Map<String, @Nullable Object> item(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    return money(
        FundingSplit.item(
            profile,
            on,
            given.requireText("版别"),
            Integer.parseInt(given.requireText("序号")),
            given.requireText("分项"),
            given.requireText("区划代码"),
            given.flag("取得上级补助"),
            new BigDecimal(given.requireText("金额"))));
  }

  private static Map<String, @Nullable Object> money(Optional<Map<String, BigDecimal>> split) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("结果", split.isPresent() ? "已分担" : "待约定");
    split.ifPresent(
        parts ->
            parts.forEach((party, yuan) -> result.put(PARTIES.getOrDefault(party, party), yuan)));
    return result;
  }

  private static Map<String, @Nullable Object> reserveFund(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    return finding(
        Checks.reserveFund(
            profile, on, given.flag("已建立"), given.decimal("余额"), given.decimal("首期筹集金额")));
  }

  private static Map<String, @Nullable Object> contents(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    return finding(Checks.contents(profile, on, given.requireText("清单"), given.texts("已有")));
  }

  private static Map<String, @Nullable Object> sum(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    List<BigDecimal> parts = given.texts("分项").stream().map(BigDecimal::new).toList();
    return finding(Checks.sum(given.decimal("合计"), parts));
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("结果", finding.outcome().zh());
    result.put("理由", finding.reasons());
    return result;
  }
}
