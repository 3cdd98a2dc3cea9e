package org.lianpian.sewer.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Reach;
import org.lianpian.sewer.NetworkEdge;
import org.lianpian.sewer.SewerBreak;
import org.lianpian.sewer.SewerTrees;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The longitudinal section of consecutive pipes.
 *
 * @param title what is shown
 * @param stations one more than sections
 * @param breaks what keeps the water from going on
 */
public record LongitudinalProfile(
    Title title, List<ProfileStation> stations, List<ProfileSection> sections, List<Break> breaks) {

  /** What the section shows, in both languages. */
  public record Title(String zh, String en) {}

  /**
   * A break at a station.
   *
   * @param station its place in {@link #stations}
   */
  public record Break(int station, SewerBreak found) {}

  public LongitudinalProfile {
    stations = List.copyOf(stations);
    sections = List.copyOf(sections);
    breaks = List.copyOf(breaks);
    if (stations.size() != sections.size() + 1) {
      throw new IllegalArgumentException(
          "a profile of " + sections.size() + " pipes needs one more station, not " + stations);
    }
  }

  /**
   * Makes the section of pipes that follow each other.
   *
   * @param pipes at least one, each beginning at the node where the one before ends
   * @param node finds a node by its id
   * @param breaks those at nodes of the section are kept
   */
  public static LongitudinalProfile of(
      Title title,
      List<NetworkEdge> pipes,
      Function<String, @Nullable Manhole> node,
      List<SewerBreak> breaks) {
    List<ProfileStation> stations = new ArrayList<>();
    List<ProfileSection> sections = new ArrayList<>();
    double chainage = 0;
    stations.add(station(pipes.get(0).from(), chainage, node));
    for (NetworkEdge pipe : pipes) {
      ProfileStation before = stations.get(stations.size() - 1);
      if (!before.nodeId().equals(pipe.from())) {
        throw new IllegalArgumentException(
            "pipe " + pipe.id() + " begins at " + pipe.from() + ", not at " + before.nodeId());
      }
      ProfileStation after = station(pipe.to(), chainage, node);
      ProfileSection section = section(pipe, before, after);
      chainage += section.lengthMetres() == null ? 0 : section.lengthMetres();
      sections.add(section);
      stations.add(station(pipe.to(), chainage, node));
    }
    return new LongitudinalProfile(title, stations, sections, placed(breaks, stations));
  }

  private static ProfileStation station(
      String id, double chainage, Function<String, @Nullable Manhole> find) {
    Manhole node = find.apply(id);
    Geometry point = node == null ? null : node.geometry();
    return new ProfileStation(
        id,
        node == null ? ManholeKind.UNKNOWN : node.kind(),
        chainage,
        node == null ? null : node.groundLevelMetres(),
        node == null ? null : node.invertLevelMetres(),
        point == null || point.isEmpty() ? null : point.getCoordinate());
  }

  private static ProfileSection section(
      NetworkEdge pipe, ProfileStation before, ProfileStation after) {
    Reach reach = pipe.reach();
    Double from = pipe.reversed() ? reach.invertToMetres() : reach.invertFromMetres();
    Double to = pipe.reversed() ? reach.invertFromMetres() : reach.invertToMetres();
    boolean fromNodes = from == null || to == null;
    from = from == null ? before.invertMetres() : from;
    to = to == null ? after.invertMetres() : to;
    Double length = length(pipe, before, after);
    Double slope =
        from == null || to == null || length == null || length == 0
            ? null
            : Double.valueOf(1000 * (from - to) / length);
    return new ProfileSection(
        pipe.id(),
        pipe.medium(),
        reach.regime(),
        length,
        from,
        to,
        fromNodes && (from != null || to != null),
        reach.diameterMillimetres(),
        slope,
        pipe.direction());
  }

  private static @Nullable Double length(
      NetworkEdge pipe, ProfileStation before, ProfileStation after) {
    if (pipe.reach().geometry() != null) {
      return pipe.lengthMetres();
    }
    Coordinate start = before.position();
    Coordinate end = after.position();
    return start == null || end == null ? null : Double.valueOf(start.distance(end));
  }

  private static List<Break> placed(List<SewerBreak> breaks, List<ProfileStation> stations) {
    List<Break> placed = new ArrayList<>();
    for (SewerBreak found : breaks) {
      for (int i = 0; i < stations.size(); i++) {
        if (stations.get(i).nodeId().equals(found.nodeId())) {
          placed.add(new Break(i, found));
          break;
        }
      }
    }
    return placed;
  }

  /** Returns the length of all sections whose length is known, in metres. */
  public double lengthMetres() {
    return stations.get(stations.size() - 1).chainageMetres();
  }

  /** Returns the lowest and the highest level known, or empty when none is. */
  public Optional<double[]> levels() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (ProfileStation station : stations) {
      for (Double level : new Double[] {station.groundMetres(), station.invertMetres()}) {
        low = level == null ? low : Math.min(low, level);
        high = level == null ? high : Math.max(high, level);
      }
    }
    for (ProfileSection section : sections) {
      Integer diameter = section.diameterMillimetres();
      double height = diameter == null ? 0 : diameter / 1000.0;
      for (Double level : new Double[] {section.invertFromMetres(), section.invertToMetres()}) {
        low = level == null ? low : Math.min(low, level);
        high = level == null ? high : Math.max(high, level + height);
      }
    }
    return low <= high ? Optional.of(new double[] {low, high}) : Optional.empty();
  }

  /** Returns the section as a tree: levels and lengths in metres, unknown ones null. */
  public Map<String, @Nullable Object> toTree(HeightDatum datum) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("title_zh", title.zh());
    tree.put("title_en", title.en());
    tree.put("height_datum_zh", datum.zh());
    tree.put("height_datum_en", datum.en());
    tree.put("length_m", SewerTrees.rounded(lengthMetres()));
    tree.put("stations", stations.stream().map(LongitudinalProfile::tree).toList());
    tree.put("sections", sections.stream().map(LongitudinalProfile::tree).toList());
    tree.put("breaks", breaks.stream().map(LongitudinalProfile::tree).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(ProfileStation station) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("node", station.nodeId());
    tree.put("kind", station.kind().name());
    tree.put("chainage_m", SewerTrees.rounded(station.chainageMetres()));
    tree.put("ground_m", SewerTrees.rounded(station.groundMetres()));
    tree.put("invert_m", SewerTrees.rounded(station.invertMetres()));
    tree.put("depth_m", SewerTrees.rounded(station.depthMetres()));
    return tree;
  }

  private static Map<String, @Nullable Object> tree(ProfileSection section) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("pipe", section.pipeId());
    tree.put("medium", section.medium().name());
    tree.put("regime", section.regime().name());
    tree.put("length_m", SewerTrees.rounded(section.lengthMetres()));
    tree.put("invert_from_m", SewerTrees.rounded(section.invertFromMetres()));
    tree.put("invert_to_m", SewerTrees.rounded(section.invertToMetres()));
    tree.put("levels_of_nodes", section.fromNodes());
    tree.put("diameter_mm", section.diameterMillimetres());
    tree.put("slope_permille", SewerTrees.rounded(section.slopePermille()));
    tree.put("adverse", section.isAdverse());
    tree.put("direction", section.direction().name());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(Break one) {
    Map<String, @Nullable Object> tree = SewerTrees.found(one.found());
    tree.put("station", one.station());
    return tree;
  }
}
