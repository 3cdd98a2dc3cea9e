package org.lianpian.region.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many packages a small component can have, by weights of its nodes such that every
 * connected set that reaches the minimum weighs at least 1: then packages are at most as many as
 * all weights add up to.
 *
 * <p>Weights start from size / minimum and are lowered node by node as far as the sets allow, again
 * and again from slightly shaken weights (dual descent for the packing of sets).
 *
 * <p>Source: linear programming duality of set packing.
 */
final class CoverBound {
  private static final int MOST_SETS = 6000;
  private static final double ROUNDING = 1e-7;

  private final int n;
  private final CandidateSets sets;
  private final int[] starts;
  private final int[] setsOf;
  private final double[] slack;
  private final int[] order;
  private final SplitMix random;

  /** Weights of the nodes: no connected set that reaches the minimum weighs less than 1. */
  final double[] weights;

  private double total;

  private CoverBound(Component component, CandidateSets sets, SplitMix random) {
    this.n = component.n;
    this.sets = sets;
    this.random = random;
    this.starts = new int[n + 1];
    this.slack = new double[sets.size];
    this.order = new int[n];
    this.weights = new double[n];
    for (int s = 0; s < sets.size; s++) {
      for (long rest = sets.sets[s]; rest != 0; rest &= rest - 1) {
        starts[Long.numberOfTrailingZeros(rest) + 1]++;
      }
    }
    for (int i = 0; i < n; i++) {
      starts[i + 1] += starts[i];
    }
    this.setsOf = new int[starts[n]];
    int[] next = Arrays.copyOf(starts, n);
    for (int s = 0; s < sets.size; s++) {
      for (long rest = sets.sets[s]; rest != 0; rest &= rest - 1) {
        setsOf[next[Long.numberOfTrailingZeros(rest)]++] = s;
      }
    }
    int a = component.attributes;
    for (int i = 0; i < n; i++) {
      weights[i] =
          component.min[0] == 0
              ? 1
              : Math.min(1, component.sizes[i * a] / (double) component.min[0]);
    }
    this.total = sets.size == 0 ? 0 : Double.POSITIVE_INFINITY;
  }

  /** Prepares the bound, or returns null when the sets are too many. */
  static @Nullable CoverBound of(Component component, SplitMix random) {
    if (component.n > Masks.MOST_NODES) {
      return null;
    }
    CandidateSets sets = CandidateSets.find(component, true, MOST_SETS);
    return sets == null ? null : new CoverBound(component, sets, random);
  }

  int packages() {
    return (int) Math.floor(Math.min(n, total) + ROUNDING);
  }

  /** Lowers the weights until the bound is {@code enough} or the rounds are over. */
  int descend(int rounds, int enough) {
    double[] weight = new double[n];
    for (int round = 0; round < rounds && packages() > enough; round++) {
      for (int i = 0; i < n; i++) {
        // shaken a little around the best, and lifted off zero
        weight[i] = weights[i] * (0.95 + 0.1 * random.unit()) + 0.03 * random.unit();
      }
      scale(weight);
      double sum = lower(weight);
      if (sum < total) {
        total = sum;
        System.arraycopy(weight, 0, weights, 0, n);
      }
    }
    return packages();
  }

  /** Scales the weights so that the lightest set weighs 1. */
  private void scale(double[] weight) {
    double lightest = Double.POSITIVE_INFINITY;
    for (int s = 0; s < sets.size; s++) {
      slack[s] = 0;
      for (long rest = sets.sets[s]; rest != 0; rest &= rest - 1) {
        slack[s] += weight[Long.numberOfTrailingZeros(rest)];
      }
      lightest = Math.min(lightest, slack[s]);
    }
    for (int i = 0; i < n; i++) {
      weight[i] /= lightest;
    }
    for (int s = 0; s < sets.size; s++) {
      slack[s] = slack[s] / lightest - 1;
    }
  }

  /** Lowers one weight after the other, in a random order, and returns their sum. */
  private double lower(double[] weight) {
    for (int i = 0; i < n; i++) {
      int at = random.below(i + 1);
      order[i] = order[at];
      order[at] = i;
    }
    double sum = 0;
    for (int i : order) {
      double least = weight[i];
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        least = Math.min(least, slack[setsOf[k]]);
      }
      if (least > 0) {
        weight[i] -= least;
        for (int k = starts[i]; k < starts[i + 1]; k++) {
          slack[setsOf[k]] -= least;
        }
      }
      sum += weight[i];
    }
    return sum;
  }
}
