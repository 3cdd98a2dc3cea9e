package org.lianpian.sewer;

import org.lianpian.model.Labelled;

/** Where the sewage of one outlet goes (接驳去向), the worst first. */
public enum OutletConnection implements Labelled {
  DIRECT_TO_RIVER("直排河道", "Direct to river"),
  INTO_STORM("接入雨水管", "Into a storm drain"),
  LOOP("管网成环", "Loop"),
  BROKEN("断头", "Broken"),
  UNKNOWN("未查明", "Not established"),
  INTERCEPTED_DRY_ONLY("截流纳管(旱天)", "Intercepted in dry weather"),
  LEAVES_SURVEY("接市政管网(出图)", "Into the municipal sewer, leaves the survey"),
  TO_WWTP_VIA_COMBINED("经合流管至污水厂", "To the plant through combined sewers"),
  TO_WWTP("至污水厂", "To the plant");

  private final String zh;
  private final String en;

  OutletConnection(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Tells whether all sewage always reaches a municipal sewer or a plant. */
  public boolean isConnected() {
    return compareTo(LEAVES_SURVEY) >= 0;
  }

  /** Tells whether sewage reaches a municipal sewer at least in dry weather. */
  public boolean reachesSewer() {
    return compareTo(INTERCEPTED_DRY_ONLY) >= 0;
  }

  /** Tells whether sewage reaches a storm drain or a river in dry weather. */
  public boolean isMisconnected() {
    return this == DIRECT_TO_RIVER || this == INTO_STORM;
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
