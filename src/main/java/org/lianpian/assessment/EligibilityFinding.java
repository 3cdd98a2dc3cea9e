package org.lianpian.assessment;

import java.util.List;
import org.lianpian.policy.Citation;

/**
 * One reason with what it does to the answer.
 *
 * @param zh the reason with its figures in Chinese
 * @param en the same in English
 * @param citations of the parameters behind it
 */
record EligibilityFinding(
    EligibilityReason reason, Effect effect, String zh, String en, List<Citation> citations) {

  /** What a reason does to the answer; a later one beats an earlier one. */
  enum Effect {
    /** Speaks for the community. */
    PASS,
    /** Changes nothing, but people should know. */
    NOTICE,
    /** Cannot be decided from the data. */
    REVIEW,
    /** Takes the community out. */
    REJECT
  }

  EligibilityFinding {
    citations = List.copyOf(citations);
  }

  /** Makes a finding that says no more than its reason. */
  static EligibilityFinding of(EligibilityReason reason, Effect effect, List<Citation> citations) {
    return new EligibilityFinding(reason, effect, reason.zh(), reason.en(), citations);
  }

  /** Makes a finding with figures in brackets behind its reason. */
  static EligibilityFinding of(
      EligibilityReason reason, Effect effect, String zh, String en, List<Citation> citations) {
    return new EligibilityFinding(
        reason, effect, reason.zh() + "(" + zh + ")", reason.en() + " (" + en + ")", citations);
  }
}
