package org.lianpian.model;

/** How precisely a year of construction is known (建成年份精度). */
public enum BuiltPrecision implements Labelled {
  DAY("到日", "Day"),
  YEAR("到年", "Year"),
  RANGE("区间", "Range"),
  DECADE("年代", "Decade"),
  BEFORE("之前", "Before"),
  AFTER("之后", "After"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  BuiltPrecision(String zh, String en) {
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
