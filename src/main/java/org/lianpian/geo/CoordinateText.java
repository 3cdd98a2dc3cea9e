package org.lianpian.geo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One coordinate read from text: a plain number, or degrees with minutes and seconds (B-26).
 *
 * <p>Understands {@code 117°37′51.6″}, {@code 117度37分51.6秒}, {@code 117°37'51.6"E}, {@code
 * 东经117°37.86′}, {@code 117-37-51.6}, {@code 117:37:51.6}, full-width digits and signs. A plain
 * {@code 117.3751} stays a decimal number: whether it means 117°37′51″ only a whole column can
 * tell, see {@link CoordinateInspector}.
 *
 * @param value degrees, south and west negative; or the number itself when plain
 * @param notation how it was written
 * @param axis what a hemisphere letter says, or null when there is none
 */
public record CoordinateText(double value, Notation notation, @Nullable Axis axis) {

  /** How a coordinate was written. */
  public enum Notation {
    PLAIN_NUMBER,
    DEGREES,
    DEGREES_MINUTES,
    DEGREES_MINUTES_SECONDS
  }

  /** What a coordinate is along. */
  public enum Axis {
    LONGITUDE,
    LATITUDE
  }

  private static final String NUMBER = "\\d+(?:\\.\\d+)?";
  private static final Pattern HEMISPHERE =
      Pattern.compile("^(东经|西经|北纬|南纬|[EWNS])?[:：]?(.*?)([EWNS])?$");
  private static final Pattern PLAIN = Pattern.compile("([+-]?" + NUMBER + "(?:E[+-]?\\d+)?)");
  private static final Pattern MARKED =
      Pattern.compile(
          "([+-]?)(" + NUMBER + ")[°度](?:(" + NUMBER + ")[′分])?(?:(" + NUMBER + ")[″秒]?)?");
  private static final Pattern SEPARATED =
      Pattern.compile("([+-]?)(\\d{1,3})([ :-])(\\d{1,2})\\3(" + NUMBER + ")");

  /**
   * Parses a text; empty when it is no coordinate, has minutes or seconds of 60 or more, or says
   * two contradicting hemispheres.
   */
  public static Optional<CoordinateText> parse(String text) {
    String clean = clean(text);
    Matcher plain = PLAIN.matcher(clean);
    if (plain.matches()) {
      return Optional.of(
          new CoordinateText(Double.parseDouble(plain.group(1)), Notation.PLAIN_NUMBER, null));
    }
    Matcher outer = HEMISPHERE.matcher(clean);
    if (!outer.matches() || (outer.group(1) != null && outer.group(3) != null)) {
      return Optional.empty();
    }
    String hemisphere = outer.group(1) != null ? outer.group(1) : outer.group(3);
    return parseBody(outer.group(2).trim(), hemisphere);
  }

  private static Optional<CoordinateText> parseBody(String body, @Nullable String hemisphere) {
    Matcher marked = MARKED.matcher(body);
    if (marked.matches()) {
      return of(marked.group(1), marked.group(2), marked.group(3), marked.group(4), hemisphere);
    }
    Matcher separated = SEPARATED.matcher(body);
    if (separated.matches()) {
      return of(
          separated.group(1),
          separated.group(2),
          separated.group(4),
          separated.group(5),
          hemisphere);
    }
    return hemisphere != null && PLAIN.matcher(body).matches()
        ? of("", body, null, null, hemisphere)
        : Optional.empty();
  }

  private static Optional<CoordinateText> of(
      String sign,
      String degrees,
      @Nullable String minutes,
      @Nullable String seconds,
      @Nullable String hemisphere) {
    double minuteValue = minutes == null ? 0 : Double.parseDouble(minutes);
    double secondValue = seconds == null ? 0 : Double.parseDouble(seconds);
    boolean fractionAbove =
        (minutes != null && degrees.contains("."))
            || (seconds != null && (minutes == null || minutes.contains(".")));
    if (minuteValue >= 60 || secondValue >= 60 || fractionAbove) {
      return Optional.empty();
    }
    double value = Double.parseDouble(degrees) + minuteValue / 60 + secondValue / 3600;
    Notation notation =
        seconds != null
            ? Notation.DEGREES_MINUTES_SECONDS
            : minutes != null ? Notation.DEGREES_MINUTES : Notation.DEGREES;
    boolean negative = sign.equals("-") || (hemisphere != null && "西经南纬WS".contains(hemisphere));
    return Optional.of(new CoordinateText(negative ? -value : value, notation, axis(hemisphere)));
  }

  private static @Nullable Axis axis(@Nullable String hemisphere) {
    if (hemisphere == null) {
      return null;
    }
    return "东经西经EW".contains(hemisphere) ? Axis.LONGITUDE : Axis.LATITUDE;
  }

  private static String clean(String text) {
    // quotes stand for minutes and seconds in every style there is; NFKC would split ″ into ′′
    String unified =
        text.replaceAll("''|′′|’’|[\"″”“＂〃]", "秒")
            .replaceAll("['′’‘＇`´]", "分")
            .replaceAll("[º˚∘]", "°");
    return Normalizer.normalize(unified, Normalizer.Form.NFKC)
        .replaceAll("[\\u200B\\uFEFF]", "")
        .replaceAll("[−–—]", "-")
        .replaceAll("\\s*([°度分秒])\\s*", "$1")
        .trim()
        .toUpperCase(Locale.ROOT);
  }
}
