package org.lianpian.region;

import static org.lianpian.region.UnitBuilder.unit;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The packaging fixture F2.
 *
 * <pre>
 *        P7 1500            :    :
 *  P8  P1   P2   P3         :road:  P4  P5 P10(street B)             P6
 *           P9              :    :
 * </pre>
 */
record FixtureF2(double x0, double y0) {

  /** EPSG:4548, Sanming. */
  static final FixtureF2 SANMING = new FixtureF2(563000, 2906500);

  /** EPSG:4549, Fuzhou. */
  static final FixtureF2 FUZHOU = new FixtureF2(429900, 2885800);

  static final Exclusion DEMOLITION =
      new Exclusion("DEMOLITION_5Y", "五年内旧改拆迁「东门」", "Five-year demolition plan 'Dongmen'");

  List<PackagingUnit> units() {
    return List.of(
        at("P1", 0, 0, 60, 50).households(120).buildings(4).area(9600).build(),
        at("P2", 70, 0, 120, 50).households(80).buildings(3).area(6400).build(),
        at("P3", 145, 0, 200, 50).households(60).build(),
        at("P4", 230, 0, 290, 50).households(150).build(),
        at("P5", 300, 0, 350, 50).households(90).build(),
        at("P6", 800, 0, 830, 12).households(24).buildings(1).build(),
        at("P7", 0, 70, 120, 270).households(1500).buildings(40).build(),
        at("P8", -60, 0, -10, 50).households(40).excluded(Exclusion.SELF_BUILT).build(),
        at("P9", 70, -60, 120, -10).households(70).excluded(DEMOLITION).build(),
        at("P10", 355, 0, 400, 50).households(65).street("B").build());
  }

  Barrier arterial() {
    return new Barrier(
        "R1",
        "列东街",
        BarrierKind.ARTERIAL,
        UnitBuilder.FACTORY.toGeometry(new Envelope(x0 + 205, x0 + 225, y0 - 500, y0 + 500)));
  }

  PackagingInput input() {
    return new PackagingInput(units(), List.of(arterial()));
  }

  private UnitBuilder at(String id, double x1, double y1, double x2, double y2) {
    return unit(id).box(x0 + x1, y0 + y1, x0 + x2, y0 + y2);
  }
}
