package org.lianpian.region;

import org.jspecify.annotations.Nullable;

/**
 * A plan as it is at one revision.
 *
 * @param revision 0 for a plan that nobody has edited; expected with the next edit
 * @param lastActionZh what the revision did, or null at revision 0
 */
public record PlanState(
    int revision,
    PlanDraft draft,
    boolean canUndo,
    boolean canRedo,
    @Nullable String lastActionZh,
    @Nullable String lastActionEn) {}
