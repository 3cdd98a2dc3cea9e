package org.lianpian.sewer;

import org.lianpian.model.Labelled;

/** Whether rain and sewage run apart inside a community (分流情况). */
public enum Separation implements Labelled {
  SEPARATED("已分流", "Separated"),
  PARTIAL("部分分流", "Partly separated"),
  COMBINED("合流", "Combined"),
  SEWAGE_IN_STORM("污水入雨水", "Sewage in storm drain"),
  STORM_IN_SEWER("雨水入污水", "Storm water in sewer"),
  UNKNOWN("未调查", "Not surveyed");

  private final String zh;
  private final String en;

  Separation(String zh, String en) {
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
