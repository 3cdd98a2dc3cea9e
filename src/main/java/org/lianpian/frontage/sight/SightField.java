package org.lianpian.frontage.sight;

/**
 * The sight lines of a facade over one piece of its nearest bank: parallel ones to a bank segment,
 * or radial ones that meet in a bank vertex. In the facade's frame; set again for every piece.
 *
 * <p>Parallel: the sight line from (t, 0) runs along (aheadT, aheadH) for slope t + level metres.
 * Radial: it runs straight to (vertexT, vertexH).
 */
final class SightField {
  private boolean parallel;
  private double vertexT;
  private double vertexH;
  private double aheadT;
  private double aheadH;
  private double level;
  private double slope;

  // answer of project
  private double from;
  private double to;

  SightField copy() {
    SightField copy = new SightField();
    copy.parallel = parallel;
    copy.vertexT = vertexT;
    copy.vertexH = vertexH;
    copy.aheadT = aheadT;
    copy.aheadH = aheadH;
    copy.level = level;
    copy.slope = slope;
    return copy;
  }

  void setRadial(double t, double h) {
    parallel = false;
    vertexT = t;
    vertexH = h;
  }

  /** Sets the field of a segment; which side of its line is looked from is set by {@link #face}. */
  void setParallel(double t0, double h0, double t1, double h1) {
    parallel = true;
    double length = Math.sqrt((t1 - t0) * (t1 - t0) + (h1 - h0) * (h1 - h0));
    double along = (t1 - t0) / length;
    double across = (h1 - h0) / length;
    slope = -across;
    level = across * t0 - along * h0;
    aheadT = across;
    aheadH = -along;
  }

  /** Turns a parallel field so that the distance at t is positive. */
  void face(double t) {
    if (parallel && level + slope * t < 0) {
      level = -level;
      slope = -slope;
      aheadT = -aheadT;
      aheadH = -aheadH;
    }
  }

  boolean isParallel() {
    return parallel;
  }

  /** Returns the signed distance of (t, 0) from the line of a parallel field. */
  double offset(double t) {
    return level + slope * t;
  }

  /**
   * Returns where the facade crosses the line of a parallel field, as far from it as the offset
   * says; not a number or infinite when it runs along the line.
   */
  double crossing(double offsetMetres) {
    return (offsetMetres - level) / slope;
  }

  /** Returns where a view from the vertex along a diagonal of the compass meets the facade. */
  double diagonal(Facade facade, boolean rising) {
    return facade.diagonal(vertexT, vertexH, rising);
  }

  /** Returns the side of the bank on which (t, 0) lies. */
  Quadrant side(Facade facade, double t) {
    return parallel ? facade.quadrant(-aheadT, -aheadH) : facade.quadrant(t - vertexT, -vertexH);
  }

  /**
   * Tells whether the facade turns to the bank; a field does so over the whole piece or nowhere.
   */
  boolean isFaced() {
    return (parallel ? aheadH : vertexH) > 0;
  }

  double distance(double t) {
    return parallel ? level + slope * t : Math.hypot(t - vertexT, vertexH);
  }

  /** Returns the t of the bank point that (t, 0) looks at. */
  double targetT(double t) {
    return parallel ? t + aheadT * (level + slope * t) : vertexT;
  }

  double targetH(double t) {
    return parallel ? aheadH * (level + slope * t) : vertexH;
  }

  /** Returns the length of a part of the facade, weighted by the cosine to the sight lines. */
  double weight(double start, double end) {
    if (parallel) {
      return aheadH * (end - start);
    }
    return vertexH * (asinh((end - vertexT) / vertexH) - asinh((start - vertexT) / vertexH));
  }

  /** Returns up to where the weight from {@code start} on is as given. */
  double advance(double start, double weight) {
    if (parallel) {
      return start + weight / aheadH;
    }
    return vertexT + vertexH * Math.sinh(asinh((start - vertexT) / vertexH) + weight / vertexH);
  }

  private static double asinh(double x) {
    double size = Math.abs(x);
    double log = Math.log1p(size + size * size / (1 + Math.sqrt(size * size + 1)));
    return x < 0 ? -log : log;
  }

