package org.lianpian.frontage.sight;

/** One edge of an outline and its frame: t runs along it from 0 to its length, h outwards. */
final class Facade {
  private final double x;
  private final double y;
  private final double alongX;
  private final double alongY;
  private final double outX;
  private final double outY;
  private final double length;

  /**
   * @param turn 1 when the ring runs anticlockwise, else -1
   */
  Facade(double x0, double y0, double x1, double y1, int turn) {
    this.x = x0;
    this.y = y0;
    this.length = Math.hypot(x1 - x0, y1 - y0);
    this.alongX = (x1 - x0) / length;
    this.alongY = (y1 - y0) / length;
    this.outX = turn * alongY;
    this.outY = -turn * alongX;
  }

  double length() {
    return length;
  }

  double t(double px, double py) {
    return (px - x) * alongX + (py - y) * alongY;
  }

  double h(double px, double py) {
    return (px - x) * outX + (py - y) * outY;
  }

  double x(double t, double h) {
    return x + t * alongX + h * outX;
  }

  double y(double t, double h) {
    return y + t * alongY + h * outY;
  }

  /** Returns the compass quadrant into which a vector of the frame points. */
  Quadrant quadrant(double t, double h) {
    return Quadrant.of(t * alongX + h * outX, t * alongY + h * outY);
  }

  /**
   * Returns where on the facade a view from the point (t, h) crosses a diagonal of the compass;
   * perhaps outside the facade, or not finite.
   *
   * @param rising whether the diagonal runs from south-west to north-east
   */
  double diagonal(double t, double h, boolean rising) {
    double sign = rising ? 1 : -1;
    double along = alongX - sign * alongY;
    return t + h * (outX - sign * outY) / along;
  }
}
