package org.lianpian.region.solver;

import java.util.List;

/** Joins neighbouring parts, the most similar first, until so many are left as were asked for. */
final class FixedCount {
  private FixedCount() {}

  /** Joins parts of any component; stops early when no two may be joined. */
  static void reduce(List<Partition> partitions, int wanted) {
    int count = 0;
    for (Partition partition : partitions) {
      count += partition.count();
    }
    double[] costs = new double[partitions.size()];
    int[][] pairs = new int[partitions.size()][];
    for (int i = 0; i < costs.length; i++) {
      pairs[i] = new int[2];
      costs[i] = cheapest(partitions.get(i), pairs[i]);
    }
    while (count > wanted) {
      int best = 0;
      for (int i = 1; i < costs.length; i++) {
        best = costs[i] < costs[best] ? i : best;
      }
      if (costs.length == 0 || costs[best] == Double.POSITIVE_INFINITY) {
        return;
      }
      Partition partition = partitions.get(best);
      while (partition.first(pairs[best][0]) >= 0) {
        int node = partition.first(pairs[best][0]);
        partition.remove(node);
        partition.add(node, pairs[best][1]);
      }
      costs[best] = cheapest(partition, pairs[best]);
      count--;
    }
  }

  /** Finds the two neighbouring parts that cost least to join; infinity when none may be. */
  private static double cheapest(Partition partition, int[] pair) {
    Component component = partition.component;
    SimilarityEnergy energy = new SimilarityEnergy(partition);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < component.n; i++) {
      for (int e = component.offsets[i]; e < component.offsets[i + 1]; e++) {
        int from = partition.part[i];
        int to = partition.part[component.neighbours[e]];
        if (from >= 0 && to >= 0 && from < to && mayJoin(partition, from, to)) {
          double cost = 0;
          for (int node = partition.first(from); node >= 0; node = partition.next(node)) {
            cost += energy.with(node, to);
          }
          if (cost < least) {
            least = cost;
            pair[0] = from;
            pair[1] = to;
          }
        }
      }
    }
    return least;
  }

  private static boolean mayJoin(Partition partition, int from, int to) {
    Component component = partition.component;
    for (int k = 0; k < component.attributes; k++) {
      if (partition.sums[from * component.attributes + k]
              + partition.sums[to * component.attributes + k]
          > component.max[k]) {
        return false;
      }
    }
    if (component.hasPairRule) {
      for (int a = partition.first(from); a >= 0; a = partition.next(a)) {
        for (int b = partition.first(to); b >= 0; b = partition.next(b)) {
          if (!component.mayShare(a, b)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
