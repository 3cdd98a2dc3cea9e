package org.lianpian.sewer.network;

import org.lianpian.model.Labelled;

/** How a branch of a trace ends. */
public enum TraceResult implements Labelled {
  REACHES_WWTP("至污水厂", "Reaches the plant"),
  /** The pipe is municipal and leaves the surveyed area. */
  REACHES_MUNICIPAL("至市政管网(出图)", "Reaches the municipal network"),
  REACHES_OUTFALL("至排放口", "Reaches an outfall"),
  REACHES_STORM("至雨水管", "Reaches a storm drain"),
  DEAD_END("断头", "Dead end"),
  LOOP("成环", "Loop"),
  NO_START("无起点", "No start");

  private final String zh;
  private final String en;

  TraceResult(String zh, String en) {
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
