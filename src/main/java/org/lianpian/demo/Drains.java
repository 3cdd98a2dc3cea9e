package org.lianpian.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;
import org.locationtech.jts.geom.Coordinate;

/** Writes nodes and pipes of one town. */
final class Drains {
  private final TownData data;
  private final Ids ids;
  private final Dice dice;

  /** At most one node in each square metre. */
  private final Map<List<Long>, Coordinate> byCell = new HashMap<>();

  /** What a pipe is apart from its ends. */
  record Pipe(
      Medium medium,
      int diameter,
      ReachLevel level,
      FlowRegime regime,
      ReachState state,
      String material,
      @Nullable Integer separationYear) {

    static Pipe publicPipe(Medium medium, int diameter) {
      String material = medium == Medium.SEWAGE && diameter <= 500 ? "HDPE" : "混凝土";
      return new Pipe(
          medium,
          diameter,
          ReachLevel.MUNICIPAL,
          FlowRegime.GRAVITY,
          ReachState.IN_USE,
          material,
          null);
    }

    static Pipe privatePipe(Medium medium, int diameter, @Nullable Integer separationYear) {
      String material =
          separationYear != null ? "HDPE" : medium == Medium.COMBINED ? "混凝土" : "PVC-U";
      return new Pipe(
          medium,
          diameter,
          ReachLevel.PRIVATE,
          FlowRegime.GRAVITY,
          ReachState.IN_USE,
          material,
          separationYear);
    }

    Pipe with(FlowRegime newRegime) {
      return new Pipe(medium, diameter, level, newRegime, state, material, separationYear);
    }

    Pipe with(ReachState newState) {
      return new Pipe(medium, diameter, level, regime, newState, material, separationYear);
    }
  }

  Drains(TownData data, Ids ids, Dice dice) {
    this.data = data;
    this.ids = ids;
    this.dice = dice;
  }

  /** Adds a node, moved eastwards a little where another one stands within a metre. */
  SewerNode node(Coordinate wanted, ManholeKind kind, Medium medium, double ground, double invert) {
    Coordinate at = free(wanted);
    SewerNode node = new SewerNode(ids.next("N"), at, kind, medium, ground, invert);
    data.manholes.add(
        new Manhole(
            node.id,
            Shapes.point(at),
            ids.provenance(),
            kind,
            medium,
            node.ground,
            dice.chance(0.03) ? null : (Double) node.invert,
            dice.chance(0.05)));
    return node;
  }

  private Coordinate free(Coordinate wanted) {
    Coordinate at = Shapes.rounded(wanted.x, wanted.y);
    long column = (long) Math.floor(at.x);
    long row = (long) Math.floor(at.y);
    for (long i = column - 1; i <= column + 1; i++) {
      for (long k = row - 1; k <= row + 1; k++) {
        Coordinate other = byCell.get(List.of(i, k));
        if (other != null && other.distance(at) < 1) {
          return free(new Coordinate(other.x + 1.2, at.y));
        }
      }
    }
    byCell.put(List.of(column, row), at);
    return at;
  }

  /** Adds a pipe that runs as stored, from the upper to the lower node. */
  String pipe(SewerNode upper, SewerNode lower, Pipe pipe) {
    String id = ids.next("P");
    upper.next = lower;
    upper.pipeId = id;
    boolean known = !dice.chance(0.015);
    add(id, upper, lower, pipe, known, known && dice.chance(0.15));
    return id;
  }

  /** Adds a side branch that does not change where the upper node's water normally goes. */
  String branch(SewerNode upper, SewerNode lower, Pipe pipe, double crest) {
    String id = ids.next("P");
    data.reaches.add(reach(id, upper, lower, pipe, crest, lower.invert, FlowDirection.FORWARD));
    return id;
  }

  /** Adds a pipe whose ends and surveyed direction are stored the wrong way round. */
  String reversed(SewerNode upper, SewerNode lower, Pipe pipe) {
    String id = ids.next("P");
    add(id, lower, upper, pipe, true, false);
    return id;
  }

  /** Adds a pipe of which only the direction of flow is known. */
  String withoutLevels(SewerNode from, SewerNode to, Pipe pipe) {
    String id = ids.next("P");
    add(id, from, to, pipe, false, false);
    return id;
  }

  /** Turns a pipe that is already there round; returns its id. */
  String reverse(SewerNode upper, Pipe pipe) {
    SewerNode lower = upper.next;
    String id = upper.pipeId;
    if (lower == null || id == null) {
      throw new IllegalArgumentException("node " + upper.id + " has no pipe to reverse");
    }
    int stored = data.reaches.size() - 1;
    while (!data.reaches.get(stored).id().equals(id)) {
      stored--; // it was laid not long ago
    }
    data.reaches.remove(stored);
    add(id, lower, upper, pipe, true, false);
    return id;
  }

  private void add(
      String id,
      SewerNode from,
      SewerNode to,
      Pipe pipe,
      boolean levelsKnown,
      boolean directionUnknown) {
    data.reaches.add(
        reach(
            id,
            from,
            to,
            pipe,
            levelsKnown ? from.invert : null,
            levelsKnown ? to.invert : null,
            directionUnknown ? FlowDirection.UNKNOWN : FlowDirection.FORWARD));
  }

  private Reach reach(
      String id,
      SewerNode from,
      SewerNode to,
      Pipe pipe,
      @Nullable Double invertFrom,
      @Nullable Double invertTo,
      FlowDirection direction) {
    return new Reach(
        id,
        Shapes.line(from.at, to.at),
        ids.provenance(),
        from.id,
        to.id,
        pipe.medium(),
        dice.chance(0.02) ? null : (Integer) pipe.diameter(),
        invertFrom == null ? null : (Double) (Math.round(invertFrom * 1000) / 1000.0),
        invertTo,
        false,
        direction,
        pipe.regime(),
        pipe.level(),
        pipe.state(),
        pipe.material(),
        pipe.separationYear());
  }
}
