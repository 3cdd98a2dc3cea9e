package org.lianpian.region;

import org.lianpian.model.Labelled;

/** What a planner should know about an area. */
public enum WarningCode implements Labelled {
  NOT_CONTIGUOUS("不成片", "Not contiguous"),
  SEVERAL_DISTRICTS("跨区县", "Several districts"),
  DISTRICT_UNKNOWN("区县不明", "District not known"),
  SEVERAL_STREETS("跨街道", "Several sub-districts"),
  STREET_UNKNOWN("街道不明", "Sub-district not known"),
  ABOVE_MAX_HOUSEHOLDS("超过户数上限", "Above the maximum of households"),
  ABOVE_MAX_DIAMETER("超过范围上限", "Wider than the maximum"),
  BELOW_MIN_HOUSEHOLDS("低于户数下限", "Below the minimum of households"),
  HOUSEHOLDS_MISSING("户数缺失", "Households missing"),
  POINT_POSITION("仅有点位", "Known as a point only"),
  NO_POSITION("没有位置", "No position"),
  EXCLUDED_MEMBER("含不纳入小区", "Has an excluded member"),
  NL_01("负面清单1:将个人自建房纳入改造范围", "Negative list 1: self-built houses included"),
  LARGE_MEMBER("含大型小区", "Has a large member"),
  SINGLE_MEMBER("仅一个小区", "One member only"),
  MISSING_COMMUNITY("小区不存在", "A member is not in the data");

  private final String zh;
  private final String en;

  WarningCode(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String zh() {
    return zh;
  }

  @Override
  public String en() {
    return en;
  }
}
