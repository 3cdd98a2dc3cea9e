package org.lianpian.region.solver;

import java.util.Arrays;

/**
 * Bounds the energy of all partitions of a component into a known number of parts, by prices of the
 * nodes: a partition pays the prices of all nodes and the reduced energies of its sets, and these
 * are at least the smallest there are.
 *
 * <p>Source: Lagrangian relaxation of set partitioning; subgradient steps after Held, Wolfe and
 * Crowder (1974).
 */
final class EnergyBound {
  private static final int STEPS = 120;

  private final CandidateSets sets;
  private final double[] energy;
  private final int parts;
  private final int n;

  /** The price of each node; may be negative. */
  final double[] prices;

  /** The least that k sets have in reduced energy, by k. */
  final double[] least;

  private final int[] cheapest;
  private final double[] reduced;

  /** The sets that a partition as good as the known one can still have. */
  private final int[] alive;

  private int size;
  private double best = Double.NEGATIVE_INFINITY;

  EnergyBound(int nodes, CandidateSets sets, double[] energy, int parts) {
    this.n = nodes;
    this.sets = sets;
    this.energy = energy;
    this.parts = parts;
    this.prices = new double[n];
    this.least = new double[parts + 1];
    this.cheapest = new int[parts];
    this.reduced = new double[parts];
    this.alive = new int[sets.size];
    for (int s = 0; s < sets.size; s++) {
      alive[size++] = s;
    }
  }

  /**
   * Raises the bound.
   *
   * @param known the energy of a feasible partition, which sets the length of steps
   */
  void raise(double known) {
    double[] price = new double[n];
    double scale = 1.5;
    int since = 0;
    for (int step = 0; step < STEPS && best < known; step++) {
      double bound = choose(price);
      for (double p : price) {
        bound += p;
      }
      if (bound > best) {
        best = bound;
        System.arraycopy(price, 0, prices, 0, n);
        since = 0;
        if (step % 4 == 0) {
          drop(price, known + slack(known) - (bound - reduced[parts - 1]));
        }
      } else if (++since == 8) {
        since = 0;
        scale /= 2;
        System.arraycopy(prices, 0, price, 0, n);
        choose(price);
      }
      int[] covered = new int[n];
      for (int set : cheapest) {
        for (long rest = sets.sets[set]; rest != 0; rest &= rest - 1) {
          covered[Long.numberOfTrailingZeros(rest)]++;
        }
      }
      double norm = 0;
      for (int times : covered) {
        norm += (1 - times) * (1 - times);
      }
      if (norm == 0) {
        break; // the cheapest sets are a partition
      }
      double length = scale * Math.max(known - bound, 1e-6 * Math.abs(known)) / norm;
      for (int i = 0; i < n; i++) {
        price[i] += length * (1 - covered[i]);
      }
    }
    choose(prices);
    for (int k = 0; k < parts; k++) {
      least[k + 1] = least[k] + reduced[k];
    }
  }

  /** Tells which sets a partition as good as the known one can have. */
  boolean[] keep(double known) {
    drop(prices, known + slack(known) - (best - least[parts] + least[parts - 1]));
    boolean[] kept = new boolean[sets.size];
    for (int i = 0; i < size; i++) {
      kept[alive[i]] = true;
    }
    return kept;
  }

  /** Allows for rounding. */
  static double slack(double known) {
    return 1e-7 * (1 + Math.abs(known));
  }

  private void drop(double[] price, double room) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (reduced(alive[i], price) <= room) {
        alive[kept++] = alive[i];
      }
    }
    size = kept;
  }

  private double reduced(int set, double[] price) {
    double value = energy[set];
    for (long rest = sets.sets[set]; rest != 0; rest &= rest - 1) {
      value -= price[Long.numberOfTrailingZeros(rest)];
    }
    return value;
  }

  /** Finds the sets with the smallest reduced energies and returns the sum of these. */
  private double choose(double[] price) {
    Arrays.fill(reduced, Double.POSITIVE_INFINITY);
    for (int i = 0; i < size; i++) {
      double value = reduced(alive[i], price);
      if (value < reduced[parts - 1]) {
        int at = parts - 1;
        while (at > 0 && reduced[at - 1] > value) {
          reduced[at] = reduced[at - 1];
          cheapest[at] = cheapest[at - 1];
          at--;
        }
        reduced[at] = value;
        cheapest[at] = alive[i];
      }
    }
    double sum = 0;
    for (double value : reduced) {
      sum += value;
    }
    return sum;
  }
}
