package org.lianpian.model;

/** The questions the product answers about a community (核查事项). */
public enum Analysis implements Labelled {
  ELIGIBILITY("范围认定", "Eligibility"),
  LOCATION("空间定位", "Location"),
  PACKAGE("成片连片", "Work package"),
  FRONTAGE("沿河首排", "Riverside first row"),
  SEWER("污水接驳", "Sewer connection");

  private final String zh;
  private final String en;

  Analysis(String zh, String en) {
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
