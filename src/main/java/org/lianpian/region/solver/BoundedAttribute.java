package org.lianpian.region.solver;

/**
 * A size that adds up over a package, with the bounds it must keep there.
 *
 * @param values one for each area, at least 0; what is not known is 0, so that only known sizes
 *     reach the minimum
 * @param min the least of a package, inclusive; 0 for none
 * @param max the most of a package, inclusive; {@link #UNBOUNDED} for none
 */
public record BoundedAttribute(String name, long[] values, long min, long max) {
  public static final long UNBOUNDED = Long.MAX_VALUE / 4;

  /** The largest value of one area, so that no sum of a million areas overflows. */
  private static final long LARGEST = 1L << 40;

  public BoundedAttribute {
    if (min < 0 || min > max) {
      throw new IllegalArgumentException(
          "min of " + name + " must be in [0, max " + max + "], was " + min);
    }
    for (long value : values) {
      if (value < 0 || value > LARGEST) {
        throw new IllegalArgumentException(
            "Values of " + name + " must be in [0, " + LARGEST + "], was " + value);
      }
    }
  }

  public boolean isBounded() {
    return min > 0 || max < UNBOUNDED;
  }
}
