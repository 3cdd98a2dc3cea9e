package org.lianpian.region.solver;

import java.util.Arrays;

/**
 * The connected sets of nodes of a small component, each found once: all that keep the bounds and
 * pair rules, or only those at which the minimum is first reached.
 *
 * <p>Source: Wernicke (2006), Efficient detection of network motifs (ESU).
 */
final class CandidateSets {
  private final Component component;
  private final boolean minimalOnly;
  private final int most;
  private final long[] adjacent;
  private final long[] conflicts;
  private final long[] sum;
  private long steps;

  /** The sets, by ascending lowest node. */
  long[] sets = new long[256];

  int size;

  /** Where the sets with each lowest node begin. */
  final int[] starts;

  private CandidateSets(Component component, boolean minimalOnly, int most) {
    this.component = component;
    this.minimalOnly = minimalOnly;
    this.most = most;
    this.adjacent = Masks.adjacency(component);
    this.conflicts = Masks.conflicts(component);
    this.sum = new long[component.attributes];
    this.starts = new int[component.n + 1];
  }

  /** Returns the sets, or null when they are more than {@code most} or too many were looked at. */
  static @org.jspecify.annotations.Nullable CandidateSets find(
      Component component, boolean minimalOnly, int most) {
    CandidateSets found = new CandidateSets(component, minimalOnly, most);
    return found.enumerate() ? found : null;
  }

  private boolean enumerate() {
    for (int i = 0; i < component.n; i++) {
      starts[i] = size;
      long lower = (1L << i) - 1;
      add(i, 1);
      boolean complete = grow(1L << i, adjacent[i] & ~lower, lower | 1L << i, conflicts[i]);
      add(i, -1);
      if (!complete) {
        return false;
      }
    }
    starts[component.n] = size;
    return true;
  }

  private boolean grow(long set, long candidates, long closedBefore, long apart) {
    if (++steps > 8L * most) {
      return false;
    }
    if (Component.reachesMin(sum, 0, component.min)) {
      if (size == most) {
        return false;
      }
      if (size == sets.length) {
        sets = Arrays.copyOf(sets, 2 * size);
      }
      sets[size++] = set;
      if (minimalOnly) {
        return true;
      }
    }
    long open = candidates;
    long closed = closedBefore;
    while (open != 0) {
      int node = Long.numberOfTrailingZeros(open);
      open &= open - 1;
      closed |= 1L << node;
      add(node, 1);
      boolean complete =
          (apart & 1L << node) != 0
              || !Component.keepsMax(sum, 0, component.max)
              || grow(
                  set | 1L << node,
                  open | adjacent[node] & ~closed,
                  closed,
                  apart | conflicts[node]);
      add(node, -1);
      if (!complete) {
        return false;
      }
    }
    return true;
  }

  private void add(int node, int sign) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += sign * component.sizes[node * component.attributes + k];
    }
  }
}
