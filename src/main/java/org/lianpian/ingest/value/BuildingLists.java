package org.lianpian.ingest.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expands lists of building numbers: {@code 17幢-21幢} is five buildings, {@code 10、23-25、34、35-38幢}
 * is eight, {@code A3} stays as it is. Static, thread-safe.
 */
public final class BuildingLists {
  private static final Pattern SEPARATOR = Pattern.compile("[、,;和及 ]+");
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,4})(?:幢|栋|号楼|#|号)?[-~至到—](\\d{1,4})");
  private static final int LONGEST_RANGE = 500;

  private BuildingLists() {}

  /**
   * Returns the numbers in the order written, without repeats; an unreadable range stays as text.
   */
  public static List<String> expand(String text) {
    List<String> numbers = new ArrayList<>();
    for (String part : SEPARATOR.split(Texts.normalise(text))) {
      String bare = part.replaceAll("(幢|栋|号楼|#|号)$", "");
      Matcher range = RANGE.matcher(bare);
      if (range.matches()) {
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        if (first <= last && last - first < LONGEST_RANGE) {
          for (int number = first; number <= last; number++) {
            add(numbers, Integer.toString(number));
          }
          continue;
        }
      }
      add(numbers, bare);
    }
    return numbers;
  }

  /** Tells whether a text lists buildings rather than counting them. */
  static boolean isList(String text) {
    String plain = Texts.key(text);
    return plain.matches("[a-z]?\\d+(幢|栋|号楼|#|号)?([、,;~至到-][a-z]?\\d+(幢|栋|号楼|#|号)?)+");
  }

  private static void add(List<String> numbers, String number) {
    if (!number.isEmpty() && !numbers.contains(number)) {
      numbers.add(number);
    }
  }
}
