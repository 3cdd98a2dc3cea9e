package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Provenance;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Small networks with everything that real surveys have at least once: loops, pipes from a node to
 * itself, doubled and opposite pipes, ids twice, ends that miss their node by a little or by much,
 * unknown nodes, levels and shapes.
 */
@NullUnmarked
final class RandomNetworks {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double[] MISSES = {0, 0, 0, 0, 0.04, 0.3, 0.5, 1.8, 40};

  private final Random random;
  private final List<Manhole> manholes = new ArrayList<>();
  private final List<Reach> reaches = new ArrayList<>();
  private final boolean wellBehaved;

  private RandomNetworks(long seed) {
    random = new Random(seed);
    wellBehaved = random.nextInt(3) == 0;
  }

  static SewerInput input(long seed) {
    return new RandomNetworks(seed).make();
  }

  private SewerInput make() {
    int nodes = 2 + random.nextInt(12);
    for (int i = 0; i < nodes; i++) {
      manholes.add(manhole("N" + i));
    }
    int pipes = random.nextInt(2 * nodes);
    for (int i = 0; i < pipes; i++) {
      reaches.add(reach("P" + (char) ('a' + i % 26) + i / 26, nodes));
    }
    if (oneIn(6)) {
      manholes.add(manhole("N0"));
    }
    if (oneIn(6) && pipes > 0) {
      reaches.add(reach("Pa0", nodes));
    }
    Networks communities = new Networks();
    for (int i = 0; i < 4; i++) {
      String id = "K" + i;
      communities.community(id, oneIn(3) ? 2 : null);
      for (int j = random.nextInt(4); j > 0; j--) {
        communities.outlet(id, pick(Medium.values()), oneIn(9) ? "" : "N" + random.nextInt(nodes));
      }
      communities.riser(
          id, id + "-1", oneIn(3) ? pick(BalconyRiser.values()) : BalconyRiser.SEWAGE);
    }
    double radius = oneIn(3) ? 0 : 25;
    return new SewerInput(
        communities.communities,
        communities.buildings,
        manholes,
        reaches,
        communities.connections,
        new SewerParameters(0.05, 0.5, radius, 3, 3));
  }

  private Manhole manhole(String id) {
    ManholeKind kind = oneIn(2) ? ManholeKind.MANHOLE : pick(ManholeKind.values());
    Geometry place =
        oneIn(9)
            ? null
            : FACTORY.createPoint(
                new Coordinate(random.nextInt(8) * 10, random.nextInt(4) * 10 + near()));
    Medium medium = oneIn(5) ? pick(Medium.values()) : Medium.UNKNOWN;
    return new Manhole(id, place, Provenance.of("test"), kind, medium, null, level(), false);
  }

  private double near() {
    return oneIn(4) ? pickOf(0.03, 0.4, 1.5, 2.9) : 0;
  }

  private Reach reach(String id, int nodes) {
    int from = random.nextInt(nodes);
    int to = oneIn(12) ? from : random.nextInt(nodes);
    Geometry line = line(manholes.get(from), manholes.get(to));
    Reach plain = Networks.reach(id, name(from), name(to), line, List.of());
    return new Reach(
        id,
        line,
        plain.provenance(),
        plain.fromNodeId(),
        plain.toNodeId(),
        oneIn(2) ? Medium.SEWAGE : pick(Medium.values()),
        oneIn(2) ? null : Integer.valueOf(200 + 100 * random.nextInt(3)),
        level(),
        level(),
        false,
        oneIn(4) ? pick(FlowDirection.values()) : FlowDirection.UNKNOWN,
        oneIn(5) ? pick(FlowRegime.values()) : FlowRegime.GRAVITY,
        pick(ReachLevel.values()),
        oneIn(5) ? pick(ReachState.values()) : ReachState.IN_USE,
        "",
        null);
  }

  /** Names the node, or nothing, or a node that nobody surveyed. */
  private String name(int node) {
    if (!wellBehaved && oneIn(4)) {
      return oneIn(3) ? "X" + random.nextInt(2) : "";
    }
    return "N" + node;
  }

  private Geometry line(Manhole from, Manhole to) {
    if (from.geometry() == null || to.geometry() == null || oneIn(9)) {
      return null;
    }
    Coordinate start = from.geometry().getCoordinate().copy();
    Coordinate end = to.geometry().getCoordinate().copy();
    if (!wellBehaved) {
      start.x += MISSES[random.nextInt(MISSES.length)];
      end.y += MISSES[random.nextInt(MISSES.length)];
    }
    Coordinate[] line = oneIn(10) ? new Coordinate[] {end, start} : new Coordinate[] {start, end};
    return FACTORY.createLineString(line);
  }

  private Double level() {
    return oneIn(3) ? null : Double.valueOf(random.nextInt(20) / 4.0);
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private double pickOf(double... values) {
    return values[random.nextInt(values.length)];
  }
}
