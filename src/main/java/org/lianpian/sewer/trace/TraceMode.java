package org.lianpian.sewer.trace;

import org.lianpian.model.Labelled;

/** What is asked of a place in the network. */
public enum TraceMode implements Labelled {
  UPSTREAM("上游追溯", "Upstream"),
  DOWNSTREAM("下游追溯", "Downstream"),
  TO_PLANT("至污水厂", "To the plant"),
  BETWEEN("两点之间", "Between two places");

  private final String zh;
  private final String en;

  TraceMode(String zh, String en) {
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
