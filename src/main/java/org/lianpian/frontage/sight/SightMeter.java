package org.lianpian.frontage.sight;

import java.util.Arrays;
import java.util.List;
import org.lianpian.frontage.sight.SegmentIndex.ClosestPair;

/**
 * Measures exactly how a unit faces one bank and what of it is in sight.
 *
 * <p>Cost per facade: {@code O(log n + k log k + m log m)} for k bank segments that may be nearest
 * somewhere on it and m edges around its sight lines. A meter keeps its working memory, so each
 * thread needs its own; the answer does not depend on what was measured before.
 */
public final class SightMeter {
  /** Nothing shorter counts, 1 µm: above rounding at coordinates of 10^7 m, below any survey. */
  public static final double TOLERANCE_METRES = 1e-6;

  /** A facade that turns to the bank by less than this, and by rounding only, is a side wall. */
  private static final double SIDE_WALL_COSINE = 1e-3;

  /** Edges looked at for one unit before it is given up, a second's work or so. */
  private static final long MAX_EFFORT = 50_000_000;

  private final Blocking blocking;
  private final NearestEnvelope envelope = new NearestEnvelope();
  private final SightField field = new SightField();
  private final ClosestPair closest = new ClosestPair();
  private final IntList found = new IntList();
  private final IntList scratch = new IntList();
  private final IntList ownInFront = new IntList();
  private final Intervals wet = new Intervals();
  private final Intervals selfHidden = new Intervals();
  private final Intervals taken = new Intervals();
  private final Intervals gaps = new Intervals();

  // the unit being measured
  private Outline unit = new Outline(List.of());
  private Shore shore = new Shore(SegmentIndex.builder().build(), SegmentIndex.builder().build());
  private double limit;
  private Exposure out = new Exposure();
  private boolean nearWater;
  private boolean wholeWet;
  private long effort;

  // the facade being measured
  private Facade facade = new Facade(0, 0, 1, 0, 1);
  private double ringMetres;

  public SightMeter(Occluders occluders) {
    this.blocking = new Blocking(occluders);
  }

  /**
   * Measures a unit.
   *
   * @param own the numbers of the occluders that are the unit itself, ascending
   * @param limitMetres how far a boundary point in sight may be from the bank, inclusive
   * @throws EffortExceededException when the geometry around is too dense to be measured
   */
  public Exposure measure(Outline unit, Shore shore, int[] own, double limitMetres) {
    this.unit = unit;
    this.shore = shore;
    this.limit = limitMetres + TOLERANCE_METRES;
    this.out = new Exposure();
    this.effort = 0;
    this.nearWater = shore.water().meets(unit.minX(), unit.minY(), unit.maxX(), unit.maxY());
    this.wholeWet = !nearWater && isWet(unit);
    blocking.begin(own);
    for (Outline.Path path : unit.paths()) {
      if (path.role() == Outline.Role.SHELL && path.turn() != 0) {
        walk(path);
      }
    }
    out.finish();
    return out;
  }

  private boolean isWet(Outline unit) {
    double[] points = unit.paths().get(0).coordinates();
    return shore.isInWater(points[0], points[1], scratch);
  }

  private void walk(Outline.Path ring) {
    double[] points = ring.coordinates();
    ringMetres = 0;
    out.beginRing();
    double bound = Double.POSITIVE_INFINITY;
    double here = toBank(points[0], points[1], bound);
    for (int i = 2; i < points.length; i += 2) {
      double x0 = points[i - 2];
      double y0 = points[i - 1];
      if (x0 == points[i] && y0 == points[i + 1]) {
        continue;
      }
      facade = new Facade(x0, y0, points[i], points[i + 1], ring.turn());
      double length = facade.length();
      double there = toBank(points[i], points[i + 1], here + length + TOLERANCE_METRES);
      look(points[i], points[i + 1], (here + there + length) / 2 + TOLERANCE_METRES);
      ringMetres += length;
      here = there;
    }
    out.endRing(ringMetres);
  }

  private double toBank(double x, double y, double bound) {
    shore.bank().nearest(x, y, x, y, closest.within(bound));
    return closest.metres();
  }

