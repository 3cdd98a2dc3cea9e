package org.lianpian.geocode;

import org.lianpian.model.Labelled;

/** What is known about where a community is (定位结论). */
public enum LocationStatus implements Labelled {
  GIVEN("随资料提供坐标", "Position given with the data"),
  LOCATED("已定位", "Located"),
  LOCATED_APPROXIMATE("概略定位", "Located approximately"),
  AMBIGUOUS("多处同名待选", "Several candidates"),
  AREA_DESCRIPTION("片区描述待绘制", "Area description, to be drawn"),
  NOT_FOUND("未找到", "Not found");

  private final String zh;
  private final String en;

  LocationStatus(String zh, String en) {
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
