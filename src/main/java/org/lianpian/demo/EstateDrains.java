package org.lianpian.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.demo.Drains.Pipe;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.ReachState;
import org.lianpian.model.ServiceConnection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Lays the drains of one estate: a well behind each slab, a pipe along each row, a main along the
 * rows' ends to the last own well (接户井), a lateral to the street; and plants its fault there.
 */
final class EstateDrains {
  private static final double SLOPE = 0.003;
  private static final double WELL_DEPTH = 1.5;
  private static final double EXIT_DEPTH = 2.4;
  private static final double LEAST_DEPTH = 0.5;
  private static final double TERRACE_SLOPE = 0.003;

  private final TownPlan plan;
  private final PublicSewers sewers;
  private final Drains drains;
  private final TownData data;
  private final Ids ids;
  private final Dice dice;
  private Coordinate gate = new Coordinate();
  private double gateLevel;

  EstateDrains(
      TownPlan plan, PublicSewers sewers, Drains drains, TownData data, Ids ids, Dice dice) {
    this.plan = plan;
    this.sewers = sewers;
    this.drains = drains;
    this.data = data;
    this.ids = ids;
    this.dice = dice;
  }

  void build(Estate estate) {
    SewerNode street = sewers.nearest(estate.lot.polygon(), false);
    SewerNode gully = sewers.nearest(estate.lot.polygon(), true);
    gate = street.at;
    gateLevel = Math.max(street.ground, gully.ground);
    switch (estate.fault) {
      case NOT_SURVEYED -> risers(estate, BalconyRiser.UNKNOWN);
      case OUTLET_NOT_SURVEYED -> {
        risers(estate, BalconyRiser.UNKNOWN);
        connect(estate, null, Medium.SEWAGE);
      }
      case COMBINED -> combined(estate, street, gully);
      case INTERCEPTED -> intercepted(estate, street, gully);
      default -> {
        separated(estate, street, gully);
        stormWater(estate, gully);
      }
    }
  }

  private void separated(Estate estate, SewerNode street, SewerNode gully) {
    Pipe pipe = Pipe.privatePipe(Medium.SEWAGE, 300, estate.profile.renovatedYear());
    SewerNode exit = exit(estate, estate.fault == PlantedFault.MEDIUM_JUMP ? gully : street, 1);
    connect(estate, exit, Medium.SEWAGE);
    boolean twoWells =
        estate.fault == PlantedFault.LOOP || estate.fault == PlantedFault.SECOND_WELL_UNKNOWN;
    collect(estate, exit, Medium.SEWAGE, twoWells ? 1 : 0);
    switch (estate.fault) {
      case MEDIUM_JUMP -> fault(estate, drains.pipe(exit, gully, pipe), gully.id);
      case DIRECT_TO_RIVER -> river(estate, exit, pipe);
      case NO_PIPE -> fault(estate, exit.id);
      case GAP -> {
        SewerNode between = between(estate, exit, street, 0.4, ManholeKind.MANHOLE);
        drains.pipe(exit, between, pipe);
        estate.gapMetres = Math.round(between.at.distance(street.at) * 100) / 100.0;
        fault(estate, between.id, street.id);
      }
      case CAPPED -> {
        SewerNode stub = between(estate, exit, street, 0.7, ManholeKind.CAPPED_STUB);
        drains.pipe(exit, stub, pipe);
        fault(estate, stub.id);
      }
      case REVERSED -> {
        SewerNode between = between(estate, exit, street, 0.5, ManholeKind.MANHOLE);
        drains.pipe(exit, between, pipe);
        fault(estate, drains.reversed(between, street, pipe));
      }
      case ABANDONED -> {
        SewerNode between = between(estate, exit, street, 0.5, ManholeKind.MANHOLE);
        drains.pipe(exit, between, pipe);
        fault(estate, drains.pipe(between, street, pipe.with(ReachState.ABANDONED)));
      }
      default -> drains.pipe(exit, street, pipe);
    }
    switch (estate.fault) {
      case LOOP -> loop(estate, pipe);
      case SECOND_WELL_UNKNOWN -> fault(estate, connect(estate, null, Medium.SEWAGE));
      case BALCONY_RISER -> riser(estate, BalconyRiser.STORM);
      case RISER_UNKNOWN -> riser(estate, BalconyRiser.UNKNOWN);
      default -> {}
    }
  }