  /** Finds the part of [start, end] at most {@code limit} metres from the bank, if any. */
  boolean reach(double limit, double start, double end) {
    from = start;
    to = end;
    if (!parallel) {
      double half = Math.sqrt(limit * limit - vertexH * vertexH);
      from = Math.max(start, vertexT - half);
      to = Math.min(end, vertexT + half);
      // NaN when the vertex lies too far out for any point
      return from < to;
    }
    if (slope == 0) {
      return level <= limit;
    }
    double at = (limit - level) / slope;
    if (slope > 0) {
      to = Math.min(end, at);
    } else {
      from = Math.max(start, at);
    }
    return from < to;
  }

  /**
   * Finds the t of the sight lines in [start, end] that cross an edge between the facade and the
   * bank, more than the tolerance from both, if any. An edge along a sight line gives an interval
   * of no length: beside it a sight line may be inside the area, or outside.
   */
  boolean project(Facade facade, SegmentIndex edges, int edge, double start, double end) {
    double t0 = facade.t(edges.x0(edge), edges.y0(edge));
    double h0 = facade.h(edges.x0(edge), edges.y0(edge));
    double t1 = facade.t(edges.x1(edge), edges.y1(edge));
    double h1 = facade.h(edges.x1(edge), edges.y1(edge));
    return parallel
        ? projectParallel(t0, h0, t1, h1, start, end)
        : projectRadial(t0, h0, t1, h1, start, end);
  }

  /** Returns where the interval that was found begins. */
  double from() {
    return from;
  }

  double to() {
    return to;
  }

  private boolean projectParallel(
      double t0, double h0, double t1, double h1, double start, double end) {
    double tolerance = SightMeter.TOLERANCE_METRES;
    double shear = aheadT / aheadH;
    double at0 = t0 - h0 * shear;
    double at1 = t1 - h1 * shear;
    double rest0 = level + slope * at0 - h0 / aheadH - tolerance;
    double rest1 = level + slope * at1 - h1 / aheadH - tolerance;
    return clip(h0 - tolerance, h1 - tolerance, rest0, rest1)
        && take(at0 + from * (at1 - at0), at0 + to * (at1 - at0), start, end);
  }

  private boolean projectRadial(
      double t0, double h0, double t1, double h1, double start, double end) {
    double tolerance = SightMeter.TOLERANCE_METRES;
    double margin = tolerance * vertexH / distance((start + end) / 2);
    double before = vertexH - margin;
    if (!clip(h0 - tolerance, h1 - tolerance, before - h0, before - h1)) {
      return false;
    }
    if (isAtVertex(t0, h0, t1, h1)) {
      // along one sight line; its lower end says which without rounding
      double at = h0 < h1 ? project(t0, h0) : project(t1, h1);
      return Math.min(h0, h1) < before && take(at, at, start, end);
    }
    double first = project(t0 + from * (t1 - t0), h0 + from * (h1 - h0));
    double last = project(t0 + to * (t1 - t0), h0 + to * (h1 - h0));
    return take(first, last, start, end);
  }

  /** Returns the t of the sight line through a point before the vertex. */
  private double project(double t, double h) {
    return vertexT + (t - vertexT) * vertexH / (vertexH - h);
  }

  /** Tells whether an edge runs through the vertex, along one sight line. */
  private boolean isAtVertex(double t0, double h0, double t1, double h1) {
    double along = t1 - t0;
    double across = h1 - h0;
    double part =
        ((vertexT - t0) * along + (vertexH - h0) * across) / (along * along + across * across);
    double inside = Math.max(0, Math.min(1, part));
    double awayT = t0 + inside * along - vertexT;
    double awayH = h0 + inside * across - vertexH;
    double tolerance = SightMeter.TOLERANCE_METRES;
    return awayT * awayT + awayH * awayH <= tolerance * tolerance;
  }

  /** Sets from and to to the shares of an edge over which two linear functions are positive. */
  private boolean clip(double one0, double one1, double other0, double other1) {
    from = 0;
    to = 1;
    return clip(one0, one1) && clip(other0, other1) && from < to;
  }

  private boolean clip(double value0, double value1) {
    if (value0 <= 0 && value1 <= 0) {
      return false;
    }
    if (value0 < 0) {
      from = Math.max(from, value0 / (value0 - value1));
    } else if (value1 < 0) {
      to = Math.min(to, value0 / (value0 - value1));
    }
    return true;
  }

  private boolean take(double one, double other, double start, double end) {
    from = Math.max(start, Math.min(one, other));
    to = Math.min(end, Math.max(one, other));
    return from <= to;
  }
}
