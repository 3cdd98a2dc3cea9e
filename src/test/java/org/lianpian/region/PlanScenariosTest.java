package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.PlanScenario;
import org.lianpian.model.Progress;

@Tag("US-P12")
class PlanScenariosTest {
  private static final ChangeContext CONTEXT = new ChangeContext("规划员甲", "比选", Instant.EPOCH);
  private static final PackagePlan PLAN =
      new PlainRegionalizer()
          .plan(FixtureF2.SANMING.input(), UnitBuilder.parameters(), Progress.NONE);
  private static final PlanBasis BASIS = PlanBasis.of(PLAN, UnitBuilder.PROFILE);
  private static final PlanEditor EDITOR = new PlanEditor(PLAN.graph());

  private final MemoryStore store = new MemoryStore();
  private final PlanScenarios scenarios = new PlanScenarios(store);

  private static PlanScenario saved(ScenarioOutcome outcome) {
    assertThat(outcome).isInstanceOf(ScenarioOutcome.Saved.class);
    return ((ScenarioOutcome.Saved) outcome).scenario();
  }

  private static RefusalReason refused(ScenarioOutcome outcome) {
    assertThat(outcome).isInstanceOf(ScenarioOutcome.Refused.class);
    return ((ScenarioOutcome.Refused) outcome).refusal().reason();
  }

  private void propose() {
    int seen = scenarios.activePlan().current().revision();
    PlanOutcome outcome =
        scenarios.activePlan().apply(seen, CONTEXT, d -> EDITOR.propose(d, PLAN, BASIS));
    assertThat(outcome).isInstanceOf(PlanOutcome.Saved.class);
  }

  @Test
  void aDatasetStartsWithOneScenario() {
    assertThat(scenarios.list()).extracting(PlanScenario::name).containsExactly("方案 A");
    assertThat(scenarios.active().id()).isEqualTo(PlanScenarios.MAIN);
    assertThat(scenarios.clock()).isZero();
  }

  @Test
  void aCopyStartsWithTheAreasAndTheBasisOfItsSourceAndGoesItsOwnWay() {
    propose();
    PlanScenario copy = saved(scenarios.duplicate(PlanScenarios.MAIN, null, CONTEXT));
    assertThat(copy.name()).isEqualTo("方案 B");
    assertThat(copy.copiedFrom()).isEqualTo(PlanScenarios.MAIN);
    PlanState start = scenarios.plan(copy.id()).current();
    assertThat(start.draft()).isEqualTo(scenarios.activePlan().current().draft());
    assertThat(start.draft().basis()).isEqualTo(BASIS);
    assertThat(start.canUndo()).isFalse();

    scenarios
        .plan(copy.id())
        .apply(start.revision(), CONTEXT, d -> EDITOR.remove(d, "PK-P1", List.of("P3")));
    PlanComparison comparison = scenarios.compare(PlanScenarios.MAIN, copy.id(), PLAN.graph());
    assertThat(comparison.difference().moved())
        .containsExactly(new PlanDifference.Move("P3", "PK-P1", null));
    assertThat(comparison.after().leftovers()).isEqualTo(comparison.before().leftovers() + 1);
  }

  @Test
  void oneScenarioIsOnTheMapAndCannotBeDeleted() {
    PlanScenario b = saved(scenarios.create("先易后难", CONTEXT));
    assertThat(scenarios.active().id()).isEqualTo(PlanScenarios.MAIN);
    assertThat(refused(scenarios.activate(PlanScenarios.MAIN, CONTEXT)))
        .isEqualTo(RefusalReason.NOTHING_TO_DO);
    saved(scenarios.activate(b.id(), CONTEXT));
    assertThat(scenarios.active().name()).isEqualTo("先易后难");
    assertThat(refused(scenarios.delete(b.id(), CONTEXT))).isEqualTo(RefusalReason.SCENARIO_ACTIVE);
    saved(scenarios.delete(PlanScenarios.MAIN, CONTEXT));
    assertThat(scenarios.list()).extracting(PlanScenario::id).containsExactly(b.id());
    assertThat(refused(scenarios.activate(PlanScenarios.MAIN, CONTEXT)))
        .isEqualTo(RefusalReason.NO_SUCH_SCENARIO);
    assertThatThrownBy(() -> scenarios.plan(PlanScenarios.MAIN))
        .isInstanceOf(IllegalArgumentException.class);
    // the id of a deleted scenario is never used again
    assertThat(saved(scenarios.create(null, CONTEXT)).id()).isNotIn("s-2", PlanScenarios.MAIN);
  }

