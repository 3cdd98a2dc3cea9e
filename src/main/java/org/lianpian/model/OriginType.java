package org.lianpian.model;

/** How a community came to be built and owned (来源类型). */
public enum OriginType implements Labelled {
  UNIT_OWNED("单位自管", "Work-unit housing"),
  REFORMED("房改房", "Privatised public housing"),
  COMMERCIAL("商品房", "Commercial housing"),
  RESETTLEMENT("安置房", "Resettlement housing"),
  PUBLIC("直管公房", "Municipal rental housing"),
  SELF_BUILT("自建", "Self-built"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  OriginType(String zh, String en) {
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
