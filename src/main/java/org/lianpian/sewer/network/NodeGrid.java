package org.lianpian.sewer.network;

import java.util.function.IntConsumer;

/**
 * Finds points near a place: square cells hashed into buckets, so that a point far off (swapped
 * coordinates) costs nothing. Immutable and thread-safe; {@code O(n)} to build.
 */
final class NodeGrid {
  /** About the spacing of manholes: a bucket holds few points, and 50 m need few buckets. */
  private static final double CELL_METRES = 25;

  /** Wider than the rounding of the sum: a point just as far as it may be must not be missed. */
  private static final double MARGIN_METRES = 1e-6;

  private final double[] x;
  private final double[] y;
  private final int[] start;
  private final int[] points;
  private final int mask;

  /** Indexes the first {@code count} points; those with an unknown position are never found. */
  NodeGrid(double[] x, double[] y, int count) {
    this.x = x;
    this.y = y;
    int buckets = Integer.highestOneBit(Math.max(16, count)) * 2;
    mask = buckets - 1;
    int[] next = new int[buckets + 1];
    for (int i = 0; i < count; i++) {
      if (!Double.isNaN(x[i])) {
        next[bucket(cell(x[i]), cell(y[i])) + 1]++;
      }
    }
    for (int i = 0; i < buckets; i++) {
      next[i + 1] += next[i];
    }
    start = next.clone();
    points = new int[start[buckets]];
    for (int i = 0; i < count; i++) {
      if (!Double.isNaN(x[i])) {
        points[next[bucket(cell(x[i]), cell(y[i]))]++] = i;
      }
    }
  }

  /** Visits every point within a distance of a place, in no special order, each once. */
  void visit(double atX, double atY, double metres, IntConsumer visitor) {
    double reach = metres + MARGIN_METRES;
    long left = cell(atX - reach);
    long right = cell(atX + reach);
    long bottom = cell(atY - reach);
    long top = cell(atY + reach);
    for (long column = left; column <= right; column++) {
      for (long row = bottom; row <= top; row++) {
        int bucket = bucket(column, row);
        for (int i = start[bucket]; i < start[bucket + 1]; i++) {
          int point = points[i];
          // cells that share a bucket must not be visited twice
          if (cell(x[point]) == column
              && cell(y[point]) == row
              && PipeNetwork.distance(x[point], y[point], atX, atY) <= metres) {
            visitor.accept(point);
          }
        }
      }
    }
  }

  long bytes() {
    return 4L * (start.length + points.length);
  }

  private static long cell(double value) {
    return (long) Math.floor(value / CELL_METRES);
  }

  private int bucket(long column, long row) {
    long hash = (column * 0x9E3779B97F4A7C15L) ^ (row * 0xC2B2AE3D27D4EB4FL);
    return (int) (hash ^ (hash >>> 32)) & mask;
  }
}