  @Test
  void namesAreGivenOnceAndChecked() {
    saved(scenarios.create("方案 C", CONTEXT));
    assertThat(refused(scenarios.create(" 方案 A ", CONTEXT))).isEqualTo(RefusalReason.NAME_TAKEN);
    assertThat(refused(scenarios.create(" ", CONTEXT))).isEqualTo(RefusalReason.BAD_NAME);
    assertThat(refused(scenarios.create("长".repeat(101), CONTEXT)))
        .isEqualTo(RefusalReason.BAD_NAME);
    assertThat(saved(scenarios.create(null, CONTEXT)).name()).isEqualTo("方案 D");
    assertThat(refused(scenarios.rename("s-2", "方案 D", CONTEXT)))
        .isEqualTo(RefusalReason.NAME_TAKEN);
    assertThat(saved(scenarios.rename("s-2", "先易后难", CONTEXT)).name()).isEqualTo("先易后难");
    assertThat(refused(scenarios.duplicate("nowhere", null, CONTEXT)))
        .isEqualTo(RefusalReason.NO_SUCH_SCENARIO);
  }

  /** A planner who saw A must not change B, which somebody else put on the map. */
  @Test
  @Tag("US-P17")
  void aRevisionNumberSaysWhichScenarioWasSeen() {
    propose();
    int seen = scenarios.activePlan().current().revision();
    PlanScenario b = saved(scenarios.duplicate(PlanScenarios.MAIN, null, CONTEXT));
    saved(scenarios.activate(b.id(), CONTEXT));
    PlanOutcome late = scenarios.activePlan().apply(seen, CONTEXT, d -> EDITOR.delete(d, "PK-P1"));
    assertThat(late).isInstanceOf(PlanOutcome.Conflict.class);
    assertThat(scenarios.activePlan().current().draft().find("PK-P1")).isPresent();
  }

  @Test
  void eachChangeOfAnyScenarioTakesTheNextNumber() {
    Random random = new Random(11);
    for (int step = 0; step < 200; step++) {
      List<PlanScenario> all = scenarios.list();
      String id = all.get(random.nextInt(all.size())).id();
      int before = scenarios.clock();
      boolean changed = change(random.nextInt(6), id, step);
      assertThat(scenarios.clock())
          .as("seed 11, step %d", step)
          .isEqualTo(before + (changed ? 1 : 0));
    }
  }

  private boolean change(int kind, String id, int step) {
    PlanService plan = scenarios.plan(id);
    int seen = plan.current().revision();
    return switch (kind) {
      case 0 -> scenarios.duplicate(id, null, CONTEXT) instanceof ScenarioOutcome.Saved;
      case 1 -> scenarios.activate(id, CONTEXT) instanceof ScenarioOutcome.Saved;
      case 2 -> scenarios.delete(id, CONTEXT) instanceof ScenarioOutcome.Saved;
      case 3 -> scenarios.rename(id, "名称" + step, CONTEXT) instanceof ScenarioOutcome.Saved;
      case 4 ->
          plan.apply(seen, CONTEXT, d -> EDITOR.create(d, List.of("P1"), null))
              instanceof PlanOutcome.Saved;
      default -> plan.undo(seen, CONTEXT) instanceof PlanOutcome.Saved;
    };
  }
}
