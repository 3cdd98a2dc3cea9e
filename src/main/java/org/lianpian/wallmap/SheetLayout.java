package org.lianpian.wallmap;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where things stand on the sheet, in millimetres from its lower left corner, and which part of the
 * world the map shows. Immutable.
 *
 * @param page the sheet
 * @param head the strip of the title
 * @param map the frame of the map
 * @param side the legend: right of the map on a wide sheet, below it on an upright one
 * @param scale the denominator of the scale
 * @param world what the frame shows, dataset CRS in metres
 */
record SheetLayout(
    Envelope page, Envelope head, Envelope map, Envelope side, int scale, Envelope world) {
  private static final int[] USUAL_SCALES = {
    200, 250, 300, 400, 500, 600, 800, 1_000, 1_200, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000,
    6_000, 7_500, 8_000, 10_000, 12_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 60_000,
    80_000, 100_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000
  };
  private static final double MARGIN = 8;
  private static final double HEAD = 16;
  private static final double SIDE_WIDTH = 58;
  private static final double SIDE_HEIGHT = 62;

  /** How much of the frame stays empty around a view that is fitted into it. */
  private static final double ROOM = 0.04;

  /**
   * @param view what is to be seen, dataset CRS in metres
   */
  static SheetLayout of(Paper paper, boolean landscape, @Nullable Integer wanted, Envelope view) {
    double k = paper.magnification();
    Envelope page =
        new Envelope(0, paper.widthMillimetres(landscape), 0, paper.heightMillimetres(landscape));
    double left = MARGIN * k;
    double right = page.getMaxX() - MARGIN * k;
    double bottom = MARGIN * k;
    double top = page.getMaxY() - MARGIN * k;
    double below = top - HEAD * k;
    Envelope head = new Envelope(left, right, below, top);
    Envelope map =
        landscape
            ? new Envelope(left, right - SIDE_WIDTH * k, bottom, below)
            : new Envelope(left, right, bottom + SIDE_HEIGHT * k, below);
    Envelope side =
        landscape
            ? new Envelope(map.getMaxX(), right, bottom, below)
            : new Envelope(left, right, bottom, map.getMinY());
    int scale = wanted == null ? fitting(map, view) : wanted;
    Coordinate centre = view.centre();
    double width = map.getWidth() * scale / 1000;
    double height = map.getHeight() * scale / 1000;
    Envelope world =
        new Envelope(
            centre.x - width / 2,
            centre.x + width / 2,
            centre.y - height / 2,
            centre.y + height / 2);
    return new SheetLayout(page, head, map, side, scale, world);
  }

  private static int fitting(Envelope map, Envelope view) {
    double needed =
        Math.max(view.getWidth() / map.getWidth(), view.getHeight() / map.getHeight())
            * 1000
            * (1 + ROOM);
    for (int scale : USUAL_SCALES) {
      if (scale >= needed) {
        return scale;
      }
    }
    throw new IllegalArgumentException(
        "范围太大,1:"
            + WallMapRequest.MAX_SCALE
            + " 也放不下,请选小一些的范围 / The view does not fit even at 1:"
            + WallMapRequest.MAX_SCALE
            + "; choose a smaller one");
  }

  /** Returns a distance on the ground, in metres, as millimetres on the sheet. */
  double millimetres(double metres) {
    return metres * 1000 / scale;
  }

  double x(double easting) {
    return map.getMinX() + millimetres(easting - world.getMinX());
  }

  double y(double northing) {
    return map.getMinY() + millimetres(northing - world.getMinY());
  }
}
