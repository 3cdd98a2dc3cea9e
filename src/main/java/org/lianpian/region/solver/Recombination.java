package org.lianpian.region.solver;

/**
 * Improves leftovers and the objective: takes a few neighbouring parts and the left-over nodes
 * beside them, cuts their union along a new random tree, and keeps what is not worse.
 *
 * <p>Among equally good cuts those are preferred that collect the surplus of several parts in one,
 * as a surplus of a whole minimum is one more part; worse ones are taken with a small chance, so
 * that the surplus can travel (annealing at a fixed temperature).
 *
 * <p>Source: DeFord, Duchin and Solomon (2021), Recombination; there to sample, here to optimise.
 */
final class Recombination {
  private static final int FEWEST_PARTS = 2;
  private static final int MOST_PARTS = 5;
  private static final int MOST_NODES = 400;

  private final Component component;
  private final Partition partition;
  private final Objective objective;
  private final long target;
  private final SplitMix random;
  private final TreeCutter cutter;
  private final int[] region;
  private final int[] stamp;
  private int now;
  private int size;
  private int parts;
  private final long[] wanted;
  private final double scale;
  private final double heat;

  // of the region before and after
  private int leftBefore;
  private double costBefore;
  private double surplusBefore;
  private int leftAfter;
  private double costAfter;
  private double surplusAfter;

  Recombination(Partition partition, SplitMix random) {
    this.partition = partition;
    this.component = partition.component;
    this.objective = component.problem.objective;
    this.target = component.problem.target;
    this.random = random;
    this.cutter = new TreeCutter(component);
    this.region = new int[component.n];
    this.stamp = new int[component.n];
    this.wanted = component.min.clone();
    double mean = 0;
    for (int i = 0; i < component.n; i++) {
      mean += (double) component.sizes[i * component.attributes] / component.n;
    }
    // measured: small components need more chance to leave a corner, large ones drift apart
    this.heat = Math.max(0.03, Math.min(0.2, 8.0 / component.n));
    this.scale = component.min[0] > 0 ? component.min[0] : Math.max(mean, 1);
  }

  /**
   * Works until the effort is used up or both bounds are met.
   *
   * @param effort nodes and pairs of nodes to look at
   * @param leastLeft no partition leaves over fewer areas
   * @param leastCost no partition costs less
   */
  void improve(long effort, int leastLeft, double leastCost) {
    long end = cutter.work + effort;
    while (cutter.work < end) {
      if (partition.leftover() <= leastLeft && cost() <= leastCost) {
        return;
      }
      chooseRegion();
      chooseWanted();
      cutter.cut(region, size, wanted, random);
      measure();
      if (isAccepted()) {
        apply();
      }
    }
  }

  /** Returns what the whole partition costs under the objective. */
  double cost() {
    switch (objective) {
      case MOST_PACKAGES:
        return -partition.count();
      case FEWEST_PACKAGES:
        return partition.count();
      default:
        double sum = 0;
        for (int p = 0; p < component.n; p++) {
          if (partition.first(p) != Partition.NONE) {
            sum += Math.abs(partition.sums[p * component.attributes] - target);
          }
        }
        return sum;
    }
  }

  private void chooseRegion() {
    now++;
    size = 0;
    parts = 0;
    take(random.below(component.n));
    int wantedParts = FEWEST_PARTS + random.below(MOST_PARTS - FEWEST_PARTS + 1);
    int tries = 3 * wantedParts;
    while (parts < wantedParts && tries-- > 0 && size < MOST_NODES) {
      int node = region[random.below(size)];
      int degree = component.offsets[node + 1] - component.offsets[node];
      if (degree > 0) {
        take(component.neighbours[component.offsets[node] + random.below(degree)]);
      }
    }
  }

  /** Adds the part of a node, or the node alone when it is left over. */
  private void take(int node) {
    if (stamp[node] == now) {
      return;
    }
    int part = partition.part[node];
    if (part == Partition.NONE) {
      stamp[node] = now;
      region[size++] = node;
      return;
    }
    parts++;
    for (int member = partition.first(part); member >= 0; member = partition.next(member)) {
      stamp[member] = now;
      region[size++] = member;
    }
  }

  private void chooseWanted() {
    switch (objective) {
      case MOST_PACKAGES:
        break;
      case FEWEST_PACKAGES:
        wanted[0] = BoundedAttribute.UNBOUNDED;
        break;
      default:
        wanted[0] = Math.max(component.min[0], (long) (target * (0.6 + 0.5 * random.unit())));
        break;
    }
  }

  private void measure() {
    leftBefore = 0;
    costBefore = 0;
    surplusBefore = 0;
    leftAfter = 0;
    costAfter = 0;
    surplusAfter = 0;
    for (int i = 0; i < size; i++) {
      int node = region[i];
      int part = partition.part[node];
      if (part == Partition.NONE) {
        leftBefore += component.weight(node);
      } else if (partition.first(part) == node) {
        long sum = partition.sums[part * component.attributes];
        costBefore += costOf(sum);
        surplusBefore += surplusOf(sum);
      }
      if (cutter.group[i] == TreeCutter.LEFT_OVER) {
        leftAfter += component.weight(node);
      }
    }
    for (int g = 0; g < cutter.groups(); g++) {
      if (cutter.isComplete(g)) {
        long sum = cutter.sums[g * component.attributes];
        costAfter += costOf(sum);
        surplusAfter += surplusOf(sum);
      }
    }
  }

  private double costOf(long sum) {
    switch (objective) {
      case MOST_PACKAGES:
        return -1;
      case FEWEST_PACKAGES:
        return 1;
      default:
        return Math.abs(sum - target);
    }
  }

  /** Concave, so that the sum over parts is small when few parts hold all the surplus. */
  private double surplusOf(long sum) {
    return Math.sqrt((sum - component.min[0]) / scale);
  }

  private boolean isAccepted() {
    if (leftAfter != leftBefore) {
      return leftAfter < leftBefore;
    }
    if (costAfter != costBefore) {
      return costAfter < costBefore;
    }
    if (objective == Objective.TARGET_SIZE) {
      return true;
    }
    double gain = surplusBefore - surplusAfter;
    return gain >= 0 || random.unit() < Math.exp(gain / heat);
  }

  private void apply() {
    for (int i = 0; i < size; i++) {
      partition.remove(region[i]);
    }
    int[] partOf = new int[cutter.groups()];
    java.util.Arrays.fill(partOf, Partition.NONE);
    for (int i = 0; i < size; i++) {
      int group = cutter.group[i];
      if (group != TreeCutter.LEFT_OVER) {
        if (partOf[group] == Partition.NONE) {
          partOf[group] = partition.newPart();
        }
        partition.add(region[i], partOf[group]);
      }
    }
  }
}
