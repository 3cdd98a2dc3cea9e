package org.lianpian.region;

import org.lianpian.model.Labelled;

/** Why locks cannot hold: what, where, and how to mend it. */
public record LockProblem(Kind kind, String zh, String en) {

  /** What is wrong with a lock. */
  public enum Kind implements Labelled {
    UNKNOWN_COMMUNITY("没有该小区,请核对编号", "No such community; check the id"),
    EXCLUDED("小区不纳入改造,不能锁定", "The community is excluded and cannot be locked"),
    NO_POSITION("小区没有可靠位置,请先定位", "The community has no certain position; locate it first"),
    LARGE("大型小区单独实施,只能作为锚点", "A large community is on its own; it can only be an anchor"),
    TWO_FROZEN("小区同时在两个锁定片区", "The community is in two frozen packages"),
    FROZEN_APART("锁定片区含须分开的小区", "A frozen package holds communities to be kept apart"),
    FROZEN_AND_OUTSIDE("须同片的小区一部分在锁定片区内", "Of communities to be together only some are frozen"),
    TOGETHER_AND_APART("小区须同片又须分开", "Communities are to be together and apart"),
    TOGETHER_ANCHORS("两个锚点须同片,锚点各成一片", "Two anchors are to be together; each has its own package"),
    TOGETHER_NOT_CONTIGUOUS(
        "须同片的小区不相邻,请把中间的小区也选上",
        "Communities to be together are not neighbours; add those between them"),
    TOGETHER_ABOVE_MAX("须同片的小区合计超过上限", "Communities to be together exceed the maximum"),
    TOGETHER_TOO_WIDE("须同片的小区相距超过上限", "Communities to be together are too far apart");

    private final String zh;
    private final String en;

    Kind(String zh, String en) {
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

  static LockProblem of(Kind kind, String detail) {
    return new LockProblem(kind, kind.zh() + ":" + detail, kind.en() + ": " + detail);
  }
}
