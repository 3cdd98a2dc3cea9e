package org.lianpian.geocode.match;

import java.util.Arrays;
import org.lianpian.geocode.text.ChineseNumerals;
import org.lianpian.geocode.text.Han;

/**
 * A name as a row of units: a character each, but one for a whole number, whether in digits or in
 * Chinese numerals. Marks that only punctuate are left out. Names are cut after {@value #LONGEST}
 * units.
 *
 * <p>Marks tell the parts of an estate apart: numbers, Latin letters, points of the compass.
 */
final class NameUnits {
  static final int LONGEST = 28;

  private static final int NUMBER = 0x10000;
  private static final int SOUND = 0x20000;
  private static final String POINTS = "东西南北中前后上下左右内外新老旧大小";

  private static final String[] GENERIC_ENDS = {
    "住宅小区", "生活小区", "居民小区", "小区", "社区", "住宅区", "生活区", "散盘", "散楼"
  };
  private static final String ROAD_KINDS = "路街巷道弄";

  private final int[] units;
  private final int[] sounds;

  private NameUnits(int[] units, int[] sounds) {
    this.units = units;
    this.sounds = sounds;
  }

  /** Takes a normalised name apart. */
  static NameUnits of(String name) {
    int[] units = new int[LONGEST];
    int[] sounds = new int[LONGEST];
    int count = 0;
    int at = 0;
    while (at < name.length() && count < LONGEST) {
      char character = name.charAt(at);
      int end = endOfNumber(name, at);
      if (end > at) {
        units[count] = NUMBER + number(name, at, end);
        sounds[count] = units[count];
        count++;
        at = end;
        continue;
      }
      at++;
      if (Character.isLetterOrDigit(character)) {
        units[count] = character;
        int alike = Han.alike(character);
        sounds[count] = alike == 0 ? character : SOUND + alike;
        count++;
      }
    }
    return new NameUnits(Arrays.copyOf(units, count), Arrays.copyOf(sounds, count));
  }

  private static int endOfNumber(String name, int start) {
    int end = start;
    while (end < name.length() && isDigit(name.charAt(end))) {
      end++;
    }
    if (end > start) {
      return end;
    }
    boolean counts = false;
    while (end < name.length() && ChineseNumerals.isNumeral(name.charAt(end))) {
      counts |= "零两百千".indexOf(name.charAt(end)) < 0;
      end++;
    }
    return counts && ChineseNumerals.parse(name.substring(start, end)).isPresent() ? end : start;
  }

  private static int number(String name, int start, int end) {
    String text = name.substring(start, end);
    if (isDigit(text.charAt(0))) {
      int value = 0;
      for (int i = 0; i < text.length(); i++) {
        value = (value * 10 + text.charAt(i) - '0') % NUMBER;
      }
      return value;
    }
    return ChineseNumerals.parse(text).orElse(0);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  int length() {
    return units.length;
  }

  int unit(int index) {
    return units[index];
  }

  /** Returns what sounds alike: equal for units that are easily confused by ear. */
  int sound(int index) {
    return sounds[index];
  }

  /** Tells whether a unit tells parts of an estate apart. */
  boolean isMark(int index) {
    int unit = units[index];
    return isNumber(index) || (unit >= 'A' && unit <= 'Z') || POINTS.indexOf(unit) >= 0;
  }

  boolean isNumber(int index) {
    return units[index] >= NUMBER;
  }

  /** Returns how many units at the end only say that it is an estate; at least two come before. */
  int genericEnd() {
    for (String end : GENERIC_ENDS) {
      if (length() >= end.length() + 2 && endsWith(end)) {
        return end.length();
      }
    }
    return 0;
  }

  private boolean endsWith(String end) {
    for (int i = 0; i < end.length(); i++) {
      if (units[units.length - end.length() + i] != end.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a number is in it. */
  boolean hasNumber() {
    for (int i = 0; i < units.length; i++) {
      if (isNumber(i)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether it is no more than the name of a road. */
  boolean isRoad() {
    return units.length > 1 && ROAD_KINDS.indexOf(units[units.length - 1]) >= 0;
  }

  /** Returns the first units as text, or an empty text when a number is among them. */
  String start(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      if (isNumber(i)) {
        return "";
      }
      text.append((char) units[i]);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NameUnits that && Arrays.equals(units, that.units);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(units);
  }
}
