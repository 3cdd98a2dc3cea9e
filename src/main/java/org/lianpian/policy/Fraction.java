package org.lianpian.policy;

import java.math.BigDecimal;

/**
 * An exact share such as 2/3, for thresholds that must not be rounded.
 *
 * @param numerator not negative
 * @param denominator positive
 */
public record Fraction(long numerator, long denominator) {

  public Fraction {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "A fraction needs numerator >= 0 and denominator > 0, was "
              + numerator
              + "/"
              + denominator);
    }
  }

  /** Reads {@code 2/3}. */
  public static Fraction parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("A fraction is written like 2/3, was " + text);
    }
    return new Fraction(
        Long.parseLong(text.substring(0, slash).strip()),
        Long.parseLong(text.substring(slash + 1).strip()));
  }

  /** Tells whether {@code part} of {@code whole} reaches this share; exactly this share does. */
  public boolean isReachedBy(BigDecimal part, BigDecimal whole) {
    return part.multiply(BigDecimal.valueOf(denominator))
            .compareTo(whole.multiply(BigDecimal.valueOf(numerator)))
        >= 0;
  }

  /** Returns the smallest whole number that reaches this share of {@code whole} (not negative). */
  public long leastOf(long whole) {
    if (whole < 0) {
      throw new IllegalArgumentException("whole must be >= 0, was " + whole);
    }
    long product = Math.multiplyExact(whole, numerator);
    return product / denominator + (product % denominator == 0 ? 0 : 1);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