  /**
   * Looks from the current facade.
   *
   * @param reach no point of the facade is farther from the bank
   */
  private void look(double x1, double y1, double reach) {
    double x0 = facade.x(0, 0);
    double y0 = facade.y(0, 0);
    double length = facade.length();
    found.clear();
    SegmentIndex bank = shore.bank();
    bank.find(
        Math.min(x0, x1) - reach,
        Math.min(y0, y1) - reach,
        Math.max(x0, x1) + reach,
        Math.max(y0, y1) + reach,
        found);
    spend(found.size());
    envelope.clear();
    boolean ahead = false;
    for (int i = 0; i < found.size(); i++) {
      int segment = found.get(i);
      double startT = facade.t(bank.x0(segment), bank.y0(segment));
      double startH = facade.h(bank.x0(segment), bank.y0(segment));
      double endT = facade.t(bank.x1(segment), bank.y1(segment));
      double endH = facade.h(bank.x1(segment), bank.y1(segment));
      if (Math.max(startT, endT) >= -reach
          && Math.min(startT, endT) <= length + reach
          && Math.max(startH, endH) >= -reach
          && Math.min(startH, endH) <= reach) {
        envelope.add(startT, startH, endT, endH);
        ahead |= Math.max(startH, endH) >= -TOLERANCE_METRES;
      }
    }
    findWet(x0, y0, x1, y1);
    if (!ahead && wet.size() == 0) {
      return;
    }
    findOwnInFront();
    blocking.beginFacade(x0, y0, x1, y1);
    envelope.build(length);
    spend(envelope.size());
    for (int piece = 0; piece < envelope.size(); piece++) {
      envelope.describe(piece, field);
      double start = envelope.start(piece);
      double end = envelope.end(piece, length);
      for (int i = 0; i < wet.size() && start < end; i++) {
        double wetStart = Math.max(start, wet.from(i));
        double wetEnd = Math.min(end, wet.to(i));
        if (wetStart < wetEnd) {
          lookFromDry(start, wetStart);
          out.markInWater();
          touch(wetStart, wetEnd);
          start = wetEnd;
        }
      }
      lookFromDry(start, end);
    }
  }

