package org.lianpian.region.solver;

/** Sets of the nodes of a small component as the bits of one number. */
final class Masks {
  static final int MOST_NODES = 64;

  private Masks() {}

  /** Returns the neighbours of each node; the component has at most 64. */
  static long[] adjacency(Component component) {
    long[] adjacent = new long[component.n];
    for (int i = 0; i < component.n; i++) {
      for (int e = component.offsets[i]; e < component.offsets[i + 1]; e++) {
        adjacent[i] |= 1L << component.neighbours[e];
      }
    }
    return adjacent;
  }

  /** Returns the nodes that each node may not be with. */
  static long[] conflicts(Component component) {
    long[] apart = new long[component.n];
    if (component.hasPairRule) {
      for (int i = 0; i < component.n; i++) {
        for (int j = 0; j < component.n; j++) {
          if (i != j && !component.mayShare(i, j)) {
            apart[i] |= 1L << j;
          }
        }
      }
    }
    return apart;
  }
}
