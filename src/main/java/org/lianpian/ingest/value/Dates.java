package org.lianpian.ingest.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates in the order year, month, day; no other order is understood. Static, thread-safe. */
public final class Dates {
  private static final String DAY = "(\\d{4})[./年-](\\d{1,2})[./月-](\\d{1,2})日?";
  private static final Pattern ONE = Pattern.compile(DAY + "(?:[ t]?\\d{1,2}:\\d{2}.*)?");
  private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern TWO = Pattern.compile(DAY + "[-~至到—]+" + DAY);
  private static final Pattern MONTHS =
      Pattern.compile("\\d{4}[./年-]\\d{1,2}月?(?:[-~至到—](?:\\d{4}[./年-])?\\d{1,2}月?)?");
  private static final Pattern NO_YEAR = Pattern.compile("\\d{1,2}[./月-]\\d{1,2}日?");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.0+)?");

  /** Day 0 of spreadsheet serials, chosen so that the non-existing 1900-02-29 does no harm. */
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private Dates() {}

  /** Two dates as written, both included. */
  public record DateRange(LocalDate from, LocalDate to) {}

  public static Parsed<LocalDate> parse(String text) {
    if (Texts.saysNothing(text)) {
      return Parsed.unknown();
    }
    String plain = Texts.key(text);
    Matcher one = ONE.matcher(plain);
    if (one.matches()) {
      return day(text, one, 1);
    }
    Matcher compact = COMPACT.matcher(plain);
    if (compact.matches()) {
      return day(text, compact, 1);
    }
    if (SERIAL.matcher(plain).matches()) {
      LocalDate date = ofSerial(Double.parseDouble(plain));
      return Parsed.of(
          date,
          Finding.proposal(
              ProposalKind.DATE_SERIAL,
              "“" + text + "” 疑似Excel日期序列 " + date,
              "'" + text + "' seems to be the spreadsheet serial of " + date,
              date.toString()));
    }
    if (TWO.matcher(plain).matches() || MONTHS.matcher(plain).matches()) {
      return Parsed.unknown(
          Finding.error(
              "date.not-a-day",
              "“" + text + "” 不是一个确定的日期",
              "'" + text + "' is not one day",
              "2022-03-10"));
    }
    if (NO_YEAR.matcher(plain).matches()) {
      return Parsed.unknown(
          Finding.error(
              "date.no-year", "“" + text + "” 缺少年份", "'" + text + "' has no year", "2022-03-10"));
    }
    return Parsed.unknown(
        Finding.error(
            "date.unreadable",
            "“" + text + "” 无法识别为日期",
            "'" + text + "' cannot be read as a date",
            "2022-03-10"));
  }

  /** Reads {@code 2022.2.10-2022.3.10}: two days, the first not after the second. */
  public static @Nullable DateRange parseRange(String text) {
    Matcher two = TWO.matcher(Texts.key(text));
    if (!two.matches()) {
      return null;
    }
    LocalDate from = day(text, two, 1).value();
    LocalDate to = day(text, two, 4).value();
    return from == null || to == null || from.isAfter(to) ? null : new DateRange(from, to);
  }

  /** Returns the day of a spreadsheet serial (1900 date system). */
  public static LocalDate ofSerial(double serial) {
    return SERIAL_ZERO.plusDays((long) serial);
  }

  private static Parsed<LocalDate> day(String text, Matcher matcher, int group) {
    try {
      return Parsed.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(group)),
              Integer.parseInt(matcher.group(group + 1)),
              Integer.parseInt(matcher.group(group + 2))));
    } catch (DateTimeException e) {
      return Parsed.unknown(
          Finding.error(
              "date.impossible",
              "“" + text + "” 不是存在的日期",
              "'" + text + "' is no day of the calendar",
              ""));
    }
  }
}