  /** Finds the parts of the facade that lie in the water. */
  private void findWet(double x0, double y0, double x1, double y1) {
    wet.clear();
    if (wholeWet) {
      wet.add(0, facade.length());
    }
    if (!nearWater) {
      return;
    }
    SegmentIndex water = shore.water();
    found.clear();
    water.find(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1), found);
    spend(found.size());
    double[] cuts = new double[2 * found.size() + 2];
    int count = 0;
    cuts[count++] = 0;
    cuts[count++] = facade.length();
    for (int i = 0; i < found.size(); i++) {
      int edge = found.get(i);
      double startH = facade.h(water.x0(edge), water.y0(edge));
      double endH = facade.h(water.x1(edge), water.y1(edge));
      double startT = facade.t(water.x0(edge), water.y0(edge));
      double endT = facade.t(water.x1(edge), water.y1(edge));
      if (Math.abs(startH) <= TOLERANCE_METRES && Math.abs(endH) <= TOLERANCE_METRES) {
        count = cut(cuts, count, startT);
        count = cut(cuts, count, endT);
      } else if (startH * endH <= 0) {
        count = cut(cuts, count, startT + (endT - startT) * startH / (startH - endH));
      }
    }
    Arrays.sort(cuts, 0, count);
    for (int i = 1; i < count; i++) {
      double middle = (cuts[i - 1] + cuts[i]) / 2;
      if (cuts[i] - cuts[i - 1] > TOLERANCE_METRES
          && shore.isInWater(facade.x(middle, 0), facade.y(middle, 0), scratch)) {
        wet.add(cuts[i - 1], cuts[i]);
      }
    }
    wet.unite();
  }

  private int cut(double[] cuts, int count, double t) {
    if (t > 0 && t < facade.length()) {
      cuts[count] = t;
      return count + 1;
    }
    return count;
  }

  /** Finds the unit's own edges that reach in front of the facade. */
  private void findOwnInFront() {
    ownInFront.clear();
    SegmentIndex edges = unit.edges();
    spend(edges.size());
    for (int edge = 0; edge < edges.size(); edge++) {
      if (facade.h(edges.x0(edge), edges.y0(edge)) > TOLERANCE_METRES
          || facade.h(edges.x1(edge), edges.y1(edge)) > TOLERANCE_METRES) {
        ownInFront.add(edge);
      }
    }
  }

  /** Looks from a part of the facade outside the water along the current field. */
  private void lookFromDry(double start, double end) {
    if (start >= end) {
      return;
    }
    if (field.isParallel()) {
      lookAtSegment(start, end);
    } else {
      lookAtVertex(start, end);
    }
  }

  private void lookAtSegment(double start, double end) {
    if (Math.abs(field.offset(start)) <= TOLERANCE_METRES
        && Math.abs(field.offset(end)) <= TOLERANCE_METRES) {
      touch(start, end);
      return;
    }
    double one = field.crossing(-TOLERANCE_METRES);
    double other = field.crossing(TOLERANCE_METRES);
    double from = clamp(Math.min(one, other), start, end);
    double to = clamp(Math.max(one, other), start, end);
    if (to - from <= 4 * TOLERANCE_METRES) { // crosses the line and does not run along it
      from = clamp(field.crossing(0), start, end);
      to = from;
    }
    lookAhead(start, from);
    touch(from, to);
    lookAhead(to, end);
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  /** Looks at a vertex, by the side of it on which the facade lies. */
  private void lookAtVertex(double start, double end) {
    double one = field.diagonal(facade, true);
    double other = field.diagonal(facade, false);
    double first = clamp(Math.min(one, other), start, end);
    double second = clamp(Math.max(one, other), start, end);
    lookAhead(start, first);
    lookAhead(first, second);
    lookAhead(second, end);
  }

  private void touch(double start, double end) {
    if (start < end) {
      Quadrant side = facade.quadrant(0, -1);
      out.addFrontage(end - start, side);
      out.addExposed(facade, null, start, end, end - start, ringMetres, side);
    }
  }

  /** Looks from a part of the facade that lies on one side of the bank. */
  private void lookAhead(double start, double end) {
    if (!(start < end)) {
      return;
    }
    field.face((start + end) / 2);
    if (!field.isFaced()) {
      return;
    }
    double whole = field.weight(start, end);
    if (whole <= TOLERANCE_METRES && whole <= SIDE_WALL_COSINE * (end - start)) {
      return;
    }
    Quadrant side = field.side(facade, (start + end) / 2);
    hideBySelf(start, end);
    gaps.setToGaps(start, end, selfHidden);
    for (int i = 0; i < gaps.size(); i++) {
      out.addFrontage(field.weight(gaps.from(i), gaps.to(i)), side);
    }
    if (gaps.size() > 0 && field.reach(limit, start, end)) {
      expose(field.from(), field.to(), side);
    }
  }

  private void hideBySelf(double start, double end) {
    selfHidden.clear();
    spend(ownInFront.size());
    for (int i = 0; i < ownInFront.size(); i++) {
      if (field.project(facade, unit.edges(), ownInFront.get(i), start, end)
          && field.from() < field.to()) {
        selfHidden.add(field.from(), field.to());
      }
    }
    selfHidden.unite();
  }

  private void expose(double start, double end, Quadrant side) {
    taken.clear();
    taken.addAll(selfHidden);
    spend(blocking.hide(facade, field, start, end, selfHidden, taken, out));
    taken.unite();
    gaps.setToGaps(start, end, taken);
    for (int i = 0; i < gaps.size(); i++) {
      double from = gaps.from(i);
      double to = gaps.to(i);
      out.addExposed(facade, field, from, to, field.weight(from, to), ringMetres, side);
    }
  }

  private void spend(long edges) {
    effort += edges;
    if (effort > MAX_EFFORT) {
      throw new EffortExceededException(MAX_EFFORT);
    }
  }
}
