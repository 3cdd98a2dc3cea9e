package org.lianpian.region.solver;

import org.jspecify.annotations.Nullable;

/**
 * One connected component as the searches see it: nodes 0 to n - 1 in the order of their smallest
 * ids. A node is one area, or several that must stay together.
 */
final class Component {
  final PackageProblem problem;
  final int n;

  /** The areas of each node. */
  final int[][] members;

  final int[] offsets;
  final int[] neighbours;
  final double[] penalties;
  final boolean hasPenalties;

  /** How many attributes are kept; at least one, the first is that of the target. */
  final int attributes;

  /** Sizes, node by node: {@code sizes[node * attributes + attribute]}. */
  final long[] sizes;

  final long[] min;
  final long[] max;

  /** Sums over the areas of a node of x, y and x² + y², from the first area's position. */
  final double[] x;

  final double[] y;
  final double[] squares;

  /** The one value of each node when the dissimilarity is a plain difference, else null. */
  final double @Nullable [] values;

  final boolean hasDissimilarity;
  final boolean hasPairRule;

  /** Which nodes may share a package with every other one. */
  private final boolean[] easy;

  Component(
      PackageProblem problem,
      int[][] members,
      int[] offsets,
      int[] neighbours,
      double[] penalties,
      int[] kept) {
    this.problem = problem;
    this.members = members;
    this.n = members.length;
    this.offsets = offsets;
    this.neighbours = neighbours;
    this.penalties = penalties;
    this.attributes = kept.length;
    this.sizes = new long[n * attributes];
    this.min = new long[attributes];
    this.max = new long[attributes];
    this.x = new double[n];
    this.y = new double[n];
    this.squares = new double[n];
    for (int k = 0; k < attributes; k++) {
      BoundedAttribute attribute = problem.attributes.get(kept[k]);
      min[k] = attribute.min();
      max[k] = attribute.max();
      for (int i = 0; i < n; i++) {
        for (int area : members[i]) {
          sizes[i * attributes + k] += attribute.values()[area];
        }
      }
    }
    boolean single = true;
    for (int i = 0; i < n; i++) {
      single &= members[i].length == 1;
      for (int area : members[i]) {
        double dx = problem.x[area] - problem.x[members[0][0]];
        double dy = problem.y[area] - problem.y[members[0][0]];
        x[i] += dx;
        y[i] += dy;
        squares[i] += dx * dx + dy * dy;
      }
    }
    boolean penalised = false;
    for (double penalty : penalties) {
      penalised |= penalty > 0;
    }
    this.hasPenalties = penalised;
    this.hasDissimilarity = problem.dissimilarity != Dissimilarity.NONE;
    this.easy = new boolean[n];
    boolean allEasy = true;
    for (int i = 0; i < n; i++) {
      easy[i] = problem.pairRule == null;
      for (int area : members[i]) {
        easy[i] &= !problem.cannotLinks.containsKey(area);
      }
      allEasy &= easy[i];
    }
    this.hasPairRule = !allEasy;
    if (single && problem.dissimilarity instanceof Dissimilarity.AbsoluteDifference difference) {
      values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] = difference.values()[members[i][0]];
      }
    } else {
      values = null;
    }
  }

  String smallestId() {
    return problem.ids[members[0][0]];
  }

  int weight(int node) {
    return members[node].length;
  }

  /** Returns what two nodes cost when they are in one package, without penalties of edges. */
  double between(int a, int b) {
    double[] one = values;
    if (one != null) {
      return Math.abs(one[a] - one[b]);
    }
    double sum = 0;
    for (int i : members[a]) {
      for (int j : members[b]) {
        sum += problem.dissimilarity.between(i, j);
      }
    }
    return sum;
  }

  /** Returns what a node costs by itself: the pairs of areas that must stay together. */
  double within(int node) {
    double sum = 0;
    int[] areas = members[node];
    for (int i = 0; i < areas.length; i++) {
      for (int j = i + 1; j < areas.length; j++) {
        sum += problem.dissimilarity.between(areas[i], areas[j]);
      }
    }
    return sum;
  }

  boolean isEasy(int node) {
    return easy[node];
  }

  /** Tells whether locks and the pair rule let two nodes be in one package. */
  boolean mayShare(int a, int b) {
    if (easy[a] || easy[b]) {
      return true;
    }
    PairRule rule = problem.pairRule;
    for (int i : members[a]) {
      int[] apart = problem.cannotLinks.get(i);
      for (int j : members[b]) {
        if (rule != null && !rule.mayShare(i, j)) {
          return false;
        }
        if (apart != null) {
          for (int other : apart) {
            if (other == j) {
              return false;
            }
          }
        }
      }
    }
    return true;
  }

  /** Tells whether a node may be in a package at all: its own size keeps every maximum. */
  static boolean keepsMax(long[] sizes, int at, long[] max) {
    for (int k = 0; k < max.length; k++) {
      if (sizes[at + k] > max[k]) {
        return false;
      }
    }
    return true;
  }

  static boolean reachesMin(long[] sizes, int at, long[] min) {
    for (int k = 0; k < min.length; k++) {
      if (sizes[at + k] < min[k]) {
        return false;
      }
    }
    return true;
  }
}
