package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianpian.model.Progress;
import org.lianpian.region.solver.AreaGraph;
import org.lianpian.region.solver.BoundedAttribute;
import org.lianpian.region.solver.Objective;
import org.lianpian.region.solver.PackageProblem;
import org.lianpian.region.solver.PackageSolution;
import org.lianpian.region.solver.PackageSolver;
import org.lianpian.region.solver.SolverSettings;

/**
 * Joins units by search: leaves over as few as it can, then makes packages as few (large) or as
 * many (small) as the objective says, then alike and compact ones.
 *
 * <p>Starts from what {@link PlainRegionalizer} finds and is never worse. Bounds, unknown
 * households and ties are as there: known sums keep the maximum and reach the minimum. Each
 * connected component comes with a certificate of how good it is.
 *
 * <p>Source: {@link PackageSolver}.
 */
public final class SpanningTreeRegionalizer implements Regionalizer {
  private final Objective objective;
  private final SolverSettings settings;

  /** Makes packages as large as the bounds allow, on one thread. */
  public SpanningTreeRegionalizer() {
    this(Objective.FEWEST_PACKAGES, new SolverSettings(1, 1, 0.25));
  }

  public SpanningTreeRegionalizer(Objective objective, SolverSettings settings) {
    if (objective == Objective.TARGET_SIZE) {
      throw new IllegalArgumentException(
          "objective must be one without a target, was " + objective);
    }
    this.objective = objective;
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
    Map<String, Integer> indexOf = new HashMap<>();
    for (int i = 0; i < units.size(); i++) {
      indexOf.put(units.get(i).id(), i);
    }
    PackageProblem problem = problem(units, indexOf, graph);
    int[] start = start(PlainRegionalizer.pieces(graph), indexOf, graph);
    PackageSolution solution = new PackageSolver(settings).solve(problem, start);
    return new PlanReporter(graph, input.hash(parameters))
        .report(pieces(solution.labels(), units, graph), solution.certificates());
  }

  private PackageProblem problem(
      List<PackagingUnit> units, Map<String, Integer> indexOf, ContiguityGraph graph) {
    PackagingParameters parameters = graph.parameters();
    UnitPairs pairs = new UnitPairs(units, parameters);
    List<int[]> edges = new ArrayList<>();
    for (ContiguityEdge edge : graph.edges()) {
      Integer a = indexOf.get(edge.a());
      Integer b = indexOf.get(edge.b());
      if (edge.use() == EdgeUse.USABLE && a != null && b != null) {
        edges.add(new int[] {a, b});
        pairs.connect(a, b, edge.gapMetres());
      }
    }
    int n = units.size();
    long[] households = new long[n];
    long[] ones = new long[n];
    for (int i = 0; i < n; i++) {
      Integer known = units.get(i).households();
      households[i] = known == null ? 0 : known;
      ones[i] = 1;
    }
    Integer min = parameters.minHouseholds();
    return PackageProblem.builder(
            units.stream().map(PackagingUnit::id).toArray(String[]::new),
            AreaGraph.of(
                n,
                edges.stream().mapToInt(edge -> edge[0]).toArray(),
                edges.stream().mapToInt(edge -> edge[1]).toArray()))
        .attribute(
            new BoundedAttribute(
                "households", households, min == null ? 0 : min, parameters.maxHouseholds()))
        .attribute(new BoundedAttribute("units", ones, 2, BoundedAttribute.UNBOUNDED))
        .dissimilarity(pairs)
        .pairRule(pairs)
        .positions(pairs.centreX(), pairs.centreY())
        .objective(objective, 0)
        .build();
  }

  /** Labels the plain pieces that are packages. */
  private static int[] start(
      Collection<Set<String>> pieces, Map<String, Integer> indexOf, ContiguityGraph graph) {
    int[] labels = new int[indexOf.size()];
    java.util.Arrays.fill(labels, -1);
    int label = 0;
    for (Set<String> piece : pieces) {
      Sum households =
          Sum.of(piece.stream().map(graph::getUnit).toList(), PackagingUnit::households);
      if (piece.size() > 1 && Limits.reachMinimum(households, graph.parameters())) {
        for (String id : piece) {
          Integer index = indexOf.get(id);
          if (index != null) {
            labels[index] = label;
          }
        }
        label++;
      }
    }
    return labels;
  }

  /**
   * Returns packages, and what is left over: together where it hangs together below the minimum, so
   * that the reason can name the sum, else one by one.
   */
  private static Collection<Set<String>> pieces(
      int[] labels, List<PackagingUnit> units, ContiguityGraph graph) {
    Map<Integer, Set<String>> packages = new TreeMap<>();
    Set<String> rest = new TreeSet<>();
    for (PackagingUnit unit : graph.units()) {
      if (unit.role(graph.parameters()) == UnitRole.CANDIDATE) {
        rest.add(unit.id());
      }
    }
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        packages.computeIfAbsent(labels[i], key -> new TreeSet<>()).add(units.get(i).id());
        rest.remove(units.get(i).id());
      }
    }
    List<Set<String>> pieces = new ArrayList<>(packages.values());
    for (Set<String> piece : graph.pieces(rest, edge -> edge.use() == EdgeUse.USABLE)) {
      Sum households =
          Sum.of(piece.stream().map(graph::getUnit).toList(), PackagingUnit::households);
      if (Limits.reachMinimum(households, graph.parameters())) {
        piece.forEach(id -> pieces.add(Set.of(id)));
      } else {
        pieces.add(piece);
      }
    }
    return pieces;
  }
}
