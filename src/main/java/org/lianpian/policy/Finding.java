package org.lianpian.policy;

import java.util.List;

/**
 * The answer of a rule with its reasons.
 *
 * @param reasons in Chinese, in the order of the rule's parts; every failed or undecided part has
 *     one
 * @param citations of the parameters that were applied
 */
public record Finding(Outcome outcome, List<String> reasons, List<Citation> citations) {

  public Finding {
    reasons = List.copyOf(reasons);
    citations = List.copyOf(citations);
  }
}
