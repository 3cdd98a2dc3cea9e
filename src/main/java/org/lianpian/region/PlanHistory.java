package org.lianpian.region;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.PlanAction;
import org.lianpian.model.PlanRevision;
import org.lianpian.model.Provenance;

/**
 * Makes the next revision of a plan from the latest one; revisions are only appended (US-P18).
 *
 * <p>An undo shows the parent of the edit that is shown now and remembers that edit for redo; an
 * edit forgets what could be redone. So undo reaches back to the empty plan, whatever was undone
 * and done again in between. Null stands for the empty plan, number 0.
 */
final class PlanHistory {
  private PlanHistory() {}

  static PlanRevision edit(
      String plan, int number, @Nullable PlanRevision latest, String actor, PlanEdit edit) {
    Integer parent = latest == null ? 0 : latest.shows();
    return shows(plan, number, parent, actor, edit.draft(), edit.zh(), edit.en());
  }

  /** Makes the first revision of a plan that starts with a draft; nothing before it is shown. */
  static PlanRevision start(
      String plan, int number, String actor, PlanDraft draft, String zh, String en) {
    return shows(plan, number, null, actor, draft, zh, en);
  }

  private static PlanRevision shows(
      String plan,
      int number,
      @Nullable Integer parent,
      String actor,
      PlanDraft draft,
      String zh,
      String en) {
    return new PlanRevision(
        PlanRevision.idOf(plan, number),
        Provenance.of("plan"),
        plan,
        number,
        PlanAction.EDIT,
        number,
        parent,
        List.of(),
        actor,
        zh,
        en,
        draft.toTree());
  }

  /**
   * @param number of the new revision
   * @param undone the edit that is shown now
   * @param before the edit that will be shown, or null for the empty plan
   */
  static PlanRevision undo(
      int number,
      PlanRevision latest,
      PlanRevision undone,
      @Nullable PlanRevision before,
      String actor) {
    List<Integer> redo = new ArrayList<>(latest.redo());
    redo.add(undone.number());
    return shown(
        number,
        latest,
        PlanAction.UNDO,
        before,
        redo,
        actor,
        "撤销:" + undone.zh(),
        "Undo: " + undone.en());
  }

  /**
   * @param number of the new revision
   * @param again the edit that is shown again, the last of {@link PlanRevision#redo}
   */
  static PlanRevision redo(int number, PlanRevision latest, PlanRevision again, String actor) {
    List<Integer> redo = new ArrayList<>(latest.redo());
    redo.remove(redo.size() - 1);
    return shown(
        number,
        latest,
        PlanAction.REDO,
        again,
        redo,
        actor,
        "重做:" + again.zh(),
        "Redo: " + again.en());
  }

  private static PlanRevision shown(
      int number,
      PlanRevision latest,
      PlanAction action,
      @Nullable PlanRevision edit,
      List<Integer> redo,
      String actor,
      String zh,
      String en) {
    return new PlanRevision(
        PlanRevision.idOf(latest.plan(), number),
        Provenance.of("plan"),
        latest.plan(),
        number,
        action,
        edit == null ? 0 : edit.number(),
        edit == null ? null : edit.parent(),
        redo,
        actor,
        zh,
        en,
        null);
  }
}
