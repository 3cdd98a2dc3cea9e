package org.lianpian.model;

/** State of a community's shared facilities (设施状况). */
public enum FacilityCondition implements Labelled {
  GOOD("良好", "Good"),
  FAIR("一般", "Fair"),
  POOR("较差", "Poor"),
  BROKEN("破损严重", "Badly worn"),
  UNKNOWN("未评估", "Not assessed");

  private final String zh;
  private final String en;

  FacilityCondition(String zh, String en) {
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
