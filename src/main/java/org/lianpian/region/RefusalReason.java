package org.lianpian.region;

import org.lianpian.model.Labelled;

/** Why an edit of a plan is not done. */
public enum RefusalReason implements Labelled {
  NO_SUCH_AREA("没有该片区", "No such area"),
  NO_SUCH_COMMUNITY("没有该小区", "No such community"),
  NOT_A_MEMBER("不在该片区", "Not a member"),
  NO_MEMBERS("没有选择小区", "No members"),
  LOCKED("片区已锁定", "Area is locked"),
  OTHER_DISTRICT("跨区县", "Different districts"),
  LINE_MISSES("线没有把片区分成两部分", "The line leaves all members on one side"),
  NOTHING_TO_DO("没有变化", "Nothing to do"),
  BAD_NAME("名称无效", "Bad name"),
  NOTHING_TO_UNDO("没有可撤销的操作", "Nothing to undo"),
  NOTHING_TO_REDO("没有可重做的操作", "Nothing to redo"),
  NO_SUCH_SCENARIO("没有该方案", "No such scenario"),
  NAME_TAKEN("方案名称已有", "There is a scenario of that name"),
  SCENARIO_ACTIVE("方案正在使用,请先启用另一方案", "The scenario is in use; activate another one first");

  private final String zh;
  private final String en;

  RefusalReason(String zh, String en) {
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
