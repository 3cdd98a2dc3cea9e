package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.OriginType;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** Fills the lots that are no estates: shops, offices, schools, a park with a pond, the plant. */
final class OtherLots {
  private final TownData data;
  private final Ids ids;
  private final Dice dice;
  private boolean pond;

  OtherLots(TownData data, Ids ids, Dice dice) {
    this.data = data;
    this.ids = ids;
    this.dice = dice;
  }

  void build(List<Lot> lots) {
    for (Lot lot : lots) {
      switch (lot.kind()) {
        case SHOPS -> blocks(lot, 9, new double[] {26, 15, 9}, 1.5, 60, "商铺", 2);
        case TREATMENT_PLANT -> blocks(lot, 16, new double[] {28, 18}, 12, 14, "污水处理厂", 2);
        case GREEN -> {}
        default -> other(lot);
      }
    }
  }

  private void other(Lot lot) {
    double luck = dice.between(0.0, 1.0);
    if (!pond && lot.kind() == Lot.Kind.FREE && lot.polygon().getArea() > 4000) {
      pond = true;
      pond(lot);
    } else if (luck < 0.35) {
      blocks(lot, 18, new double[] {36, 26, 18}, 12, 18, "办公楼", 6);
    } else if (luck < 0.6) {
      blocks(lot, 12, new double[] {52, 34}, 18, 22, "教学楼", 4);
    } else if (luck < 0.9) {
      blocks(lot, 24, new double[] {48, 30}, 9, 10, "厂房", 1);
    }
  }

  private void blocks(
      Lot lot,
      double depth,
      double[] lengths,
      double endGap,
      double rowGap,
      String what,
      int floors) {
    int most = "商铺".equals(what) ? 30 : 4;
    EstateLayout layout =
        EstateLayout.fill(
            lot, new EstateLayout.Style(depth, lengths, rowGap, endGap, most, 0), dice);
    for (EstateLayout.Slab slab : layout.slabs()) {
      data.buildings.add(
          new Building(
              ids.next("B"),
              slab.footprint(),
              ids.provenance(),
              null,
              what,
              BuildingUse.NON_RESIDENTIAL,
              OriginType.UNKNOWN,
              floors,
              0,
              null,
              BalconyRiser.NONE));
    }
  }

  private void pond(Lot lot) {
    Coordinate middle = lot.polygon().getCentroid().getCoordinate();
    double radius = Math.sqrt(lot.polygon().getArea()) * 0.22;
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < 28; i++) {
      double t = 2 * Math.PI * i / 28;
      double r = radius * (1 + 0.16 * StrictMath.sin(2 * t + 1) + 0.08 * StrictMath.sin(3 * t));
      ring.add(
          Shapes.rounded(
              middle.x + 1.25 * r * StrictMath.cos(t), middle.y + 0.8 * r * StrictMath.sin(t)));
    }
    Polygon water = Shapes.polygon(ring);
    data.watercourses.add(
        new Watercourse(
            ids.next("W"),
            water,
            ids.provenance(),
            "荷花塘",
            WatercourseKind.POND,
            BankBaseline.WATER_EDGE,
            null,
            false,
            false));
  }
}
