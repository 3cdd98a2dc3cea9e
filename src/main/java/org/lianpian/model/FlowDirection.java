package org.lianpian.model;

/** Surveyed direction of flow against the stored ends (流向). */
public enum FlowDirection implements Labelled {
  FORWARD("起点到终点", "From start to end"),
  BACKWARD("终点到起点", "From end to start"),
  UNKNOWN("未查", "Not surveyed");

  private final String zh;
  private final String en;

  FlowDirection(String zh, String en) {
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
