package org.lianpian.region;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lianpian.model.Progress;
import org.lianpian.region.solver.PackageSolution;
import org.lianpian.region.solver.PackageSolver;
import org.lianpian.region.solver.SolverSettings;

/**
 * Joins units by search: leaves over as few as it can, then decides as {@link PackagingGoal} says:
 * few, many or packages of a target size, then alike and compact ones.
 *
 * <p>Starts from what {@link PlainRegionalizer} finds and is never worse. Bounds, unknown
 * households and ties are as there: known sums keep the maximum and reach the minimum. Each
 * connected component comes with a certificate of how good it is.
 *
 * <p>Source: {@link PackageSolver}.
 */
public final class SpanningTreeRegionalizer implements Regionalizer {
  private final SolverSettings settings;

  /** Searches on one thread as long as is usual for a city. */
  public SpanningTreeRegionalizer() {
    this(new SolverSettings(1, 1, 0.25));
  }

  public SpanningTreeRegionalizer(SolverSettings settings) {
    this.settings = settings;
  }

  @Override
  public PackagePlan plan(PackagingInput input, PackagingParameters parameters, Progress progress) {
    ContiguityGraph graph = ContiguityGraph.of(input, parameters, progress);
    List<PackagingUnit> units =
        graph.units().stream()
            .filter(unit -> unit.role(parameters) == UnitRole.CANDIDATE)
            .filter(unit -> Limits.areKept(Set.of(unit.id()), graph))
            .toList();
    SolverUnits solverUnits = new SolverUnits(units, graph);
    int[] start = start(PlainRegionalizer.pieces(graph), solverUnits, graph);
    PackageSolution solution =
        new PackageSolver(settings).solve(solverUnits.problem(PackagingLocks.NONE), start);
    return new PlanReporter(graph, input.hash(parameters))
        .report(solverUnits.pieces(solution.labels(), candidates(graph)), solution.certificates());
  }

  private static Set<String> candidates(ContiguityGraph graph) {
    Set<String> candidates = new TreeSet<>();
    for (PackagingUnit unit : graph.units()) {
      if (unit.role(graph.parameters()) == UnitRole.CANDIDATE) {
        candidates.add(unit.id());
      }
    }
    return candidates;
  }

  /** Labels the plain pieces that are packages. */
  private static int[] start(
      Collection<Set<String>> pieces, SolverUnits units, ContiguityGraph graph) {
    int[] labels = new int[units.size()];
    Arrays.fill(labels, -1);
    int label = 0;
    for (Set<String> piece : pieces) {
      Sum households =
          Sum.of(piece.stream().map(graph::getUnit).toList(), PackagingUnit::households);
      if (piece.size() > 1 && Limits.reachMinimum(households, graph.parameters())) {
        for (String id : piece) {
          int index = units.indexOf(id);
          if (index >= 0) {
            labels[index] = label;
          }
        }
        label++;
      }
    }
    return labels;
  }
}