  private void combined(Estate estate, SewerNode street, SewerNode gully) {
    SewerNode target = dice.chance(0.75) ? street : gully;
    SewerNode exit = exit(estate, target, 1, Medium.COMBINED);
    collect(estate, exit, Medium.COMBINED, 0);
    fault(estate, drains.pipe(exit, target, Pipe.privatePipe(Medium.COMBINED, 400, null)));
    connect(estate, exit, Medium.COMBINED);
  }

  /** Dry-weather flow goes on to the sewer; above the crest it spills to the storm manhole. */
  private void intercepted(Estate estate, SewerNode street, SewerNode gully) {
    SewerNode exit = exit(estate, street, 1, Medium.COMBINED);
    collect(estate, exit, Medium.COMBINED, 0);
    SewerNode weir = between(estate, exit, street, 0.5, ManholeKind.INTERCEPTOR);
    Pipe pipe = Pipe.privatePipe(Medium.COMBINED, 400, null);
    drains.pipe(exit, weir, pipe);
    drains.pipe(weir, street, Pipe.privatePipe(Medium.INTERCEPTING, 300, null));
    double crest = Math.max(weir.invert + 0.4, gully.invert + 0.1);
    drains.branch(weir, gully, pipe.with(FlowRegime.OVERFLOW), crest);
    fault(estate, weir.id);
    connect(estate, exit, Medium.COMBINED);
  }

  private void stormWater(Estate estate, SewerNode gully) {
    SewerNode exit = exit(estate, gully, 4, Medium.STORM);
    collect(estate, exit, Medium.STORM, 0);
    drains.pipe(exit, gully, Pipe.privatePipe(Medium.STORM, 400, estate.profile.renovatedYear()));
    connect(estate, exit, Medium.STORM);
  }

  private void river(Estate estate, SewerNode exit, Pipe pipe) {
    Bank bank = estate.lot.block().row().bank();
    double u = estate.lot.middle()[0];
    Coordinate at = plan.valley.point(bank, u, 0.3);
    double ground = plan.valley.groundLevel(u, 0);
    double invert = Math.min(exit.invert - 0.2, plan.valley.waterLevel(u) + 1.2);
    SewerNode outfall = drains.node(at, ManholeKind.OUTFALL, Medium.SEWAGE, ground, invert);
    fault(estate, drains.pipe(exit, outfall, pipe), outfall.id);
  }

  /** The northernmost row drains to its own well, and that to three manholes in a ring. */
  private void loop(Estate estate, Pipe pipe) {
    List<List<EstateLayout.Slab>> rows = rows(estate.layout);
    EstateLayout.Slab first = rows.get(rows.size() - 1).get(0);
    double x = first.x1() + 1.2;
    double y = first.y0() - 2.6;
    SewerNode well = well(estate, x, y + 7, ManholeKind.PRIVATE_WELL, Medium.SEWAGE);
    SewerNode a = well(estate, x, y, ManholeKind.MANHOLE, Medium.SEWAGE);
    SewerNode b = well(estate, x - 5, y - 2, ManholeKind.MANHOLE, Medium.SEWAGE);
    SewerNode c = well(estate, x - 7, y, ManholeKind.MANHOLE, Medium.SEWAGE);
    drains.withoutLevels(well, a, pipe);
    fault(
        estate,
        drains.withoutLevels(a, b, pipe),
        drains.withoutLevels(b, c, pipe),
        drains.withoutLevels(c, a, pipe));
    connect(estate, well, Medium.SEWAGE);
  }

