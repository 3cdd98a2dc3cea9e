package org.lianpian.policy;

/** What a rule says about a case; missing data is never a pass. */
public enum Outcome {
  PASS("通过", "Pass"),
  FAIL("不通过", "Fail"),
  NO_DATA("无法判定", "Cannot be decided");

  private final String zh;
  private final String en;

  Outcome(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }

  /** Returns FAIL if either fails, else NO_DATA if either cannot be decided, else PASS. */
  public Outcome and(Outcome other) {
    if (this == FAIL || other == FAIL) {
      return FAIL;
    }
    return this == NO_DATA || other == NO_DATA ? NO_DATA : PASS;
  }
}
