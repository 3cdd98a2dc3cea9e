package org.lianpian.frontage;

import org.lianpian.model.Labelled;

/** What stands for a community, and what can stand in front of it. */
public enum FrontageMode implements Labelled {
  /** Parcels are measured, parcels of other residential communities block. */
  PARCEL("小区", "Parcel"),
  /** Residential buildings are measured, all buildings but sheds and huts block. */
  BUILDING("楼栋", "Building");

  private final String zh;
  private final String en;

  FrontageMode(String zh, String en) {
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
