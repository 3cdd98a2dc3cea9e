package org.lianpian.geocode;

import org.lianpian.model.Labelled;

/** What a piece of an address is (地址要素). */
public enum ComponentKind implements Labelled {
  PROVINCE("省", "Province"),
  CITY("市", "City"),
  DISTRICT("区县", "District"),
  STREET("街道乡镇", "Sub-district or town"),
  NEIGHBOURHOOD("社区村", "Residents' committee"),
  ROAD("道路", "Road"),
  HOUSE_NUMBER("门牌号", "House number"),
  ESTATE("小区", "Estate"),
  PHASE("分期", "Phase"),
  BUILDINGS("楼栋", "Buildings"),
  UNIT("单元", "Unit"),
  BOUND("四至", "Bound"),
  RELATION("方位词", "Relation"),
  RESIDUE("其他", "Residue");

  private final String zh;
  private final String en;

  ComponentKind(String zh, String en) {
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
