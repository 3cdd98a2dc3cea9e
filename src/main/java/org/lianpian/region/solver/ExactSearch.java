package org.lianpian.region.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best partition of a small component in the full order of objectives, or gives up.
 *
 * <p>All feasible sets are enumerated; a table over the covered nodes is filled so that each step
 * decides about the lowest node that is still open: which set takes it, or that it is left over. Of
 * states that cover the same nodes the best stays. What cannot reach the partition known so far is
 * dropped, by weights of the nodes that bound the packages and the energy still to come (linear
 * programming duality of set partitioning, by coordinate ascent).
 *
 * <p>Source: exact cover by dynamic programming, after Held and Karp (1962).
 */
final class ExactSearch {
  private static final double ROUNDING = 1e-7;
  private static final long WORK_PER_STATE = 100;

  private final Component component;
  private final int n;
  private final long full;
  private final CandidateSets candidates;
  private final Objective objective;
  private final int mostStates;

  // by set
  private final double[] cost;
  private final double[] energy;
  private final double[] next;

  // by state
  private int states;
  private long[] covered = new long[1024];
  private int[] left = new int[1024];
  private int[] packages = new int[1024];
  private double[] stateCost = new double[1024];
  private double[] stateEnergy = new double[1024];
  private double[] stateNext = new double[1024];
  private int[] before = new int[1024];
  private int[] chosen = new int[1024];
  private int[] chain = new int[1024];

  // the goal so far, as found by the searches
  private int bestLeft;
  private double bestCost;
  private double bestEnergy;

  /** Bounds the packages still to come by the sum over open nodes; all 1 when not known better. */
  private double[] cover;

  private final double[] prices;
  private double[] least = new double[0];

  private ExactSearch(
      Component component,
      CandidateSets candidates,
      Energy first,
      Energy second,
      Partition scratch,
      double @Nullable [] cover,
      int mostStates) {
    this.component = component;
    this.n = component.n;
    this.full = n == 64 ? -1L : (1L << n) - 1;
    this.candidates = candidates;
    this.objective = component.problem.objective;
    this.mostStates = mostStates;
    this.cost = new double[candidates.size];
    this.energy = new double[candidates.size];
    this.next = new double[candidates.size];
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    this.cover = cover == null ? ones : cover;
    this.prices = new double[n];
    for (int s = 0; s < candidates.size; s++) {
      int part = scratch.newPart();
      for (long rest = candidates.sets[s]; rest != 0; rest &= rest - 1) {
        scratch.add(Long.numberOfTrailingZeros(rest), part);
      }
      cost[s] = costOf(scratch.sums[part * component.attributes]);
      energy[s] = first.ofPart(part);
      next[s] = second.ofPart(part);
      for (long rest = candidates.sets[s]; rest != 0; rest &= rest - 1) {
        scratch.remove(Long.numberOfTrailingZeros(rest));
      }
    }
  }

  /**
   * Returns the labels of the best partition, or null when the states are too many.
   *
   * @param known a feasible partition, the better the faster
   * @param candidates all feasible sets; changed by the search
   * @param cover weights as in {@link CoverBound}, or null
   */
  static int @Nullable [] find(
      Partition known,
      CandidateSets candidates,
      boolean similarityFirst,
      double @Nullable [] cover,
      int mostStates) {
    Component component = known.component;
    Partition scratch = new Partition(component);
    Energy similarity = new SimilarityEnergy(scratch);
    Energy compactness = new CompactnessEnergy(scratch);
    ExactSearch search =
        new ExactSearch(
            component,
            candidates,
            similarityFirst ? similarity : compactness,
            similarityFirst ? compactness : similarity,
            scratch,
            cover,
            mostStates);
    return search.run(known, similarityFirst);
  }

  private int @Nullable [] run(Partition known, boolean similarityFirst) {
    Energy first = similarityFirst ? new SimilarityEnergy(known) : new CompactnessEnergy(known);
    bestLeft = known.leftover();
    bestCost = 0;
    for (int part = 0; part < n; part++) {
      if (known.first(part) != Partition.NONE) {
        bestCost += costOf(known.sums[part * component.attributes]);
      }
    }
    // first the best leftovers and cost, whatever the energy
    bestEnergy = Double.NEGATIVE_INFINITY;
    int better = fill(false);
    if (better == TOO_MANY) {
      return null;
    }
    if (better != NOTHING) {
      bestLeft = left[better];
      bestCost = stateCost[better];
      bestEnergy = stateEnergy[better];
    } else {
      bestEnergy = Energy.total(first, known);
    }
    price();
    int best = fill(true);
    return best < 0 ? null : labels(best);
  }

