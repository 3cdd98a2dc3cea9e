package org.lianpian.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.demo.Drains.Pipe;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Lays the public sewers along the streets: sewage to an interceptor on each bank and on to the
 * plant, storm water to outfalls at the end of each street up the slope.
 *
 * <pre>
 *   street    street          sewage flows east along a road to the next street, down the
 *   ──┼──►──────┼──►──        street to the interceptor, east along the river, under it in
 *     ▼         ▼             an inverted siphon, and to the plant at the town's eastern end
 *   ══╪═════════╪══►══╗  interceptor
 *   ~~~~~~~~~~~~~~~~~~╫~~ river
 *   ══════════════════╩══►  plant
 * </pre>
 *
 * <p>Levels are found from the outlet upwards: a pipe rises by its slope, or more where the ground
 * allows its usual depth.
 */
final class PublicSewers {
  private static final double SPACING = 42;
  private static final double ROAD_SLOPE = 0.003;
  private static final double STORM_SLOPE = 0.002;
  private static final double TRUNK_SLOPE = 0.001;
  private static final double ROAD_DEPTH = 2.9;
  private static final double STREET_DEPTH = 4.1;

  private final TownPlan plan;
  private final Drains drains;
  private final STRtree sewage = new STRtree();
  private final STRtree storm = new STRtree();
  private @Nullable SewerNode reversedAt;
  private @Nullable SewerNode southCrossing;

  PublicSewers(TownPlan plan, Drains drains) {
    this.plan = plan;
    this.drains = drains;
  }

  /** A place in the plan where a node is to stand. */
  private record Spot(double u, double offset) {}

  void build(double plantU) {
    for (Bank bank : List.of(Bank.SOUTH, Bank.NORTH)) {
      sewageOn(bank, plantU);
      stormOn(bank);
    }
    sewage.build();
    storm.build();
  }

  /** Returns the node of a medium nearest to a lot; the network must not be empty. */
  SewerNode nearest(Geometry lot, boolean stormWater) {
    STRtree tree = stormWater ? storm : sewage;
    for (double reach = 40; ; reach *= 2) {
      var box = lot.getEnvelopeInternal().copy();
      box.expandBy(reach);
      @SuppressWarnings("unchecked") // only nodes are inserted
      List<SewerNode> near = tree.query(box);
      SewerNode best = null;
      double shortest = reach;
      for (SewerNode node : near) {
        double distance = distance(lot, node);
        boolean tie = best != null && distance == shortest && node.id.compareTo(best.id) < 0;
        if (distance < shortest || tie) {
          best = node;
          shortest = distance;
        }
      }
      if (best != null) {
        return best;
      }
      if (reach > 100_000) {
        throw new IllegalStateException("No public sewer anywhere near a lot");
      }
    }
  }

  /** Returns the id of the reversed public pipe below a node, or null when its way is clear. */
  @Nullable String reversedBelow(SewerNode node) {
    for (SewerNode at = node; at != null; at = at.next) {
      if (at == reversedAt) {
        return at.pipeId;
      }
    }
    return null;
  }

  private static double distance(Geometry lot, SewerNode node) {
    return lot.distance(Shapes.point(node.at));
  }

