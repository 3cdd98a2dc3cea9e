package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes the river in pieces from bridge to bridge, islands as holes, the stream with one reach
 * underground, and a ditch that is no urban river.
 */
final class WaterBuilder {
  static final String RIVER = "沙溪（示意）";
  private static final double BANK_SPACING = 12;
  private static final double STREAM_HALF_WIDTH = 6;
  private static final double STREAM_END = 760;
  private static final double ISLAND_LENGTH = 84;
  private static final double ISLAND_WIDTH = 11;

  private final TownPlan plan;
  private final TownData data;
  private final Ids ids;

  WaterBuilder(TownPlan plan, TownData data, Ids ids) {
    this.plan = plan;
    this.data = data;
    this.ids = ids;
  }

  void build() {
    double west = plan.start;
    for (TownPlan.Through through : plan.throughs) {
      if (through.bridge()) {
        river(west, through.u());
        west = through.u();
      }
    }
    river(west, plan.end);
    double covered = plan.northRoads.get(2).offset();
    double open = plan.northRoads.get(3).offset() - 20;
    stream(-6, covered, false);
    stream(covered, open, true);
    stream(open, STREAM_END, false);
    ditch();
  }

  private void river(double west, double east) {
    List<Coordinate> ring = new ArrayList<>();
    int parts = Math.max(2, (int) Math.ceil((east - west) / BANK_SPACING));
    for (int i = 0; i <= parts; i++) {
      ring.add(plan.valley.point(Bank.SOUTH, west + (east - west) * i / parts, 0));
    }
    for (int i = parts; i >= 0; i--) {
      ring.add(plan.valley.point(Bank.NORTH, west + (east - west) * i / parts, 0));
    }
    List<List<Coordinate>> islands = new ArrayList<>();
    for (double island : plan.valley.islands(plan.start)) {
      if (island > west && island < east) {
        islands.add(island(island));
      }
    }
    add(Shapes.polygon(ring, islands), RIVER, WatercourseKind.RIVER, null, true, false);
  }

  /** A lens, fuller on its upstream end as gravel bars are. */
  private List<Coordinate> island(double u) {
    List<Coordinate> ring = new ArrayList<>();
    int vertices = 40;
    for (int i = 0; i < vertices; i++) {
      double t = 2 * Math.PI * i / vertices;
      double x = StrictMath.cos(t);
      double y = StrictMath.sin(t) * (1 - 0.35 * x) * (1 + 0.08 * StrictMath.sin(3 * t));
      ring.add(plan.valley.fromMiddle(u + ISLAND_LENGTH * x, ISLAND_WIDTH * y));
    }
    return ring;
  }

  private void stream(double from, double to, boolean culverted) {
    List<Coordinate> left = new ArrayList<>();
    List<Coordinate> ring = new ArrayList<>();
    int parts = (int) Math.ceil((to - from) / BANK_SPACING);
    for (int i = 0; i <= parts; i++) {
      double offset = from + (to - from) * i / parts;
      double half = STREAM_HALF_WIDTH - Math.max(0, offset) / 400;
      double u = plan.stream.uAt(offset);
      ring.add(plan.valley.point(Bank.NORTH, u + half, offset));
      left.add(0, plan.valley.point(Bank.NORTH, u - half, offset));
    }
    ring.addAll(left);
    add(Shapes.polygon(ring), "列溪（示意）", WatercourseKind.RIVER, null, true, culverted);
  }

  private void ditch() {
    List<Coordinate> points = new ArrayList<>();
    double from = plan.start + 0.08 * plan.length();
    double to = plan.start + 0.55 * plan.length();
    int parts = (int) Math.ceil((to - from) / 40);
    for (int i = 0; i <= parts; i++) {
      double u = from + (to - from) * i / parts;
      double offset = 752 + 5 * StrictMath.sin(u / 60);
      points.add(plan.valley.point(Bank.SOUTH, u, offset));
    }
    add(Shapes.line(points), "山脚排洪沟", WatercourseKind.DITCH, 2.5, false, false);
  }

  private void add(
      Geometry geometry,
      String name,
      WatercourseKind kind,
      @Nullable Double width,
      boolean urban,
      boolean culverted) {
    BankBaseline baseline =
        kind == WatercourseKind.DITCH ? BankBaseline.CENTRE_LINE : BankBaseline.WATER_EDGE;
    data.watercourses.add(
        new Watercourse(
            ids.next("W"),
            geometry,
            ids.provenance(),
            name,
            kind,
            baseline,
            width,
            urban,
            culverted));
  }
}
