package org.lianpian.lifecircle;

import org.lianpian.model.Labelled;

/** How a life circle was found. */
public enum CircleMethod implements Labelled {
  WALKING_NETWORK("按步行路网", "Over the walking network"),
  STRAIGHT_LINE("按直线距离(无步行路网)", "By straight distance, no walking network");

  private final String zh;
  private final String en;

  CircleMethod(String zh, String en) {
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
