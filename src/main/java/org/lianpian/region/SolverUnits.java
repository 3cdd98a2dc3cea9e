package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianpian.region.solver.AreaGraph;
import org.lianpian.region.solver.BoundedAttribute;
import org.lianpian.region.solver.Objective;
import org.lianpian.region.solver.PackageProblem;
import org.lianpian.region.solver.Tiebreak;

/** Some units of a graph, numbered, and what the solver is asked about them. */
final class SolverUnits {
  private final List<PackagingUnit> units;
  private final ContiguityGraph graph;
  private final Map<String, Integer> indexOf = new HashMap<>();

  SolverUnits(Collection<PackagingUnit> units, ContiguityGraph graph) {
    this.units = List.copyOf(units);
    this.graph = graph;
    for (int i = 0; i < this.units.size(); i++) {
      indexOf.put(this.units.get(i).id(), i);
    }
  }

  int size() {
    return units.size();
  }

  /** Returns the number of a unit, or -1 when it is none of these. */
  int indexOf(String id) {
    return indexOf.getOrDefault(id, -1);
  }

  String idOf(int index) {
    return units.get(index).id();
  }

  /** Makes the problem of these units alone; locks that name others are passed over. */
  PackageProblem problem(PackagingLocks locks) {
    PackagingParameters parameters = graph.parameters();
    UnitPairs pairs = new UnitPairs(units, parameters);
    int n = units.size();
    long[] households = new long[n];
    long[] ones = new long[n];
    for (int i = 0; i < n; i++) {
      Integer known = units.get(i).households();
      households[i] = known == null ? 0 : known;
      ones[i] = 1;
    }
    Integer min = parameters.minHouseholds();
    PackagingGoal goal = parameters.goal();
    Integer target = goal.targetHouseholds();
    PackageProblem.Builder builder =
        PackageProblem.builder(
                units.stream().map(PackagingUnit::id).toArray(String[]::new), edges(pairs))
            .attribute(
                new BoundedAttribute(
                    "households", households, min == null ? 0 : min, parameters.maxHouseholds()))
            .attribute(new BoundedAttribute("units", ones, 2, BoundedAttribute.UNBOUNDED))
            .dissimilarity(pairs)
            .pairRule(pairs)
            .positions(pairs.centreX(), pairs.centreY())
            .tiebreak(
                goal.shape() == ShapeGoal.SIMILAR
                    ? Tiebreak.SIMILARITY_FIRST
                    : Tiebreak.COMPACTNESS_FIRST)
            .objective(objective(goal.size()), target == null ? 0 : target);
    addLocks(locks, builder);
    return builder.build();
  }

  private AreaGraph edges(UnitPairs pairs) {
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      for (ContiguityEdge edge : graph.edgesOf(idOf(i))) {
        int other = indexOf(edge.other(idOf(i)));
        if (edge.use() == EdgeUse.USABLE && edge.a().equals(idOf(i)) && other >= 0) {
          edges.add(new int[] {i, other});
          pairs.connect(i, other, edge.gapMetres());
        }
      }
    }
    return AreaGraph.of(
        units.size(),
        edges.stream().mapToInt(edge -> edge[0]).toArray(),
        edges.stream().mapToInt(edge -> edge[1]).toArray());
  }

  private static Objective objective(SizeGoal goal) {
    return switch (goal) {
      case FEWEST -> Objective.FEWEST_PACKAGES;
      case MOST -> Objective.MOST_PACKAGES;
      case TARGET -> Objective.TARGET_SIZE;
    };
  }

  private void addLocks(PackagingLocks locks, PackageProblem.Builder builder) {
    for (Set<String> set : locks.together()) {
      int[] areas = indices(set);
      if (areas.length == set.size() && areas.length > 1) {
        builder.mustLink(areas);
      }
    }
    for (PackagingLocks.Pair pair : locks.apart()) {
      int a = indexOf(pair.a());
      int b = indexOf(pair.b());
      if (a >= 0 && b >= 0) {
        builder.cannotLink(a, b);
      }
    }
    builder.seeds(indices(locks.anchors()));
  }

  private int[] indices(Collection<String> ids) {
    return ids.stream().mapToInt(this::indexOf).filter(index -> index >= 0).toArray();
  }

  /**
   * Returns packages, and what is left over of some units: together where it hangs together below
   * the minimum, so that the reason can name the sum, else one by one.
   *
   * @param all the units that packages are made of, sorted
   */
  Collection<Set<String>> pieces(int[] labels, Collection<String> all) {
    return withRest(packages(labels), all, graph);
  }

  /** Returns the members of each package. */
  Collection<Set<String>> packages(int[] labels) {
    Map<Integer, Set<String>> packages = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        packages.computeIfAbsent(labels[i], key -> new TreeSet<>()).add(idOf(i));
      }
    }
    return packages.values();
  }

  static Collection<Set<String>> withRest(
      Collection<Set<String>> packages, Collection<String> all, ContiguityGraph graph) {
    List<Set<String>> pieces = new ArrayList<>(packages);
    Set<String> rest = new TreeSet<>(all);
    packages.forEach(rest::removeAll);
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
