package org.lianpian.frontage.sight;

/** A quarter of the compass around one of its points; diagonals count as north or south. */
public enum Quadrant {
  NORTH,
  EAST,
  SOUTH,
  WEST;

  /** Returns the quarter into which a vector points. */
  public static Quadrant of(double x, double y) {
    if (Math.abs(y) >= Math.abs(x)) {
      return y >= 0 ? NORTH : SOUTH;
    }
    return x > 0 ? EAST : WEST;
  }
}
