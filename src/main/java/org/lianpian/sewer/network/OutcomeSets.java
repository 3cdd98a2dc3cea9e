package org.lianpian.sewer.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of endings, each kept once under a number; number 0 is the empty set.
 *
 * <p>A set holds for every way to end the sets of marks with which water can get there: 64 bits,
 * one per set of {@link RouteMark}. A city has few different sets, so that union and extension by a
 * pipe are mostly look-ups. Not thread-safe.
 */
final class OutcomeSets {
  /** How a branch ends, but for what the water passed. */
  enum End {
    PLANT,
    OUTFALL,
    STORM_NODE,
    CAPPED_STORM_NODE,
    SURVEY_EDGE,
    CAPPED,
    DEAD
  }

  private static final int WIDTH = End.values().length;

  /** For each mark the places whose set of marks has it. */
  private static final long[] WITH = placesWithMark();

  private final List<Bits> sets = new ArrayList<>();
  private final Map<Bits, Integer> numbers = new HashMap<>();
  private final Map<Long, Integer> unions = new HashMap<>();

  /** Extensions by number and marks, one more than the number found; 0 when not yet known. */
  private int[] extensions = new int[1 << 12];

  OutcomeSets() {
    number(new Bits(new long[WIDTH]));
  }

  private record Bits(long[] words) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bits && Arrays.equals(words, ((Bits) other).words);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(words);
    }
  }

  private static long[] placesWithMark() {
    long[] with = new long[RouteMark.values().length];
    for (int mark = 0; mark < with.length; mark++) {
      for (int set = 0; set < 64; set++) {
        with[mark] |= (set & 1 << mark) != 0 ? 1L << set : 0;
      }
    }
    return with;
  }

  /** Returns the places whose set of marks has one mark. */
  static long placesWith(RouteMark mark) {
    return WITH[mark.ordinal()];
  }

  private int number(Bits bits) {
    Integer known = numbers.get(bits);
    if (known != null) {
      return known;
    }
    sets.add(bits);
    numbers.put(bits, sets.size() - 1);
    return sets.size() - 1;
  }

  int size() {
    return sets.size();
  }

  int of(End end) {
    long[] words = new long[WIDTH];
    words[end.ordinal()] = 1;
    return number(new Bits(words));
  }

  /** Returns the places of marks with which water comes to an end. */
  long marks(int set, End end) {
    return sets.get(set).words()[end.ordinal()];
  }

  int union(int one, int other) {
    if (one == other || other == 0) {
      return one;
    }
    if (one == 0) {
      return other;
    }
    long key = (long) Math.min(one, other) << 32 | Math.max(one, other);
    Integer known = unions.get(key);
    if (known == null) {
      long[] words = sets.get(one).words().clone();
      long[] more = sets.get(other).words();
      for (int i = 0; i < WIDTH; i++) {
        words[i] |= more[i];
      }
      known = number(new Bits(words));
      unions.put(key, known);
    }
    return known;
  }

  /** Returns the set as seen from above a pipe that adds marks. */
  int extend(int set, int marks) {
    if (set == 0 || marks == 0) {
      return set;
    }
    int slot = set << 6 | marks;
    if (slot >= extensions.length) {
      extensions = Arrays.copyOf(extensions, Math.max(slot + 1, extensions.length * 2));
    }
    if (extensions[slot] == 0) {
      long[] words = sets.get(set).words().clone();
      for (int i = 0; i < WIDTH; i++) {
        words[i] = extend(words[i], marks);
      }
      extensions[slot] = number(new Bits(words)) + 1;
    }
    return extensions[slot] - 1;
  }

  /** Moves each place to that of its marks together with more marks. */
  private static long extend(long places, int marks) {
    long moved = places;
    for (int mark = 0; mark < WITH.length; mark++) {
      if ((marks & 1 << mark) != 0) {
        moved = (moved & WITH[mark]) | (moved & ~WITH[mark]) << (1 << mark);
      }
    }
    return moved;
  }
}
