package org.lianpian.sewer.ledger;

import org.lianpian.model.Labelled;

/** How far the connection of an outlet has come. */
public enum LedgerState implements Labelled {
  NONE("未入台账", "Not in the ledger"),
  PLANNED("计划", "Planned"),
  BUILT("已建未证实", "Built, unproven"),
  VERIFIED("已核实", "Verified"),
  CLOSED("已销号", "Closed"),
  /** Was verified or closed, and is not connected by today's network. */
  REGRESSED("反弹", "Regressed");

  private final String zh;
  private final String en;

  LedgerState(String zh, String en) {
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
