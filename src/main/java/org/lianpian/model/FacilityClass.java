package org.lianpian.model;

/** What a public service facility offers (公共服务设施类别, PY-22). */
public enum FacilityClass implements Labelled {
  ELDERLY("养老", "Elderly care"),
  CHILDCARE("托幼", "Childcare"),
  MEALS("助餐", "Community meals"),
  MEDICAL("医疗", "Medical"),
  CULTURE("文化", "Culture"),
  FITNESS("健身", "Fitness"),
  SHOPPING("购物", "Shopping"),
  HOUSEKEEPING("家政", "Housekeeping"),
  PARCEL("快递", "Parcels"),
  CHARGING("充电", "Charging"),
  PARKING("停车", "Parking"),
  COMMUNITY_SERVICE("社区服务", "Community service"),
  TOILET("公厕", "Public toilet"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  FacilityClass(String zh, String en) {
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
