package org.lianpian.model;

/** Recorded will of the residents to renovate (改造意愿). */
public enum Willingness implements Labelled {
  STRONG("强烈", "Strong"),
  MIXED("一般", "Mixed"),
  WEAK("不强", "Weak"),
  UNKNOWN("未征集", "Not asked");

  private final String zh;
  private final String en;

  Willingness(String zh, String en) {
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
