package org.lianpian.assessment;

import org.lianpian.model.Labelled;

/** Whether a community may enter the programme (范围认定). */
public enum EligibilityStatus implements Labelled {
  ELIGIBLE("符合", "Eligible"),
  NOT_ELIGIBLE("不符合", "Not eligible"),
  NEEDS_REVIEW("待核", "Needs review");

  private final String zh;
  private final String en;

  EligibilityStatus(String zh, String en) {
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
