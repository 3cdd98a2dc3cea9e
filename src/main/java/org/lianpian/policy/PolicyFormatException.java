package org.lianpian.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The policy files cannot be used as they are; lists everything found wrong with them. */
public final class PolicyFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<PolicyIssue> issues;

  public PolicyFormatException(List<PolicyIssue> issues) {
    super(issues.stream().map(PolicyIssue::toString).collect(Collectors.joining("\n")));
    this.issues = List.copyOf(issues);
  }

  public List<PolicyIssue> issues() {
    return issues;
  }
}
