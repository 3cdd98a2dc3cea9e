package org.lianpian.region.solver;

/** Bounds on the objective of a component that cost no search. */
final class Bounds {
  private Bounds() {}

  /**
   * Returns the most packages there can be, the fewest that can take all areas, or 0 as the least
   * deviation from a target.
   */
  static double of(Component component) {
    switch (component.problem.objective) {
      case MOST_PACKAGES:
        int most = component.n;
        for (int k = 0; k < component.attributes; k++) {
          most = Math.min(most, mostBy(component, k));
        }
        return most;
      case FEWEST_PACKAGES:
        long fewest = 1;
        for (int k = 0; k < component.attributes; k++) {
          long sum = 0;
          for (int i = 0; i < component.n; i++) {
            sum += component.sizes[i * component.attributes + k];
          }
          long max = Math.max(1, component.max[k]);
          fewest = Math.max(fewest, (sum + max - 1) / max);
        }
        return fewest;
      default:
        return 0;
    }
  }

  /**
   * A package has a node that reaches the minimum alone, or lies within a connected piece of those
   * that do not.
   */
  private static int mostBy(Component component, int attribute) {
    long min = component.min[attribute];
    if (min == 0) {
      return component.n;
    }
    boolean[] seen = new boolean[component.n];
    int packages = 0;
    for (int i = 0; i < component.n; i++) {
      if (component.sizes[i * component.attributes + attribute] >= min) {
        seen[i] = true;
        packages++;
      }
    }
    int[] open = new int[component.n];
    for (int i = 0; i < component.n; i++) {
      if (!seen[i]) {
        packages += (int) (sumOfPiece(component, attribute, i, seen, open) / min);
      }
    }
    return packages;
  }

  private static long sumOfPiece(
      Component component, int attribute, int from, boolean[] seen, int[] open) {
    open[0] = from;
    seen[from] = true;
    int reached = 1;
    long sum = 0;
    for (int done = 0; done < reached; done++) {
      int node = open[done];
      sum += component.sizes[node * component.attributes + attribute];
      for (int e = component.offsets[node]; e < component.offsets[node + 1]; e++) {
        int other = component.neighbours[e];
        if (!seen[other]) {
          seen[other] = true;
          open[reached++] = other;
        }
      }
    }
    return sum;
  }
}
