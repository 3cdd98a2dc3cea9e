package org.lianpian.ingest.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads pipe diameters in millimetres: {@code DN300}, {@code Φ300}, {@code d300}, {@code 300mm},
 * {@code 300} and {@code 0.3m} are all 300. Static, thread-safe.
 */
public final class Diameters {
  private static final Pattern ROUND =
      Pattern.compile("(?:dn|de|d|Φ|φ|ϕ|ø|∅)?[.:]?(\\d+(?:\\.\\d+)?)(mm|毫米|cm|厘米|m|米)?");
  private static final Pattern BOX =
      Pattern.compile("\\D{0,3}\\d+(?:\\.\\d+)?(?:mm|m)?[x×*]\\d+(?:\\.\\d+)?(?:mm|m)?");
  private static final double LARGEST_MILLIMETRES = 5000;

  /** Below this no sewer is made in millimetres, so that the number must be metres. */
  private static final double SMALLEST_MILLIMETRES = 10;

  private Diameters() {}

  public static Parsed<Integer> parse(String text) {
    if (Texts.saysNothing(text)) {
      return Parsed.unknown();
    }
    String plain = Texts.key(text);
    if (BOX.matcher(plain).matches()) {
      return Parsed.unknown(
          Finding.warning(
              "diameter.box",
              "“" + text + "” 是方沟断面，没有管径，原文保留",
              "'" + text + "' is a box section and has no diameter; the text is kept",
              ""));
    }
    Matcher round = ROUND.matcher(plain);
    if (!round.matches()) {
      return Parsed.unknown(
          Finding.error(
              "diameter.unreadable",
              "“" + text + "” 无法识别为管径",
              "'" + text + "' cannot be read as a diameter",
              "DN300"));
    }
    double number = Double.parseDouble(round.group(1));
    String unit = round.group(2);
    if (unit != null) {
      return ofMillimetres(text, number * factor(unit));
    }
    if (number == 0) {
      return Parsed.unknown(
          Finding.warning(
              "number.placeholder", "管径 0 按未知处理", "A diameter of 0 is taken as unknown", ""));
    }
    if (number < SMALLEST_MILLIMETRES) {
      int millimetres = (int) Math.round(number * 1000);
      return Parsed.of(
          millimetres,
          Finding.proposal(
              ProposalKind.DIAMETER_METRES,
              "管径 “" + text + "” 疑以米为单位，建议 " + millimetres + " mm",
              "Diameter '" + text + "' seems to be in metres; proposed " + millimetres + " mm",
              Integer.toString(millimetres)));
    }
    return ofMillimetres(text, number);
  }

  private static double factor(String unit) {
    return switch (unit) {
      case "m", "米" -> 1000;
      case "cm", "厘米" -> 10;
      default -> 1;
    };
  }

  private static Parsed<Integer> ofMillimetres(String text, double millimetres) {
    if (millimetres > LARGEST_MILLIMETRES || millimetres < 1) {
      return Parsed.unknown(
          Finding.error(
              "diameter.range",
              "管径 “" + text + "” 超出 1–5000 mm",
              "Diameter '" + text + "' is outside 1 to 5000 mm",
              ""));
    }
    return Parsed.of((int) Math.round(millimetres));
  }
}
