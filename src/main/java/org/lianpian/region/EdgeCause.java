package org.lianpian.region;

import org.lianpian.model.Labelled;

/** Why two units are neighbours that may be joined, or are not. */
public enum EdgeCause implements Labelled {
  /** May be joined. */
  NEAR("相邻相近", "Near, nothing between"),
  BARRIER("被阻隔", "Separated by a barrier"),
  OTHER_DISTRICT("跨区县", "In different districts"),
  DISTRICT_UNKNOWN("区县不明", "District not known"),
  OTHER_STREET("跨街道", "In different sub-districts"),
  STREET_UNKNOWN("街道不明", "Sub-district not known"),
  TOO_FAR("间距过大", "Too far apart");

  private final String zh;
  private final String en;

  EdgeCause(String zh, String en) {
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
