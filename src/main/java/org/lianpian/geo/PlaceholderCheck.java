package org.lianpian.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Tells coordinates that stand for "unknown" from real ones (B-28). */
final class PlaceholderCheck {

  /** From this many different names on one point on, the point is a default (B-28). */
  static final int PILE_UP_NAMES = 3;

  private static final Set<Double> NO_VALUE = Set.of(0.0, -0.0, -1.0, -999.0, -9999.0, -99999.0);

  /**
   * Returns the findings and adds the rows with real numbers to {@code usable}. Piled-up rows stay
   * usable: their point is real, only not theirs.
   */
  List<CoordinateProposal> inspect(List<CoordinateRow> rows, List<CoordinateRow> usable) {
    List<Integer> noValue = new ArrayList<>();
    Map<Coordinate, List<CoordinateRow>> byPoint = new TreeMap<>();
    for (CoordinateRow row : rows) {
      if (!isNumber(row.first()) || !isNumber(row.second())) {
        noValue.add(row.row());
        continue;
      }
      usable.add(row);
      byPoint
          .computeIfAbsent(
              new Coordinate(usable(row.first()), usable(row.second())), key -> new ArrayList<>())
          .add(row);
    }
    List<CoordinateProposal> found = new ArrayList<>();
    if (!noValue.isEmpty()) {
      found.add(
          proposal(
              noValue.size() + "行没有坐标或为占位值(0、-9999等),不作为位置",
              noValue.size()
                  + " rows have no coordinates or placeholders (0, -9999); not positions",
              noValue));
    }
    byPoint.forEach((point, members) -> pileUp(point, members, found));
    return found;
  }

  private static void pileUp(
      Coordinate point, List<CoordinateRow> members, List<CoordinateProposal> found) {
    Set<String> names = new TreeSet<>();
    for (CoordinateRow member : members) {
      if (!member.name().isBlank()) {
        names.add(member.name().trim());
      }
    }
    if (names.size() >= PILE_UP_NAMES) {
      String at = "(" + point.x + ", " + point.y + ")";
      found.add(
          proposal(
              names.size() + "个不同名称共用一点 " + at + ",疑似默认坐标",
              names.size() + " different names share one point " + at + ", probably a default",
              members.stream().map(CoordinateRow::row).toList()));
    }
  }

  private static CoordinateProposal proposal(String zh, String en, List<Integer> rows) {
    return new CoordinateProposal(
        CoordinateProposal.PLACEHOLDER, zh, en, rows, false, false, null, null);
  }

  /** Returns a number that {@link #inspect} has let pass. */
  static double usable(@Nullable Double number) {
    if (number == null) {
      throw new IllegalStateException("a row without numbers is not usable");
    }
    return number;
  }

  private static boolean isNumber(@Nullable Double number) {
    return number != null && Double.isFinite(number) && !NO_VALUE.contains(number);
  }
}
