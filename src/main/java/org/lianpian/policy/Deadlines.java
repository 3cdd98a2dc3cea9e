package org.lianpian.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time limits of the documents: publicity (公示), filing (备案), monthly reports (报送). */
public final class Deadlines {
  private Deadlines() {}

  /**
   * A time limit.
   *
   * @param lastDay the last day of the period, or null when it cannot be decided
   * @param reason in Chinese, why there is no last day; empty when there is one
   */
  public record Limit(@Nullable LocalDate lastDay, String reason, List<Citation> citations) {

    public Limit {
      citations = List.copyOf(citations);
    }

    /** Returns by how many days a day is late; 0 up to the last day; null when undecided. */
    public @Nullable Long daysLate(LocalDate day) {
      return lastDay == null ? null : Math.max(0, ChronoUnit.DAYS.between(lastDay, day));
    }
  }

  /**
   * Returns the last day on which a notice posted on {@code posted} must hang: the working days of
   * {@code publicity.min_working_days}. Without a number in the document the day of posting does.
   */
  public static Limit publicity(
      PolicyProfile profile, LocalDate on, WorkCalendar calendar, LocalDate posted) {
    Optional<ParameterValue> days = profile.find("publicity.min_working_days", on);
    if (days.isEmpty()) {
      return new Limit(posted, "", List.of());
    }
    boolean countStartDay = profile.flag("publicity.count_start_day", on);
    return calendar
        .endOf(posted, profile.integer("publicity.min_working_days", on), countStartDay)
        .map(day -> new Limit(day, "", List.of(days.get().citation())))
        .orElseGet(() -> new Limit(null, "日历缺失", List.of(days.get().citation())));
  }

  /** Returns the last day to file an acceptance (竣工验收备案), calendar days after it. */
  public static Limit filing(
      PolicyProfile profile, LocalDate on, WorkCalendar calendar, LocalDate accepted) {
    Optional<ParameterValue> days = profile.find("acceptance.filing_days", on);
    if (days.isEmpty()) {
      return new Limit(null, "文件没有备案期限", List.of());
    }
    List<Citation> citations = List.of(days.get().citation());
    LocalDate due = accepted.plusDays(profile.integer("acceptance.filing_days", on));
    if (!profile.flag("acceptance.roll_to_working_day", on)) {
      return new Limit(due, "", citations);
    }
    return calendar
        .rolled(due)
        .map(day -> new Limit(day, "", citations))
        .orElseGet(() -> new Limit(null, "日历缺失", citations));
  }

  /**
   * Returns the last day of a monthly report for the month, inclusive; a day the month lacks is its
   * last.
   *
   * @param kind as in {@code reporting.cycles}, for example 监督检查专报
   */
  public static Limit report(PolicyProfile profile, LocalDate on, String kind, YearMonth month) {
    Optional<ParameterValue> cycles = profile.find("reporting.cycles", on);
    if (cycles.isPresent()) {
      for (Map<String, @Nullable Object> row : profile.table("reporting.cycles", on)) {
        if (kind.equals(row.get("kind")) && row.get("due_day") instanceof Integer day) {
          LocalDate due = month.atDay(Math.min(day, month.lengthOfMonth()));
          return new Limit(due, "", List.of(cycles.get().citation()));
        }
      }
    }
    return new Limit(null, "文件没有“" + kind + "”的报送期限", List.of());
  }
}
