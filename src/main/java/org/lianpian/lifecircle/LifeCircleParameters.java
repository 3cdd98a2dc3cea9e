package org.lianpian.lifecircle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.FacilityClass;
import org.lianpian.policy.PolicyProfile;

/**
 * The numbers of the life circle (FZ-06, PY-22), from a policy profile.
 *
 * @param times walking times, the shortest first
 * @param metresPerMinute walking speed over the network
 * @param services the services that residents should find within the longest time
 */
public record LifeCircleParameters(
    List<Time> times, double metresPerMinute, List<FacilityClass> services) {

  /**
   * One walking time.
   *
   * @param straightMetres how far it reaches where there is no walking network
   */
  public record Time(int minutes, double straightMetres) {
    public Time {
      if (minutes < 1 || !(straightMetres > 0)) {
        throw new IllegalArgumentException(
            "A walking time needs minutes >= 1 and metres > 0, was "
                + minutes
                + " min, "
                + straightMetres
                + " m");
      }
    }
  }

  public LifeCircleParameters {
    times = times.stream().sorted(Comparator.comparingInt(Time::minutes)).toList();
    services = List.copyOf(services);
    if (times.isEmpty()) {
      throw new IllegalArgumentException("At least one walking time is needed");
    }
    if (!(metresPerMinute > 0)) {
      throw new IllegalArgumentException("metresPerMinute must be > 0, was " + metresPerMinute);
    }
  }

  /** Returns the longest walking time. */
  public Time longest() {
    return times.get(times.size() - 1);
  }

  /**
   * Reads the rule as it stands on a day. Where the profile names no services, all classes count.
   *
   * @throws org.lianpian.policy.MissingParameterException when a number is missing
   * @throws IllegalArgumentException when a service is no known class
   */
  public static LifeCircleParameters from(PolicyProfile profile, LocalDate on) {
    List<Time> times = new ArrayList<>();
    for (Map<String, @Nullable Object> row : profile.table("life_circle.radii", on)) {
      times.add(new Time(number(row, "minutes").intValue(), number(row, "metres").doubleValue()));
    }
    double kilometresPerHour = profile.number("life_circle.walking_speed", on);
    return new LifeCircleParameters(times, kilometresPerHour * 1000 / 60, services(profile, on));
  }

  private static Number number(Map<String, @Nullable Object> row, String key) {
    return (Number) Objects.requireNonNull(row.get(key), key);
  }

  private static List<FacilityClass> services(PolicyProfile profile, LocalDate on) {
    List<FacilityClass> services = new ArrayList<>();
    if (profile.find("facilities.classes", on).isPresent()) {
      profile.texts("facilities.classes", on).forEach(text -> services.add(service(text)));
      return services;
    }
    for (FacilityClass each : FacilityClass.values()) {
      if (each != FacilityClass.UNKNOWN) {
        services.add(each);
      }
    }
    return services;
  }

  private static FacilityClass service(String text) {
    for (FacilityClass each : FacilityClass.values()) {
      if (each.zh().equals(text) || each.name().equals(text.toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new IllegalArgumentException("facilities.classes has an unknown service: " + text);
  }
}
