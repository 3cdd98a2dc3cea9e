package org.lianpian.model;

/** What a pipe carries (管线介质). */
public enum Medium implements Labelled {
  SEWAGE("污水", "Sewage"),
  STORM("雨水", "Storm water"),
  COMBINED("合流", "Combined"),
  INTERCEPTING("截流", "Intercepting"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  Medium(String zh, String en) {
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
