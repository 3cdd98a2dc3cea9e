package org.lianpian.ingest.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as offices write them: {@code 1,234}, {@code １２３}, {@code 99.7万平方米}, {@code 约120户}.
 *
 * <p>A bare number is in the unit of its column, when the column or a unit row names one, else in
 * the property's own unit. Decimal arithmetic, so that 99.7万 is 997000 exactly. Static,
 * thread-safe.
 */
public final class Numbers {
  private static final String NUMBER =
      "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:e[+-]?\\d{1,3})?";
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<about>约|近|大约|大概|约计|~|≈|将近|超过|超)?(?<number>"
              + NUMBER
              + ")(?<more>余|多|来)?(?<unit>[百千万亿]*[hk]?m\\^?2|[^\\d]*?)(?<round>余|多|左右|上下|许|以上)?");
  private static final Pattern TWO_NUMBERS =
      Pattern.compile("\\D*\\d[\\d.,]*\\D*[/、;~至到-]\\D*\\d.*");
  private static final Pattern PLACEHOLDER = Pattern.compile("-?9999?(\\.0+)?");

  private Numbers() {}

  /**
   * Reads a real number in the given unit.
   *
   * @param unit the unit of the result: {@code m}, {@code m2}, {@code mm}, {@code 元}, a counting
   *     word, or empty
   * @param columnUnit the unit that the column's heading or unit row names, or null
   */
  public static Parsed<BigDecimal> parse(String text, String unit, @Nullable String columnUnit) {
    if (Texts.saysNothing(text)) {
      return Parsed.unknown();
    }
    if (Texts.isErrorCell(text)) {
      return Parsed.unknown(
          Finding.error(
              "value.error-cell",
              "“" + text + "” 是公式错误值",
              "'" + text + "' is a formula error",
              "修正公式后重新保存 / correct the formula and save again"));
    }
    String plain = Texts.normalise(text).replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    if (PLACEHOLDER.matcher(plain).matches() && plain.startsWith("-")) {
      return Parsed.unknown(
          Finding.warning(
              "number.placeholder",
              "“" + text + "” 视为占位值，按未知处理",
              "'" + text + "' is a placeholder and taken as unknown",
              ""));
    }
    Matcher shape = SHAPE.matcher(plain);
    if (!shape.matches()) {
      return TWO_NUMBERS.matcher(plain).matches()
          ? Parsed.unknown(
              Finding.error(
                  "number.several",
                  "“" + text + "” 含有多个数，无法识别",
                  "'" + text + "' holds several numbers",
                  "只填一个数 / give one number"))
          : Parsed.unknown(unreadable(text));
    }
    return inUnit(text, shape, unit, columnUnit);
  }

  private static Parsed<BigDecimal> inUnit(
      String text, Matcher shape, String unit, @Nullable String columnUnit) {
    BigDecimal number = new BigDecimal(group(shape, "number").replace(",", ""));
    String written = group(shape, "unit");
    Measure target = Measure.ofProperty(unit);
    Measure source = null;
    double multiplier = Measure.multiplier(written);
    if (multiplier != 1) {
      number = number.multiply(BigDecimal.valueOf(multiplier));
      written = "";
      // 1.8亿 in a column of 万元 is 1.8亿元
      columnUnit = null;
    }
    if (!written.isEmpty()) {
      source = Measure.find(written).orElse(null);
      if (source == null && !written.equals(unit)) {
        return Parsed.unknown(unreadable(text));
      }
    } else if (columnUnit != null) {
      source = Measure.find(columnUnit).orElse(null);
    }
    if (source != null) {
      if (!compatible(source, target, unit, !written.isEmpty())) {
        return Parsed.unknown(
            Finding.error(
                "number.unit",
                "“" + text + "” 的单位与本列（" + unit + "）不符",
                "The unit of '" + text + "' does not fit this column (" + unit + ")",
                ""));
      }
      number = convert(number, source, target);
    }
    String about = group(shape, "about") + group(shape, "more") + group(shape, "round");
    if (!about.isEmpty()) {
      String plain = number.stripTrailingZeros().toPlainString();
      return Parsed.of(
          number,
          Finding.proposal(
              ProposalKind.NUMBER_APPROXIMATE,
              "“" + text + "” 无法识别为准确数，建议 " + plain + "（约）",
              "'" + text + "' is approximate; proposed " + plain,
              plain));
    }
    if ("m2".equals(unit) && (Measure.isHectare(written) || isHectare(columnUnit, written))) {
      String plain = number.stripTrailingZeros().toPlainString();
      return Parsed.of(
          number,
          Finding.warning(
              "number.hectares",
              "建筑面积以公顷填写：“" + text + "” 按 " + plain + " ㎡ 导入，请核对",
              "A floor area in hectares: '"
                  + text
                  + "' is imported as "
                  + plain
                  + " m2; please check",
              ""));
    }
    return Parsed.of(number);
  }

  /** Reads a whole number; what is left of a fraction is an error, never rounded. */
  public static Parsed<Integer> parseInteger(
      String text, String unit, @Nullable String columnUnit) {
    Parsed<BigDecimal> parsed = parse(text, unit, columnUnit);
    BigDecimal number = parsed.value();
    if (number == null) {
      return new Parsed<>(null, parsed.finding());
    }
    try {
      return new Parsed<>(number.intValueExact(), parsed.finding());
    } catch (ArithmeticException e) {
      return Parsed.unknown(
          Finding.error(
              "number.not-integer",
              "“" + text + "” 无法识别为整数",
              "'" + text + "' is not a whole number",
              "填写整数 / give a whole number"));
    }
  }

  private static boolean isHectare(@Nullable String columnUnit, String written) {
    return written.isEmpty() && columnUnit != null && Measure.isHectare(columnUnit);
  }

  private static boolean compatible(
      Measure source, @Nullable Measure target, String unit, boolean written) {
    if (target == null) {
      return source.kind() == Measure.Kind.COUNT || unit.isEmpty();
    }
    // a heading's unit may belong to another column of a joined heading; a cell's may not
    return source.kind() == target.kind() || (!written && source.kind() == Measure.Kind.COUNT);
  }

  private static BigDecimal convert(BigDecimal number, Measure source, @Nullable Measure target) {
    BigDecimal base = number.multiply(BigDecimal.valueOf(source.factor()));
    if (target == null || target.factor() == 1) {
      return base;
    }
    return base.divide(BigDecimal.valueOf(target.factor()), MathContext.DECIMAL64);
  }

  private static String group(Matcher matcher, String name) {
    String group = matcher.group(name);
    return group == null ? "" : group;
  }

  private static Finding unreadable(String text) {
    return Finding.error(
        "number.unreadable",
        "“" + text + "” 无法识别为数字",
        "'" + text + "' cannot be read as a number",
        "填写数字 / give a number");
  }
}
