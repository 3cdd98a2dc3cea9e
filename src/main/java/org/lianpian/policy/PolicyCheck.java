package org.lianpian.policy;

/**
 * One line of a {@link PolicyReport}.
 *
 * @param group 格式, 依据, 合计 or 算例
 * @param subject the profile or file
 * @param requirement ids, or empty
 * @param title what was checked, in Chinese
 * @param detail what is wrong, in Chinese; empty when nothing is
 */
public record PolicyCheck(
    String group, String subject, String requirement, String title, State state, String detail) {

  /** How a check ended. */
  public enum State {
    PASSED("通过"),
    FAILED("不通过"),
    SKIPPED("未执行");

    private final String zh;

    State(String zh) {
      this.zh = zh;
    }

    public String zh() {
      return zh;
    }
  }

  /** Returns the check as one Chinese line. */
  public String line() {
    return "["
        + state.zh()
        + "] "
        + group
        + " "
        + subject
        + " "
        + title
        + (requirement.isEmpty() ? "" : " (" + requirement + ")")
        + (detail.isEmpty() ? "" : " —— " + detail);
  }
}
