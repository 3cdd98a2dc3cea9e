package org.lianpian.region;

import org.lianpian.model.Labelled;

/** What an edge of the contiguity graph may be used for. */
public enum EdgeUse implements Labelled {
  USABLE("可并", "May be joined"),
  HINT("候选", "Candidate for the planner"),
  DROPPED("不可并", "Not to be joined");

  private final String zh;
  private final String en;

  EdgeUse(String zh, String en) {
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
