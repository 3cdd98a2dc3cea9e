package org.lianpian.region;

import org.lianpian.model.Labelled;

/** What makes scattered buildings neighbours (PY-30). */
public enum PackagingMode implements Labelled {
  /** Only the gap between them. */
  GAP("按间距", "By gap"),
  /** Also that they stand in the same road block. */
  ROAD_BLOCK("按道路区块", "By road block");

  private final String zh;
  private final String en;

  PackagingMode(String zh, String en) {
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
