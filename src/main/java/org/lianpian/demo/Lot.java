package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A quadrilateral part of a block, its corners in the block's (a, b) from south-west,
 * anticlockwise.
 */
record Lot(Block block, double[] a, double[] b, Kind kind, Polygon polygon) {
  private static final double VERTEX_SPACING = 38;

  /** What the layout wants of a lot, and what that makes of it towards the river. */
  enum Kind {
    FREE,
    /** Faces the river with nothing before it. */
    FRONT,
    /** As FRONT, and must be an estate because another hides behind it. */
    FRONT_SHIELD,
    /** Within 50 m, wholly behind a FRONT_SHIELD. */
    BEHIND,
    /** Within 50 m, about two thirds behind a FRONT_SHIELD. */
    PARTLY_BEHIND,
    /** Within 50 m behind shops, which do not shield. */
    BEHIND_SHOPS,
    SHOPS,
    GREEN,
    TREATMENT_PLANT
  }

  static Lot of(Block block, double[] a, double[] b, Kind kind) {
    return new Lot(block, a, b, kind, outline(block, a, b));
  }

  static Lot rectangle(Block block, double a0, double b0, double a1, double b1, Kind kind) {
    return of(block, new double[] {a0, a1, a1, a0}, new double[] {b0, b0, b1, b1}, kind);
  }

  boolean mustBeEstate() {
    return kind == Kind.FRONT_SHIELD
        || kind == Kind.BEHIND
        || kind == Kind.PARTLY_BEHIND
        || kind == Kind.BEHIND_SHOPS;
  }

  boolean mayBeEstate() {
    return mustBeEstate() || kind == Kind.FREE || kind == Kind.FRONT;
  }

  double widthMetres() {
    return corner(0).distance(corner(1)) / 2 + corner(3).distance(corner(2)) / 2;
  }

  double depthMetres() {
    return corner(0).distance(corner(3)) / 2 + corner(1).distance(corner(2)) / 2;
  }

  /** Returns {u, offset} of the middle. */
  double[] middle() {
    return block.plan((a[0] + a[1] + a[2] + a[3]) / 4, (b[0] + b[1] + b[2] + b[3]) / 4);
  }

  /** Splits along the valley (into west and east) or up the slope, leaving a gap between. */
  List<Lot> split(boolean intoWestAndEast, double share, double tilt, double gapMetres) {
    int[] order = intoWestAndEast ? new int[] {0, 1, 2, 3} : new int[] {1, 2, 3, 0};
    double length = intoWestAndEast ? widthMetres() : depthMetres();
    double half = gapMetres / 2 / length;
    double near = share - tilt;
    double far = share + tilt;
    double[][] p = corners(order);
    double[][] first = {p[0], mix(p[0], p[1], near - half), mix(p[3], p[2], far - half), p[3]};
    double[][] second = {mix(p[0], p[1], near + half), p[1], p[2], mix(p[3], p[2], far + half)};
    return List.of(fromCorners(first, order), fromCorners(second, order));
  }

  private double[][] corners(int[] order) {
    double[][] p = new double[4][];
    for (int i = 0; i < 4; i++) {
      p[i] = new double[] {a[order[i]], b[order[i]]};
    }
    return p;
  }

  private Lot fromCorners(double[][] corners, int[] order) {
    double[] newA = new double[4];
    double[] newB = new double[4];
    for (int i = 0; i < 4; i++) {
      newA[order[i]] = corners[i][0];
      newB[order[i]] = corners[i][1];
    }
    return of(block, newA, newB, kind);
  }

  private Coordinate corner(int i) {
    return block.at(a[i], b[i]);
  }

  private static double[] mix(double[] from, double[] to, double share) {
    return new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
  }

  private static Polygon outline(Block block, double[] a, double[] b) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int next = (i + 1) % 4;
      double length = block.at(a[i], b[i]).distance(block.at(a[next], b[next]));
      int parts = Math.max(1, (int) Math.ceil(length / VERTEX_SPACING));
      for (int k = 0; k < parts; k++) {
        double share = (double) k / parts;
        ring.add(block.at(a[i] + share * (a[next] - a[i]), b[i] + share * (b[next] - b[i])));
      }
    }
    return Shapes.polygon(ring);
  }
}
