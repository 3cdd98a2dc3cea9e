package org.lianpian.model;

/** Which line a river geometry stands for (岸线基准). */
public enum BankBaseline implements Labelled {
  WATER_EDGE("水边线", "Water edge"),
  TOP_OF_BANK("河口线", "Top of bank"),
  BLUE_LINE("蓝线", "Blue line"),
  MANAGEMENT_LINE("管理线", "Management line"),
  CENTRE_LINE("中心线", "Centre line");

  private final String zh;
  private final String en;

  BankBaseline(String zh, String en) {
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
