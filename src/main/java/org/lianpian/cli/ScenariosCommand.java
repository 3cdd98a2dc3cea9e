package org.lianpian.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.PlanScenario;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.region.ContiguityGraph;
import org.lianpian.region.PackagingParameters;
import org.lianpian.region.PackagingUnit;
import org.lianpian.region.PlanComparison;
import org.lianpian.region.PlanDifference;
import org.lianpian.region.PlanFigures;
import org.lianpian.region.PlanScenarios;
import org.lianpian.region.Sum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the variants of a dataset's plan with their figures, or compares two of them (US-P12). */
@Command(name = "scenarios")
final class ScenariosCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--compare", arity = "2", paramLabel = "ID")
  private @Nullable List<String> compare;

  @Override
  public Integer call() {
    Components components = common.components();
    try (FeatureStore store = components.openStore()) {
      PlanScenarios scenarios = new PlanScenarios(store);
      List<String> two = compare;
      List<PlanScenario> shown =
          two == null
              ? scenarios.list()
              : List.of(get(scenarios, two.get(0)), get(scenarios, two.get(1)));
      PolicyProfile profile = components.profile(store.dataset().profile());
      ContiguityGraph graph =
          components
              .assessmentRun(store)
              .proposal(PackagingParameters.from(profile, components.assessmentDate()))
              .graph();
      String active = scenarios.active().id();
      for (PlanScenario scenario : shown) {
        PlanFigures figures =
            PlanFigures.of(scenarios.plan(scenario.id()).current().draft(), graph);
        print(scenario, scenario.id().equals(active), figures);
      }
      if (two != null) {
        printMoved(scenarios.compare(two.get(0), two.get(1), graph), graph);
      }
    }
    return Failures.OK;
  }

  private static PlanScenario get(PlanScenarios scenarios, String id) {
    return scenarios
        .find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Cli.Language.say("没有方案 ", "There is no scenario ")
                        + id
                        + Cli.Language.say(";已有:", "; there are: ")
                        + scenarios.list().stream().map(PlanScenario::id).toList()));
  }

  private void print(PlanScenario scenario, boolean active, PlanFigures figures) {
    spec.commandLine()
        .getOut()
        .printf(
            Cli.Language.say(
                "%s %s %s:片区 %d,小区 %d,户数 %s,未整合 %d(%s户),跨街道 %d,不连片 %d%n",
                "%s %s %s: %d areas, %d communities, %s households, %d left over (%s households),"
                    + " %d across sub-districts, %d not contiguous%n"),
            active ? "*" : " ",
            scenario.id(),
            scenario.name(),
            figures.areas(),
            figures.members(),
            text(figures.households()),
            figures.leftovers(),
            text(figures.leftoverHouseholds()),
            figures.crossStreetAreas(),
            figures.brokenAreas());
  }

  private static String text(Sum sum) {
    return Cli.Language.say(sum.zh(""), sum.en("").replace("  ", " ").strip());
  }

  private void printMoved(PlanComparison comparison, ContiguityGraph graph) {
    List<PlanDifference.Move> moved = comparison.difference().moved();
    spec.commandLine()
        .getOut()
        .printf(Cli.Language.say("换了片区的小区 %d 个%n", "%d communities moved%n"), moved.size());
    for (PlanDifference.Move move : moved) {
      spec.commandLine()
          .getOut()
          .printf(
              "%s %s: %s -> %s%n",
              move.communityId(),
              graph.findUnit(move.communityId()).map(PackagingUnit::title).orElse(""),
              Optional.ofNullable(move.from()).orElse("-"),
              Optional.ofNullable(move.to()).orElse("-"));
    }
  }
}
