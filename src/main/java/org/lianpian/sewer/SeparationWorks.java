package org.lianpian.sewer;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachState;
import org.locationtech.jts.geom.Geometry;

/**
 * Measures newly laid pipes for separation (新改造雨污分流, SM-04, US-E10), in metres along their lines in
 * the dataset's metric CRS. Planned pipes do not count.
 */
public final class SeparationWorks {

  /**
   * What was laid in one year.
   *
   * @param metres of the pipes that have a line
   * @param withoutLine how many have none: their length is not known and not in the sum
   */
  public record Year(int year, double metres, int pipes, int withoutLine) {

    /** Returns metres to the millimetre, and kilometres as they are reported. */
    public Map<String, @Nullable Object> toTree() {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("year", year);
      tree.put("length_m", SewerTrees.rounded(metres));
      tree.put("length_km", Math.round(metres / 10) / 100.0);
      tree.put("pipes", pipes);
      tree.put("pipes_without_line", withoutLine);
      return tree;
    }
  }

  private SeparationWorks() {}

  /** Returns the length of the pipes laid in a year; a pipe without a line adds nothing. */
  public static double lengthMetres(Collection<Reach> reaches, int year) {
    return sum(year, laidIn(reaches, year)).metres();
  }

  /** Returns the pipes laid in a year, by id. */
  public static List<Reach> laidIn(Collection<Reach> reaches, int year) {
    return reaches.stream()
        .filter(reach -> isLaid(reach) && Integer.valueOf(year).equals(reach.separationYear()))
        .sorted(Comparator.comparing(Reach::id))
        .toList();
  }

  /** Returns the years in which something was laid, in their order. */
  public static List<Year> byYear(Collection<Reach> reaches) {
    Map<Integer, List<Reach>> years = new TreeMap<>();
    for (Reach reach : reaches) {
      Integer laid = reach.separationYear();
      if (laid != null && isLaid(reach)) {
        years.computeIfAbsent(laid, year -> laidIn(reaches, year));
      }
    }
    return years.entrySet().stream().map(entry -> sum(entry.getKey(), entry.getValue())).toList();
  }

  private static boolean isLaid(Reach reach) {
    return reach.separationYear() != null && reach.state() != ReachState.PLANNED;
  }

  private static Year sum(int year, List<Reach> laid) {
    double metres = 0;
    int withoutLine = 0;
    for (Reach reach : laid) {
      Geometry line = reach.geometry();
      metres += line == null ? 0 : line.getLength();
      withoutLine += line == null ? 1 : 0;
    }
    return new Year(year, metres, laid.size(), withoutLine);
  }

  /** Returns a pipe as a row of a list. */
  public static Map<String, @Nullable Object> toTree(Reach reach) {
    Geometry line = reach.geometry();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", reach.id());
    tree.put("medium", reach.medium().name());
    tree.put("state", reach.state().name());
    tree.put("diameter_mm", reach.diameterMillimetres());
    tree.put("length_m", line == null ? null : SewerTrees.rounded(line.getLength()));
    return tree;
  }
}
