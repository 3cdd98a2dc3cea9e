package org.lianpian.region;

import org.lianpian.model.Labelled;

/** The part a unit plays in packaging. */
public enum UnitRole implements Labelled {
  /** Small, or of unknown size, with a usable position. */
  CANDIDATE("待整合", "To be joined"),
  /** Not small (U-8): carried out on its own, may anchor a package. */
  LARGE("大型小区", "Large"),
  /** Outside the programme. */
  EXCLUDED("不纳入", "Excluded"),
  NO_POSITION("未定位", "No position"),
  /** A point whose error is larger than the gap that decides. */
  UNCERTAIN("定位误差过大", "Position too uncertain");

  private final String zh;
  private final String en;

  UnitRole(String zh, String en) {
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
