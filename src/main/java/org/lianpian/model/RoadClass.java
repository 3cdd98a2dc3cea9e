package org.lianpian.model;

/** Class of an urban road (道路等级). */
public enum RoadClass implements Labelled {
  EXPRESSWAY("快速路", "Expressway"),
  ARTERIAL("主干路", "Arterial"),
  COLLECTOR("次干路", "Collector"),
  LOCAL("支路", "Local road"),
  ALLEY("小区路", "Alley"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  RoadClass(String zh, String en) {
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
