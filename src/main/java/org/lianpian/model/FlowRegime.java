package org.lianpian.model;

/** What moves the water in a pipe (输送方式). */
public enum FlowRegime implements Labelled {
  GRAVITY("重力流", "Gravity"),
  PRESSURE("压力管", "Pressure main"),
  SIPHON("倒虹吸", "Inverted siphon"),
  OVERFLOW("溢流", "Overflow");

  private final String zh;
  private final String en;

  FlowRegime(String zh, String en) {
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
