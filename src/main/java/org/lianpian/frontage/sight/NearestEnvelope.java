package org.lianpian.frontage.sight;

import java.util.Arrays;

/**
 * Which bank segment or vertex is nearest to each point of a facade: the lower envelope of squared
 * distances, by divide and conquer.
 *
 * <p>A primitive is the start, the inner part or the end of a segment. Points at one and the same
 * distance from two banks look at the one they face more; that decides for a facade that runs
 * midway between two banks. Cost: {@code O(k log k)} for k segments. Used again for every facade;
 * not thread-safe.
 *
 * <p>Source: M. Sharir, P. K. Agarwal (1995), Davenport-Schinzel Sequences and Their Geometric
 * Applications, section 6.2.
 */
final class NearestEnvelope {
  /** Distances that differ less are the same: 0.1 µm, rounding at coordinates of 10^7 m. */
  private static final double TIE_METRES = 1e-7;

  /** Cosines that differ less say nothing about which of two banks a facade faces. */
  private static final double TIE_COSINE = 0.01;

  private static final int START = 0;
  private static final int INNER = 1;

  private double[] t0 = new double[16];
  private double[] h0 = new double[16];
  private double[] t1 = new double[16];
  private double[] h1 = new double[16];
  private double[] level = new double[16]; // signed distance of t = 0 from the segment's line
  private double[] slope = new double[16]; // by how much it grows with t
  private int count;

  private Pieces pieces = new Pieces();
  private Pieces spare = new Pieces();

  /** Envelopes one after the other; each covers the whole facade. */
  private static final class Pieces {
    double[] start = new double[64];
    int[] primitive = new int[64];
    int size;
    int[] first = new int[17]; // where each envelope begins
    int envelopes;

    void clear() {
      size = 0;
      envelopes = 0;
    }

    void begin() {
      if (envelopes + 1 >= first.length) {
        first = Arrays.copyOf(first, 2 * first.length);
      }
      first[envelopes++] = size;
      first[envelopes] = size;
    }

    void add(double at, int which) {
      if (size > first[envelopes - 1] && primitive[size - 1] == which) {
        return;
      }
      if (size == start.length) {
        start = Arrays.copyOf(start, 2 * size);
        primitive = Arrays.copyOf(primitive, 2 * size);
      }
      start[size] = at;
      primitive[size++] = which;
      first[envelopes] = size;
    }
  }

  void clear() {
    count = 0;
  }

  /** Adds a bank segment in the facade's frame. */
  void add(double startT, double startH, double endT, double endH) {
    if (count == t0.length) {
      t0 = Arrays.copyOf(t0, 2 * count);
      h0 = Arrays.copyOf(h0, 2 * count);
      t1 = Arrays.copyOf(t1, 2 * count);
      h1 = Arrays.copyOf(h1, 2 * count);
      level = Arrays.copyOf(level, 2 * count);
      slope = Arrays.copyOf(slope, 2 * count);
    }
    double along = endT - startT;
    double across = endH - startH;
    double length = Math.sqrt(along * along + across * across);
    level[count] = (across * startT - along * startH) / length;
    slope[count] = -across / length;
    t0[count] = startT;
    h0[count] = startH;
    t1[count] = endT;
    h1[count++] = endH;
  }

  /** Computes the envelope over [0, length] of the segments added since {@link #clear}. */
  void build(double length) {
    pieces.clear();
    for (int segment = 0; segment < count; segment++) {
      addLeaf(segment, length);
    }
    while (pieces.envelopes > 1) {
      spare.clear();
      for (int i = 0; i < pieces.envelopes; i += 2) {
        spare.begin();
        if (i + 1 < pieces.envelopes) {
          merge(i, i + 1, length);
        } else {
          for (int at = pieces.first[i]; at < pieces.first[i + 1]; at++) {
            spare.add(pieces.start[at], pieces.primitive[at]);
          }
        }
      }
      Pieces merged = spare;
      spare = pieces;
      pieces = merged;
    }
  }

  int size() {
    return pieces.size;
  }

  double start(int piece) {
    return pieces.start[piece];
  }

  double end(int piece, double length) {
    return piece + 1 < pieces.size ? pieces.start[piece + 1] : length;
  }

  /** Sets a field to the sight lines of a piece. */
  void describe(int piece, SightField field) {
    int primitive = pieces.primitive[piece];
    int segment = primitive / 3;
    int kind = primitive % 3;
    if (kind == INNER) {
      field.setParallel(t0[segment], h0[segment], t1[segment], h1[segment]);
    } else if (kind == START) {
      field.setRadial(t0[segment], h0[segment]);
    } else {
      field.setRadial(t1[segment], h1[segment]);
    }
  }