  private void sewageOn(Bank bank, double plantU) {
    List<LongRoad> roads = plan.roads(bank);
    LongRoad quay = roads.get(0);
    TreeMap<Double, SewerNode> trunk = new TreeMap<>();
    TownPlan.Through last = plan.lastThrough();
    Pipe pipe = Pipe.publicPipe(Medium.SEWAGE, 800);
    if (bank == Bank.SOUTH) {
      double ground = plan.valley.groundLevel(plantU, 50);
      SewerNode plant =
          drains.node(
              plan.valley.point(bank, plantU, 50),
              ManholeKind.WWTP,
              Medium.SEWAGE,
              ground,
              ground - 7.2);
      SewerNode entry =
          chain(bank, plant, List.of(spot(quay, plantU, -2)), TRUNK_SLOPE, 5.6, pipe, null);
      trunk.put(plantU, entry);
      along(quay, plantU, plan.start + 25, trunk, -2, TRUNK_SLOPE, 5.0, pipe);
      southCrossing = crossing(quay, trunk, last);
    } else {
      double u = last.on(bank).uAt(quay.offset()) - 2;
      SewerNode crossing = siphon(last, spot(quay, u, -2));
      trunk.put(u, crossing);
      sewage.insert(Shapes.point(crossing.at).getEnvelopeInternal(), crossing);
      along(quay, u, plan.start + 25, trunk, -2, TRUNK_SLOPE, 4.6, pipe);
      along(quay, u, plan.end - 25, trunk, -2, TRUNK_SLOPE, 4.6, pipe);
    }
    localStreets(quay, trunk, Medium.SEWAGE);
    for (TownPlan.Through through : plan.throughs) {
      SewerNode foot = crossing(quay, trunk, through);
      street(bank, through, foot, roads, -2, Medium.SEWAGE);
    }
  }

  /** Carries the northern interceptor under the river; returns its last node on the north. */
  private SewerNode siphon(TownPlan.Through last, Spot quay) {
    SewerNode south = southCrossing;
    if (south == null) {
      throw new IllegalStateException("The southern interceptor comes first");
    }
    Pipe pipe = Pipe.publicPipe(Medium.SEWAGE, 800);
    double u = last.north().uAt(0) - 2;
    SewerNode exit =
        chain(
            Bank.SOUTH,
            south,
            List.of(new Spot(last.south().uAt(40) - 2, 40), new Spot(u, 5)),
            0.002,
            9,
            pipe,
            null);
    Coordinate head = plan.valley.point(Bank.NORTH, u, 5);
    double ground = plan.valley.groundLevel(u, 5);
    double invert = exit.invert + 0.002 * exit.at.distance(head);
    SewerNode entry = drains.node(head, ManholeKind.MANHOLE, Medium.SEWAGE, ground, invert);
    drains.pipe(entry, exit, pipe.with(FlowRegime.SIPHON));
    return chain(Bank.NORTH, entry, List.of(quay), 0.002, 4.8, pipe, null);
  }

  private void stormOn(Bank bank) {
    List<LongRoad> roads = plan.roads(bank);
    for (TownPlan.Through through : plan.throughs) {
      Cut cut = through.on(bank);
      double u = cut.uAt(0) + 2;
      double ground = plan.valley.groundLevel(u, 0);
      SewerNode outfall =
          drains.node(
              plan.valley.point(bank, u, 0.2),
              ManholeKind.OUTFALL,
              Medium.STORM,
              ground,
              ground - 4.0);
      LongRoad quay = roads.get(0);
      double uQuay = cut.uAt(quay.offset()) + 2;
      List<Spot> approach = steps(new Spot(u, 0.2), new Spot(uQuay, quay.offsetAt(uQuay) + 2.5));
      SewerNode foot = chain(bank, outfall, approach, STORM_SLOPE, 3.6, stormPipe(800), storm);
      road(quay, through, foot, 2.5, Medium.STORM, 2.6);
      street(bank, through, foot, roads, 2, Medium.STORM);
    }
  }

  /** Lays a pipe up a street, and the pipes in the roads it crosses. */
  private void street(
      Bank bank,
      TownPlan.Through through,
      SewerNode foot,
      List<LongRoad> roads,
      double shift,
      Medium medium) {
    Cut cut = through.on(bank);
    double shiftUp = medium == Medium.SEWAGE ? -2 : 2.5;
    SewerNode below = foot;
    LongRoad quay = roads.get(0);
    double u = cut.uAt(quay.offset()) + shift;
    Spot from = new Spot(u, quay.offsetAt(u) + shiftUp);
    for (LongRoad road : roads.subList(1, roads.size())) {
      if (!road.sewered()) {
        continue;
      }
      double uRoad = cut.uAt(road.offset()) + shift;
      Spot to = new Spot(uRoad, road.offsetAt(uRoad) + shiftUp);
      boolean sewageHere = medium == Medium.SEWAGE;
      below =
          chain(
              bank,
              below,
              steps(from, to),
              ROAD_SLOPE,
              sewageHere ? STREET_DEPTH : 3.3,
              sewageHere ? Pipe.publicPipe(medium, 500) : stormPipe(800),
              sewageHere ? sewage : storm);
      road(road, through, below, shiftUp, medium, sewageHere ? ROAD_DEPTH : 2.5);
      from = to;
    }
  }

