package org.lianpian.model;

/** What is entered into the ledger of connections (接驳台账). */
public enum LedgerStep implements Labelled {
  PLAN("计划", "Plan"),
  BUILD("建成", "Built"),
  EVIDENCE("现场核实", "Field evidence"),
  RECTIFY("整改", "Rectified"),
  RECHECK("复查", "Rechecked"),
  CLOSE("销号", "Closed");

  private final String zh;
  private final String en;

  LedgerStep(String zh, String en) {
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
