package org.lianpian.model;

/** Where a building's balcony riser drains to (阳台立管). */
public enum BalconyRiser implements Labelled {
  SEWAGE("接污水", "To sewage"),
  STORM("接雨水", "To storm water"),
  NONE("无", "None"),
  UNKNOWN("未查", "Not surveyed");

  private final String zh;
  private final String en;

  BalconyRiser(String zh, String en) {
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
