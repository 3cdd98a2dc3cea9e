package org.lianpian.geocode.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Brings the spellings of an address to one form and remembers where each character came from.
 *
 * <p>NFKC (full-width forms, compatibility characters), invisible characters removed (B-46),
 * letters in upper case, all brackets round, all dashes and tildes {@code -}, spaces dropped except
 * between two digits or letters, traditional characters simplified, and Chinese numerals before 号 弄
 * 幢 栋 座 楼 单元 室 期 区 苑 村 written as digits: 二期 becomes 2期, while 三路社区 and 五一路 stay. The raw text is
 * kept. Linear in its length; thread-safe.
 */
public final class AddressNormaliser {

  private static final String COUNTERS = "号弄幢栋座楼期区苑村室";

  /** The unified form of a character where it is one character, as far as it was asked for. */
  private static final char[] UNIFIED = new char[Character.MAX_VALUE + 1];

  private AddressNormaliser() {}

  public static NormalisedText normalise(String raw) {
    Buffer clean = new Buffer(raw.length());
    for (int i = 0; i < raw.length(); ) {
      char direct = UNIFIED[raw.charAt(i)];
      if (direct != 0) {
        clean.add(direct, i, i + 1);
        i++;
        continue;
      }
      int codePoint = raw.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      String unified = unify(codePoint);
      if (unified.length() == 1 && end == i + 1) {
        UNIFIED[codePoint] = unified.charAt(0);
      }
      for (int k = 0; k < unified.length(); k++) {
        clean.add(unified.charAt(k), i, end);
      }
      i = end;
    }
    Buffer digits = numerals(spaces(clean));
    return digits.finish(raw);
  }

  /** Returns the normalised text alone. */
  public static String text(String raw) {
    return normalise(raw).text();
  }

  private static String unify(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.FORMAT || type == Character.CONTROL || codePoint == 0xFE0F) {
      return Character.isWhitespace(codePoint) ? " " : "";
    }
    String text =
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(text.length());
    for (char character : text.toCharArray()) {
      out.append(unify(character));
    }
    return out.toString();
  }

  private static char unify(char character) {
    if ("[{【〔〖「『《<".indexOf(character) >= 0) {
      return '(';
    }
    if ("]}】〕〗」』》>".indexOf(character) >= 0) {
      return ')';
    }
    if ("~‐‑‒–—―−〜～".indexOf(character) >= 0) {
      return '-';
    }
    if (character == '○' || character == 'Ο') {
      return '〇';
    }
    return Character.isWhitespace(character) ? ' ' : Han.simplify(character);
  }

  private static Buffer spaces(Buffer in) {
    Buffer out = new Buffer(in.length);
    for (int i = 0; i < in.length; i++) {
      boolean keep =
          in.chars[i] != ' '
              || (i > 0
                  && i + 1 < in.length
                  && isLatin(in.chars[i - 1])
                  && isLatin(in.chars[i + 1]));
      if (keep) {
        out.add(in.chars[i], in.starts[i], in.ends[i]);
      }
    }
    return out;
  }

  private static boolean isLatin(char character) {
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z');
  }

  private static Buffer numerals(Buffer in) {
    Buffer out = new Buffer(in.length);
    int i = 0;
    while (i < in.length) {
      int end = i;
      while (end < in.length && ChineseNumerals.isNumeral(in.chars[end])) {
        end++;
      }
      OptionalInt value =
          end > i && isCounter(in, end)
              ? ChineseNumerals.parse(new String(in.chars, i, end - i))
              : OptionalInt.empty();
      if (value.isPresent()) {
        for (char digit : Integer.toString(value.getAsInt()).toCharArray()) {
          out.add(digit, in.starts[i], in.ends[end - 1]);
        }
        i = end;
      } else {
        for (int last = Math.max(end, i + 1); i < last; i++) {
          out.add(in.chars[i], in.starts[i], in.ends[i]);
        }
      }
    }
    return out;
  }

  private static boolean isCounter(Buffer in, int index) {
    if (index >= in.length) {
      return false;
    }
    return COUNTERS.indexOf(in.chars[index]) >= 0
        || (in.chars[index] == '单' && index + 1 < in.length && in.chars[index + 1] == '元');
  }

  /** Characters with the raw offsets they stand for. */
  private static final class Buffer {
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    Buffer(int capacity) {
      chars = new char[Math.max(8, capacity)];
      starts = new int[chars.length];
      ends = new int[chars.length];
    }

    void add(char character, int start, int end) {
      if (length == chars.length) {
        chars = Arrays.copyOf(chars, 2 * length);
        starts = Arrays.copyOf(starts, 2 * length);
        ends = Arrays.copyOf(ends, 2 * length);
      }
      chars[length] = character;
      starts[length] = start;
      ends[length] = end;
      length++;
    }

    NormalisedText finish(String raw) {
      return new NormalisedText(
          raw,
          new String(chars, 0, length),
          Arrays.copyOf(starts, length),
          Arrays.copyOf(ends, length));
    }
  }
}
