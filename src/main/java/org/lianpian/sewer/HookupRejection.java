package org.lianpian.sewer;

import org.lianpian.model.Labelled;

/** Why a node cannot take a new house connection. */
public enum HookupRejection implements Labelled {
  ADVERSE("逆坡", "Adverse slope"),
  TOO_FLAT("坡度不足", "Too flat"),
  INVERT_UNKNOWN("高程不详", "Invert unknown");

  private final String zh;
  private final String en;

  HookupRejection(String zh, String en) {
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
