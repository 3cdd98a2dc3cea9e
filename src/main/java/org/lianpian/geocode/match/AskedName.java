package org.lianpian.geocode.match;

import java.util.Arrays;
import java.util.List;
import org.lianpian.geocode.text.AddressNormaliser;

/**
 * A query, ready to be compared.
 *
 * @param core its normalised name
 * @param address its normalised address
 * @param roads the roads that its address, or else its name, says
 * @param pairs hashes of the address's pairs of characters, sorted
 * @param districts a bit for each of the first 64 districts that it names
 * @param forms the ways in which its name can be read, the whole name first
 */
record AskedName(
    String core,
    String address,
    List<RoadHint> roads,
    int[] pairs,
    long districts,
    List<NameUnits> forms) {
  private static final int START_OF_ADDRESS = 16;

  static AskedName of(NameQuery query, List<String> districts) {
    String name = AddressNormaliser.text(query.name());
    String address = AddressNormaliser.text(query.address());
    List<RoadHint> roads = roads(name, address);
    long named = named(AddressNormaliser.text(query.district()), districts, Integer.MAX_VALUE);
    if (named == 0) {
      named = named(address, districts, START_OF_ADDRESS);
    }
    return new AskedName(name, address, roads, pairs(address), named, forms(name));
  }

  static List<RoadHint> roads(String name, String address) {
    List<RoadHint> roads = RoadHint.find(address);
    return roads.isEmpty() ? RoadHint.find(name) : roads;
  }

  /** Returns the readings of a name: whole, without what is in brackets, what is in them. */
  static List<NameUnits> forms(String name) {
    NameUnits whole = NameUnits.of(name);
    int open = name.indexOf('(');
    int close = name.indexOf(')', open);
    if (open < 0 || close < 0) {
      return List.of(whole);
    }
    NameUnits without = NameUnits.of(name.substring(0, open) + name.substring(close + 1));
    NameUnits inside = NameUnits.of(name.substring(open + 1, close) + name.substring(close + 1));
    if (without.length() < 2) {
      return List.of(whole);
    }
    return inside.length() < 3 ? List.of(whole, without) : List.of(whole, without, inside);
  }

  static int[] pairs(String text) {
    int[] pairs = new int[Math.max(0, text.length() - 1)];
    int count = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      char one = text.charAt(i);
      char two = text.charAt(i + 1);
      if (Character.isLetterOrDigit(one) && Character.isLetterOrDigit(two)) {
        pairs[count++] = one << 16 | two;
      }
    }
    int[] sorted = Arrays.copyOf(pairs, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private static long named(String text, List<String> districts, int within) {
    long named = 0;
    for (int i = 0; i < Math.min(64, districts.size()); i++) {
      int at = text.indexOf(districts.get(i));
      named |= at >= 0 && at < within ? 1L << i : 0;
    }
    return named;
  }
}
