package org.lianpian.region;

import org.lianpian.model.Labelled;

/** What decides between plans that leave over as few and reach the {@link SizeGoal} as well. */
public enum ShapeGoal implements Labelled {
  SIMILAR("先相似、后紧凑", "Similar first, then compact"),
  COMPACT("先紧凑、后相似", "Compact first, then similar");

  private final String zh;
  private final String en;

  ShapeGoal(String zh, String en) {
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
