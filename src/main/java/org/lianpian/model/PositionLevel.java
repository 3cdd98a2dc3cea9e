package org.lianpian.model;

/** What a community's position rests on (定位精度等级). */
public enum PositionLevel implements Labelled {
  SURVEYED("测绘", "Surveyed"),
  MANUAL("人工", "Placed by hand"),
  BUILDING("楼栋", "Building"),
  DOOR("门牌", "House number"),
  COMMUNITY_POI("小区", "Community"),
  ROAD("道路", "Road"),
  STREET("街道", "Sub-district"),
  DISTRICT("区县", "District"),
  UNKNOWN("未定位", "Not located");

  private final String zh;
  private final String en;

  PositionLevel(String zh, String en) {
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
