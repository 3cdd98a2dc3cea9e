package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a planner has decided before packages are proposed (锁定条件).
 *
 * @param together communities that go into one package; sets with a common member are one
 * @param apart pairs that never share a package
 * @param frozen packages that stay exactly as they are, whatever the bounds say
 * @param anchors communities of which each has a package of its own around it (锚点); also large
 *     ones, which otherwise are carried out alone
 */
public record PackagingLocks(
    List<Set<String>> together, List<Pair> apart, List<Set<String>> frozen, Set<String> anchors) {

  public static final PackagingLocks NONE =
      new PackagingLocks(List.of(), List.of(), List.of(), Set.of());

  /** Two communities, the smaller id first. */
  public record Pair(String a, String b) {

    /**
     * @throws IllegalArgumentException when it is one community twice
     */
    public Pair {
      if (a.equals(b)) {
        throw new IllegalArgumentException(
            "分开的两个小区须不同 / Two communities to keep apart must differ, was twice " + a);
      }
      if (a.compareTo(b) > 0) {
        String first = b;
        b = a;
        a = first;
      }
    }
  }

  public PackagingLocks {
    together = merged(together);
    apart = apart.stream().distinct().sorted(PackagingLocks::compare).toList();
    frozen = sorted(frozen);
    anchors = Collections.unmodifiableSet(new TreeSet<>(anchors));
  }

  private static int compare(Pair a, Pair b) {
    int first = a.a().compareTo(b.a());
    return first != 0 ? first : a.b().compareTo(b.b());
  }

  private static List<Set<String>> sorted(Collection<Set<String>> sets) {
    List<Set<String>> sorted = new ArrayList<>();
    for (Set<String> set : sets) {
      if (set.isEmpty()) {
        throw new IllegalArgumentException("锁定的小区为空 / A lock without communities");
      }
      sorted.add(Collections.unmodifiableSet(new TreeSet<>(set)));
    }
    sorted.sort((a, b) -> String.join("\n", a).compareTo(String.join("\n", b)));
    return List.copyOf(sorted);
  }

  /** Joins sets that have a common member. */
  private static List<Set<String>> merged(Collection<Set<String>> sets) {
    List<Set<String>> merged = new ArrayList<>();
    for (Set<String> set : sorted(sets)) {
      Set<String> union = new TreeSet<>(set);
      for (int i = merged.size() - 1; i >= 0; i--) {
        if (merged.get(i).stream().anyMatch(union::contains)) {
          union.addAll(merged.remove(i));
        }
      }
      merged.add(union);
    }
    return sorted(merged);
  }

  public boolean isEmpty() {
    return together.isEmpty() && apart.isEmpty() && frozen.isEmpty() && anchors.isEmpty();
  }

  /** Returns the communities that are named, sorted. */
  public Set<String> members() {
    Set<String> members = new TreeSet<>(anchors);
    together.forEach(members::addAll);
    frozen.forEach(members::addAll);
    apart.forEach(pair -> members.addAll(List.of(pair.a(), pair.b())));
    return members;
  }

  /** Returns the communities of the earlier locks that are no longer there. */
  Set<String> lackingOf(PackagingLocks earlier) {
    Set<String> members = new TreeSet<>();
    lacking(together, earlier.together).forEach(members::addAll);
    lacking(frozen, earlier.frozen).forEach(members::addAll);
    lacking(apart, earlier.apart).forEach(pair -> members.addAll(List.of(pair.a(), pair.b())));
    members.addAll(lacking(anchors, earlier.anchors));
    return members;
  }

  private static <T> Set<T> lacking(Collection<T> now, Collection<T> earlier) {
    Set<T> lacking = new HashSet<>(earlier);
    lacking.removeAll(now);
    return lacking;
  }
}
