package org.lianpian.policy;

import java.util.List;
import java.util.stream.Collectors;

/** What {@link PolicyVerifier} found, check by check. */
public record PolicyReport(List<PolicyCheck> checks) {

  public PolicyReport {
    checks = List.copyOf(checks);
  }

  /** Tells whether nothing failed; a check that was skipped for want of its rule did not fail. */
  public boolean passed() {
    return count(PolicyCheck.State.FAILED) == 0;
  }

  public int count(PolicyCheck.State state) {
    return (int) checks.stream().filter(check -> check.state() == state).count();
  }

  /** Returns the report in Chinese, one line a check and one with the totals. */
  public String text() {
    return checks.stream().map(PolicyCheck::line).collect(Collectors.joining("\n"))
        + "\n共 "
        + checks.size()
        + " 项:通过 "
        + count(PolicyCheck.State.PASSED)
        + ",不通过 "
        + count(PolicyCheck.State.FAILED)
        + ",未执行 "
        + count(PolicyCheck.State.SKIPPED);
  }
}
