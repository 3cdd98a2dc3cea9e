package org.lianpian.model;

/** Why an area is outside the programme, or needs care (排除范围类型). */
public enum ExclusionKind implements Labelled {
  DEMOLITION_5Y("五年内旧改拆迁", "Five-year demolition plan"),
  DANGEROUS_5Y("五年内危旧房改造", "Five-year dangerous-housing plan"),
  SHANTY_PLAN("棚户区改造计划", "Shanty-town plan"),
  REBUILD_PLAN("拟拆除新建", "To be rebuilt"),
  SELF_BUILT("自建房区域", "Self-built area"),
  URBAN_VILLAGE("城中村", "Urban village"),
  RURAL("非城镇区域", "Rural area"),
  HERITAGE("历史文化街区", "Heritage area");

  private final String zh;
  private final String en;

  ExclusionKind(String zh, String en) {
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
