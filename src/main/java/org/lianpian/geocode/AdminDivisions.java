package org.lianpian.geocode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lianpian.geocode.text.AddressNormaliser;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;

/**
 * Administrative units by name and code, with their successors (B-15).
 *
 * <p>Names are compared after {@link AddressNormaliser}; short names (列东 for 列东街道) are known too.
 * Answers are sorted by level, then id. Immutable and thread-safe; look-ups take constant time.
 */
public final class AdminDivisions {
  private static final List<String> SUFFIXES =
      List.of(
          "街道办事处", "社区居委会", "自治区", "特别行政区", "村委会", "居委会", "街道", "社区", "省", "市", "区", "县", "镇", "乡",
          "村");

  private static final Comparator<AdminUnit> ORDER =
      Comparator.comparing(AdminUnit::level).thenComparing(AdminUnit::id);

  private final Map<String, AdminUnit> byKey = new HashMap<>();
  private final Map<String, List<AdminUnit>> byName = new HashMap<>();
  private final Map<String, List<AdminUnit>> byShortName = new HashMap<>();
  private int longestName;

  private AdminDivisions() {}

  public static AdminDivisions of(Collection<AdminUnit> units) {
    AdminDivisions divisions = new AdminDivisions();
    units.stream().sorted(ORDER).forEach(divisions::add);
    return divisions;
  }

  private void add(AdminUnit unit) {
    byKey.put(unit.id(), unit);
    if (!unit.code().isEmpty()) {
      byKey.putIfAbsent(unit.code(), unit);
    }
    String name = AddressNormaliser.text(unit.name());
    if (name.isEmpty()) {
      return;
    }
    byName.computeIfAbsent(name, key -> new ArrayList<>()).add(unit);
    String shortName = shortName(name);
    if (!shortName.equals(name)) {
      byShortName.computeIfAbsent(shortName, key -> new ArrayList<>()).add(unit);
    }
    longestName = Math.max(longestName, name.length());
  }

  /** Returns a name without its level: 列东街道 → 列东; names that would keep one character stay. */
  public static String shortName(String name) {
    for (String suffix : SUFFIXES) {
      if (name.endsWith(suffix) && name.length() >= suffix.length() + 2) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }

  /** Returns the units of a full name, a short name or a code, of any date. */
  public List<AdminUnit> find(String nameOrCode) {
    String text = AddressNormaliser.text(nameOrCode);
    AdminUnit coded = byKey.get(text);
    if (coded != null) {
      return List.of(coded);
    }
    Set<AdminUnit> found = new LinkedHashSet<>(byName.getOrDefault(text, List.of()));
    if (found.isEmpty()) {
      found.addAll(byShortName.getOrDefault(text, List.of()));
    }
    return List.copyOf(found);
  }

  /**
   * Returns what a name or code stands for: the units that bore it on that day, or else at any
   * time, each with its present successors. Empty when nothing ever bore it.
   */
  public List<AdminResolution> resolve(String nameOrCode, LocalDate on) {
    List<AdminUnit> found = find(nameOrCode);
    List<AdminUnit> valid = found.stream().filter(unit -> isValid(unit, on)).toList();
    List<AdminUnit> chosen = valid.isEmpty() ? found : valid;
    return chosen.stream()
        // in the year of a change old and new 三元区 are both valid: the new one speaks for both
        .filter(
            unit -> isCurrent(unit) || chosen.stream().noneMatch(other -> replaces(other, unit)))
        .map(
            unit ->
                new AdminResolution(
                    nameOrCode,
                    unit,
                    current(unit),
                    unit.validTo() != null && on.isAfter(unit.validTo())))
        .toList();
  }

  private static boolean isCurrent(AdminUnit unit) {
    return unit.validTo() == null;
  }

  private boolean replaces(AdminUnit unit, AdminUnit old) {
    return isCurrent(unit) && unit.name().equals(old.name()) && current(old).equals(List.of(unit));
  }

  private static boolean isValid(AdminUnit unit, LocalDate on) {
    return (unit.validFrom() == null || !on.isBefore(unit.validFrom()))
        && (unit.validTo() == null || !on.isAfter(unit.validTo()));
  }

  /** Returns the units that exist today in place of one; itself when it was not replaced. */
  public List<AdminUnit> current(AdminUnit unit) {
    Set<AdminUnit> ends = new LinkedHashSet<>();
    follow(unit, ends, new LinkedHashSet<>());
    return ends.stream().sorted(ORDER).toList();
  }

  private void follow(AdminUnit unit, Set<AdminUnit> ends, Set<String> seen) {
    if (!seen.add(unit.id())) {
      return;
    }
    List<AdminUnit> next =
        unit.successors().stream().map(byKey::get).filter(Objects::nonNull).toList();
    if (next.isEmpty()) {
      ends.add(unit);
    }
    next.forEach(successor -> follow(successor, ends, seen));
  }

  /** Returns the unit above, or empty when it is not known here. */
  public Optional<AdminUnit> parent(AdminUnit unit) {
    return unit.parentCode().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byKey.get(unit.parentCode()));
  }

  /** Returns the unit itself and those above it, lowest first. */
  public List<AdminUnit> lineage(AdminUnit unit) {
    List<AdminUnit> line = new ArrayList<>();
    Optional<AdminUnit> next = Optional.of(unit);
    while (next.isPresent() && !line.contains(next.get())) {
      line.add(next.get());
      next = parent(next.get());
    }
    return line;
  }

  /** Returns the unit's names from the top: 福建省三明市三元区列东街道. */
  public String path(AdminUnit unit) {
    StringBuilder path = new StringBuilder();
    for (AdminUnit part : lineage(unit)) {
      path.insert(0, part.name());
    }
    return path.toString();
  }

  /**
   * Returns the end of the longest full name that starts at an index of a normalised text, or -1.
   *
   * @param levels only names of these levels count
   */
  int endOfName(String text, int index, Set<AdminLevel> levels) {
    return end(byName, text, index, levels);
  }

  /** Returns the end of the longest short name that starts at an index, or -1. */
  int endOfShortName(String text, int index, Set<AdminLevel> levels) {
    return end(byShortName, text, index, levels);
  }

  private int end(
      Map<String, List<AdminUnit>> names, String text, int index, Set<AdminLevel> levels) {
    for (int end = Math.min(text.length(), index + longestName); end >= index + 2; end--) {
      List<AdminUnit> units = names.get(text.substring(index, end));
      if (units != null && units.stream().anyMatch(unit -> levels.contains(unit.level()))) {
        return end;
      }
    }
    return -1;
  }
}
