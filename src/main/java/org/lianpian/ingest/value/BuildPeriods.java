package org.lianpian.ingest.value;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.BuiltPrecision;

/**
 * Reads when something was built, as an interval of years: {@code 2000年底前} is everything up to
 * 2000, {@code 80年代} is 1980 to 1989.
 *
 * <p>The interval always holds every year the words allow (以前 includes the year itself; 初, 中, 末 of
 * a decade stay the whole decade), so that a rule that holds for the interval holds for the truth.
 * The words are kept verbatim. Static, thread-safe.
 */
public final class BuildPeriods {
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2100;

  private static final Pattern NOISE = Pattern.compile("始建于|建于|建成于|建成|竣工|建造|交付|建设|完工|落成|投入使用");
  private static final Pattern CHINESE_YEAR = Pattern.compile("[〇○零Oo一二三四五六七八九]{4}(?=年|$)");
  private static final Pattern CHINESE_DECADE = Pattern.compile("([二三四五六七八九])十年代");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:\\.0+)?年?");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:年|[./-])(0?[1-9]|1[0-2])月?(?:份)?");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})日?(?:t?\\d{1,2}:.*)?");
  private static final Pattern RANGE =
      Pattern.compile("(\\d{4})年?[-~至到—–、,/及和]+(\\d{4})年?(?:之?间)?");
  private static final Pattern SHORT_RANGE = Pattern.compile("(\\d{2})年?[-~至到—–](\\d{2})年?");
  private static final Pattern DECADE =
      Pattern.compile("(上世纪|20世纪|二十世纪|本世纪|21世纪|19|20)?(\\d)0年代(?:初期?|早期|前期|中期?|末期?|后期|左右)?");
  private static final Pattern DECADES =
      Pattern.compile("(?:上世纪|20世纪|二十世纪|19)?([2-9])0[-~至到、](?:19)?([2-9])0年代");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(\\d{4}|\\d{2})年?(?:底|末|年底|12月31日|12月底)?(?:\\(含\\))?(?:以前|之前|前)(?:\\(含\\))?");
  private static final Pattern AFTER = Pattern.compile("(\\d{4})年?(?:底|末)?(?:以后|之后|后|起)");
  private static final Pattern TWO_DIGITS = Pattern.compile("(\\d{2})年");
  private static final Pattern ABOUT = Pattern.compile("(?:约|大约|大概)(\\d{4})年?|(\\d{4})年?(?:左右|前后)");
  private static final Pattern SERIAL = Pattern.compile("[1-6]\\d{4}(?:\\.0+)?");

  private BuildPeriods() {}

  /**
   * Reads a year column. Text that cannot be read gives an unknown period that keeps the text, with
   * a warning; the community itself is still worth importing.
   */
  public static Parsed<BuildPeriod> parse(String text) {
    String original = Texts.clean(text);
    if (Texts.saysNothing(original) || original.equals("无")) {
      return Parsed.of(new BuildPeriod(null, null, BuiltPrecision.UNKNOWN, original));
    }
    String plain = withDigits(NOISE.matcher(Texts.key(original)).replaceAll(""));
    Parsed<BuildPeriod> reading = exact(plain, original);
    if (reading == null) {
      reading = interval(plain, original);
    }
    if (reading == null) {
      reading = doubtful(plain, original);
    }
    return reading != null ? reading : unreadable(original);
  }

  private static @Nullable Parsed<BuildPeriod> exact(String plain, String original) {
    Matcher year = YEAR.matcher(plain);
    if (year.matches()) {
      if (Integer.parseInt(year.group(1)) == 0) {
        return placeholder(original);
      }
      return years(year.group(1), year.group(1), BuiltPrecision.YEAR, original);
    }
    if (plain.matches("0(\\.0+)?")) {
      return placeholder(original);
    }
    Matcher month = MONTH.matcher(plain);
    if (month.matches()) {
      return years(month.group(1), month.group(1), BuiltPrecision.YEAR, original);
    }
    Matcher day = DAY.matcher(plain);
    if (day.matches()) {
      return years(day.group(1), day.group(1), BuiltPrecision.DAY, original);
    }
    return null;
  }

  private static @Nullable Parsed<BuildPeriod> interval(String plain, String original) {
    Matcher range = RANGE.matcher(plain);
    if (range.matches()) {
      return years(range.group(1), range.group(2), BuiltPrecision.RANGE, original);
    }
    Matcher decade = DECADE.matcher(plain);
    if (decade.matches()) {
      int first = century(decade.group(1), decade.group(2)) + 10 * digit(decade.group(2));
      return Parsed.of(new BuildPeriod(first, first + 9, BuiltPrecision.DECADE, original));
    }
    Matcher decades = DECADES.matcher(plain);
    if (decades.matches() && digit(decades.group(1)) <= digit(decades.group(2))) {
      return Parsed.of(
          new BuildPeriod(
              1900 + 10 * digit(decades.group(1)),
              1909 + 10 * digit(decades.group(2)),
              BuiltPrecision.DECADE,
              original));
    }
    Matcher before = BEFORE.matcher(plain);
    if (before.matches()) {
      String year = before.group(1);
      int last = year.length() == 2 ? fullYear(year) : Integer.parseInt(year);
      Finding finding = year.length() == 2 ? shortYear(original, Integer.toString(last)) : null;
      return new Parsed<>(new BuildPeriod(null, last, BuiltPrecision.BEFORE, original), finding);
    }
    Matcher after = AFTER.matcher(plain);
    if (after.matches()) {
      int first = Integer.parseInt(after.group(1));
      return Parsed.of(new BuildPeriod(first, null, BuiltPrecision.AFTER, original));
    }
    return plain.matches("(建国|解放)(以前|之前|前)")
        ? Parsed.of(new BuildPeriod(null, 1949, BuiltPrecision.BEFORE, original))
        : null;
  }

  private static @Nullable Parsed<BuildPeriod> doubtful(String plain, String original) {
    Matcher two = TWO_DIGITS.matcher(plain);
    if (two.matches()) {
      int year = fullYear(two.group(1));
      return Parsed.of(
          new BuildPeriod(year, year, BuiltPrecision.YEAR, original),
          shortYear(original, Integer.toString(year)));
    }
    Matcher shortRange = SHORT_RANGE.matcher(plain);
    if (shortRange.matches()) {
      int first = fullYear(shortRange.group(1));
      int last = fullYear(shortRange.group(2));
      return first > last
          ? null
          : Parsed.of(
              new BuildPeriod(first, last, BuiltPrecision.RANGE, original),
              shortYear(original, first + "-" + last));
    }
    Matcher about = ABOUT.matcher(plain);
    if (about.matches()) {
      String year = about.group(1) != null ? about.group(1) : about.group(2);
      return proposal(
          year,
          original,
          ProposalKind.YEAR_APPROXIMATE,
          "“" + original + "” 不是准确年份，建议 " + year,
          "'" + original + "' is approximate; proposed " + year);
    }
    if (SERIAL.matcher(plain).matches()) {
      LocalDate date = Dates.ofSerial(Double.parseDouble(plain));
      return proposal(
          Integer.toString(date.getYear()),
          original,
          ProposalKind.YEAR_SERIAL,
          "“" + original + "” 疑似Excel日期序列 " + date,
          "'" + original + "' seems to be the spreadsheet serial of " + date);
    }
    return null;
  }

  private static Parsed<BuildPeriod> proposal(
      String year, String original, ProposalKind kind, String zh, String en) {
    int number = Integer.parseInt(year);
    return Parsed.of(
        new BuildPeriod(number, number, BuiltPrecision.YEAR, original),
        Finding.proposal(kind, zh, en, year));
  }

  private static Parsed<BuildPeriod> years(
      String first, String last, BuiltPrecision precision, String original) {
    int from = Integer.parseInt(first);
    int to = Integer.parseInt(last);
    if (from > to || from < FIRST_YEAR || to > LAST_YEAR) {
      return unreadable(original);
    }
    return Parsed.of(new BuildPeriod(from, to, precision, original));
  }

  private static Parsed<BuildPeriod> placeholder(String original) {
    return Parsed.of(
        new BuildPeriod(null, null, BuiltPrecision.UNKNOWN, original),
        Finding.warning("number.placeholder", "年份 0 按未知处理", "Year 0 is taken as unknown", ""));
  }

  private static Parsed<BuildPeriod> unreadable(String original) {
    return Parsed.of(
        new BuildPeriod(null, null, BuiltPrecision.UNKNOWN, original),
        Finding.warning(
            "year.unreadable",
            "“" + original + "” 无法识别为建成年份，按不详处理，原文保留",
            "'" + original + "' cannot be read as a year; taken as unknown, the text is kept",
            "1998 / 1998-2002 / 80年代 / 2000年底前"));
  }

  private static Finding shortYear(String original, String year) {
    return Finding.warning(
        "year.two-digits",
        "“" + original + "” 按 " + year + " 理解",
        "'" + original + "' is read as " + year,
        year);
  }

  /** Two digits: 50 to 99 are the last century, the others this one. */
  private static int fullYear(String twoDigits) {
    int number = Integer.parseInt(twoDigits);
    return number >= 50 ? 1900 + number : 2000 + number;
  }

  private static int century(@Nullable String named, String decadeDigit) {
    if (named == null) {
      return digit(decadeDigit) >= 2 ? 1900 : 2000;
    }
    return switch (named) {
      case "本世纪", "21世纪", "20" -> 2000;
      default -> 1900;
    };
  }

  private static int digit(String text) {
    return text.charAt(0) - '0';
  }

  /** Replaces 二〇〇〇 by 2000 and 八十年代 by 80年代; other Chinese numerals stay. */
  private static String withDigits(String text) {
    String years = CHINESE_YEAR.matcher(text).replaceAll(hit -> digits(hit.group()));
    return CHINESE_DECADE.matcher(years).replaceAll(hit -> digits(hit.group(1)) + "0年代");
  }

  private static String digits(String chinese) {
    StringBuilder digits = new StringBuilder();
    for (char sign : chinese.toCharArray()) {
      int value = "〇一二三四五六七八九".indexOf(sign);
      digits.append(Math.max(value, 0));
    }
    return digits.toString();
  }
}
