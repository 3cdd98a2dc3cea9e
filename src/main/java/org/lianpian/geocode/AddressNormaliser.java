package org.lianpian.geocode;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Brings the spellings of an address to one form and remembers where each character came from.
 *
 * <p>NFKC (full-width forms, compatibility characters), invisible characters removed (B-46),
 * letters in upper case, all brackets round, all dashes and tildes {@code -}, spaces dropped except
 * between two digits or letters, the traditional characters of address words simplified, and
 * Chinese numerals before 号 弄 幢 栋 座 楼 单元 室 期 区 苑 村 written as digits: 二期 becomes 2期, while 三路社区 and
 * 五一路 stay. The raw text is kept. Linear in its length; thread-safe.
 */
public final class AddressNormaliser {

  // address words and the commonest place-name characters only: a full table needs a dictionary
  private static final String TRADITIONAL = "東區號樓棟園莊鎮鄉縣門爐廠業麗龍鳳華榮興陽濱橋廣場關學單幾戶車馬實館寧蘆灣島嶺衛國際緯雲風飛鴻";
  private static final String SIMPLIFIED = "东区号楼栋园庄镇乡县门炉厂业丽龙凤华荣兴阳滨桥广场关学单几户车马实馆宁芦湾岛岭卫国际纬云风飞鸿";

  private static final String COUNTERS = "号弄幢栋座楼期区苑村室";

  private AddressNormaliser() {}

  public static NormalisedText normalise(String raw) {
    Buffer clean = new Buffer(raw.length());
    for (int i = 0; i < raw.length(); ) {
      int codePoint = raw.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      String unified = unify(codePoint);
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
    int traditional = TRADITIONAL.indexOf(character);
    if (traditional >= 0) {
      return SIMPLIFIED.charAt(traditional);
    }
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
    return Character.isWhitespace(character) ? ' ' : character;
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