  private double costOf(long sum) {
    switch (objective) {
      case MOST_PACKAGES:
        return -1;
      case FEWEST_PACKAGES:
        return 1;
      default:
        return Math.abs(sum - component.problem.target);
    }
  }

  // ---- the table

  private static final int TOO_MANY = -2;
  private static final int NOTHING = -1;

  /** Fills the table and returns the best complete state that is good enough. */
  private int fill(boolean withEnergy) {
    int[] heads = new int[n + 1];
    Arrays.fill(heads, -1);
    int[] index = new int[1024];
    long work = 0;
    states = 0;
    int root = newState(0, 0, 0, 0, 0, 0, -1, -1);
    chain[root] = -1;
    heads[0] = root;
    for (int node = 0; node < n; node++) {
      for (int state = heads[node]; state >= 0; state = chain[state]) {
        long mask = covered[state];
        int more = left[state] + component.weight(node);
        index = reach(index, heads, state, mask | 1L << node, more, -1, withEnergy);
        work += candidates.starts[node + 1] - candidates.starts[node];
        for (int s = candidates.starts[node]; s < candidates.starts[node + 1]; s++) {
          if ((candidates.sets[s] & mask) == 0) {
            index =
                reach(index, heads, state, mask | candidates.sets[s], left[state], s, withEnergy);
          }
        }
        if (states > mostStates || work > WORK_PER_STATE * mostStates) {
          return TOO_MANY;
        }
      }
    }
    return heads[n];
  }

  private int newState(
      long mask, int leftOver, int count, double c, double e, double t, int from, int set) {
    if (states == covered.length) {
      int size = 2 * states;
      covered = Arrays.copyOf(covered, size);
      left = Arrays.copyOf(left, size);
      packages = Arrays.copyOf(packages, size);
      stateCost = Arrays.copyOf(stateCost, size);
      stateEnergy = Arrays.copyOf(stateEnergy, size);
      stateNext = Arrays.copyOf(stateNext, size);
      before = Arrays.copyOf(before, size);
      chosen = Arrays.copyOf(chosen, size);
      chain = Arrays.copyOf(chain, size);
    }
    put(states, mask, leftOver, count, c, e, t, from, set);
    return states++;
  }

  private void put(
      int at, long mask, int leftOver, int count, double c, double e, double t, int from, int set) {
    covered[at] = mask;
    left[at] = leftOver;
    packages[at] = count;
    stateCost[at] = c;
    stateEnergy[at] = e;
    stateNext[at] = t;
    before[at] = from;
    chosen[at] = set;
  }

  /** Adds a state, or improves the one that covers the same nodes; returns the hash index. */
  private int[] reach(
      int[] indexBefore,
      int[] heads,
      int from,
      long mask,
      int leftOver,
      int set,
      boolean withEnergy) {
    double c = stateCost[from] + (set < 0 ? 0 : cost[set]);
    double e = stateEnergy[from] + (set < 0 ? 0 : energy[set]);
    double t = stateNext[from] + (set < 0 ? 0 : next[set]);
    int count = packages[from] + (set < 0 ? 0 : 1);
    if (isHopeless(mask, leftOver, count, c, e, withEnergy)) {
      return indexBefore;
    }
    int[] index = indexBefore;
    if (2 * states > index.length) {
      index = new int[4 * index.length];
      for (int state = 0; state < states; state++) {
        index[find(index, covered[state])] = state + 1;
      }
    }
    int slot = find(index, mask);
    if (index[slot] == 0) {
      int made = newState(mask, leftOver, count, c, e, t, from, set);
      index[slot] = made + 1;
      int lowest = Long.numberOfTrailingZeros(~mask);
      int bucket = Math.min(lowest, n);
      chain[made] = heads[bucket];
      heads[bucket] = made;
    } else {
      int known = index[slot] - 1;
      if (isBetter(leftOver, c, e, t, known, withEnergy)) {
        put(known, mask, leftOver, count, c, e, t, from, set);
      }
    }
    return index;
  }

