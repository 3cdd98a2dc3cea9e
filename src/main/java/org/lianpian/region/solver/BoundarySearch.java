package org.lianpian.region.solver;

/**
 * Improves an energy by moving nodes across the boundaries of parts, one at a time or two in
 * exchange, while every part keeps its bounds and hangs together (simulated annealing).
 *
 * <p>Leftovers and the number of parts stay as they are, and under a target the deviation never
 * grows. Cost of a step: the members of two parts.
 */
final class BoundarySearch {
  private static final int SAMPLES = 300;
  private static final double ROUNDING = 1e-9;

  private final Partition partition;
  private final Component component;
  private final int attributes;
  private final SplitMix random;
  private final boolean hasTarget;
  private final int[] stamp;
  private final int[] open;
  private int now;

  BoundarySearch(Partition partition, SplitMix random) {
    this.partition = partition;
    this.component = partition.component;
    this.attributes = component.attributes;
    this.random = random;
    this.hasTarget = component.problem.objective == Objective.TARGET_SIZE;
    this.stamp = new int[component.n];
    this.open = new int[component.n];
  }

  /**
   * Anneals and leaves the best partition found.
   *
   * @param energy what is made small
   * @param next decides between steps that leave {@code energy} as it is
   * @param effort nodes to look at
   * @param hot the first temperature, as a share of the mean change of a step
   * @param cold the last temperature, as the same share
   */
  void improve(Energy energy, Energy next, long effort, double hot, double cold) {
    double scale = meanChange(energy);
    int[] best = partition.part.clone();
    double level = 0;
    double bestLevel = 0;
    double nextLevel = 0;
    double bestNext = 0;
    double heat = hot * scale;
    int epoch = Math.max(64, component.n);
    long work = 0;
    for (int step = 1; work < effort; step++) {
      work += 2;
      if (step % epoch == 0) {
        heat = scale * hot * Math.pow(cold / hot, (double) work / effort);
        if (level < bestLevel - ROUNDING
            || (level < bestLevel + ROUNDING && nextLevel < bestNext)) {
          bestLevel = level;
          bestNext = nextLevel;
          System.arraycopy(partition.part, 0, best, 0, best.length);
        }
      }
      if (propose()) {
        work += partition.nodes[from] + partition.nodes[to];
        double change = change(energy);
        boolean accepted =
            Math.abs(change) < ROUNDING
                ? change(next) <= 0
                : change < 0 || random.unit() < Math.exp(-change / heat);
        if (accepted && hangsTogether()) {
          nextLevel += change(next);
          level += change;
          apply();
        }
      }
    }
    if (bestLevel < level - ROUNDING) {
      partition.set(best);
    }
  }

  private int node;
  private int from;
  private int to;

  /** The node that goes the other way, or -1. */
  private int swapWith;

  private double change(Energy energy) {
    return swapWith < 0 ? energy.ofMove(node, to) : energy.ofSwap(node, swapWith);
  }

  private double meanChange(Energy energy) {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < SAMPLES; i++) {
      if (propose()) {
        double change = change(energy);
        sum += Math.abs(change);
        found++;
      }
    }
    return found == 0 || sum == 0 ? 1 : sum / found;
  }

  /** Draws a step that keeps all bounds and pair rules. */
  private boolean propose() {
    node = random.below(component.n);
    from = partition.part[node];
    int degree = component.offsets[node + 1] - component.offsets[node];
    if (from < 0 || degree == 0) {
      return false;
    }
    int other = component.neighbours[component.offsets[node] + random.below(degree)];
    to = partition.part[other];
    if (to < 0 || to == from) {
      return false;
    }
    swapWith = -1;
    if (random.below(2) == 0 && partition.nodes[from] > 1 && keepsBounds() && keepsTarget()) {
      return keepsPairs(node, -1, to);
    }
    swapWith = random.below(3) == 0 ? other : drawOpposite();
    return swapWith >= 0
        && (partition.nodes[from] > 1 || partition.nodes[to] > 1)
        && keepsBounds()
        && keepsTarget()
        && keepsPairs(node, swapWith, to)
        && keepsPairs(swapWith, node, from);
  }

  /** Draws a node of the other part that touches this one's part. */
  private int drawOpposite() {
    int chosen = -1;
    int candidates = 0;
    for (int other = partition.first(to); other >= 0; other = partition.next(other)) {
      for (int e = component.offsets[other]; e < component.offsets[other + 1]; e++) {
        int neighbour = component.neighbours[e];
        if (neighbour != node && partition.part[neighbour] == from) {
          if (random.below(++candidates) == 0) {
            chosen = other;
          }
          break;
        }
      }
    }
    return chosen;
  }

  private boolean keepsBounds() {
    for (int k = 0; k < attributes; k++) {
      long size = component.sizes[node * attributes + k];
      if (swapWith >= 0) {
        size -= component.sizes[swapWith * attributes + k];
      }
      long left = partition.sums[from * attributes + k] - size;
      long right = partition.sums[to * attributes + k] + size;
      if (left < component.min[k]
          || right < component.min[k]
          || left > component.max[k]
          || right > component.max[k]) {
        return false;
      }
    }
    return true;
  }

  private boolean keepsTarget() {
    if (!hasTarget) {
      return true;
    }
    long target = component.problem.target;
    long left = partition.sums[from * attributes];
    long right = partition.sums[to * attributes];
    long size = component.sizes[node * attributes];
    if (swapWith >= 0) {
      size -= component.sizes[swapWith * attributes];
    }
    return Math.abs(left - size - target) + Math.abs(right + size - target)
        <= Math.abs(left - target) + Math.abs(right - target);
  }

  private boolean keepsPairs(int entering, int leaving, int part) {
    if (component.hasPairRule) {
      for (int other = partition.first(part); other >= 0; other = partition.next(other)) {
        if (other != leaving && !component.mayShare(entering, other)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean hangsTogether() {
    return hangsTogether(from, node, swapWith)
        && (swapWith < 0 || hangsTogether(to, swapWith, node));
  }

  /** Tells whether a part still hangs together when one node leaves and another comes. */
  private boolean hangsTogether(int part, int leaving, int coming) {
    now++;
    int reached = 0;
    int expected = partition.nodes[part] - 1 + (coming < 0 ? 0 : 1);
    int start = coming >= 0 ? coming : partition.first(part);
    if (start == leaving) {
      start = partition.next(start);
    }
    open[reached++] = start;
    stamp[start] = now;
    for (int done = 0; done < reached && reached < expected; done++) {
      int at = open[done];
      for (int e = component.offsets[at]; e < component.offsets[at + 1]; e++) {
        int other = component.neighbours[e];
        if (stamp[other] != now
            && other != leaving
            && (partition.part[other] == part || other == coming)) {
          stamp[other] = now;
          open[reached++] = other;
        }
      }
    }
    return reached == expected;
  }

  private void apply() {
    // a part that is down to one node gets the other before it loses its own
    if (swapWith >= 0 && partition.nodes[to] > 1) {
      transfer(swapWith, from);
      transfer(node, to);
    } else {
      transfer(node, to);
      if (swapWith >= 0) {
        transfer(swapWith, from);
      }
    }
  }

  private void transfer(int moved, int part) {
    partition.remove(moved);
    partition.add(moved, part);
  }
}
