package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Parallel slabs (行列式) in a lot: rows along the street, each slab wholly inside the lot.
 *
 * <p>Positions are in a local frame: x along the rows, y up the slope, turned by {@code angle}
 * about {@code origin}.
 */
record EstateLayout(Coordinate origin, double angle, List<Slab> slabs) {
  private static final double EDGE = 2.0;

  /** One building: its row from the river, its extent in the local frame, its footprint. */
  record Slab(int row, double x0, double y0, double x1, double y1, Polygon footprint) {
    double middle() {
      return (x0 + x1) / 2;
    }
  }

  /**
   * How an estate is built.
   *
   * @param lengthsMetres lengths to try, longest first
   * @param looseness share of gaps in a row that are wider, as yards between houses are
   */
  record Style(
      double depthMetres,
      double[] lengthsMetres,
      double rowGapMetres,
      double endGapMetres,
      int most,
      double looseness) {

    static Style slabs(int year, Dice dice) {
      double depth = dice.oneOf(10.0, 10.8, 11.4, 12.0, year < 1990 ? 10.4 : 13.2);
      double first = dice.oneOf(33.6, 40.8, 48.0, 54.0, 62.4);
      double gap = depth + dice.between(year < 1990 ? 0.5 : 3.0, year < 1990 ? 5.0 : 9.0);
      return new Style(
          depth, new double[] {first, first * 0.72, 24}, gap, dice.between(4.5, 8.5), 30, 0);
    }

    /** Short shallow slabs for what is left where usual ones do not fit. */
    static Style narrow() {
      return new Style(9.2, new double[] {36, 28, 22, 16, 11}, 10, 4, 30, 0);
    }

    static Style houses(Dice dice) {
      return new Style(
          dice.between(9.0, 10.5),
          new double[] {dice.between(9.0, 12.0), 8.4},
          dice.between(2.6, 4.2),
          1.8,
          90,
          0.25);
    }
  }

  int rows() {
    return slabs.isEmpty() ? 0 : slabs.get(slabs.size() - 1).row() + 1;
  }

  Coordinate toWorld(double x, double y) {
    return Shapes.turned(origin, angle, x, y);
  }

  /** Fills a lot; the layout is empty when not even the shortest slab fits. */
  static EstateLayout fill(Lot lot, Style style, Dice dice) {
    double[] middle = lot.middle();
    Block block = lot.block();
    double angle =
        block.valley().direction(block.row().bank(), middle[0], middle[1])
            + dice.between(-0.035, 0.035);
    Coordinate origin = lot.polygon().getCentroid().getCoordinate();
    Geometry inner = lot.polygon().buffer(-EDGE);
    List<Slab> slabs = new ArrayList<>();
    if (inner.isEmpty()) {
      return new EstateLayout(origin, angle, slabs);
    }
    Room room = Room.of(local(inner, origin, angle));
    Envelope box = local(lot.polygon(), origin, angle).getEnvelopeInternal();
    double depth = style.depthMetres();
    double y = box.getMinY() + EDGE + 0.2;
    int row = 0;
    while (y + depth <= box.getMaxY() && slabs.size() < style.most()) {
      int before = slabs.size();
      fillRow(slabs, row, y, room, box, origin, angle, style, dice);
      if (slabs.size() > before) {
        row++;
        y += depth + style.rowGapMetres();
      } else {
        y += 2;
      }
    }
    return new EstateLayout(origin, angle, List.copyOf(slabs));
  }

  private static void fillRow(
      List<Slab> slabs,
      int row,
      double y,
      Room room,
      Envelope box,
      Coordinate origin,
      double angle,
      Style style,
      Dice dice) {
    double x = box.getMinX() + EDGE;
    double top = y + style.depthMetres();
    while (x < box.getMaxX() && slabs.size() < style.most()) {
      double length = room.longestThatFits(x, y, top, style.lengthsMetres());
      if (length == 0) {
        x += 1.5;
        continue;
      }
      double end = x + length;
      slabs.add(new Slab(row, x, y, end, top, Shapes.rectangle(origin, angle, x, y, end, top)));
      boolean yard = style.looseness() > 0 && dice.chance(style.looseness());
      x = end + style.endGapMetres() + (yard ? dice.between(3.0, 9.0) : 0);
    }
  }

  private static Geometry local(Geometry polygon, Coordinate origin, double angle) {
    Geometry copy = polygon.copy();
    copy.apply((CoordinateFilter) at -> at.setCoordinate(Shapes.local(origin, angle, at)));
    copy.geometryChanged();
    return copy;
  }

  /** The part of a lot where slabs may stand, in the local frame. */
  private record Room(PreparedGeometry area, IndexedPointInAreaLocator corners) {

    static Room of(Geometry area) {
      return new Room(PreparedGeometryFactory.prepare(area), new IndexedPointInAreaLocator(area));
    }

    /** Returns the first of the lengths with which a slab from (x, y) is inside, or 0. */
    double longestThatFits(double x, double y, double top, double[] lengths) {
      if (outside(x, y) || outside(x, top)) {
        return 0;
      }
      for (double length : lengths) {
        boolean corners = !outside(x + length, y) && !outside(x + length, top);
        Envelope slab = new Envelope(x, x + length, y, top);
        if (corners && area.contains(Shapes.FACTORY.toGeometry(slab))) {
          return length;
        }
      }
      return 0;
    }

    private boolean outside(double x, double y) {
      return corners.locate(new Coordinate(x, y)) == Location.EXTERIOR;
    }
  }
}
