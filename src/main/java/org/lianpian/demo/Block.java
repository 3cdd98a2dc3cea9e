package org.lianpian.demo;

import org.locationtech.jts.geom.Coordinate;

/** The land between four streets; {@code a} runs 0..1 along the valley, {@code b} up the slope. */
record Block(Valley valley, BlockRow row, Cut left, Cut right) {

  Coordinate at(double a, double b) {
    double[] plan = plan(a, b);
    return valley.point(row.bank(), plan[0], plan[1]);
  }

  /** Returns {u, offset}. */
  double[] plan(double a, double b) {
    double u = (left.u() + right.u()) / 2;
    double offset = 0;
    for (int i = 0; i < 3; i++) { // the edges are nearly straight: three rounds reach millimetres
      offset = row.lowAt(u) + b * (row.highAt(u) - row.lowAt(u));
      double west = left.uAt(offset) + left.halfWidth();
      double east = right.uAt(offset) - right.halfWidth();
      u = west + a * (east - west);
    }
    return new double[] {u, offset};
  }

  double widthMetres() {
    return plan(1, 0.5)[0] - plan(0, 0.5)[0];
  }

  double depthMetres() {
    return plan(0.5, 1)[1] - plan(0.5, 0)[1];
  }

  boolean atStream() {
    return left.kind() == Cut.Kind.STREAM || right.kind() == Cut.Kind.STREAM;
  }
}
