package org.lianpian.region.solver;

import java.util.Arrays;

/**
 * Which areas are neighbours: an undirected graph in compressed rows, with a penalty on each edge.
 *
 * <p>Immutable and thread-safe. Neighbours are sorted by index.
 */
public final class AreaGraph {
  private final int[] offsets;
  private final int[] neighbours;
  private final double[] penalties;

  private AreaGraph(int[] offsets, int[] neighbours, double[] penalties) {
    this.offsets = offsets;
    this.neighbours = neighbours;
    this.penalties = penalties;
  }

  /** Makes a graph without penalties; see {@link #of(int, int[], int[], double[])}. */
  public static AreaGraph of(int areas, int[] from, int[] to) {
    return of(areas, from, to, new double[from.length]);
  }

  /**
   * Makes a graph from its edges, each given once or in both directions. Edges of an area to itself
   * are left out; of repeated edges the smallest penalty holds. {@code O(e log d)}.
   *
   * @param penalty what a package pays for having both ends of the edge; at least 0
   * @throws IllegalArgumentException when an end is out of range or a penalty negative
   */
  public static AreaGraph of(int areas, int[] from, int[] to, double[] penalty) {
    int[] degree = new int[areas + 1];
    for (int e = 0; e < from.length; e++) {
      if (from[e] < 0 || from[e] >= areas || to[e] < 0 || to[e] >= areas) {
        throw new IllegalArgumentException(
            "Ends of an edge must be in [0, " + areas + "), were " + from[e] + ", " + to[e]);
      }
      if (!(penalty[e] >= 0)) {
        throw new IllegalArgumentException("Penalties must be >= 0, was " + penalty[e]);
      }
      if (from[e] != to[e]) {
        degree[from[e] + 1]++;
        degree[to[e] + 1]++;
      }
    }
    for (int i = 0; i < areas; i++) {
      degree[i + 1] += degree[i];
    }
    long[] entries = new long[degree[areas]];
    int[] next = Arrays.copyOf(degree, areas);
    for (int e = 0; e < from.length; e++) {
      if (from[e] != to[e]) {
        entries[next[from[e]]++] = ((long) to[e] << 32) | e;
        entries[next[to[e]]++] = ((long) from[e] << 32) | e;
      }
    }
    return compress(areas, degree, entries, penalty);
  }

  private static AreaGraph compress(int areas, int[] starts, long[] entries, double[] penalty) {
    int[] offsets = new int[areas + 1];
    int[] neighbours = new int[entries.length];
    double[] penalties = new double[entries.length];
    int size = 0;
    for (int i = 0; i < areas; i++) {
      Arrays.sort(entries, starts[i], starts[i + 1]);
      int first = size;
      for (int k = starts[i]; k < starts[i + 1]; k++) {
        int other = (int) (entries[k] >>> 32);
        double cost = penalty[(int) entries[k]];
        if (size > first && neighbours[size - 1] == other) {
          penalties[size - 1] = Math.min(penalties[size - 1], cost);
        } else {
          neighbours[size] = other;
          penalties[size++] = cost;
        }
      }
      offsets[i + 1] = size;
    }
    return new AreaGraph(offsets, Arrays.copyOf(neighbours, size), Arrays.copyOf(penalties, size));
  }

  public int size() {
    return offsets.length - 1;
  }

  /** Returns the place of the first neighbour of an area; its last is before that of the next. */
  public int start(int area) {
    return offsets[area];
  }

  /** Returns the neighbour at a place between {@code start(area)} and {@code start(area + 1)}. */
  public int neighbour(int place) {
    return neighbours[place];
  }

  public double penalty(int place) {
    return penalties[place];
  }

  public boolean hasPenalties() {
    for (double penalty : penalties) {
      if (penalty > 0) {
        return true;
      }
    }
    return false;
  }
}
