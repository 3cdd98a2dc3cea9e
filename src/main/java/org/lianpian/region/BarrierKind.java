package org.lianpian.region;

import org.lianpian.model.Labelled;

/** What can separate two neighbours (阻隔要素, U-7). */
public enum BarrierKind implements Labelled {
  RIVER("河道", "River"),
  RAILWAY("铁路", "Railway"),
  EXPRESSWAY("快速路", "Expressway"),
  ARTERIAL("主干路", "Arterial"),
  COLLECTOR("次干路", "Collector");

  private final String zh;
  private final String en;

  BarrierKind(String zh, String en) {
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
