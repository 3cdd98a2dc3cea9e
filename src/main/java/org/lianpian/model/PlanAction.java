package org.lianpian.model;

/** What a revision of a plan came from (方案版本来源). */
public enum PlanAction implements Labelled {
  EDIT("编辑", "Edit"),
  UNDO("撤销", "Undo"),
  REDO("重做", "Redo"),
  /** No revision: the row that points to the latest one. */
  HEAD("当前版本", "Head");

  private final String zh;
  private final String en;

  PlanAction(String zh, String en) {
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