  /** Lays the pipe in a road towards the street at its eastern end, and the last one westwards. */
  private void road(
      LongRoad road,
      TownPlan.Through through,
      SewerNode at,
      double shift,
      Medium medium,
      double depth) {
    int index = plan.throughs.indexOf(through);
    double u = through.on(road.bank()).uAt(road.offset()) + (medium == Medium.SEWAGE ? -2 : 2);
    double west =
        index == 0
            ? plan.start + 22
            : plan.throughs.get(index - 1).on(road.bank()).uAt(road.offset()) + 16;
    boolean last = index == plan.throughs.size() - 1;
    boolean sewageHere = medium == Medium.SEWAGE;
    Pipe pipe = sewageHere ? Pipe.publicPipe(medium, 400) : stormPipe(600);
    double slope = sewageHere ? ROAD_SLOPE : STORM_SLOPE;
    TreeMap<Double, SewerNode> nodes = new TreeMap<>();
    nodes.put(u, at);
    along(road, u, west, nodes, shift, slope, depth, pipe);
    boolean plant = sewageHere && road == highest(Bank.NORTH) && index == planted();
    if (plant) {
      SewerNode upper = lastBefore(at, nodes.firstEntry().getValue());
      drains.reverse(upper, pipe);
      reversedAt = upper;
    }
    if (last) {
      along(road, u, plan.end - 22, nodes, shift, slope, depth, pipe);
    }
    localStreets(road, nodes, medium);
  }

  private static SewerNode lastBefore(SewerNode junction, SewerNode upstream) {
    SewerNode node = upstream;
    while (node.next != null && node.next != junction) {
      node = node.next;
    }
    return node;
  }

  /** Returns the street at the end of the longest way along the highest road. */
  private int planted() {
    int longest = 1;
    for (int i = 2; i < plan.throughs.size(); i++) {
      if (gapBefore(i) > gapBefore(longest)) {
        longest = i;
      }
    }
    return longest;
  }

  private double gapBefore(int through) {
    return plan.throughs.get(through).u() - plan.throughs.get(through - 1).u();
  }

  private LongRoad highest(Bank bank) {
    List<LongRoad> roads = plan.roads(bank).stream().filter(LongRoad::sewered).toList();
    return roads.get(roads.size() - 1);
  }

  /** Lays pipes up the short streets of the row above a road, where a node was left for them. */
  private void localStreets(LongRoad road, TreeMap<Double, SewerNode> nodes, Medium medium) {
    boolean sewageHere = medium == Medium.SEWAGE;
    for (Cut cut : localsAbove(road)) {
      double shift = sewageHere ? -1.5 : 1.5;
      double u = cut.uAt(road.offset()) + shift;
      SewerNode at = nodes.get(u);
      BlockRow row = rowAbove(road);
      if (at == null || row == null) {
        continue;
      }
      double low = road.offsetAt(u) + (sewageHere ? -2 : 2.5);
      double top = row.highAt(u) - 6;
      chain(
          road.bank(),
          at,
          steps(new Spot(u, low), new Spot(cut.uAt(top) + shift, top)),
          ROAD_SLOPE,
          sewageHere ? 2.7 : 2.3,
          sewageHere ? Pipe.publicPipe(medium, 300) : stormPipe(400),
          sewageHere ? sewage : storm);
    }
  }

