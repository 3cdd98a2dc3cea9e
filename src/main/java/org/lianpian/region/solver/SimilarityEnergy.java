package org.lianpian.region.solver;

/** The dissimilarity of all pairs of a part, and the penalties of the edges inside it. */
final class SimilarityEnergy implements Energy {
  private final Partition partition;
  private final Component component;

  SimilarityEnergy(Partition partition) {
    this.partition = partition;
    this.component = partition.component;
  }

  @Override
  public double ofMove(int node, int to) {
    return with(node, to) - with(node, partition.part[node]);
  }

  @Override
  public double ofSwap(int a, int b) {
    double between = component.hasDissimilarity ? component.between(a, b) : 0;
    if (component.hasPenalties) {
      for (int e = component.offsets[a]; e < component.offsets[a + 1]; e++) {
        between += component.neighbours[e] == b ? component.penalties[e] : 0;
      }
    }
    return ofMove(a, partition.part[b]) + ofMove(b, partition.part[a]) - 2 * between;
  }

  @Override
  public double ofPart(int part) {
    double twice = 0;
    double alone = 0;
    for (int node = partition.first(part); node >= 0; node = partition.next(node)) {
      twice += with(node, part);
      alone += component.weight(node) > 1 ? component.within(node) : 0;
    }
    return twice / 2 + alone;
  }

  /** Returns what a node has with all others of a part. */
  double with(int node, int part) {
    double sum = 0;
    double[] values = component.values;
    if (values != null) {
      double own = values[node];
      for (int other = partition.first(part); other >= 0; other = partition.next(other)) {
        sum += Math.abs(own - values[other]);
      }
    } else if (component.hasDissimilarity) {
      for (int other = partition.first(part); other >= 0; other = partition.next(other)) {
        if (other != node) {
          sum += component.between(node, other);
        }
      }
    }
    if (component.hasPenalties) {
      for (int e = component.offsets[node]; e < component.offsets[node + 1]; e++) {
        if (partition.part[component.neighbours[e]] == part) {
          sum += component.penalties[e];
        }
      }
    }
    return sum;
  }
}
