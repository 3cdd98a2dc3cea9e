package org.lianpian.frontage;

/** Writes numbers with a fixed number of decimals, the same in every locale. */
final class Decimals {
  private static final long[] SCALE = {1, 10, 100, 1_000, 10_000};

  private Decimals() {}

  /**
   * Returns a number rounded half up.
   *
   * @param value finite, its absolute value below 10^14
   * @param decimals from 0 to 4
   */
  static String fixed(double value, int decimals) {
    long scaled = Math.round(Math.abs(value) * SCALE[decimals]);
    StringBuilder text = new StringBuilder(16);
    if (value < 0 && scaled > 0) {
      text.append('-');
    }
    text.append(scaled / SCALE[decimals]);
    if (decimals > 0) {
      String rest = Long.toString(scaled % SCALE[decimals]);
      text.append('.').append("0".repeat(decimals - rest.length())).append(rest);
    }
    return text.toString();
  }
}
