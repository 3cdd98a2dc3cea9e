package org.lianpian.model;

/** Kind of surface water (水体类型). */
public enum WatercourseKind implements Labelled {
  RIVER("河道", "River"),
  CANAL("渠道", "Canal"),
  LAKE("湖泊", "Lake"),
  POND("坑塘", "Pond"),
  DITCH("沟渠", "Ditch"),
  UNKNOWN("水域", "Water");

  private final String zh;
  private final String en;

  WatercourseKind(String zh, String en) {
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
