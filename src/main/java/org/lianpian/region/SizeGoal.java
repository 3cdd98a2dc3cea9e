package org.lianpian.region;

import org.lianpian.model.Labelled;

/** What counts next after leaving over as few communities as possible. */
public enum SizeGoal implements Labelled {
  FEWEST("片区尽量少(每片尽量大)", "As few packages as possible, each as large as allowed"),
  MOST("片区尽量多(每片尽量小)", "As many packages as possible, each as small as allowed"),
  TARGET("每片接近目标户数", "Packages near a target number of households");

  private final String zh;
  private final String en;

  SizeGoal(String zh, String en) {
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
