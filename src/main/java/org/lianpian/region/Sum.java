package org.lianpian.region;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sum that says how many values it lacks; unknown is never zero (US-P10).
 *
 * @param known the sum of the known values
 * @param missing how many values are unknown
 */
public record Sum(double known, int missing) {

  public static final Sum NONE = new Sum(0, 0);

  /** Adds up one property; the order of the items must be fixed, as rounding depends on it. */
  public static <T> Sum of(Collection<T> items, Function<T, ? extends @Nullable Number> value) {
    double known = 0;
    int missing = 0;
    for (T item : items) {
      Number number = value.apply(item);
      if (number == null) {
        missing++;
      } else {
        known += number.doubleValue();
      }
    }
    return new Sum(known, missing);
  }

  public Sum plus(Sum other) {
    return new Sum(known + other.known, missing + other.missing);
  }

  /** Returns for example {@code 260户} or {@code 200户(缺2)}. */
  public String zh(String unit) {
    return Math.round(known) + unit + (missing == 0 ? "" : "(缺" + missing + ")");
  }

  /** Returns for example {@code 260 households} or {@code 200 households (2 missing)}. */
  public String en(String unit) {
    return Math.round(known) + " " + unit + (missing == 0 ? "" : " (" + missing + " missing)");
  }

  /** Returns {@code sum} and {@code missing}; the sum as an integer when it is one. */
  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    if (known == Math.rint(known) && known <= Integer.MAX_VALUE) {
      tree.put("sum", (int) known);
    } else {
      tree.put("sum", known);
    }
    tree.put("missing", missing);
    return tree;
  }
}
