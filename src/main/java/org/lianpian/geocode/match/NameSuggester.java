package org.lianpian.geocode.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geocode.text.AddressNormaliser;
import org.lianpian.geocode.text.Han;

/**
 * Finds names while they are typed: by their beginning, a part of them, the first letters of their
 * sounds ({@code djxc}) or the sounds themselves ({@code dujuan}).
 *
 * <p>Reads all names for every query, a few milliseconds for 100,000; what they are compared by is
 * prepared once. Immutable and thread-safe.
 */
public final class NameSuggester {

  /** How a name answers to what was typed, the best first. */
  public enum Fit {
    SAME,
    BEGINNING,
    SOUND_BEGINNING,
    PART,
    SOUND_PART,
    ADDRESS
  }

  /**
   * Something with names.
   *
   * @param names its name, then its other names
   * @param address where it stands, or empty
   */
  public record Item(List<String> names, String address) {
    public Item {
      names = List.copyOf(names);
    }
  }

  /**
   * A thing that was found.
   *
   * @param item its number in the list that was given
   * @param name which of its names fits, or -1 when its address does
   */
  public record Suggestion(int item, int name, Fit fit) {}

  /** A name ready to be compared. */
  private record Ready(int item, int name, String text, String initials, String sounds) {}

  private final List<Ready> names = new ArrayList<>();
  private final List<String> addresses = new ArrayList<>();

  public NameSuggester(List<Item> items) {
    for (int item = 0; item < items.size(); item++) {
      List<String> own = items.get(item).names();
      for (int name = 0; name < own.size(); name++) {
        String text = normalise(own.get(name));
        names.add(new Ready(item, name, text, initials(text), sounds(text)));
      }
      addresses.add(normalise(items.get(item).address()));
    }
  }

  /**
   * Returns what fits, each item once by its best name: best fit first, then shortest, in order.
   */
  public List<Suggestion> suggest(String typed, int limit) {
    String query = normalise(typed);
    if (query.isEmpty()) {
      return List.of();
    }
    boolean isLatin = query.chars().allMatch(c -> c < 0x80);
    Map<Integer, Found> found = new LinkedHashMap<>();
    for (Ready name : names) {
      Fit fit = fit(query, isLatin, name);
      if (fit != null) {
        keep(found, new Found(new Suggestion(name.item(), name.name(), fit), name.text().length()));
      }
    }
    for (int item = 0; item < addresses.size(); item++) {
      if (!found.containsKey(item) && addresses.get(item).contains(query)) {
        int length = addresses.get(item).length();
        keep(found, new Found(new Suggestion(item, -1, Fit.ADDRESS), length));
      }
    }
    return found.values().stream()
        .sorted(Found.BEST_FIRST)
        .limit(limit)
        .map(Found::suggestion)
        .toList();
  }

  private record Found(Suggestion suggestion, int length) {
    static final Comparator<Found> BEST_FIRST =
        Comparator.comparing((Found one) -> one.suggestion().fit())
            .thenComparingInt(Found::length)
            .thenComparingInt(one -> one.suggestion().item());
  }

  private static void keep(Map<Integer, Found> found, Found one) {
    found.merge(
        one.suggestion().item(),
        one,
        (before, now) -> Found.BEST_FIRST.compare(now, before) < 0 ? now : before);
  }

  private static @Nullable Fit fit(String query, boolean isLatin, Ready name) {
    int at = name.text().indexOf(query);
    if (at == 0) {
      return query.length() == name.text().length() ? Fit.SAME : Fit.BEGINNING;
    }
    if (isLatin && (name.initials().startsWith(query) || name.sounds().startsWith(query))) {
      return Fit.SOUND_BEGINNING;
    }
    if (at > 0) {
      return Fit.PART;
    }
    boolean soundPart =
        isLatin
            && query.length() > 1
            && (name.initials().contains(query) || name.sounds().contains(query));
    return soundPart ? Fit.SOUND_PART : null;
  }

  private static String normalise(String text) {
    return AddressNormaliser.text(text).replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static String initials(String text) {
    StringBuilder initials = new StringBuilder();
    for (char character : text.toCharArray()) {
      String latin = Han.latin(character);
      initials.append(latin.isEmpty() ? character : latin.charAt(0));
    }
    return initials.toString();
  }

  private static String sounds(String text) {
    StringBuilder sounds = new StringBuilder();
    for (char character : text.toCharArray()) {
      String latin = Han.latin(character);
      sounds.append(latin.isEmpty() ? String.valueOf(character) : latin);
    }
    return sounds.toString();
  }
}
