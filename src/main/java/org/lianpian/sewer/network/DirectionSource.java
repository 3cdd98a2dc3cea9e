package org.lianpian.sewer.network;

import org.lianpian.model.Labelled;

/** What the direction of a pipe rests on, the best first. */
public enum DirectionSource implements Labelled {
  SURVEYED("实测流向", "Surveyed"),
  INVERTS("管底高程", "Inverts"),
  DIGITISED("录入方向", "As digitised");

  private final String zh;
  private final String en;

  DirectionSource(String zh, String en) {
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
