package org.lianpian.model;

/** Whether a pipe is in use (管线状态). */
public enum ReachState implements Labelled {
  PLANNED("规划", "Planned"),
  BUILDING("在建", "Under construction"),
  IN_USE("在用", "In use"),
  ABANDONED("废弃", "Abandoned"),
  UNKNOWN("不详", "Unknown");

  private final String zh;
  private final String en;

  ReachState(String zh, String en) {
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
