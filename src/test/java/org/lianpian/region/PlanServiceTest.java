package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.PlanAction;
import org.lianpian.model.PlanRevision;
import org.lianpian.model.Progress;

@Tag("US-P18")
class PlanServiceTest {
  private static final ChangeContext CONTEXT = new ChangeContext("规划员甲", "编辑方案", Instant.EPOCH);
  private static final PackagePlan PLAN =
      new PlainRegionalizer()
          .plan(FixtureF2.SANMING.input(), UnitBuilder.parameters(), Progress.NONE);
  private static final PlanBasis BASIS = PlanBasis.of(PLAN, UnitBuilder.PROFILE);
  private static final PlanEditor EDITOR = new PlanEditor(PLAN.graph());

  private final MemoryStore store = new MemoryStore();
  private final PlanService service = new PlanService(store, PlanScenarios.MAIN);

  private static PlanState saved(PlanOutcome outcome) {
    assertThat(outcome).isInstanceOf(PlanOutcome.Saved.class);
    return ((PlanOutcome.Saved) outcome).state();
  }

  private PlanState propose() {
    return saved(service.apply(0, CONTEXT, draft -> EDITOR.propose(draft, PLAN, BASIS)));
  }

  @Test
  void aPlanStartsEmptyAtRevisionZero() {
    PlanState state = service.current();
    assertThat(state).isEqualTo(new PlanState(0, PlanDraft.EMPTY, false, false, null, null));
    assertThat(service.undo(0, CONTEXT)).isInstanceOf(PlanOutcome.Refused.class);
    assertThat(service.redo(0, CONTEXT)).isInstanceOf(PlanOutcome.Refused.class);
    assertThat(service.revisions()).isEmpty();
  }

  @Test
  void undoingAMergeRestoresBothAreasWithTheirIds() {
    PlanState proposed = propose();
    PlanState merged =
        saved(service.apply(1, CONTEXT, d -> EDITOR.merge(d, List.of("PK-P1", "PK-P4"))));
    assertThat(merged.draft().areas()).hasSize(1);
    PlanState undone = saved(service.undo(2, CONTEXT));
    assertThat(undone.revision()).isEqualTo(3);
    assertThat(undone.draft()).isEqualTo(proposed.draft());
    assertThat(undone.canRedo()).isTrue();
    assertThat(undone.lastActionZh()).isEqualTo("撤销:合并片区「小区P1片区」、「小区P4片区」");
    PlanState again = saved(service.redo(3, CONTEXT));
    assertThat(again.draft()).isEqualTo(merged.draft());
    assertThat(again.canRedo()).isFalse();
  }

  @Test
  void historyIsOnlyAppendedAndSurvivesANewService() {
    propose();
    saved(service.apply(1, CONTEXT, d -> EDITOR.delete(d, "PK-P1")));
    saved(service.undo(2, CONTEXT));
    saved(service.undo(3, CONTEXT));
    PlanService reopened = new PlanService(store, PlanScenarios.MAIN);
    assertThat(reopened.current().draft()).isEqualTo(PlanDraft.EMPTY);
    assertThat(reopened.current().canUndo()).isFalse();
    PlanState redone = saved(reopened.redo(4, CONTEXT));
    assertThat(redone.draft().areas()).isEqualTo(PlanDraft.of(PLAN).areas());
    assertThat(redone.draft().basis()).isEqualTo(BASIS);
    assertThat(reopened.revisions())
        .extracting(PlanRevision::action)
        .containsExactly(
            PlanAction.EDIT, PlanAction.EDIT, PlanAction.UNDO, PlanAction.UNDO, PlanAction.REDO);
    assertThat(reopened.revisions()).extracting(PlanRevision::actor).containsOnly("规划员甲");
    assertThat(reopened.at(1).draft()).isEqualTo(redone.draft());
    assertThatThrownBy(() -> reopened.at(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9");
  }

  @Test
  @Tag("US-P17")
  void theSecondSaveOfOneRevisionGetsAConflictWithTheDifference() {
    propose();
    saved(service.apply(1, CONTEXT, d -> EDITOR.remove(d, "PK-P1", List.of("P3"))));
    PlanOutcome late = service.apply(1, CONTEXT, d -> EDITOR.delete(d, "PK-P4"));
    assertThat(late).isInstanceOf(PlanOutcome.Conflict.class);
    PlanOutcome.Conflict conflict = (PlanOutcome.Conflict) late;
    assertThat(conflict.state().revision()).isEqualTo(2);
    assertThat(conflict.difference().moved())
        .containsExactly(new PlanDifference.Move("P3", "PK-P1", null));
    assertThat(service.current().draft().find("PK-P4")).isPresent();
    assertThat(service.undo(1, CONTEXT)).isInstanceOf(PlanOutcome.Conflict.class);
  }

  @Test
  void aRefusedEditLeavesNoRevision() {
    propose();
    PlanOutcome refused = service.apply(1, CONTEXT, d -> EDITOR.delete(d, "nowhere"));
    assertThat(refused).isInstanceOf(PlanOutcome.Refused.class);
    assertThat(service.current().revision()).isEqualTo(1);
    assertThat(service.revisions()).hasSize(1);
  }

  @Test
  @Tag("US-P17")
  void ofTwoPlannersAtOnceOneWins() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<PlanOutcome>> saves = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        saves.add(() -> service.apply(0, CONTEXT, d -> EDITOR.propose(d, PLAN, BASIS)));
      }
      int won = 0;
      for (Future<PlanOutcome> save : threads.invokeAll(saves)) {
        won += save.get() instanceof PlanOutcome.Saved ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  /** Random edits, undos and redos against two plain stacks of drafts. */
  @Test
  void undoAndRedoBehaveLikeTwoStacks() {
    Random random = new Random(7);
    List<PlanDraft> past = new ArrayList<>(List.of(PlanDraft.EMPTY));
    List<PlanDraft> future = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      int expected = service.current().revision();
      int choice = random.nextInt(4);
      if (choice == 0) {
        boolean possible = past.size() > 1;
        assertThat(service.undo(expected, CONTEXT) instanceof PlanOutcome.Saved)
            .isEqualTo(possible);
        if (possible) {
          future.add(past.remove(past.size() - 1));
        }
      } else if (choice == 1) {
        boolean possible = !future.isEmpty();
        assertThat(service.redo(expected, CONTEXT) instanceof PlanOutcome.Saved)
            .isEqualTo(possible);
        if (possible) {
          past.add(future.remove(future.size() - 1));
        }
      } else {
        String id = "P" + (1 + random.nextInt(10));
        PlanState state =
            saved(service.apply(expected, CONTEXT, d -> EDITOR.create(d, List.of(id), null)));
        past.add(state.draft());
        future.clear();
      }
      PlanState now = service.current();
      assertThat(now.draft()).as("seed 7, step %d", step).isEqualTo(past.get(past.size() - 1));
      assertThat(now.canUndo()).isEqualTo(past.size() > 1);
      assertThat(now.canRedo()).isEqualTo(!future.isEmpty());
    }
  }
}
