package org.lianpian.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.PlanScenario;
import org.lianpian.model.Provenance;

/**
 * The variants of a plan that planners compare (比选方案 A、B、C, US-P12): each has a name and revisions
 * of its own, and one of them is on the map.
 *
 * <p>A dataset starts with one, {@link #MAIN}. Nothing is lost: a deleted scenario leaves the list,
 * its revisions stay. Thread-safe; each change is one transaction of the store.
 */
public final class PlanScenarios {

  /** The scenario that every dataset has from the start. */
  public static final String MAIN = "main";

  /** The most characters in a name. */
  public static final int MAX_NAME = 100;

  private static final int LETTERS = 26;

  private final FeatureStore store;

  public PlanScenarios(FeatureStore store) {
    this.store = store;
  }

  /** Returns the scenarios that are not deleted, oldest first. */
  public List<PlanScenario> list() {
    return all().stream().filter(scenario -> !scenario.deleted()).toList();
  }

  /** Returns the scenario that is on the map. */
  public PlanScenario active() {
    // ties are between scenarios that never were on the map, and the first was from the start
    return list().stream()
        .max(
            Comparator.comparingInt(PlanScenario::activated)
                .thenComparingInt(scenario -> -scenario.ordinal()))
        .orElseThrow();
  }

  public Optional<PlanScenario> find(String id) {
    return list().stream().filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  /**
   * Returns the plan of a scenario.
   *
   * @throws IllegalArgumentException when there is no such scenario
   */
  public PlanService plan(String id) {
    if (find(id).isEmpty()) {
      throw new IllegalArgumentException(PlanEditRefused.of(noSuch(), id, id).en());
    }
    return new PlanService(store, id);
  }

  /** Returns the plan of the scenario that is on the map. */
  public PlanService activePlan() {
    return new PlanService(store, active().id());
  }

  /** Returns the number of the last change of any scenario; each change adds one. */
  public int clock() {
    return PlanClock.now(store);
  }

  /**
   * Makes a scenario without areas.
   *
   * @param name null for the next letter
   */
  public ScenarioOutcome create(@Nullable String name, ChangeContext context) {
    return change(
        context, writer -> start(writer, name, null, PlanDraft.EMPTY, context, "新建方案", "New"));
  }

  /**
   * Makes a scenario that starts with what another one shows now.
   *
   * @param name null for the next letter
   */
  public ScenarioOutcome duplicate(String id, @Nullable String name, ChangeContext context) {
    return change(
        context,
        writer -> {
          PlanScenario source = getLive(id);
          PlanDraft draft = new PlanService(store, id).current().draft();
          return start(
              writer,
              name,
              id,
              draft,
              context,
              "复制「" + source.name() + "」",
              "Copy of '" + source.name() + "'");
        });
  }

  /** Puts a scenario on the map; nothing else changes. */
  public ScenarioOutcome activate(String id, ChangeContext context) {
    return change(
        context,
        writer -> {
          PlanScenario scenario = getLive(id);
          if (active().id().equals(id)) {
            throw refuse(RefusalReason.NOTHING_TO_DO, scenario.name());
          }
          return put(writer, scenario.withActivated(nextNumber(), context.actor()));
        });
  }

  public ScenarioOutcome rename(String id, String name, ChangeContext context) {
    return change(
        context,
        writer -> {
          PlanScenario scenario = getLive(id);
          String title = checked(name, id);
          if (title.equals(scenario.name())) {
            throw refuse(RefusalReason.NOTHING_TO_DO, title);
          }
          return put(writer, scenario.withName(title, nextNumber(), context.actor()));
        });
  }

  /** Takes a scenario off the list; the one on the map cannot be deleted. */
  public ScenarioOutcome delete(String id, ChangeContext context) {
    return change(
        context,
        writer -> {
          PlanScenario scenario = getLive(id);
          if (active().id().equals(id)) {
            throw refuse(RefusalReason.SCENARIO_ACTIVE, scenario.name());
          }
          return put(writer, scenario.withDeleted(nextNumber(), context.actor()));
        });
  }

  /**
   * Compares what two scenarios show now.
   *
   * @throws IllegalArgumentException when there is no such scenario
   */
  public PlanComparison compare(String before, String after, ContiguityGraph graph) {
    return PlanComparison.of(plan(before).current().draft(), plan(after).current().draft(), graph);
  }

  private List<PlanScenario> all() {
    List<PlanScenario> all = new ArrayList<>(store.list(PlanScenario.TYPE));
    if (all.stream().noneMatch(scenario -> scenario.id().equals(MAIN))) {
      all.add(
          new PlanScenario(MAIN, Provenance.of("plan"), 1, defaultName(1), 0, 0, false, null, ""));
    }
    all.sort(Comparator.comparingInt(PlanScenario::ordinal));
    return all;
  }

  private static String defaultName(int ordinal) {
    return "方案 " + (ordinal <= LETTERS ? Character.toString('A' + ordinal - 1) : "" + ordinal);
  }

  /** Reads and changes the list within a transaction. */
  @FunctionalInterface
  private interface Step {
    PlanScenario run(FeatureStore.Writer writer);
  }

  private ScenarioOutcome change(ChangeContext context, Step step) {
    try {
      return new ScenarioOutcome.Saved(store.write(context, step::run));
    } catch (RefusedException e) {
      return new ScenarioOutcome.Refused(e.refusal);
    }
  }

  private PlanScenario start(
      FeatureStore.Writer writer,
      @Nullable String name,
      @Nullable String source,
      PlanDraft draft,
      ChangeContext context,
      String zh,
      String en) {
    int ordinal = all().get(all().size() - 1).ordinal() + 1;
    String id = "s-" + ordinal;
    String title = name == null ? freeName(ordinal) : checked(name, id);
    int number = nextNumber();
    PlanScenario made =
        new PlanScenario(
            id, Provenance.of("plan"), ordinal, title, number, 0, false, source, context.actor());
    PlanService.put(PlanHistory.start(id, number, context.actor(), draft, zh, en), writer);
    return put(writer, made);
  }

  private String freeName(int ordinal) {
    List<String> taken = list().stream().map(PlanScenario::name).toList();
    return IntStream.iterate(ordinal, next -> next + 1)
        .mapToObj(PlanScenarios::defaultName)
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static PlanScenario put(FeatureStore.Writer writer, PlanScenario scenario) {
    writer.putOne(PlanScenario.TYPE, scenario);
    return scenario;
  }

  private int nextNumber() {
    return clock() + 1;
  }

  private PlanScenario getLive(String id) {
    return find(id).orElseThrow(() -> refuse(noSuch(), id));
  }

  private String checked(String name, String id) {
    String title = name.strip();
    if (title.isEmpty() || title.length() > MAX_NAME) {
      throw new RefusedException(
          PlanEditRefused.of(
              RefusalReason.BAD_NAME,
              "须为 1 到 " + MAX_NAME + " 字",
              "it must have 1 to " + MAX_NAME + " characters"));
    }
    if (list().stream().anyMatch(s -> s.name().equals(title) && !s.id().equals(id))) {
      throw refuse(RefusalReason.NAME_TAKEN, title);
    }
    return title;
  }

  private static RefusalReason noSuch() {
    return RefusalReason.NO_SUCH_SCENARIO;
  }

  private static RefusedException refuse(RefusalReason reason, String detail) {
    return new RefusedException(PlanEditRefused.of(reason, detail, detail));
  }

  /** Ends the transaction without a trace. */
  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient PlanEditRefused refusal;

    RefusedException(PlanEditRefused refusal) {
      super(refusal.en(), null, false, false);
      this.refusal = refusal;
    }
  }
}
