package org.lianpian.geocode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expands house numbers: {@code 45}, {@code 77-83}, {@code 3、5}; {@code 45-1} is one number. */
final class HouseNumbers {
  private static final Pattern PART = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  /** A longer range is no run of front doors. */
  private static final int MAX_RANGE = 100;

  private HouseNumbers() {}

  /** Returns every number the text names, in ascending order per part; empty for no number. */
  static List<String> expand(String houseNumber) {
    Set<String> numbers = new LinkedHashSet<>();
    for (String part : AddressParser.houseNumber(houseNumber).split("、")) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.lookingAt()) {
        continue;
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      if (last < first || last - first > MAX_RANGE) {
        numbers.add(first + "-" + last);
        numbers.add(Integer.toString(first));
      } else {
        for (int number = first; number <= last; number++) {
          numbers.add(Integer.toString(number));
        }
      }
    }
    return List.copyOf(numbers);
  }
}
