package org.lianpian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The working days (工作日) of the years that were entered: weekdays less holidays, plus the weekend
 * days that are worked in exchange (调休).
 *
 * <p>A year that was not entered is unknown (日历缺失), never guessed. Immutable and thread-safe.
 */
public final class WorkCalendar {
  /** Knows no year. */
  public static final WorkCalendar EMPTY = new WorkCalendar(Map.of());

  private final Map<Integer, Year> years;

  private record Year(Set<LocalDate> holidays, Set<LocalDate> workdays) {}

  private WorkCalendar(Map<Integer, Year> years) {
    this.years = years;
  }

  /** Adds the years of a file, in the place of those it had. */
  WorkCalendar with(String file, JsonNode tree) {
    Map<Integer, Year> all = new TreeMap<>(years);
    List<PolicyIssue> issues = new ArrayList<>();
    tree.path("years")
        .properties()
        .forEach(
            entry -> {
              int year = Integer.parseInt(entry.getKey());
              all.put(
                  year,
                  new Year(
                      days(file, year, entry.getValue().path("holidays"), issues),
                      days(file, year, entry.getValue().path("workdays"), issues)));
            });
    all.forEach(
        (year, days) ->
            days.workdays().stream()
                .filter(day -> !isWeekend(day) || days.holidays().contains(day))
                .forEach(
                    day ->
                        issues.add(
                            issue(
                                file,
                                year,
                                day + " 不是可以调休上班的周六、周日",
                                "is no weekend day to work"))));
    if (!issues.isEmpty()) {
      throw new PolicyFormatException(issues);
    }
    return new WorkCalendar(all);
  }

  private static Set<LocalDate> days(
      String file, int year, JsonNode list, List<PolicyIssue> issues) {
    Set<LocalDate> days = new TreeSet<>();
    for (JsonNode node : list) {
      try {
        LocalDate day = LocalDate.parse(node.asText());
        if (day.getYear() != year || !days.add(day)) {
          issues.add(
              issue(file, year, day + " 不在本年或重复", day + " is not of this year, or repeated"));
        }
      } catch (DateTimeException e) {
        issues.add(issue(file, year, node.asText() + " 不是日期", node.asText() + " is no date"));
      }
    }
    return days;
  }

  private static PolicyIssue issue(String file, int year, String zh, String en) {
    return new PolicyIssue("policy.bad-calendar", file, "/years/" + year, zh, en);
  }

  /** Returns the years known. */
  public Set<Integer> years() {
    return Set.copyOf(years.keySet());
  }

  /** Tells whether people work that day; empty when the year is not known. */
  public Optional<Boolean> isWorkday(LocalDate day) {
    Year year = years.get(day.getYear());
    if (year == null) {
      return Optional.empty();
    }
    return Optional.of(
        year.workdays().contains(day) || (!isWeekend(day) && !year.holidays().contains(day)));
  }

  /**
   * Returns the last day of a period of working days: the {@code count}-th working day after {@code
   * start}, or from it on when {@code countStartDay}. Empty when a year on the way is not known.
   *
   * @param count at least 1
   */
  public Optional<LocalDate> endOf(LocalDate start, int count, boolean countStartDay) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be >= 1, was " + count);
    }
    LocalDate day = countStartDay ? start.minusDays(1) : start;
    int left = count;
    while (left > 0) {
      day = day.plusDays(1);
      Optional<Boolean> works = isWorkday(day);
      if (works.isEmpty()) {
        return Optional.empty();
      }
      left -= works.get() ? 1 : 0;
    }
    return Optional.of(day);
  }

  /** Returns the day itself or the next working day; empty when a year on the way is not known. */
  public Optional<LocalDate> rolled(LocalDate day) {
    return endOf(day, 1, true);
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
