package org.lianpian.assessment;

import org.lianpian.model.Labelled;

/** Why a community is, is not or may be within the scope (范围认定理由). */
public enum EligibilityReason implements Labelled {
  YEAR_WITHIN("建成年份在界线以内", "Built within the cut-off"),
  LATER_YEAR_ALLOWED("界线之后建成但设施老化破损", "Built later, but worn"),
  YEAR_AFTER_CUTOFF("建成年份在界线之后", "Built after the cut-off"),
  BOUNDARY_YEAR("建成年份恰在界线上", "Built in the boundary year"),
  YEAR_STRADDLES("建成年份跨过界线", "Build period straddles the cut-off"),
  YEAR_UNKNOWN("建成年份不详", "Build year unknown"),

  CONDITION_POOR("设施老旧破损", "Facilities worn"),
  CONDITION_GOOD("设施未达老旧破损", "Facilities not worn"),
  CONDITION_BORDERLINE("设施状况须核定", "Facility condition borderline"),
  CONDITION_UNKNOWN("设施未评估", "Facilities not assessed"),
  STRUCTURE_SAFE("房屋结构安全", "Structure safe"),
  STRUCTURE_UNSAFE("房屋结构不安全", "Structure unsafe"),
  STRUCTURE_UNKNOWN("房屋安全未鉴定", "Structure not appraised"),
  WILL_STRONG("居民改造意愿强烈", "Residents willing"),
  WILL_WEAK("居民改造意愿不强", "Residents unwilling"),
  WILL_BORDERLINE("居民改造意愿须核定", "Willingness borderline"),
  WILL_UNKNOWN("居民改造意愿未征集", "Willingness not asked"),
  URBAN("位于城镇范围内", "Within the urban area"),
  NOT_URBAN("不在城镇范围内", "Outside the urban area"),
  URBAN_UNKNOWN("是否在城镇范围内不详", "Urban area unknown"),

  IN_DEMOLITION_PLAN("列入五年内旧改拆迁计划", "In the five-year demolition plan"),
  IN_DANGEROUS_PLAN("列入五年内危旧房改造计划", "In the five-year dangerous-housing plan"),
  IN_SHANTY_PLAN("列入棚户区改造计划", "In a shanty-town plan"),
  IN_REBUILD_PLAN("拟拆除新建", "To be rebuilt"),
  SELF_BUILT("以自建房为主", "Mostly self-built"),
  ORIGIN_UNKNOWN("来源类型不详", "Origin unknown"),
  URBAN_VILLAGE("位于城中村", "In an urban village"),
  OUTSIDE_EXCLUSIONS("不在排除范围内", "Outside every exclusion"),
  SLIGHT_OVERLAP("与排除范围略有重叠", "Slight overlap with an exclusion"),
  HERITAGE_OVERLAP("与历史文化街区重叠", "Overlaps a heritage area"),
  POSITION_UNKNOWN("没有位置，无法核对排除范围", "No position to check exclusions"),
  POSITION_UNCERTAIN("位置误差内与排除范围相接", "Within position error of an exclusion"),
  ZONES_NOT_SUPPLIED("排除范围数据未提供", "Exclusion data not supplied"),

  IN_LOOK_BACK("在回头看范围内", "Within the look-back"),
  BEFORE_LOOK_BACK("改造早于回头看范围", "Renovated before the look-back"),
  RENOVATION_UNKNOWN("没有改造记录", "No record of renovation"),
  RULE_MISSING("政策方案没有规定改造范围", "The profile sets no scope");

  private final String zh;
  private final String en;

  EligibilityReason(String zh, String en) {
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