  private int find(int[] index, long mask) {
    long hash = mask * 0x9e3779b97f4a7c15L;
    int slot = (int) (hash >>> 33) & (index.length - 1);
    while (index[slot] != 0 && covered[index[slot] - 1] != mask) {
      slot = (slot + 1) & (index.length - 1);
    }
    return slot;
  }

  private boolean isBetter(int l, double c, double e, double t, int known, boolean withEnergy) {
    if (l != left[known]) {
      return l < left[known];
    }
    if (Math.abs(c - stateCost[known]) > ROUNDING) {
      return c < stateCost[known];
    }
    if (!withEnergy || Math.abs(e - stateEnergy[known]) > ROUNDING) {
      return withEnergy && e < stateEnergy[known];
    }
    return t < stateNext[known] - ROUNDING;
  }

  /** Tells whether a state cannot end better than, or with energy as good as, the known best. */
  private boolean isHopeless(
      long mask, int leftOver, int count, double c, double e, boolean withEnergy) {
    if (leftOver != bestLeft) {
      return leftOver > bestLeft;
    }
    double covers = 0;
    double price = 0;
    for (long rest = full & ~mask; rest != 0; rest &= rest - 1) {
      int node = Long.numberOfTrailingZeros(rest);
      covers += cover[node];
      price += prices[node];
    }
    double leastCost = c;
    if (objective == Objective.MOST_PACKAGES) {
      leastCost -= Math.floor(covers + ROUNDING);
    } else if (objective == Objective.FEWEST_PACKAGES) {
      leastCost += mask == full ? 0 : fewest(mask);
    }
    if (!withEnergy) {
      return leastCost > bestCost - ROUNDING;
    }
    if (leastCost > bestCost + ROUNDING) {
      return true;
    }
    if (least.length > 0) {
      int missing = (int) Math.abs(bestCost) - count;
      if (missing < 0 || (missing == 0 && mask != full)) {
        return true;
      }
      price += least[missing];
    }
    return e + price > bestEnergy + EnergyBound.slack(bestEnergy);
  }

  private double fewest(long mask) {
    double sum = 0;
    for (long rest = full & ~mask; rest != 0; rest &= rest - 1) {
      sum += component.sizes[Long.numberOfTrailingZeros(rest) * component.attributes];
    }
    return bestLeft > 0 ? 0 : Math.ceil(sum / component.max[0] - ROUNDING);
  }

  // ---- prices

  /** Finds prices, and drops the sets that no partition as good as the known one can have. */
  private void price() {
    if (bestLeft > 0 || objective == Objective.TARGET_SIZE) {
      return; // what is left over pays nothing, and parts must be counted
    }
    int parts = (int) Math.abs(bestCost);
    EnergyBound bound = new EnergyBound(n, candidates, energy, parts);
    bound.raise(bestEnergy);
    System.arraycopy(bound.prices, 0, prices, 0, n);
    least = bound.least;
    boolean[] keep = bound.keep(bestEnergy);
    int kept = 0;
    for (int node = 0; node < n; node++) {
      int from = candidates.starts[node];
      candidates.starts[node] = kept;
      for (int s = from; s < candidates.starts[node + 1]; s++) {
        if (keep[s]) {
          candidates.sets[kept] = candidates.sets[s];
          cost[kept] = cost[s];
          energy[kept] = energy[s];
          next[kept++] = next[s];
        }
      }
    }
    candidates.starts[n] = kept;
    candidates.size = kept;
  }

  private int[] labels(int state) {
    int[] labels = new int[n];
    Arrays.fill(labels, Partition.NONE);
    int at = state;
    int label = 0;
    while (before[at] >= 0) {
      if (chosen[at] >= 0) {
        for (long rest = candidates.sets[chosen[at]]; rest != 0; rest &= rest - 1) {
          labels[Long.numberOfTrailingZeros(rest)] = label;
        }
        label++;
      }
      at = before[at];
    }
    return labels;
  }
}
