package org.lianpian.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what a misspelt name may have meant. */
public final class Spelling {
  private Spelling() {}

  private record Guess(String name, int edits) {}

  /**
   * Returns the known names most like the given one, the nearest first, equally near ones in their
   * natural order; {@code O(known · length²)}.
   *
   * @param maxEdits a name that needs more edits is not alike
   * @param limit at most this many
   */
  public static List<String> nearest(
      String name, Collection<String> known, int maxEdits, int limit) {
    List<Guess> guesses = new ArrayList<>();
    for (String candidate : known) {
      if (Math.abs(candidate.length() - name.length()) <= maxEdits) {
        int edits = edits(name, candidate);
        if (edits <= maxEdits) {
          guesses.add(new Guess(candidate, edits));
        }
      }
    }
    return guesses.stream()
        .sorted(Comparator.comparingInt(Guess::edits).thenComparing(Guess::name))
        .limit(limit)
        .map(Guess::name)
        .toList();
  }

  /** Counts the letters to insert, delete or replace (Levenshtein 1966). */
  private static int edits(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[right.length()];
  }
}
