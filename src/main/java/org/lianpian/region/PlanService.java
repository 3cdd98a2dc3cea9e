package org.lianpian.region;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.PlanAction;
import org.lianpian.model.PlanRevision;

/**
 * Keeps the revisions of one plan in a store: edits with an expected revision, undo, redo. {@link
 * PlanScenarios} hands it out.
 *
 * <p>Thread-safe. The expected revision is checked inside the store's transaction, and a store runs
 * one write at a time, so that of two planners who save the same revision one gets a conflict.
 */
public final class PlanService {

  private final FeatureStore store;
  private final String plan;

  PlanService(FeatureStore store, String plan) {
    this.store = store;
    this.plan = plan;
  }

  public PlanState current() {
    return state(latest());
  }

  /**
   * Returns the plan as it was at a revision.
   *
   * @throws IllegalArgumentException when there was none
   */
  public PlanState at(int revision) {
    return state(revision == 0 ? null : get(revision));
  }

  /** Returns all revisions, oldest first. */
  public List<PlanRevision> revisions() {
    return store.findWhere(PlanRevision.TYPE, "plan", plan).stream()
        .filter(revision -> revision.action() != PlanAction.HEAD)
        .sorted(Comparator.comparingInt(PlanRevision::number))
        .toList();
  }

  /**
   * Applies an edit to the current draft and saves it.
   *
   * @param expected the revision the planner saw
   * @param edit runs inside the store's transaction; must be quick and pure
   */
  public PlanOutcome apply(
      int expected, ChangeContext context, Function<PlanDraft, PlanEditResult> edit) {
    return save(
        expected,
        context,
        (latest, state, writer) -> {
          PlanEditResult result = edit.apply(state.draft());
          if (result instanceof PlanEditRefused refusal) {
            return new PlanOutcome.Refused(state, refusal);
          }
          PlanEdit done = (PlanEdit) result;
          PlanRevision next = PlanHistory.edit(plan, nextNumber(), latest, context.actor(), done);
          return new PlanOutcome.Saved(append(next, done.draft(), writer), done);
        });
  }

  /** Takes back the last edit that is shown. */
  public PlanOutcome undo(int expected, ChangeContext context) {
    return save(
        expected,
        context,
        (latest, state, writer) -> {
          Integer parent = latest == null ? null : latest.parent();
          if (latest == null || parent == null) {
            return refused(state, RefusalReason.NOTHING_TO_UNDO);
          }
          PlanRevision before = parent == 0 ? null : get(parent);
          PlanRevision next =
              PlanHistory.undo(nextNumber(), latest, get(latest.shows()), before, context.actor());
          return new PlanOutcome.Saved(append(next, draftOf(before), writer), null);
        });
  }

  /** Does again what was undone last. */
  public PlanOutcome redo(int expected, ChangeContext context) {
    return save(
        expected,
        context,
        (latest, state, writer) -> {
          if (latest == null || latest.redo().isEmpty()) {
            return refused(state, RefusalReason.NOTHING_TO_REDO);
          }
          PlanRevision again = get(latest.redo().get(latest.redo().size() - 1));
          PlanRevision next = PlanHistory.redo(nextNumber(), latest, again, context.actor());
          return new PlanOutcome.Saved(append(next, draftOf(again), writer), null);
        });
  }

  private static PlanOutcome refused(PlanState state, RefusalReason reason) {
    return new PlanOutcome.Refused(state, PlanEditRefused.of(reason, "", ""));
  }

  @FunctionalInterface
  private interface Step {
    PlanOutcome run(@Nullable PlanRevision latest, PlanState state, FeatureStore.Writer writer);
  }

  private PlanOutcome save(int expected, ChangeContext context, Step step) {
    return store.write(
        context,
        writer -> {
          PlanRevision latest = latest();
          PlanState state = state(latest);
          if (state.revision() != expected) {
            PlanDraft seen = state(find(expected)).draft();
            return new PlanOutcome.Conflict(
                state, expected, PlanDifference.of(seen, state.draft()));
          }
          return step.run(latest, state, writer);
        });
  }

  private PlanState append(PlanRevision next, PlanDraft draft, FeatureStore.Writer writer) {
    put(next, writer);
    return state(next, draft);
  }

  /** Writes a revision and points to it as the latest. */
  static void put(PlanRevision revision, FeatureStore.Writer writer) {
    writer.putOne(PlanRevision.TYPE, revision);
    writer.putOne(PlanRevision.TYPE, PlanRevision.head(revision.plan(), revision.number()));
  }

  private int nextNumber() {
    return PlanClock.now(store) + 1;
  }

  private @Nullable PlanRevision latest() {
    return store
        .find(PlanRevision.TYPE, PlanRevision.headIdOf(plan))
        .map(head -> get(head.number()))
        .orElse(null);
  }

  private PlanRevision get(int number) {
    PlanRevision revision = find(number);
    if (revision == null) {
      throw new IllegalArgumentException("Plan " + plan + " has no revision " + number);
    }
    return revision;
  }

  private @Nullable PlanRevision find(int number) {
    return store.find(PlanRevision.TYPE, PlanRevision.idOf(plan, number)).orElse(null);
  }

  private PlanState state(@Nullable PlanRevision revision) {
    if (revision == null) {
      return new PlanState(0, PlanDraft.EMPTY, false, false, null, null);
    }
    PlanRevision shown =
        revision.shows() == revision.number()
            ? revision
            : revision.shows() == 0 ? null : get(revision.shows());
    return state(revision, draftOf(shown));
  }

  private static PlanState state(PlanRevision revision, PlanDraft draft) {
    return new PlanState(
        revision.number(),
        draft,
        revision.parent() != null,
        !revision.redo().isEmpty(),
        revision.zh(),
        revision.en());
  }

  private static PlanDraft draftOf(@Nullable PlanRevision edit) {
    return edit == null ? PlanDraft.EMPTY : PlanDraft.fromTree(edit.draft());
  }
}
