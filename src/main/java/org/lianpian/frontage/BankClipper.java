package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.List;
import org.lianpian.frontage.sight.IntList;
import org.lianpian.frontage.sight.SegmentIndex;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Cuts a bank line to a box; {@code O(log n + hits)} instead of an overlay of the whole line. */
final class BankClipper {
  private final GeometryFactory factory;
  private final List<LineString> lines = new ArrayList<>();
  private List<Coordinate> path = new ArrayList<>();

  private BankClipper(GeometryFactory factory) {
    this.factory = factory;
  }

  /**
   * Returns the connected parts of a bank inside a box, in the bank's order.
   *
   * @param bank its segments in their order, each path with an owner of its own
   */
  static Geometry clip(GeometryFactory factory, SegmentIndex bank, Envelope box) {
    IntList found = new IntList();
    bank.find(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), found);
    IntList inOrder = bank.bySequence(found);
    BankClipper clipper = new BankClipper(factory);
    for (int i = 0; i < inOrder.size(); i++) {
      clipper.add(bank, inOrder.get(i), box);
    }
    return clipper.finish();
  }

  /** Adds what of a segment lies in the box (Liang and Barsky 1984). */
  private void add(SegmentIndex bank, int segment, Envelope box) {
    double x0 = bank.x0(segment);
    double y0 = bank.y0(segment);
    double x = bank.x1(segment) - x0;
    double y = bank.y1(segment) - y0;
    double[] before = {-x, x, -y, y};
    double[] room = {
      x0 - box.getMinX(), box.getMaxX() - x0, y0 - box.getMinY(), box.getMaxY() - y0
    };
    double from = 0;
    double to = 1;
    for (int side = 0; side < 4; side++) {
      double part = room[side] / before[side];
      if (before[side] < 0) {
        from = Math.max(from, part);
      } else if (before[side] > 0) {
        to = Math.min(to, part);
      } else if (room[side] < 0) {
        return;
      }
    }
    if (from < to) {
      append(
          from == 0 ? new Coordinate(x0, y0) : new Coordinate(x0 + from * x, y0 + from * y),
          to == 1
              ? new Coordinate(bank.x1(segment), bank.y1(segment))
              : new Coordinate(x0 + to * x, y0 + to * y));
    }
  }

  private void append(Coordinate start, Coordinate end) {
    if (path.isEmpty() || !path.get(path.size() - 1).equals2D(start)) {
      endPath();
      path.add(start);
    }
    path.add(end);
  }

  private void endPath() {
    if (!path.isEmpty()) {
      lines.add(factory.createLineString(path.toArray(new Coordinate[0])));
      path = new ArrayList<>();
    }
  }

  private Geometry finish() {
    endPath();
    joinRing();
    return lines.size() == 1
        ? lines.get(0)
        : factory.createMultiLineString(lines.toArray(new LineString[0]));
  }

  /** Joins the last and the first part of a ring that begins inside the box. */
  private void joinRing() {
    int last = lines.size() - 1;
    if (last > 0 && lines.get(last).getEndPoint().equals(lines.get(0).getStartPoint())) {
      List<Coordinate> joined = new ArrayList<>(List.of(lines.get(last).getCoordinates()));
      List<Coordinate> rest = List.of(lines.get(0).getCoordinates());
      joined.addAll(rest.subList(1, rest.size()));
      lines.remove(last);
      lines.set(0, factory.createLineString(joined.toArray(new Coordinate[0])));
    }
  }
}
