package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/** Makes centre lines of roads in pieces from street to street, bridges, and the railway. */
final class RoadBuilder {
  private static final double SPACING = 20;

  private final TownPlan plan;
  private final TownData data;
  private final Ids ids;

  RoadBuilder(TownPlan plan, TownData data, Ids ids) {
    this.plan = plan;
    this.data = data;
    this.ids = ids;
  }

  void build() {
    plan.northRoads.forEach(this::along);
    plan.southRoads.forEach(this::along);
    for (TownPlan.Through through : plan.throughs) {
      upSlope(through.north(), Bank.NORTH, 0, plan.northRoads.get(5).offset());
      upSlope(through.south(), Bank.SOUTH, 0, plan.southRoads.get(4).offset());
      if (through.bridge()) {
        bridge(through);
      }
    }
    for (BlockRow row : plan.rows) {
      for (Cut cut : row.cuts()) {
        if (cut.kind() == Cut.Kind.LOCAL) {
          local(row, cut);
        }
      }
    }
    railway();
  }

  private void along(LongRoad road) {
    List<Double> ends = new ArrayList<>(List.of(plan.start));
    plan.throughs.forEach(through -> ends.add(through.on(road.bank()).uAt(road.offset())));
    ends.add(plan.end);
    boolean expressway = road.roadClass() == RoadClass.EXPRESSWAY;
    for (int i = 1; i < ends.size(); i++) {
      double from = ends.get(i - 1);
      double to = ends.get(i);
      double stream = plan.stream.uAt(road.offset());
      boolean crosses = road.bank() == Bank.NORTH && stream > from && stream < to;
      boolean viaduct = expressway && i % 3 == 2;
      if (crosses) {
        add(road, from, stream - 9, false, viaduct);
        add(road, stream - 9, stream + 9, true, viaduct);
        add(road, stream + 9, to, false, viaduct);
      } else {
        add(road, from, to, false, viaduct);
      }
    }
  }

  private void add(LongRoad road, double from, double to, boolean bridge, boolean crossable) {
    List<Coordinate> points = new ArrayList<>();
    int parts = Math.max(1, (int) Math.ceil((to - from) / SPACING));
    for (int i = 0; i <= parts; i++) {
      double u = from + (to - from) * i / parts;
      points.add(plan.valley.point(road.bank(), u, road.offsetAt(u)));
    }
    add(points, road.name(), road.roadClass(), road.widthMetres(), bridge, crossable);
  }

  private void upSlope(Cut cut, Bank bank, double from, double to) {
    List<LongRoad> roads = plan.roads(bank);
    double low = from;
    for (LongRoad road : roads) {
      double high = Math.min(to, road.offsetAt(cut.uAt(road.offset())));
      boolean underpass = bank == Bank.SOUTH && road.offset() > TownPlan.RAIL_OFFSET;
      piece(cut, bank, low, high, underpass);
      low = high;
    }
  }

  private void local(BlockRow row, Cut cut) {
    double low =
        row.low() == null ? row.lowOffset() - 3 : row.low().offsetAt(cut.uAt(row.low().offset()));
    double high =
        row.high() == null
            ? row.highOffset() + 3
            : row.high().offsetAt(cut.uAt(row.high().offset()));
    piece(cut, row.bank(), low, high, false);
  }

  private void piece(Cut cut, Bank bank, double low, double high, boolean crossable) {
    RoadClass roadClass = cut.roadClass();
    if (roadClass == null) {
      return;
    }
    List<Coordinate> points = new ArrayList<>();
    int parts = Math.max(1, (int) Math.ceil((high - low) / SPACING));
    for (int i = 0; i <= parts; i++) {
      double offset = low + (high - low) * i / parts;
      points.add(plan.valley.point(bank, cut.uAt(offset), offset));
    }
    add(points, cut.name(), roadClass, width(cut), false, crossable);
  }

  private void bridge(TownPlan.Through through) {
    Cut cut = through.north();
    RoadClass roadClass = cut.roadClass();
    if (roadClass != null) {
      Coordinate north = plan.valley.point(Bank.NORTH, cut.uAt(0), 0);
      Coordinate south = plan.valley.point(Bank.SOUTH, cut.uAt(0), 0);
      add(List.of(north, south), cut.name(), roadClass, width(cut), true, false);
    }
  }

  private static double width(Cut cut) {
    return cut.kind() == Cut.Kind.LOCAL ? 2 * (cut.halfWidth() - 2) : 2 * (cut.halfWidth() - 2.5);
  }

  private void add(
      List<Coordinate> points,
      String name,
      RoadClass roadClass,
      double width,
      boolean bridge,
      boolean crossable) {
    data.roads.add(
        new Road(
            ids.next("R"),
            Shapes.line(points),
            ids.provenance(),
            name,
            roadClass,
            width,
            bridge,
            crossable));
  }

  /** The railway follows the foot of the southern hills, on a viaduct in its middle third. */
  private void railway() {
    double third = plan.length() / 3;
    for (int i = 0; i < 3; i++) {
      List<Coordinate> points = new ArrayList<>();
      double from = plan.start + i * third;
      int parts = (int) Math.ceil(third / SPACING);
      for (int k = 0; k <= parts; k++) {
        points.add(plan.valley.point(Bank.SOUTH, from + third * k / parts, TownPlan.RAIL_OFFSET));
      }
      LineString line = Shapes.line(points);
      data.railways.add(new Railway(ids.next("RW"), line, ids.provenance(), "示意铁路", i == 1));
    }
  }
}
