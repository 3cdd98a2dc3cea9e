package org.lianpian.model;

/** What a building is used for (房屋用途). */
public enum BuildingUse implements Labelled {
  RESIDENTIAL("住宅", "Residential"),
  NON_RESIDENTIAL("非住宅", "Non-residential"),
  SHED("棚房", "Shed"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  BuildingUse(String zh, String en) {
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
