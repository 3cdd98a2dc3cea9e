package org.lianpian.geocode.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How Chinese characters sound and how they are written in simplified form.
 *
 * <p>Source: {@code han.tsv}, made from the transliterators Han-Latin and Traditional-Simplified of
 * ICU and the Unicode CLDR; one reading, without tone, for each character. Look-ups are array
 * accesses; thread-safe.
 */
public final class Han {
  private static final Han TABLE = read();

  private final char[] simplified = new char[Character.MAX_VALUE + 1];
  private final short[] syllable = new short[Character.MAX_VALUE + 1];
  private final List<String> syllables = new ArrayList<>(List.of(""));
  private final List<String> characters = new ArrayList<>(List.of(""));
  private short[] alike = {0};

  private Han() {
    for (int i = 0; i < simplified.length; i++) {
      simplified[i] = (char) i;
    }
  }

  /** Returns the simplified form of a character, or the character itself. */
  public static char simplify(char character) {
    return TABLE.simplified[character];
  }

  /** Returns the number of the character's syllable, or 0 when it has none. */
  public static int syllable(char character) {
    return TABLE.syllable[character];
  }

  /**
   * Returns the number of the syllable that stands for all that are easily confused with the
   * character's: zh and z, ch and c, sh and s, n and l, final ng and n, h and f before u.
   */
  public static int alike(char character) {
    return TABLE.alike[TABLE.syllable[character]];
  }

  /** Returns the syllable in Latin letters without tone, or an empty text. */
  public static String latin(char character) {
    return TABLE.syllables.get(TABLE.syllable[character]);
  }

  /** Returns the characters that are read as a character is, in code order. */
  public static String homophones(char character) {
    return TABLE.characters.get(TABLE.syllable[character]);
  }

  private static Han read() {
    Han table = new Han();
    try (InputStream stream = Han.class.getResourceAsStream("han.tsv")) {
      if (stream == null) {
        throw new IllegalStateException("han.tsv is missing from the program");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      lines.lines().forEach(table::readLine);
    } catch (IOException failure) {
      throw new UncheckedIOException("han.tsv cannot be read", failure);
    }
    table.confuse();
    return table;
  }

  private void readLine(String line) {
    int tab = line.indexOf('\t');
    if (line.startsWith("#") || tab < 0) {
      return;
    }
    String key = line.substring(0, tab);
    String value = line.substring(tab + 1);
    if (key.equals("=")) {
      for (int i = 0; i + 1 < value.length(); i += 2) {
        simplified[value.charAt(i)] = value.charAt(i + 1);
      }
    } else {
      for (int i = 0; i < value.length(); i++) {
        syllable[value.charAt(i)] = (short) syllables.size();
      }
      syllables.add(key);
      characters.add(value);
    }
  }

  private void confuse() {
    alike = new short[syllables.size()];
    List<String> folded = new ArrayList<>();
    for (int i = 0; i < alike.length; i++) {
      String fold = fold(syllables.get(i));
      int first = folded.indexOf(fold);
      alike[i] = (short) (first < 0 ? i : first);
      folded.add(fold);
    }
  }

  private static String fold(String syllable) {
    String start = syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("^n(?=[aeiou])", "l");
    return start.replaceFirst("^hu(?=.)", "f").replaceFirst("(?<=[aei])ng$", "n");
  }
}
