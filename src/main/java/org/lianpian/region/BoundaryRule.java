package org.lianpian.region;

import org.lianpian.model.Labelled;

/** How an administrative boundary between neighbours counts (U-11). */
public enum BoundaryRule implements Labelled {
  /** Never joined across. */
  HARD("必须同一", "Must be the same"),
  /** Not joined automatically, but shown to the planner as a candidate. */
  SOFT("原则同一", "Should be the same"),
  /** Plays no part. */
  OFF("不限", "Not considered");

  private final String zh;
  private final String en;

  BoundaryRule(String zh, String en) {
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
