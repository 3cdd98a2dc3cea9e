package org.lianpian.region.solver;

import java.util.Arrays;

/** Which part each node of a component is in, with the sums of every part; changed in place. */
final class Partition {
  static final int NONE = -1;

  final Component component;

  /** The part of each node, or {@link #NONE} when it is left over. */
  final int[] part;

  /** Sums, part by part: {@code sums[part * attributes + attribute]}. */
  final long[] sums;

  final int[] nodes;
  final double[] areas;
  final double[] x;
  final double[] y;
  final double[] squares;
  private final int[] head;
  private final int[] next;
  private final int[] previous;
  private final int[] free;
  private int count;
  private int leftover;

  Partition(Component component) {
    int n = component.n;
    this.component = component;
    this.part = new int[n];
    this.sums = new long[n * component.attributes];
    this.nodes = new int[n];
    this.areas = new double[n];
    this.x = new double[n];
    this.y = new double[n];
    this.squares = new double[n];
    this.head = new int[n];
    this.next = new int[n];
    this.previous = new int[n];
    this.free = new int[n];
    Arrays.fill(part, NONE);
    Arrays.fill(head, NONE);
    for (int p = 0; p < n; p++) {
      free[p] = n - 1 - p;
      leftover += component.weight(p);
    }
  }

  /** Makes the partition that labels describe: equal labels, one part; negative, left over. */
  Partition(Component component, int[] labels) {
    this(component);
    set(labels);
  }

  void set(int[] labels) {
    int[] partOf = new int[component.n];
    Arrays.fill(partOf, NONE);
    for (int i = 0; i < component.n; i++) {
      remove(i);
    }
    for (int i = 0; i < component.n; i++) {
      if (labels[i] >= 0) {
        if (partOf[labels[i]] == NONE) {
          partOf[labels[i]] = newPart();
        }
        add(i, partOf[labels[i]]);
      }
    }
  }

  /** Returns how many parts there are. */
  int count() {
    return count;
  }

  /** Returns how many areas are in no part. */
  int leftover() {
    return leftover;
  }

  /** Returns the first node of a part, or {@link #NONE}; see {@link #next}. */
  int first(int part) {
    return head[part];
  }

  int next(int node) {
    return next[node];
  }

  /** Takes a number for a part that gets its first node at once. */
  int newPart() {
    return free[component.n - ++count];
  }

  void add(int node, int to) {
    part[node] = to;
    leftover -= component.weight(node);
    next[node] = head[to];
    previous[node] = NONE;
    if (head[to] != NONE) {
      previous[head[to]] = node;
    }
    head[to] = node;
    nodes[to]++;
    int a = component.attributes;
    for (int k = 0; k < a; k++) {
      sums[to * a + k] += component.sizes[node * a + k];
    }
    areas[to] += component.weight(node);
    x[to] += component.x[node];
    y[to] += component.y[node];
    squares[to] += component.squares[node];
  }

  /** Takes a node out of its part; a part without nodes is gone. */
  void remove(int node) {
    int from = part[node];
    if (from == NONE) {
      return;
    }
    part[node] = NONE;
    leftover += component.weight(node);
    if (previous[node] == NONE) {
      head[from] = next[node];
    } else {
      next[previous[node]] = next[node];
    }
    if (next[node] != NONE) {
      previous[next[node]] = previous[node];
    }
    nodes[from]--;
    int a = component.attributes;
    for (int k = 0; k < a; k++) {
      sums[from * a + k] -= component.sizes[node * a + k];
    }
    areas[from] -= component.weight(node);
    x[from] -= component.x[node];
    y[from] -= component.y[node];
    squares[from] -= component.squares[node];
    if (nodes[from] == 0) {
      areas[from] = 0;
      x[from] = 0;
      y[from] = 0;
      squares[from] = 0;
      free[component.n - count--] = from;
    }
  }

  /** Returns labels that depend on the grouping only: parts are numbered by their first nodes. */
  int[] labels() {
    int[] number = new int[component.n];
    Arrays.fill(number, NONE);
    int[] labels = new int[component.n];
    int numbered = 0;
    for (int i = 0; i < component.n; i++) {
      if (part[i] == NONE) {
        labels[i] = NONE;
      } else {
        if (number[part[i]] == NONE) {
          number[part[i]] = numbered++;
        }
        labels[i] = number[part[i]];
      }
    }
    return labels;
  }
}
