package org.lianpian.geocode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * Places a house number between the known ones of its side of a road, along the road's line.
 *
 * <p>Even and odd numbers are told apart, as they stand on opposite sides (GB/T 23705). Only
 * between two known doors of the same side that belong to one line is a number placed; beyond the
 * last door it is not. Metres; cost linear in the doors.
 */
public final class DoorInterpolation {
  /** A door farther from the line than this stands on another road. */
  private static final double DOOR_TO_ROAD_METRES = 80;

  /** Over a longer stretch the numbers say too little. */
  private static final double LONGEST_STRETCH_METRES = 600;

  /** Standard deviation of what lies anywhere in a stretch, as a share of its length. */
  private static final double UNIFORM = 0.29;

  /** A door with its number. */
  public record Door(int number, Point point) {}

  /**
   * A number's place.
   *
   * @param sigmaMetres 0.29 of the stretch between its neighbours
   */
  record Placed(Point point, Door below, Door above, double sigmaMetres) {}

  private DoorInterpolation() {}

  /**
   * Returns where a number stands, or empty when it does not lie between known doors.
   *
   * @param lines the road's lines, in any order and direction
   */
  static Optional<Placed> place(int number, List<Door> doors, Collection<Geometry> lines) {
    LineMerger merger = new LineMerger();
    lines.forEach(merger::add);
    List<LineString> merged = new ArrayList<>();
    for (Object line : merger.getMergedLineStrings()) {
      merged.add((LineString) line);
    }
    return merged.stream()
        .map(line -> onLine(number, doors, line))
        .flatMap(Optional::stream)
        .min(Comparator.comparingDouble(Placed::sigmaMetres));
  }

  private static Optional<Placed> onLine(int number, List<Door> doors, LineString line) {
    Door below = null;
    Door above = null;
    for (Door door : doors) {
      boolean sameSide = (door.number() - number) % 2 == 0;
      if (!sameSide || !line.isWithinDistance(door.point(), DOOR_TO_ROAD_METRES)) {
        continue;
      }
      if (door.number() < number && (below == null || door.number() > below.number())) {
        below = door;
      }
      if (door.number() > number && (above == null || door.number() < above.number())) {
        above = door;
      }
    }
    return between(number, below, above, line);
  }

  private static Optional<Placed> between(
      int number, @Nullable Door below, @Nullable Door above, LineString line) {
    if (below == null || above == null) {
      return Optional.empty();
    }
    LengthIndexedLine along = new LengthIndexedLine(line);
    double from = along.project(below.point().getCoordinate());
    double to = along.project(above.point().getCoordinate());
    double stretch = Math.abs(to - from);
    if (stretch > LONGEST_STRETCH_METRES || stretch == 0) {
      return Optional.empty();
    }
    double share = (double) (number - below.number()) / (above.number() - below.number());
    double offset =
        (1 - share) * offset(along, from, below.point()) + share * offset(along, to, above.point());
    Coordinate at = along.extractPoint(from + share * (to - from), offset);
    return Optional.of(
        new Placed(line.getFactory().createPoint(at), below, above, UNIFORM * stretch));
  }

  /** Returns how far a door stands from the line, to its left positive. */
  private static double offset(LengthIndexedLine along, double index, Point door) {
    double step = 0.5;
    double start = Math.max(along.getStartIndex(), index - step);
    double end = Math.min(along.getEndIndex(), index + step);
    Coordinate foot = along.extractPoint(index);
    int side =
        Orientation.index(along.extractPoint(start), along.extractPoint(end), door.getCoordinate());
    return side * foot.distance(door.getCoordinate());
  }
}
