package org.lianpian.frontage.sight;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Line segments in arrays under a static, sort-tile-recursive packed R-tree.
 *
 * <p>A segment has a number in the tree, its sequence number (the order in which it was added) and
 * an owner. Immutable and thread-safe; the tree depends only on the segments and their sequence.
 * Building costs {@code O(n log n)}, finding {@code O(log n + hits)}.
 *
 * <p>Source: S. T. Leutenegger, M. A. Lopez, J. Edgington (1997), STR: a simple and efficient
 * algorithm for R-tree packing.
 */
public final class SegmentIndex {
  private static final int FANOUT = 16;

  private final double[] ends; // x0, y0, x1, y1 of each segment, in tree order
  private final int[] owners;
  private final int[] sequences;
  private final double[][] boxes; // per level from the leaves up: minX, minY, maxX, maxY

  private SegmentIndex(double[] ends, int[] owners, int[] sequences) {
    this.ends = ends;
    this.owners = owners;
    this.sequences = sequences;
    this.boxes = boxes(ends);
  }

  public static Builder builder() {
    return new Builder();
  }

  public int size() {
    return owners.length;
  }

  public double x0(int segment) {
    return ends[4 * segment];
  }

  public double y0(int segment) {
    return ends[4 * segment + 1];
  }

  public double x1(int segment) {
    return ends[4 * segment + 2];
  }

  public double y1(int segment) {
    return ends[4 * segment + 3];
  }

  public int owner(int segment) {
    return owners[segment];
  }

