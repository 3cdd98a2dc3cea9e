package org.lianpian.frontage;

import org.lianpian.model.Labelled;

/** What an answer of the riverside rule depends on, by what a person can change. */
public enum InputPart implements Labelled {
  RULE("政策参数", "rule"),
  UNIT("本小区资料", "its own data"),
  PARCELS("周边小区界线", "parcels nearby"),
  BUILDINGS("周边楼栋", "buildings nearby"),
  RIVERS("附近河道", "rivers nearby");

  private final String zh;
  private final String en;

  InputPart(String zh, String en) {
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
