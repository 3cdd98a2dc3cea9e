package org.lianpian.frontage.sight;

import java.util.Arrays;

/**
 * Finds what occluders hide of a facade over one field of sight lines. Keeps its working memory;
 * not thread-safe.
 *
 * <p>A sight line is hidden by an area when it crosses an edge of it, or when it lies inside it
 * from end to end. The latter can only be where the facade itself lies inside, which is asked once
 * for each part of the facade that no edge of that area hides.
 */
final class Blocking {
  private final Occluders occluders;
  private final IntList found = new IntList();
  private final IntList scratch = new IntList();
  private final IntList around = new IntList();
  private final Intervals byOne = new Intervals();
  private final Intervals gaps = new Intervals();
  private final Intervals seenByUnit = new Intervals();
  private int[] own = {};

  // intervals found for the current field, with keys that sort by occluder
  private long[] keys = new long[32];
  private double[] from = new double[32];
  private double[] to = new double[32];
  private int count;

  Blocking(Occluders occluders) {
    this.occluders = occluders;
  }

  /**
   * Begins a unit.
   *
   * @param own the numbers of the occluders that are the unit itself, ascending
   */
  void begin(int[] own) {
    this.own = own;
  }

  /** Begins a facade; the facade may lie inside the areas whose box it meets. */
  void beginFacade(double x0, double y0, double x1, double y1) {
    around.clear();
    occluders.findAreas(
        Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), scratch, around);
    around.sort();
  }

  /**
   * Adds to {@code taken} what is hidden of a part of the facade, and to {@code out} the metres
   * that each occluder hides of it.
   *
   * @param selfHidden what the unit hides of itself; nobody else is charged with that
   * @return how many edges and areas were looked at
   */
  int hide(
      Facade facade,
      SightField field,
      double start,
      double end,
      Intervals selfHidden,
      Intervals taken,
      Exposure out) {
    count = 0;
    for (int i = 0; i < around.size(); i++) {
      if (!isOwn(around.get(i))) {
        add(around.get(i), start, start); // so that it is asked even when no edge is crossed
      }
    }
    int contained = count;
    int effort = around.size() + crossings(facade, field, start, end);
    Arrays.sort(keys, 0, count);
    for (int first = 0; first < count; ) {
      int occluder = occluderAt(first);
      byOne.clear();
      int next = first;
      while (next < count && occluderAt(next) == occluder) {
        int at = (int) keys[next++];
        byOne.add(from[at], to[at]);
      }
      byOne.unite();
      if ((int) keys[first] < contained) {
        effort += addInside(occluder, facade, field, start, end);
      }
      charge(occluder, field, selfHidden, out);
      taken.addAll(byOne);
      first = next;
    }
    return effort;
  }

  private boolean isOwn(int occluder) {
    return own.length > 0 && Arrays.binarySearch(own, occluder) >= 0;
  }

  private int occluderAt(int position) {
    return (int) (keys[position] >>> 32);
  }

  private void add(int occluder, double start, double end) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
    }
    keys[count] = (long) occluder << 32 | count;
    from[count] = start;
    to[count++] = end;
  }

  /** Adds the sight lines that cross an edge. */
  private int crossings(Facade facade, SightField field, double start, double end) {
    double x0 = facade.x(start, 0);
    double y0 = facade.y(start, 0);
    double x1 = facade.x(end, 0);
    double y1 = facade.y(end, 0);
    double x2 = facade.x(field.targetT(start), field.targetH(start));
    double y2 = facade.y(field.targetT(start), field.targetH(start));
    double x3 = facade.x(field.targetT(end), field.targetH(end));
    double y3 = facade.y(field.targetT(end), field.targetH(end));
    SegmentIndex edges = occluders.edges();
    found.clear();
    edges.find(
        Math.min(Math.min(x0, x1), Math.min(x2, x3)),
        Math.min(Math.min(y0, y1), Math.min(y2, y3)),
        Math.max(Math.max(x0, x1), Math.max(x2, x3)),
        Math.max(Math.max(y0, y1), Math.max(y2, y3)),
        found);
    for (int i = 0; i < found.size(); i++) {
      int edge = found.get(i);
      int occluder = edges.owner(edge);
      if (!isOwn(occluder) && field.project(facade, edges, edge, start, end)) {
        add(occluder, field.from(), field.to());
      }
    }
    return found.size();
  }

  /** Adds the sight lines that lie wholly inside an area. */
  private int addInside(int occluder, Facade facade, SightField field, double start, double end) {
    gaps.setToGaps(start, end, byOne);
    for (int i = 0; i < gaps.size(); i++) {
      double middle = (gaps.from(i) + gaps.to(i)) / 2;
      double t = (middle + field.targetT(middle)) / 2;
      double h = field.targetH(middle) / 2;
      if (gaps.to(i) - gaps.from(i) > SightMeter.TOLERANCE_METRES
          && occluders.contains(occluder, facade.x(t, h), facade.y(t, h), scratch)) {
        byOne.add(gaps.from(i), gaps.to(i));
      }
    }
    byOne.unite();
    return gaps.size() + scratch.size();
  }

  private void charge(int occluder, SightField field, Intervals selfHidden, Exposure out) {
    double metres = 0;
    for (int i = 0; i < byOne.size(); i++) {
      seenByUnit.setToGaps(byOne.from(i), byOne.to(i), selfHidden);
      for (int j = 0; j < seenByUnit.size(); j++) {
        metres += field.weight(seenByUnit.from(j), seenByUnit.to(j));
      }
    }
    if (metres > 0) {
      out.addHidden(occluder, metres);
    }
  }
}