  /** Returns the given segments in the order in which they were added. */
  public IntList bySequence(IntList segments) {
    long[] keys = new long[segments.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) sequences[segments.get(i)] << 32 | segments.get(i);
    }
    Arrays.sort(keys);
    IntList sorted = new IntList();
    for (long key : keys) {
      sorted.add((int) key);
    }
    return sorted;
  }

  /** Adds to {@code hits} the segments whose box meets the given box, borders included. */
  public void find(double minX, double minY, double maxX, double maxY, IntList hits) {
    if (boxes.length > 0) {
      find(boxes.length - 1, 0, minX, minY, maxX, maxY, hits);
    }
  }

  private void find(
      int level, int node, double minX, double minY, double maxX, double maxY, IntList hits) {
    double[] box = boxes[level];
    int at = 4 * node;
    if (box[at] > maxX || box[at + 1] > maxY || box[at + 2] < minX || box[at + 3] < minY) {
      return;
    }
    int from = node * FANOUT;
    if (level > 0) {
      int to = Math.min(from + FANOUT, boxes[level - 1].length / 4);
      for (int child = from; child < to; child++) {
        find(level - 1, child, minX, minY, maxX, maxY, hits);
      }
      return;
    }
    int to = Math.min(from + FANOUT, owners.length);
    for (int segment = from; segment < to; segment++) {
      if (boxMeets(segment, minX, minY, maxX, maxY)) {
        hits.add(segment);
      }
    }
  }

  /** Tells whether the box of some segment meets the given box. */
  public boolean meets(double minX, double minY, double maxX, double maxY) {
    return boxes.length > 0 && meets(boxes.length - 1, 0, minX, minY, maxX, maxY);
  }

  private boolean meets(int level, int node, double minX, double minY, double maxX, double maxY) {
    double[] box = boxes[level];
    int at = 4 * node;
    if (box[at] > maxX || box[at + 1] > maxY || box[at + 2] < minX || box[at + 3] < minY) {
      return false;
    }
    int from = node * FANOUT;
    int to = Math.min(from + FANOUT, level > 0 ? boxes[level - 1].length / 4 : owners.length);
    for (int child = from; child < to; child++) {
      if (level > 0
          ? meets(level - 1, child, minX, minY, maxX, maxY)
          : boxMeets(child, minX, minY, maxX, maxY)) {
        return true;
      }
    }
    return false;
  }

  private boolean boxMeets(int segment, double minX, double minY, double maxX, double maxY) {
    int end = 4 * segment;
    return Math.min(ends[end], ends[end + 2]) <= maxX
        && Math.min(ends[end + 1], ends[end + 3]) <= maxY
        && Math.max(ends[end], ends[end + 2]) >= minX
        && Math.max(ends[end + 1], ends[end + 3]) >= minY;
  }

  /**
   * Tells whether a point lies inside the rings of which this index holds the edges, by the parity
   * of crossings along the shorter side of all of them; for a point on an edge the answer is
   * arbitrary.
   */
  public boolean contains(double x, double y, IntList scratch) {
    if (boxes.length == 0) {
      return false;
    }
    double[] all = boxes[boxes.length - 1];
    boolean upwards = all[2] - all[0] > all[3] - all[1];
    scratch.clear();
    find(x, y, upwards ? x : all[2], upwards ? all[3] : y, scratch);
    boolean inside = false;
    for (int i = 0; i < scratch.size(); i++) {
      int segment = scratch.get(i);
      if (upwards ? isBelow(x, y, segment) : isLeftOf(x, y, segment)) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Tells the same of the rings of one owner, which reach no farther east than {@code maxX}. */
  boolean contains(double x, double y, int owner, double maxX, IntList scratch) {
    scratch.clear();
    find(x, y, maxX, y, scratch);
    boolean inside = false;
    for (int i = 0; i < scratch.size(); i++) {
      int segment = scratch.get(i);
      if (owners[segment] == owner && isLeftOf(x, y, segment)) {
        inside = !inside;
      }
    }
    return inside;
  }

  private boolean isLeftOf(double x, double y, int segment) {
    double startY = y0(segment);
    double endY = y1(segment);
    return startY > y != endY > y
        && x < x0(segment) + (y - startY) / (endY - startY) * (x1(segment) - x0(segment));
  }

  private boolean isBelow(double x, double y, int segment) {
    double startX = x0(segment);
    double endX = x1(segment);
    return startX > x != endX > x
        && y < y0(segment) + (x - startX) / (endX - startX) * (y1(segment) - y0(segment));
  }

  /** Tells whether the boxes of more than so many segments meet a point. */
  public boolean hasMoreThan(int limit, double x, double y) {
    return boxes.length > 0 && count(boxes.length - 1, 0, x, y, limit) > limit;
  }

  /** Counts, at most to one beyond the limit or a leaf more. */
  private int count(int level, int node, double x, double y, int limit) {
    double[] box = boxes[level];
    int at = 4 * node;
    if (box[at] > x || box[at + 1] > y || box[at + 2] < x || box[at + 3] < y) {
      return 0;
    }
    int from = node * FANOUT;
    int to = Math.min(from + FANOUT, level > 0 ? boxes[level - 1].length / 4 : owners.length);
    int count = 0;
    for (int child = from; child < to && count <= limit; child++) {
      count +=
          level > 0
              ? count(level - 1, child, x, y, limit - count)
              : squaredGapTo(child, x, y, x, y) == 0 ? 1 : 0;
    }
    return count;
  }

  /** Returns how far a point is from a segment. */
  public double distance(int segment, double x, double y) {
    ClosestPair pair = new ClosestPair().within(Double.POSITIVE_INFINITY);
    pair.offer(segment, x, y, x, y, ends, 4 * segment);
    return pair.metres();
  }

  /**
   * Finds the segment nearest to a segment or point, if it is nearer than {@code closest} says.
   *
   * @param closest the best pair so far, improved in place; of equally near ones the first in the
   *     tree stays
   */
  public void nearest(double ax, double ay, double bx, double by, ClosestPair closest) {
    if (boxes.length > 0) {
      nearest(boxes.length - 1, 0, ax, ay, bx, by, closest);
    }
  }

  private void nearest(
      int level, int node, double ax, double ay, double bx, double by, ClosestPair closest) {
    int from = node * FANOUT;
    if (level == 0) {
      int to = Math.min(from + FANOUT, owners.length);
      for (int segment = from; segment < to; segment++) {
        if (squaredGapTo(segment, ax, ay, bx, by) < closest.squaredMetres()) {
          closest.offer(segment, ax, ay, bx, by, ends, 4 * segment);
        }
      }
      return;
    }
    double[] box = boxes[level - 1];
    int to = Math.min(from + FANOUT, box.length / 4);
    int first = from;
    double least = Double.POSITIVE_INFINITY;
    for (int child = from; child < to; child++) {
      double squared = squaredGap(box, 4 * child, ax, ay, bx, by);
      if (squared < least) {
        least = squared;
        first = child;
      }
    }
    if (least >= closest.squaredMetres()) {
      return;
    }
    nearest(level - 1, first, ax, ay, bx, by, closest);
    for (int child = from; child < to; child++) {
      if (child != first && squaredGap(box, 4 * child, ax, ay, bx, by) < closest.squaredMetres()) {
        nearest(level - 1, child, ax, ay, bx, by, closest);
      }
    }
  }

  private static double squaredGap(
      double[] box, int at, double ax, double ay, double bx, double by) {
    double x = Math.max(0, Math.max(box[at] - Math.max(ax, bx), Math.min(ax, bx) - box[at + 2]));
    double y =
        Math.max(0, Math.max(box[at + 1] - Math.max(ay, by), Math.min(ay, by) - box[at + 3]));
    return x * x + y * y;
  }

  /** Returns a lower bound of the squared distance: that of the boxes. */
  private double squaredGapTo(int segment, double ax, double ay, double bx, double by) {
    int at = 4 * segment;
    double minX = Math.min(ends[at], ends[at + 2]);
    double minY = Math.min(ends[at + 1], ends[at + 3]);
    double maxX = Math.max(ends[at], ends[at + 2]);
    double maxY = Math.max(ends[at + 1], ends[at + 3]);
    double x = Math.max(0, Math.max(minX - Math.max(ax, bx), Math.min(ax, bx) - maxX));
    double y = Math.max(0, Math.max(minY - Math.max(ay, by), Math.min(ay, by) - maxY));
    return x * x + y * y;
  }

  private static double[][] boxes(double[] ends) {
    double[][] levels = new double[0][];
    double[] below = ends;
    boolean ordered = false; // the ends of a segment come in any order, the corners of a box do not
    while (below.length > 4 || levels.length == 0 && below.length > 0) {
      int count = below.length / 4;
      double[] level = new double[4 * ((count + FANOUT - 1) / FANOUT)];
      for (int i = 0; i < count; i++) {
        int to = 4 * (i / FANOUT);
        int from = 4 * i;
        double minX = ordered ? below[from] : Math.min(below[from], below[from + 2]);
        double minY = ordered ? below[from + 1] : Math.min(below[from + 1], below[from + 3]);
        double maxX = ordered ? below[from + 2] : Math.max(below[from], below[from + 2]);
        double maxY = ordered ? below[from + 3] : Math.max(below[from + 1], below[from + 3]);
        boolean first = i % FANOUT == 0;
        level[to] = first ? minX : Math.min(level[to], minX);
        level[to + 1] = first ? minY : Math.min(level[to + 1], minY);
        level[to + 2] = first ? maxX : Math.max(level[to + 2], maxX);
        level[to + 3] = first ? maxY : Math.max(level[to + 3], maxY);
      }
      levels = Arrays.copyOf(levels, levels.length + 1);
      levels[levels.length - 1] = level;
      below = level;
      ordered = true;
    }
    return levels;
  }

  /** Collects segments. */
  public static final class Builder {
    private double[] ends = new double[64];
    private int[] owners = new int[16];
    private int size;

    private Builder() {}

    public Builder add(double x0, double y0, double x1, double y1, int owner) {
      if (size == owners.length) {
        ends = Arrays.copyOf(ends, 8 * size);
        owners = Arrays.copyOf(owners, 2 * size);
      }
      int at = 4 * size;
      ends[at] = x0;
      ends[at + 1] = y0;
      ends[at + 2] = x1;
      ends[at + 3] = y1;
      owners[size++] = owner;
      return this;
    }

    /** Adds the edges of a path x0, y0, x1, y1, …; edges of no length are left out. */
    public Builder addPath(double[] path, int owner) {
      for (int i = 2; i + 1 < path.length; i += 2) {
        if (path[i - 2] != path[i] || path[i - 1] != path[i + 1]) {
          add(path[i - 2], path[i - 1], path[i], path[i + 1], owner);
        }
      }
      return this;
    }

    public SegmentIndex build() {
      int[] order = order();
      double[] sortedEnds = new double[4 * size];
      int[] sortedOwners = new int[size];
      for (int i = 0; i < size; i++) {
        System.arraycopy(ends, 4 * order[i], sortedEnds, 4 * i, 4);
        sortedOwners[i] = owners[order[i]];
      }
      return new SegmentIndex(sortedEnds, sortedOwners, order);
    }

    /** Sorts by x into slices and each slice by y. */
    private int[] order() {
      long[] keys = new long[size];
      for (int i = 0; i < size; i++) {
        keys[i] = key(middle(i, 0) - middle(0, 0), i);
      }
      Arrays.sort(keys);
      int leaves = (size + FANOUT - 1) / FANOUT;
      int slice = FANOUT * Math.max(1, (int) Math.ceil(Math.sqrt(leaves)));
      for (int from = 0; from < size; from += slice) {
        int to = Math.min(from + slice, size);
        for (int i = from; i < to; i++) {
          int segment = (int) keys[i];
          keys[i] = key(middle(segment, 1) - middle(0, 1), segment);
        }
        Arrays.sort(keys, from, to);
      }
      int[] order = new int[size];
      for (int i = 0; i < size; i++) {
        order[i] = (int) keys[i];
      }
      return order;
    }

    private double middle(int segment, int axis) {
      return (ends[4 * segment + axis] + ends[4 * segment + axis + 2]) / 2;
    }

    /** Returns a key that sorts by value, then by number; single precision is enough to pack. */
    private static long key(double value, int number) {
      int bits = Float.floatToIntBits((float) value);
      int sortable = bits ^ (bits >> 31 & Integer.MAX_VALUE);
      return (long) sortable << 32 | number;
    }
  }

  /** The nearest pair of points found so far, with the bound below which pairs are sought. */
  public static final class ClosestPair {
    private double squaredMetres;
    private int segment;
    private double fromX;
    private double fromY;
    private double toX;
    private double toY;

    /** Forgets everything; only pairs nearer than the bound will be found. */
    public ClosestPair within(double metres) {
      squaredMetres = metres * metres;
      segment = -1;
      return this;
    }

    public double squaredMetres() {
      return squaredMetres;
    }

    public double metres() {
      return Math.sqrt(squaredMetres);
    }

    /** Returns the nearest segment, or -1 when none is nearer than the bound. */
    public int segment() {
      return segment;
    }

    /** Returns x and y of the point asked from and of the nearest point, or null when none. */
    public double @Nullable [] points() {
      return segment < 0 ? null : new double[] {fromX, fromY, toX, toY};
    }

    /** Sets a pair of no length. */
    void meetAt(int candidate, double x, double y) {
      squaredMetres = Double.POSITIVE_INFINITY;
      take(candidate, 0, x, y, x, y);
    }

    private void offer(
        int candidate, double ax, double ay, double bx, double by, double[] ends, int at) {
      double cx = ends[at];
      double cy = ends[at + 1];
      double dx = ends[at + 2];
      double dy = ends[at + 3];
      boolean isPoint = ax == bx && ay == by;
      if (!isPoint && offerCrossing(candidate, ax, ay, bx, by, cx, cy, dx, dy)) {
        return;
      }
      offerFoot(candidate, ax, ay, cx, cy, dx, dy, false);
      if (!isPoint) {
        offerFoot(candidate, bx, by, cx, cy, dx, dy, false);
        offerFoot(candidate, cx, cy, ax, ay, bx, by, true);
        offerFoot(candidate, dx, dy, ax, ay, bx, by, true);
      }
    }

    private boolean offerCrossing(
        int candidate,
        double ax,
        double ay,
        double bx,
        double by,
        double cx,
        double cy,
        double dx,
        double dy) {
      double cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
      double along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross;
      double other = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross;
      // parallel segments give NaN or infinity and are compared by their ends
      if (!(along >= 0 && along <= 1 && other >= 0 && other <= 1)) {
        return false;
      }
      double x = ax + along * (bx - ax);
      double y = ay + along * (by - ay);
      take(candidate, 0, x, y, x, y);
      return true;
    }

    /** Offers the way from a point to its foot on a segment. */
    private void offerFoot(
        int candidate,
        double px,
        double py,
        double ax,
        double ay,
        double bx,
        double by,
        boolean swapped) {
      double x = bx - ax;
      double y = by - ay;
      double squaredLength = x * x + y * y;
      double part =
          squaredLength == 0
              ? 0
              : Math.max(0, Math.min(1, ((px - ax) * x + (py - ay) * y) / squaredLength));
      double footX = part == 1 ? bx : ax + part * x;
      double footY = part == 1 ? by : ay + part * y;
      double squared = (px - footX) * (px - footX) + (py - footY) * (py - footY);
      if (swapped) {
        take(candidate, squared, footX, footY, px, py);
      } else {
        take(candidate, squared, px, py, footX, footY);
      }
    }

    private void take(int candidate, double squared, double x0, double y0, double x1, double y1) {
      if (squared < squaredMetres) {
        squaredMetres = squared;
        segment = candidate;
        fromX = x0;
        fromY = y0;
        toX = x1;
        toY = y1;
      }
    }
  }
}