  /** Lays a pipe along a road from an existing node at {@code from} to its upstream end. */
  private void along(
      LongRoad road,
      double from,
      double to,
      TreeMap<Double, SewerNode> nodes,
      double shift,
      double slope,
      double depth,
      Pipe pipe) {
    boolean sewageHere = pipe.medium() == Medium.SEWAGE;
    List<Double> stops = new ArrayList<>();
    double side = sewageHere ? -1 : 1;
    localsAbove(road).forEach(cut -> stops.add(cut.uAt(road.offset()) + 1.5 * side));
    for (TownPlan.Through through : plan.throughs) {
      stops.add(through.on(road.bank()).uAt(road.offset()) + 2 * side);
    }
    stops.removeIf(u -> u <= Math.min(from, to) + 1 || u >= Math.max(from, to) - 1);
    stops.add(to);
    stops.sort(from < to ? Comparator.naturalOrder() : Comparator.reverseOrder());
    SewerNode below = nodes.get(from);
    double at = from;
    for (double stop : stops) {
      if (below == null) {
        throw new IllegalStateException("No node at " + from + " to lay a pipe from");
      }
      List<Spot> spots = steps(spot(road, at, shift), spot(road, stop, shift));
      List<Spot> onRoad = spots.stream().map(s -> spot(road, s.u(), shift)).toList();
      below = chain(road.bank(), below, onRoad, slope, depth, pipe, sewageHere ? sewage : storm);
      nodes.put(stop, below);
      at = stop;
    }
  }

  /** Lays nodes and pipes upstream from a node; returns the highest node. */
  private SewerNode chain(
      Bank bank,
      SewerNode from,
      List<Spot> spots,
      double slope,
      double depth,
      Pipe pipe,
      @Nullable STRtree index) {
    SewerNode below = from;
    for (Spot spot : spots) {
      Coordinate at = plan.valley.point(bank, spot.u(), spot.offset());
      double ground = plan.valley.groundLevel(spot.u(), spot.offset());
      double rising = below.invert + slope * below.at.distance(at) + 0.002;
      double invert = Math.max(rising, ground - depth);
      SewerNode node = drains.node(at, ManholeKind.MANHOLE, pipe.medium(), ground, invert);
      drains.pipe(node, below, pipe);
      if (index != null) {
        index.insert(Shapes.point(at).getEnvelopeInternal(), node);
      }
      below = node;
    }
    return below;
  }

  private static List<Spot> steps(Spot from, Spot to) {
    double length = Math.hypot(to.u() - from.u(), to.offset() - from.offset());
    int parts = Math.max(1, (int) Math.ceil(length / SPACING));
    List<Spot> spots = new ArrayList<>();
    for (int i = 1; i <= parts; i++) {
      double share = (double) i / parts;
      spots.add(
          new Spot(
              from.u() + share * (to.u() - from.u()),
              from.offset() + share * (to.offset() - from.offset())));
    }
    return spots;
  }

  private static Spot spot(LongRoad road, double u, double shift) {
    return new Spot(u, road.offsetAt(u) + shift);
  }

  private SewerNode crossing(
      LongRoad quay, TreeMap<Double, SewerNode> trunk, TownPlan.Through through) {
    SewerNode node = trunk.get(through.on(quay.bank()).uAt(quay.offset()) - 2);
    if (node == null) {
      throw new IllegalStateException("The interceptor passes " + through.u() + " without a node");
    }
    return node;
  }

  private List<Cut> localsAbove(LongRoad road) {
    BlockRow row = rowAbove(road);
    return row == null
        ? List.of()
        : row.cuts().stream().filter(cut -> cut.kind() == Cut.Kind.LOCAL).toList();
  }

  private @Nullable BlockRow rowAbove(LongRoad road) {
    return plan.rows.stream().filter(row -> row.low() == road).findFirst().orElse(null);
  }

  private static Pipe stormPipe(int diameter) {
    return Pipe.publicPipe(Medium.STORM, diameter);
  }
}
