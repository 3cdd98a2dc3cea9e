package org.lianpian.model;

/** Level of an administrative unit (行政层级). */
public enum AdminLevel implements Labelled {
  PROVINCE("省", "Province"),
  CITY("市", "City"),
  DISTRICT("区县", "District or county"),
  STREET("街道乡镇", "Sub-district or town"),
  NEIGHBOURHOOD("社区村", "Residents' committee"),
  INTERNAL("内部区划", "Internal unit");

  private final String zh;
  private final String en;

  AdminLevel(String zh, String en) {
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
