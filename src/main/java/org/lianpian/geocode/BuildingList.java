package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianpian.geocode.text.AddressNormaliser;

/**
 * The buildings that a text such as {@code 10、23-25、34、35-38幢} names (B-11).
 *
 * @param numbers each building once, in the order of the text, without leading zeros: 10, 23, 24,
 *     25, 34, 35, 36, 37, 38; a number like A3 is kept as it is
 * @param original the text as written
 */
public record BuildingList(List<String> numbers, String original) {

  private static final String ID = "[A-Z]{0,2}\\d{1,4}[A-Z]?|[A-Z]";
  private static final String MARK = "幢|栋|座|号楼|#楼|#|楼";
  private static final String RANGE = "-|至|到";
  private static final String SEPARATOR = "[、,，;/及和与]";
  private static final String ITEM =
      "(?:第)?(?:" + ID + ")(?:" + MARK + ")?(?:(?:" + RANGE + ")(?:" + ID + ")(?:" + MARK + ")?)?";

  /** A list as a piece of an address: its last item has a mark. */
  static final Pattern IN_ADDRESS =
      Pattern.compile(
          "(?<![\\dA-Z])" + ITEM + "(?:" + SEPARATOR + ITEM + ")*(?<=幢|栋|座|楼|#)(?!市|梯|道|村)");

  private static final Pattern WHOLE =
      Pattern.compile(ITEM + "(?:" + SEPARATOR + ITEM + ")*" + SEPARATOR + "?(?:等)?");
  private static final Pattern ONE_ITEM =
      Pattern.compile(
          "第?("
              + ID
              + ")(?:"
              + MARK
              + ")?(?:(?:"
              + RANGE
              + ")("
              + ID
              + ")(?:"
              + MARK
              + ")?)?(?="
              + SEPARATOR
              + "|等?$)");

  /** A longer range is a house number or a slip, not a list of buildings. */
  private static final int MAX_RANGE = 300;

  public BuildingList {
    numbers = List.copyOf(numbers);
  }

  /**
   * Parses a text that is nothing but a list of buildings; empty when it is not, or when a range
   * runs backwards, mixes letters or spans more than 300 buildings.
   */
  public static Optional<BuildingList> parse(String text) {
    String normalised = AddressNormaliser.text(text).replace(" ", "").replace('.', '、');
    if (!WHOLE.matcher(normalised).matches()) {
      return Optional.empty();
    }
    Set<String> numbers = new LinkedHashSet<>();
    Matcher items = ONE_ITEM.matcher(normalised);
    while (items.find()) {
      String from = items.group(1);
      String to = items.group(2);
      List<String> range = to == null ? List.of(plain(from)) : range(from, to);
      if (range.isEmpty()) {
        return Optional.empty();
      }
      numbers.addAll(range);
    }
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(new BuildingList(new ArrayList<>(numbers), text));
  }

  private static List<String> range(String from, String to) {
    String prefix = letters(from);
    String lastPrefix = letters(to);
    String first = from.substring(prefix.length());
    String last = to.substring(lastPrefix.length());
    if (!(lastPrefix.isEmpty() || lastPrefix.equals(prefix))
        || !isNumber(first)
        || !isNumber(last)) {
      return List.of();
    }
    int start = Integer.parseInt(first);
    int end = Integer.parseInt(last);
    List<String> all = new ArrayList<>();
    for (int number = start; number <= end && end - start <= MAX_RANGE; number++) {
      all.add(prefix + number);
    }
    return all;
  }

  private static String letters(String id) {
    int length = 0;
    while (length < id.length() && !Character.isDigit(id.charAt(length))) {
      length++;
    }
    return id.substring(0, length);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }

  private static String plain(String id) {
    return isNumber(id) ? Integer.toString(Integer.parseInt(id)) : id;
  }
}
