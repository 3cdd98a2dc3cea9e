package org.lianpian.region;

import org.lianpian.model.Labelled;

/** How two units stand to each other in a plan. */
public enum PairRelation implements Labelled {
  SAME_PACKAGE("同一片区", "In the same package"),
  TOO_FAR("间距过大", "Too far apart"),
  BARRIER("被阻隔", "Separated by a barrier"),
  OTHER_DISTRICT("跨区县", "In different districts"),
  OTHER_STREET("跨街道", "In different sub-districts"),
  BOUNDARY_UNKNOWN("区县或街道不明", "District or sub-district not known"),
  EXCLUDED("不纳入", "One is excluded"),
  LARGE("大型小区", "One is large"),
  NO_POSITION("没有可用位置", "One has no usable position"),
  LIMIT("超过上限", "Together above a limit or below the minimum");

  private final String zh;
  private final String en;

  PairRelation(String zh, String en) {
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
