package org.lianpian.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule comes from: a clause of a document, or a decision of ours where no document speaks.
 *
 * @param parameter the profile's key, for example {@code riverside.distance}
 * @param document the document's number, for example {@code 榕政办〔2021〕60号}, or null for a decision
 * @param clause the clause, for example {@code 一(一)}, or the decision's id, for example {@code U-3}
 * @param requirement the id of the requirement, for example {@code FZ-03}, or null
 * @param text the quotation, or the reason of the decision
 */
public record Citation(
    String parameter,
    @Nullable String document,
    String clause,
    @Nullable String requirement,
    String text) {

  /** Tells whether no document gives this value, so that people must see it as our proposal. */
  public boolean isDecision() {
    return document == null;
  }
}
