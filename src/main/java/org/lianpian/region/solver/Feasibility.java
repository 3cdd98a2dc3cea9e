package org.lianpian.region.solver;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which packages of a plan hold within a component. */
final class Feasibility {
  private static final int NONE = -1;

  private Feasibility() {}

  /**
   * Returns the plan as labels of the nodes, or null when a package is not feasible: it leaves the
   * component, does not hang together, breaks a bound or pair rule, or splits a node.
   */
  static int @Nullable [] localLabels(Component component, int[] plan) {
    int[] labels = feasiblePart(component, plan);
    for (int i = 0; i < component.n; i++) {
      for (int area : component.members[i]) {
        if (plan[area] >= 0 && labels[i] == NONE) {
          return null;
        }
      }
    }
    return labels;
  }

  /** Returns labels of the nodes; packages that are not feasible are left over. */
  static int[] feasiblePart(Component component, int[] plan) {
    int[] labels = new int[component.n];
    Arrays.fill(labels, NONE);
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < component.n; i++) {
      int label = plan[component.members[i][0]];
      boolean whole = label >= 0;
      for (int area : component.members[i]) {
        whole &= plan[area] == label;
      }
      if (whole) {
        labels[i] = numbers.computeIfAbsent(label, key -> numbers.size());
      }
    }
    Partition partition = new Partition(component, labels);
    for (int part = 0; part < component.n; part++) {
      if (partition.first(part) >= 0 && !isFeasible(partition, part)) {
        for (int node = partition.first(part); node >= 0; node = partition.next(node)) {
          labels[node] = NONE;
        }
      }
    }
    return labels;
  }

  static boolean isFeasible(Partition partition, int part) {
    Component component = partition.component;
    int at = part * component.attributes;
    return Component.reachesMin(partition.sums, at, component.min)
        && Component.keepsMax(partition.sums, at, component.max)
        && hangsTogether(partition, part)
        && keepsPairs(partition, part);
  }

  private static boolean hangsTogether(Partition partition, int part) {
    Component component = partition.component;
    int[] open = new int[partition.nodes[part]];
    Map<Integer, Boolean> seen = new HashMap<>();
    open[0] = partition.first(part);
    seen.put(open[0], true);
    int reached = 1;
    for (int done = 0; done < reached; done++) {
      for (int e = component.offsets[open[done]]; e < component.offsets[open[done] + 1]; e++) {
        int other = component.neighbours[e];
        if (partition.part[other] == part && seen.put(other, true) == null) {
          open[reached++] = other;
        }
      }
    }
    return reached == open.length;
  }

  private static boolean keepsPairs(Partition partition, int part) {
    if (partition.component.hasPairRule) {
      for (int a = partition.first(part); a >= 0; a = partition.next(a)) {
        for (int b = partition.next(a); b >= 0; b = partition.next(b)) {
          if (!partition.component.mayShare(a, b)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
