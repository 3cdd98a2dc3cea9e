package org.lianpian.frontage.sight;

import java.util.List;

/**
 * Areas that hide what lies behind them, numbered from 0. Immutable and thread-safe.
 *
 * <p>An area thinner than the tolerance hides nothing. Rings are valid: an edge that a sight line
 * crosses has the inside of its area on one side of it.
 */
public final class Occluders {
  private final SegmentIndex edges;
  private final SegmentIndex boxes; // each box as its diagonal
  private final double[] maxX; // of each area

  private Occluders(SegmentIndex edges, SegmentIndex boxes, int areas) {
    this.edges = edges;
    this.boxes = boxes;
    this.maxX = new double[areas];
    for (int i = 0; i < boxes.size(); i++) {
      maxX[boxes.owner(i)] = boxes.x1(i);
    }
  }

  /**
   * @param areas the rings of each area, closed, as x0, y0, x1, y1, …
   */
  public static Occluders of(List<List<double[]>> areas) {
    SegmentIndex.Builder edges = SegmentIndex.builder();
    SegmentIndex.Builder boxes = SegmentIndex.builder();
    for (int number = 0; number < areas.size(); number++) {
      List<double[]> rings = areas.get(number);
      if (!isThin(rings)) {
        addBox(rings, number, boxes);
        for (double[] ring : rings) {
          edges.addPath(ring, number);
        }
      }
    }
    return new Occluders(edges.build(), boxes.build(), areas.size());
  }

  /** Adds the segments whose box meets the given box. */
  void findEdges(double minX, double minY, double maxX, double maxY, IntList hits) {
    edges.find(minX, minY, maxX, maxY, hits);
  }

  SegmentIndex edges() {
    return edges;
  }

  /** Adds the numbers of the areas whose box meets the given box. */
  void findAreas(
      double minX, double minY, double maxX, double maxY, IntList scratch, IntList numbers) {
    scratch.clear();
    boxes.find(minX, minY, maxX, maxY, scratch);
    for (int i = 0; i < scratch.size(); i++) {
      numbers.add(boxes.owner(scratch.get(i)));
    }
  }

  boolean contains(int number, double x, double y, IntList scratch) {
    return edges.contains(x, y, number, maxX[number], scratch);
  }

  private static boolean isThin(List<double[]> rings) {
    double area = 0;
    double perimeter = 0;
    for (double[] ring : rings) {
      area = Math.max(area, Math.abs(Outline.signedArea(ring)));
      for (int i = 2; i + 1 < ring.length; i += 2) {
        perimeter += Math.hypot(ring[i] - ring[i - 2], ring[i + 1] - ring[i - 1]);
      }
    }
    return area <= SightMeter.TOLERANCE_METRES * perimeter / 2;
  }

  private static void addBox(List<double[]> rings, int number, SegmentIndex.Builder boxes) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (double[] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i += 2) {
        minX = Math.min(minX, ring[i]);
        maxX = Math.max(maxX, ring[i]);
        minY = Math.min(minY, ring[i + 1]);
        maxY = Math.max(maxY, ring[i + 1]);
      }
    }
    boxes.add(minX, minY, maxX, maxY, number);
  }
}
