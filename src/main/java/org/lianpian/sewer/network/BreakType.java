package org.lianpian.sewer.network;

import org.lianpian.model.Labelled;

/** What keeps sewage from the plant. */
public enum BreakType implements Labelled {
  REVERSED("疑似反向", "Suspected reversed pipe"),
  GAP("管线缺口", "Gap"),
  CAPPED("预留口未打通", "Capped stub"),
  MEDIUM_JUMP("介质错接", "Change of medium"),
  ABANDONED("未在用管段", "Pipe not in use"),
  MISSING_PIPE("缺管", "Missing pipe");

  private final String zh;
  private final String en;

  BreakType(String zh, String en) {
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