  private SewerNode exit(Estate estate, SewerNode target, double inset) {
    return exit(estate, target, inset, Medium.SEWAGE);
  }

  /** Makes the last own well, inside the lot nearest to the manhole it drains to. */
  private SewerNode exit(Estate estate, SewerNode target, double inset, Medium medium) {
    Geometry inner = estate.lot.polygon().buffer(-inset);
    Geometry from = inner.isEmpty() ? estate.lot.polygon().getCentroid() : inner;
    Coordinate near = DistanceOp.nearestPoints(from, Shapes.point(target.at))[0];
    Coordinate at = Shapes.rounded(near.x, near.y);
    double ground = ground(estate, at);
    double rising = target.invert + 0.005 * at.distance(target.at) + 0.01;
    return drains.node(
        at, ManholeKind.PRIVATE_WELL, medium, ground, Math.max(rising, ground - EXIT_DEPTH));
  }

  private SewerNode between(
      Estate estate, SewerNode upper, SewerNode lower, double share, ManholeKind kind) {
    Coordinate at =
        Shapes.rounded(
            upper.at.x + share * (lower.at.x - upper.at.x),
            upper.at.y + share * (lower.at.y - upper.at.y));
    double invert = upper.invert + share * (lower.invert - upper.invert);
    return drains.node(at, kind, upper.medium, ground(estate, at), invert);
  }

  /** Lays the pipes that bring the slabs' water to the exit; leaves out the last rows if told. */
  private void collect(Estate estate, SewerNode exit, Medium medium, int withoutLastRows) {
    EstateLayout layout = estate.layout;
    List<List<EstateLayout.Slab>> rows = rows(layout);
    rows = rows.subList(0, rows.size() - withoutLastRows);
    Coordinate door = Shapes.local(layout.origin(), layout.angle(), exit.at);
    boolean storm = medium == Medium.STORM;
    boolean west = door.x < 0;
    SewerNode above = exit;
    SewerNode below = exit;
    List<List<EstateLayout.Slab>> north = new ArrayList<>();
    List<List<EstateLayout.Slab>> south = new ArrayList<>();
    for (List<EstateLayout.Slab> row : rows) {
      (lineOf(row, storm) >= door.y ? north : south).add(row);
    }
    for (List<EstateLayout.Slab> row : north) {
      above = row(estate, row, above, medium, west);
    }
    for (int i = south.size() - 1; i >= 0; i--) {
      below = row(estate, south.get(i), below, medium, west);
    }
  }

  private static double lineOf(List<EstateLayout.Slab> row, boolean storm) {
    return storm ? row.get(0).y0() - 1.5 : row.get(0).y1() + 1.5;
  }

  /** Lays one row's pipe; returns the node at the row's end, where the next row joins. */
  private SewerNode row(
      Estate estate, List<EstateLayout.Slab> row, SewerNode from, Medium medium, boolean west) {
    boolean storm = medium == Medium.STORM;
    double y = lineOf(row, storm);
    List<EstateLayout.Slab> order = new ArrayList<>(row);
    order.sort(
        west
            ? Comparator.comparingDouble(EstateLayout.Slab::x0)
            : Comparator.comparingDouble(EstateLayout.Slab::x0).reversed());
    EstateLayout.Slab first = order.get(0);
    double x = west ? first.x0() - 1.5 : first.x1() + 1.5;
    Integer year = estate.profile.renovatedYear();
    Integer laid = medium == Medium.COMBINED ? null : year;
    Pipe main = Pipe.privatePipe(medium, storm ? 400 : 300, laid);
    SewerNode end = upstream(estate, from, x, y, medium, main);
    SewerNode last = end;
    Pipe along = Pipe.privatePipe(medium, storm ? 300 : 200, laid);
    for (EstateLayout.Slab slab : storm ? order.subList(order.size() - 1, order.size()) : order) {
      last = upstream(estate, last, slab.middle(), y, medium, along);
    }
    return end;
  }

