package org.lianpian.region;

import org.jspecify.annotations.Nullable;

/** What saving an edit comes to. */
public sealed interface PlanOutcome {

  /**
   * It is saved.
   *
   * @param edit null for undo and redo
   */
  record Saved(PlanState state, @Nullable PlanEdit edit) implements PlanOutcome {}

  /** It is not done; the plan stays as it is. */
  record Refused(PlanState state, PlanEditRefused refusal) implements PlanOutcome {}

  /**
   * Somebody saved in between (US-P17); nothing is changed.
   *
   * @param state the plan as it is now
   * @param difference what the others changed since the expected revision
   */
  record Conflict(PlanState state, int expected, PlanDifference difference)
      implements PlanOutcome {}
}
