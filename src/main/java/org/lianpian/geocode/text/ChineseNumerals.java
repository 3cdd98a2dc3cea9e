package org.lianpian.geocode.text;

import java.util.OptionalInt;

/** Reads Chinese numerals below ten thousand: 十七, 二百零三, and digit by digit 一〇一. */
public final class ChineseNumerals {
  private static final String DIGITS = "〇一二三四五六七八九";

  private ChineseNumerals() {}

  public static boolean isNumeral(char character) {
    return DIGITS.indexOf(character) >= 0 || "零两十百千".indexOf(character) >= 0;
  }

  /** Returns the value, or empty when the characters do not form a number. */
  public static OptionalInt parse(String numeral) {
    if (numeral.isEmpty() || numeral.length() > 7) {
      return OptionalInt.empty();
    }
    return numeral.chars().anyMatch(c -> "十百千".indexOf(c) >= 0)
        ? withUnits(numeral)
        : digitByDigit(numeral);
  }

  private static OptionalInt digitByDigit(String numeral) {
    int value = 0;
    for (char character : numeral.toCharArray()) {
      int digit = digit(character);
      if (digit < 0 || numeral.length() > 4) {
        return OptionalInt.empty();
      }
      value = value * 10 + digit;
    }
    return OptionalInt.of(value);
  }

  private static OptionalInt withUnits(String numeral) {
    int value = 0;
    int pending = -1;
    int lastUnit = 10_000;
    for (char character : numeral.toCharArray()) {
      int unit = character == '十' ? 10 : character == '百' ? 100 : character == '千' ? 1000 : 0;
      if (unit == 0) {
        if (pending > 0) {
          return OptionalInt.empty();
        }
        pending = digit(character);
      } else {
        if (unit >= lastUnit) {
          return OptionalInt.empty();
        }
        // 十七 is one ten and seven
        value += (pending <= 0 ? 1 : pending) * unit;
        pending = -1;
        lastUnit = unit;
      }
    }
    return OptionalInt.of(value + Math.max(pending, 0));
  }

  private static int digit(char character) {
    if (character == '零') {
      return 0;
    }
    return character == '两' ? 2 : DIGITS.indexOf(character);
  }
}
