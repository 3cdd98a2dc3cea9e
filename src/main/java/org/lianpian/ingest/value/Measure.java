package org.lianpian.ingest.value;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit as people write it: what it measures and its size in the base unit (m, m2, 元, 1).
 *
 * @param kind the dimension
 * @param factor how many base units it is
 */
public record Measure(Kind kind, double factor) {

  /** What a unit measures. */
  public enum Kind {
    LENGTH,
    AREA,
    MONEY,
    COUNT
  }

  private static final Map<String, Measure> UNITS =
      Map.ofEntries(
          entry("mm", Kind.LENGTH, 0.001),
          entry("毫米", Kind.LENGTH, 0.001),
          entry("cm", Kind.LENGTH, 0.01),
          entry("厘米", Kind.LENGTH, 0.01),
          entry("m", Kind.LENGTH, 1),
          entry("米", Kind.LENGTH, 1),
          entry("km", Kind.LENGTH, 1000),
          entry("公里", Kind.LENGTH, 1000),
          entry("m2", Kind.AREA, 1),
          entry("m^2", Kind.AREA, 1),
          entry("平方米", Kind.AREA, 1),
          entry("平米", Kind.AREA, 1),
          entry("平方", Kind.AREA, 1),
          entry("公顷", Kind.AREA, 10_000),
          entry("hm2", Kind.AREA, 10_000),
          entry("ha", Kind.AREA, 10_000),
          entry("亩", Kind.AREA, 10_000.0 / 15),
          entry("km2", Kind.AREA, 1_000_000),
          entry("平方公里", Kind.AREA, 1_000_000),
          entry("元", Kind.MONEY, 1),
          entry("rmb", Kind.MONEY, 1),
          entry("户", Kind.COUNT, 1),
          entry("套", Kind.COUNT, 1),
          entry("栋", Kind.COUNT, 1),
          entry("幢", Kind.COUNT, 1),
          entry("座", Kind.COUNT, 1),
          entry("层", Kind.COUNT, 1),
          entry("f", Kind.COUNT, 1),
          entry("人", Kind.COUNT, 1),
          entry("个", Kind.COUNT, 1),
          entry("单元", Kind.COUNT, 1));

  private static final Set<String> HECTARES = Set.of("公顷", "hm2", "ha");

  private static final Map<Character, Double> MULTIPLIERS =
      Map.of('百', 1e2, '千', 1e3, '万', 1e4, '亿', 1e8);

  private static Map.Entry<String, Measure> entry(String unit, Kind kind, double factor) {
    return Map.entry(unit, new Measure(kind, factor));
  }

  /**
   * Finds the unit that a text names: {@code 万平方米}, {@code ㎡}, {@code 千米}, {@code 亿元}, {@code 户};
   * empty when it names none. 万 alone is a count of ten thousand.
   */
  public static Optional<Measure> find(String unit) {
    String key = Texts.key(unit);
    double multiplier = 1;
    Measure whole = UNITS.get(key);
    while (whole == null && !key.isEmpty()) {
      Double next = MULTIPLIERS.get(key.charAt(0));
      if (next == null) {
        return Optional.empty();
      }
      multiplier *= next;
      key = key.substring(1);
      whole = UNITS.get(key);
    }
    if (whole == null) {
      return multiplier == 1 ? Optional.empty() : Optional.of(new Measure(Kind.COUNT, multiplier));
    }
    return Optional.of(new Measure(whole.kind, whole.factor * multiplier));
  }

  /** Returns the dimension of a property's unit, or null when it has no dimension we convert. */
  static @Nullable Measure ofProperty(String unit) {
    return UNITS.get(unit);
  }

  /** Tells whether a unit is written as hectares, which floor areas are not given in. */
  static boolean isHectare(String unit) {
    return HECTARES.contains(Texts.key(unit));
  }

  /** Returns what 百, 千, 万, 亿 alone multiply by; 1 when the text is anything else. */
  static double multiplier(String text) {
    double multiplier = 1;
    for (char sign : Texts.key(text).toCharArray()) {
      Double next = MULTIPLIERS.get(sign);
      if (next == null) {
        return 1;
      }
      multiplier *= next;
    }
    return multiplier;
  }
}
