package org.lianpian.frontage;

import org.lianpian.model.Labelled;

/** Whether a community stands in the first row along a river (沿河首排). */
public enum FrontageStatus implements Labelled {
  FIRST_ROW("首排", "First row"),
  /**
   * Part of the frontage is open; enters the sewage check and is marked for a person to look at.
   */
  PARTIAL("部分首排", "Partly first row"),
  BEHIND("非首排", "Behind the first row"),
  OUTSIDE("范围外", "Outside"),
  NEEDS_SURVEY("需实测", "Needs a survey"),
  NO_DATA("无数据", "No data"),
  NOT_APPLICABLE("不适用", "Not applicable");

  private final String zh;
  private final String en;

  FrontageStatus(String zh, String en) {
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
