package org.lianpian.region;

import org.lianpian.model.Labelled;

/** The answer about one community in packaging (成片结论). */
public enum PackageStatus implements Labelled {
  IN_PACKAGE("纳入片区", "In a package"),
  STAND_ALONE("单独实施", "On its own"),
  LEFTOVER("未整合", "Left over"),
  NO_POSITION("未定位", "No position"),
  EXCLUDED("不纳入", "Excluded");

  private final String zh;
  private final String en;

  PackageStatus(String zh, String en) {
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