  private SewerNode upstream(
      Estate estate, SewerNode below, double x, double y, Medium medium, Pipe pipe) {
    Coordinate at = estate.layout.toWorld(x, y);
    double ground = ground(estate, at);
    double rising = below.invert + SLOPE * at.distance(below.at) + 0.002;
    ManholeKind kind = medium == Medium.STORM ? ManholeKind.INLET : ManholeKind.PRIVATE_WELL;
    double invert = Math.max(rising, ground - WELL_DEPTH);
    double filled = Math.max(ground, invert + LEAST_DEPTH); // the ground is made up over it
    SewerNode node = drains.node(at, kind, medium, filled, invert);
    drains.pipe(node, below, pipe);
    return node;
  }

  private SewerNode well(Estate estate, double x, double y, ManholeKind kind, Medium medium) {
    Coordinate at = estate.layout.toWorld(x, y);
    double ground = ground(estate, at);
    return drains.node(at, kind, medium, ground, ground - WELL_DEPTH);
  }

  /**
   * Ground rises away from the river; within a lot the plan's axes are nearly straight. Estates
   * below their street stand on terraces that fall towards the street.
   */
  private double ground(Estate estate, Coordinate at) {
    double[] middle = estate.lot.middle();
    Bank bank = estate.lot.block().row().bank();
    Coordinate origin = plan.valley.point(bank, middle[0], middle[1]);
    Coordinate away = Shapes.local(origin, estate.layout.angle(), at);
    double natural = plan.valley.groundLevel(middle[0] + away.x, middle[1] + bank.sign * away.y);
    return Math.max(natural, gateLevel - 0.1 + TERRACE_SLOPE * at.distance(gate));
  }

  private String connect(Estate estate, @Nullable SewerNode well, Medium medium) {
    String id = ids.next("SC");
    boolean surveyed = well != null;
    ConnectionEvidence evidence =
        surveyed
            ? dice.oneOf(
                ConnectionEvidence.DYE,
                ConnectionEvidence.SMOKE,
                ConnectionEvidence.CCTV,
                ConnectionEvidence.VISUAL,
                ConnectionEvidence.AS_BUILT)
            : ConnectionEvidence.NONE;
    LocalDate date = surveyed ? LocalDate.of(2024, dice.between(1, 6), dice.between(1, 28)) : null;
    data.connections.add(
        new ServiceConnection(
            id,
            Shapes.point(
                well == null ? estate.lot.polygon().getCentroid().getCoordinate() : well.at),
            ids.provenance(),
            estate.communityId == null ? "" : estate.communityId,
            null,
            well == null ? "" : well.id,
            medium,
            evidence,
            date));
    return id;
  }

  private void riser(Estate estate, BalconyRiser riser) {
    int index = 0;
    while (estate.buildings.get(index).use() != BuildingUse.RESIDENTIAL) {
      index++;
    }
    estate.setRiser(index, riser);
    fault(estate, estate.buildings.get(index).id());
  }

  private static void risers(Estate estate, BalconyRiser riser) {
    for (int i = 0; i < estate.buildings.size(); i++) {
      if (estate.buildings.get(i).use() == BuildingUse.RESIDENTIAL) {
        estate.setRiser(i, riser);
      }
    }
  }

  private static void fault(Estate estate, String... objects) {
    estate.faultObjects.addAll(List.of(objects));
  }

  private static List<List<EstateLayout.Slab>> rows(EstateLayout layout) {
    List<List<EstateLayout.Slab>> rows = new ArrayList<>();
    for (EstateLayout.Slab slab : layout.slabs()) {
      while (rows.size() <= slab.row()) {
        rows.add(new ArrayList<>());
      }
      rows.get(slab.row()).add(slab);
    }
    return rows;
  }
}
