package org.lianpian.model;

/** What a gazetteer place is (地名类别). */
public enum PlaceLevel implements Labelled {
  ESTATE("小区", "Estate"),
  PHASE("分期", "Phase"),
  BUILDING("楼栋", "Building"),
  HOUSE_NUMBER("门牌", "House number"),
  ROAD("道路", "Road"),
  LANDMARK("地标", "Landmark");

  private final String zh;
  private final String en;

  PlaceLevel(String zh, String en) {
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
