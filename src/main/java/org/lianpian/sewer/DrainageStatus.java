package org.lianpian.sewer;

import org.lianpian.model.Labelled;

/** The drainage status of a community (雨污分流状态); derived by the first rule of six that fits. */
public enum DrainageStatus implements Labelled {
  UNKNOWN("未调查", "Not surveyed"),
  COMBINED("雨污合流", "Combined"),
  PARTIAL("部分分流", "Partly separated"),
  MISCONNECTED("混接错接", "Misconnected"),
  SEPARATED_UNCONNECTED("已分流未接驳", "Separated, not connected"),
  INTERCEPTED("截流纳管", "Intercepted"),
  SEPARATED_CONNECTED("已分流已接驳", "Separated and connected"),
  /** Set by people for communities to which the question does not apply; never derived. */
  NOT_APPLICABLE("不适用", "Not applicable");

  private final String zh;
  private final String en;

  DrainageStatus(String zh, String en) {
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
