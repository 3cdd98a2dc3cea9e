package org.lianpian.wallmap;

/** Round numbers for bars and grids: 1, 2 or 5 times a power of ten. */
final class RoundNumbers {
  private RoundNumbers() {}

  /** Returns the largest round number that is not above a positive limit. */
  static double atMost(double limit) {
    double power = Math.pow(10, Math.floor(Math.log10(limit)));
    double leading = limit / power;
    return (leading >= 5 ? 5 : leading >= 2 ? 2 : 1) * power;
  }
}
