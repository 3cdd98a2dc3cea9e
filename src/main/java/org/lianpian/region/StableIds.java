package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gives new packages the ids of old ones: pairs with the most common members first, then by ids. A
 * package without an old one is called after its smallest member whose name is free.
 */
final class StableIds {
  private StableIds() {}

  private record Match(WorkPackage old, Set<String> made, int common) {}

  /** Returns the old package whose id and name each set of members takes over, and new ids. */
  static Map<Set<String>, String> of(
      Collection<WorkPackage> before, Collection<Set<String>> after) {
    Map<String, WorkPackage> oldOf = new HashMap<>();
    before.forEach(old -> old.members().forEach(id -> oldOf.put(id, old)));
    List<Match> matches = new ArrayList<>();
    for (Set<String> made : after) {
      Map<WorkPackage, Integer> common = new HashMap<>();
      made.stream()
          .filter(oldOf::containsKey)
          .forEach(id -> common.merge(oldOf.get(id), 1, Integer::sum));
      common.forEach((old, count) -> matches.add(new Match(old, made, count)));
    }
    matches.sort(
        Comparator.<Match>comparingInt(match -> -match.common())
            .thenComparing(match -> match.old().id())
            .thenComparing(match -> match.made().iterator().next()));
    Map<Set<String>, String> ids = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Match match : matches) {
      if (!ids.containsKey(match.made()) && used.add(match.old().id())) {
        ids.put(match.made(), match.old().id());
      }
    }
    for (Set<String> made : after) {
      if (!ids.containsKey(made)) {
        ids.put(made, free(made, used));
      }
    }
    return ids;
  }

  private static String free(Set<String> made, Set<String> used) {
    Stream<String> plain = made.stream().map(id -> "PK-" + id);
    String first = "PK-" + made.iterator().next();
    Stream<String> numbered = IntStream.iterate(2, n -> n + 1).mapToObj(n -> first + "-" + n);
    return Stream.concat(plain, numbered).filter(used::add).findFirst().orElseThrow();
  }
}
