package org.lianpian.sewer.network;

import org.lianpian.model.Labelled;

/** What the joint of a pipe end and a node rests on, the best first. */
public enum JoinMethod implements Labelled {
  ID("编号", "Id"),
  EXACT_SNAP("位置吻合", "Exact position"),
  INFERRED_SNAP("位置推断", "Inferred position"),
  /** The id names a node elsewhere than where the line ends; the id is followed, never trusted. */
  CONFLICT("编号与位置不符", "Id and position disagree"),
  /** Nothing was surveyed there; a node is implied by the pipe end. */
  IMPLIED("由管端推定", "Implied by the pipe end");

  private final String zh;
  private final String en;

  JoinMethod(String zh, String en) {
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
