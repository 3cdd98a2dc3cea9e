package org.lianpian.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the locks that cannot hold, before anything is solved. */
public final class LockCheck {
  private final ContiguityGraph graph;
  private final PackagingLocks locks;
  private final List<LockProblem> problems = new ArrayList<>();
  private final Map<String, Set<String>> frozenOf = new HashMap<>();

  private LockCheck(ContiguityGraph graph, PackagingLocks locks) {
    this.graph = graph;
    this.locks = locks;
  }

  /** Returns the problems, empty when a plan can keep every lock. */
  public static List<LockProblem> of(ContiguityGraph graph, PackagingLocks locks) {
    LockCheck check = new LockCheck(graph, locks);
    check.members();
    if (check.problems.isEmpty()) {
      check.frozen();
      check.together();
    }
    return List.copyOf(check.problems);
  }

  private void members() {
    Set<String> frozen = new TreeSet<>();
    locks.frozen().forEach(frozen::addAll);
    for (String id : locks.members()) {
      Optional<PackagingUnit> found = graph.findUnit(id);
      if (found.isEmpty()) {
        add(LockProblem.Kind.UNKNOWN_COMMUNITY, id);
      } else if (!frozen.contains(id)) {
        member(found.get());
      }
    }
  }

  /** What a planner froze is kept whatever it holds; the rest must be fit for a package. */
  private void member(PackagingUnit unit) {
    switch (unit.role(graph.parameters())) {
      case EXCLUDED:
        Exclusion exclusion = unit.exclusion();
        add(
            LockProblem.Kind.EXCLUDED,
            unit.title() + (exclusion == null ? "" : "(" + exclusion.zh() + ")"));
        break;
      case NO_POSITION:
      case UNCERTAIN:
        add(LockProblem.Kind.NO_POSITION, unit.title());
        break;
      case LARGE:
        boolean together = locks.together().stream().anyMatch(set -> set.contains(unit.id()));
        if (together && !locks.anchors().contains(unit.id())) {
          add(LockProblem.Kind.LARGE, unit.title());
        }
        break;
      default:
        break;
    }
  }

  private void frozen() {
    for (Set<String> set : locks.frozen()) {
      for (String id : set) {
        if (frozenOf.put(id, set) != null) {
          add(LockProblem.Kind.TWO_FROZEN, title(id));
        }
      }
    }
    for (PackagingLocks.Pair pair : locks.apart()) {
      Set<String> set = frozenOf.get(pair.a());
      if (set != null && set.contains(pair.b())) {
        add(LockProblem.Kind.FROZEN_APART, title(pair.a()) + "、" + title(pair.b()));
      }
    }
  }

  private void together() {
    for (Set<String> set : locks.together()) {
      Set<String> first = frozenOf.get(set.iterator().next());
      boolean oneFrozen = set.stream().allMatch(id -> first != null && frozenOf.get(id) == first);
      if (oneFrozen) {
        continue;
      }
      if (set.stream().anyMatch(frozenOf::containsKey)) {
        add(LockProblem.Kind.FROZEN_AND_OUTSIDE, titles(set));
        continue;
      }
      for (PackagingLocks.Pair pair : locks.apart()) {
        if (set.contains(pair.a()) && set.contains(pair.b())) {
          add(LockProblem.Kind.TOGETHER_AND_APART, title(pair.a()) + "、" + title(pair.b()));
        }
      }
      if (set.stream().filter(locks.anchors()::contains).count() > 1) {
        add(LockProblem.Kind.TOGETHER_ANCHORS, titles(set));
      }
      shape(set);
    }
  }

  private void shape(Set<String> set) {
    if (graph.pieces(set, edge -> edge.use() == EdgeUse.USABLE && in(set, edge)).size() > 1) {
      add(LockProblem.Kind.TOGETHER_NOT_CONTIGUOUS, titles(set));
    }
    List<PackagingUnit> units = set.stream().map(graph::getUnit).toList();
    Sum households = Sum.of(units, PackagingUnit::households);
    int max = graph.parameters().maxHouseholds();
    if (households.known() > max) {
      add(
          LockProblem.Kind.TOGETHER_ABOVE_MAX,
          titles(set) + "(" + households.zh("户") + " > " + max + ")");
    } else if (!Diameter.isAtMost(graph.parameters().maxDiameterMetres(), units)) {
      add(LockProblem.Kind.TOGETHER_TOO_WIDE, titles(set));
    }
  }

  private static boolean in(Set<String> set, ContiguityEdge edge) {
    return set.contains(edge.a()) && set.contains(edge.b());
  }

  private void add(LockProblem.Kind kind, String detail) {
    problems.add(LockProblem.of(kind, detail));
  }

  private String title(String id) {
    return graph.getUnit(id).title();
  }

  private String titles(Set<String> ids) {
    return ids.stream().map(this::title).collect(Collectors.joining("、"));
  }
}
