package org.lianpian.model;

/** Who a pipe belongs to (管线级别). */
public enum ReachLevel implements Labelled {
  MUNICIPAL("市政", "Municipal"),
  PRIVATE("小区", "Private"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  ReachLevel(String zh, String en) {
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
