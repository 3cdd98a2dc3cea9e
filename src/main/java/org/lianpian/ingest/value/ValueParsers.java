package org.lianpian.ingest.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Property;

/**
 * Picks the parser for a property by its type and unit, and checks ranges that hold for every
 * property of that kind. Static, thread-safe.
 */
public final class ValueParsers {

  private ValueParsers() {}

  /**
   * Reads a cell for a property; the value is of the class that the property's {@link
   * org.lianpian.model.ValueType} names.
   *
   * @param columnUnit the unit that the column's heading or a unit row gives, or null
   */
  public static Parsed<?> parse(Property<?> property, String text, @Nullable String columnUnit) {
    return switch (property.type()) {
      case TEXT -> text(property, text);
      case TEXT_LIST -> list(text);
      case INTEGER -> integer(property, text, columnUnit);
      case REAL -> real(property, text, columnUnit);
      case BOOLEAN -> Booleans.parse(text);
      case DATE -> Dates.parse(text);
      case CODE -> Codes.parse(text, property.codes());
      case JSON -> Parsed.unknown();
    };
  }

  private static Parsed<?> text(Property<?> property, String text) {
    if (Texts.isErrorCell(text)) {
      return Parsed.unknown(
          Finding.warning(
              "value.error-cell",
              "“" + text + "” 是公式错误值，按空处理",
              "'" + text + "' is a formula error; taken as empty",
              ""));
    }
    if (Texts.isMojibake(text)) {
      return Parsed.unknown(
          Finding.error(
              "text.mojibake",
              "“" + text + "” 含乱码，编码不对",
              "'" + text + "' was read in the wrong character set",
              "指定文件编码 / state the file's encoding"));
    }
    // the address is kept verbatim: it is matched again, with its own normalisation
    String value = property.name().equals("address") ? Texts.clean(text) : Texts.normalise(text);
    return value.isEmpty() ? Parsed.unknown() : Parsed.of(value);
  }

  private static Parsed<?> list(String text) {
    List<String> items = new ArrayList<>();
    String plainList = Texts.normalise(text);
    if (plainList.startsWith("[") && plainList.endsWith("]")) {
      // a list as our own GeoPackages keep it
      plainList = plainList.substring(1, plainList.length() - 1).replace("\"", "");
    }
    for (String item : plainList.split("[、,;|\\n]", -1)) {
      String plain = item.strip();
      if (!plain.isEmpty() && !items.contains(plain)) {
        items.add(plain);
      }
    }
    return items.isEmpty() ? Parsed.unknown() : Parsed.of(List.copyOf(items));
  }

  private static Parsed<Integer> integer(
      Property<?> property, String text, @Nullable String columnUnit) {
    if (property.unit().equals("mm")) {
      return Diameters.parse(text);
    }
    if (property.unit().equals("年")) {
      return year(text);
    }
    if (property.unit().equals("栋") && BuildingLists.isList(text)) {
      int count = BuildingLists.expand(text).size();
      return Parsed.of(
          count,
          Finding.proposal(
              ProposalKind.BUILDING_LIST,
              "“" + text + "” 是楼栋清单，建议栋数 " + count,
              "'" + text + "' lists buildings; proposed count " + count,
              Integer.toString(count)));
    }
    Parsed<Integer> parsed = Numbers.parseInteger(text, property.unit(), columnUnit);
    Integer value = parsed.value();
    return value != null && value < 0 ? negative(text) : parsed;
  }

  private static Parsed<Double> real(
      Property<?> property, String text, @Nullable String columnUnit) {
    Parsed<BigDecimal> parsed = Numbers.parse(text, property.unit(), columnUnit);
    BigDecimal value = parsed.value();
    if (value == null) {
      return new Parsed<>(null, parsed.finding());
    }
    return value.signum() < 0 && property.unit().equals("m2")
        ? negative(text)
        : new Parsed<>(value.doubleValue(), parsed.finding());
  }

  private static Parsed<Integer> year(String text) {
    Parsed<BuildPeriod> parsed = BuildPeriods.parse(text);
    BuildPeriod period = parsed.value();
    if (period == null || period.isUnknown()) {
      return new Parsed<>(null, parsed.finding());
    }
    if (period.from() == null || !period.from().equals(period.to())) {
      return Parsed.unknown(
          Finding.warning(
              "year.not-single",
              "“" + text + "” 不是单一年份，按未知处理",
              "'" + text + "' is not one year; taken as unknown",
              "1998"));
    }
    return new Parsed<>(period.from(), parsed.finding());
  }

  private static <T> Parsed<T> negative(String text) {
    return Parsed.unknown(
        Finding.error(
            "number.negative", "“" + text + "” 不能为负", "'" + text + "' must not be negative", ""));
  }
}
