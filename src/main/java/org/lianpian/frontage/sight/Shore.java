package org.lianpian.frontage.sight;

import org.lianpian.frontage.sight.SegmentIndex.ClosestPair;

/**
 * The bank of one river and the edge of its water. Immutable and thread-safe.
 *
 * @param bank the bank line, in the order of its paths
 * @param water the edges of the water's rings; none when only lines are known
 */
public record Shore(SegmentIndex bank, SegmentIndex water) {

  /**
   * Finds the shortest way from a unit to the bank; one of no length when the unit meets the bank
   * or reaches into the water. Of equally short ways it takes the first in the outline's order.
   *
   * @param withinMetres beyond this distance nothing is sought
   */
  public ClosestPair nearest(Outline unit, double withinMetres) {
    ClosestPair closest = new ClosestPair().within(withinMetres);
    for (Outline.Path path : unit.paths()) {
      double[] points = path.coordinates();
      bank.nearest(points[0], points[1], points[0], points[1], closest);
      for (int i = 2; i < points.length; i += 2) {
        bank.nearest(points[i - 2], points[i - 1], points[i], points[i + 1], closest);
      }
    }
    if (closest.squaredMetres() > 0) {
      meet(unit, closest);
    }
    return closest;
  }

  /** Sets a pair of no length when the bank lies inside the unit, or the unit in the water. */
  private void meet(Outline unit, ClosestPair closest) {
    IntList scratch = new IntList();
    IntList inBox = new IntList();
    if (unit.hasArea()) {
      bank.find(unit.minX(), unit.minY(), unit.maxX(), unit.maxY(), inBox);
      for (int i = 0; i < inBox.size(); i++) {
        double x = bank.x0(inBox.get(i));
        double y = bank.y0(inBox.get(i));
        if (unit.edges().contains(x, y, scratch)) {
          closest.meetAt(inBox.get(i), x, y);
          return;
        }
      }
    }
    // where no water edge comes near, the whole unit is wet or the whole unit is dry
    boolean each = water.meets(unit.minX(), unit.minY(), unit.maxX(), unit.maxY());
    for (Outline.Path path : unit.paths()) {
      double[] points = path.coordinates();
      for (int i = 0; i < (each ? points.length : 2); i += 2) {
        if (isInWater(points[i], points[i + 1], scratch)) {
          closest.meetAt(0, points[i], points[i + 1]);
          return;
        }
      }
    }
  }

  /** Tells whether a point lies in the water, more than the tolerance from its edge. */
  boolean isInWater(double x, double y, IntList scratch) {
    if (!water.contains(x, y, scratch)) {
      return false;
    }
    ClosestPair edge = new ClosestPair().within(SightMeter.TOLERANCE_METRES);
    water.nearest(x, y, x, y, edge);
    return edge.segment() < 0;
  }
}