  private void addLeaf(int segment, double length) {
    pieces.begin();
    double along = t1[segment] - t0[segment];
    double across = h1[segment] - h0[segment];
    double squared = along * along + across * across;
    // the foot of (t, 0) on the segment, as a share of its length, is (t * along - offset) /
    // squared
    double offset = t0[segment] * along + h0[segment] * across;
    int start = 3 * segment;
    int inner = start + INNER;
    int end = inner + 1;
    if (along == 0) {
      pieces.add(0, -offset < 0 ? start : -offset > squared ? end : inner);
      return;
    }
    double atStart = offset / along;
    double atEnd = (offset + squared) / along;
    boolean forward = along > 0;
    double enter = forward ? atStart : atEnd;
    double leave = forward ? atEnd : atStart;
    if (enter > 0) {
      pieces.add(0, forward ? start : end);
    }
    if (enter < length && leave > 0) {
      pieces.add(Math.max(0, enter), inner);
    }
    if (leave < length) {
      pieces.add(Math.max(0, leave), forward ? end : start);
    }
  }

  private void merge(int one, int other, double length) {
    int i = pieces.first[one];
    int j = pieces.first[other];
    int endI = pieces.first[one + 1];
    int endJ = pieces.first[other + 1];
    double from = 0;
    while (from < length) {
      double nextI = i + 1 < endI ? pieces.start[i + 1] : length;
      double nextJ = j + 1 < endJ ? pieces.start[j + 1] : length;
      double to = Math.min(nextI, nextJ);
      if (to > from) {
        compare(pieces.primitive[i], pieces.primitive[j], from, to);
      }
      if (nextI <= to) {
        i++;
      }
      if (nextJ <= to) {
        j++;
      }
      from = to;
    }
  }

  /** Adds the nearer of two primitives over an interval, cut where they change places. */
  private void compare(int p, int q, double from, double to) {
    if (isSameVertex(p, q)) {
      spare.add(from, p);
      return;
    }
    double a = square(p) - square(q);
    double b = linear(p) - linear(q);
    double c = constant(p) - constant(q);
    double discriminant = b * b - 4 * a * c;
    double first = Double.NaN;
    double second = Double.NaN;
    if (discriminant > 0) {
      double sum = -(b + Math.copySign(Math.sqrt(discriminant), b)) / 2;
      double r = sum / a;
      double s = c / sum;
      first = Math.min(r, s);
      second = Math.max(r, s);
      if (Double.isNaN(first)) { // a is zero and the parabolas cross once
        first = Double.isNaN(r) ? s : r;
        second = first;
      }
    }
    double start = from;
    if (first > start && first < to) {
      add(p, q, start, first);
      start = first;
    }
    if (second > start && second < to) {
      add(p, q, start, second);
      start = second;
    }
    add(p, q, start, to);
  }

  private void add(int p, int q, double from, double to) {
    double middle = (from + to) / 2;
    double toP = squaredDistance(p, middle);
    double toQ = squaredDistance(q, middle);
    if (isTie(toP, toQ)
        && isTie(squaredDistance(p, from), squaredDistance(q, from))
        && isTie(squaredDistance(p, to), squaredDistance(q, to))) {
      double facesP = cosine(p, middle);
      double facesQ = cosine(q, middle);
      if (Math.abs(facesP - facesQ) > TIE_COSINE) {
        spare.add(from, facesP > facesQ ? p : q);
        return;
      }
    }
    spare.add(from, toP < toQ || (toP == toQ && p < q) ? p : q);
  }

  private static boolean isTie(double squaredOne, double squaredOther) {
    double scale = Math.sqrt(squaredOne) + Math.sqrt(squaredOther);
    return Math.abs(squaredOne - squaredOther) <= TIE_METRES * scale;
  }

  private boolean isSameVertex(int p, int q) {
    return p % 3 != INNER && q % 3 != INNER && t(p) == t(q) && h(p) == h(q);
  }

  private double t(int vertex) {
    return vertex % 3 == START ? t0[vertex / 3] : t1[vertex / 3];
  }

  private double h(int vertex) {
    return vertex % 3 == START ? h0[vertex / 3] : h1[vertex / 3];
  }

  /** Returns the signed distance of (t, 0) from the line of a segment. */
  private double lineDistance(int segment, double t) {
    return level[segment] + slope[segment] * t;
  }

  private double squaredDistance(int primitive, double t) {
    if (primitive % 3 == INNER) {
      double distance = lineDistance(primitive / 3, t);
      return distance * distance;
    }
    double along = t - t(primitive);
    return along * along + h(primitive) * h(primitive);
  }

  /** Returns how much the facade faces the nearest point, from -1 to 1. */
  private double cosine(int primitive, double t) {
    if (primitive % 3 == INNER) {
      int segment = primitive / 3;
      double along = t1[segment] - t0[segment];
      double length = Math.hypot(along, h1[segment] - h0[segment]);
      return -Math.signum(lineDistance(segment, t)) * along / length;
    }
    return h(primitive) / Math.sqrt(squaredDistance(primitive, t));
  }

  /** The squared distance is square t² + linear t + constant. */
  private double square(int primitive) {
    return primitive % 3 == INNER ? slope[primitive / 3] * slope[primitive / 3] : 1;
  }

  private double linear(int primitive) {
    return primitive % 3 == INNER
        ? 2 * slope[primitive / 3] * level[primitive / 3]
        : -2 * t(primitive);
  }

  private double constant(int primitive) {
    return squaredDistance(primitive, 0);
  }
}
