package org.lianpian.ingest.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Cleans text without changing what it says. Static, thread-safe. */
public final class Texts {
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u3000]+");
  private static final Pattern PHASE_DIGIT = Pattern.compile("([1-9])(?=期)");
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String DIGITS = "〇一二三四五六七八九";

  private static final Set<String> UNKNOWN =
      Set.of(
          "-", "--", "---", "—", "——", "/", "\\", "不详", "未知", "不清", "不清楚", "待查", "待定", "暂无", "缺",
          "n/a", "na", "null", "none", "nan", "<null>", "(null)", "?", "??");

  private static final Set<String> ERROR_CELLS =
      Set.of("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!");

  private Texts() {}

  /** Removes invisible characters and outer spaces; keeps everything else verbatim. */
  public static String clean(String text) {
    return INVISIBLE.matcher(text).replaceAll("").strip();
  }

  /**
   * Returns the compatibility form (NFKC: full-width to half-width, ㎡ to m2) without invisible
   * characters, spaces collapsed.
   */
  public static String normalise(String text) {
    if (isNormal(text)) {
      return text;
    }
    String plain =
        Normalizer.normalize(INVISIBLE.matcher(text).replaceAll(""), Normalizer.Form.NFKC);
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }

  /** Tells, for most cells there are, that nothing has to be done: letters, digits and Han. */
  private static boolean isNormal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean plain = (sign > ' ' && sign < 0x7F) || (sign >= 0x4E00 && sign <= 0x9FFF);
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /** Returns the normal form in lower case without any space: for comparing names and units. */
  public static String key(String text) {
    return normalise(text).replace(" ", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Returns what two spellings of one name have in common: no brackets or punctuation, 1期 as 一期, so
   * that 红岩新村(一期), 红岩新村1期 and 红岩新村一期 are equal.
   */
  public static String nameKey(String name) {
    String letters = NOT_A_LETTER.matcher(key(name)).replaceAll("");
    return PHASE_DIGIT
        .matcher(letters)
        .replaceAll(hit -> String.valueOf(DIGITS.charAt(hit.group(1).charAt(0) - '0')));
  }

  /** Tells whether a text is empty or says that nothing is known: “不详”, “-”, “/”. */
  public static boolean saysNothing(String text) {
    String key = key(text);
    return key.isEmpty() || UNKNOWN.contains(key);
  }

  /** Tells whether a text is a spreadsheet's error, such as {@code #REF!}. */
  public static boolean isErrorCell(String text) {
    return ERROR_CELLS.contains(text.strip().toUpperCase(Locale.ROOT));
  }

  /** Tells whether a text was decoded with the wrong character set. */
  public static boolean isMojibake(String text) {
    return text.indexOf('\uFFFD') >= 0;
  }
}
