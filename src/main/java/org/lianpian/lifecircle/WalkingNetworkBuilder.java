package org.lianpian.lifecircle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** Cuts roads where they meet and numbers the places where they do. */
final class WalkingNetworkBuilder {
  /** An end this near to a road was meant to reach it: drawing errors of a survey sheet. */
  private static final double SNAP_METRES = 1.0;

  /** Points within a centimetre are one. */
  private static final double NODE_METRES = 0.01;

  /** A straight piece of a road with the places where it is to be cut. */
  private record Piece(LineSegment line, boolean onGround, List<Coordinate> cuts) {
    Envelope box() {
      return new Envelope(line.p0, line.p1);
    }

    void cut(Coordinate at) {
      if (at.distance(line.p0) > NODE_METRES && at.distance(line.p1) > NODE_METRES) {
        cuts.add(at);
      }
    }
  }

  private record Key(long x, long y) {
    static Key of(Coordinate at) {
      return new Key(Math.round(at.x / NODE_METRES), Math.round(at.y / NODE_METRES));
    }
  }

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Coordinate> ends = new ArrayList<>();
  private final List<Coordinate> nodes = new ArrayList<>();
  private final Map<Key, Integer> numbers = new HashMap<>();

  WalkingNetwork build(List<Road> roads) {
    roads.stream()
        .filter(road -> road.roadClass() != RoadClass.EXPRESSWAY)
        .sorted(Comparator.comparing(Road::id))
        .forEach(this::add);
    SpatialIndex<Piece> index = SpatialIndex.ofEnvelopes(pieces, Piece::box);
    cutWhereTheyCross();
    for (Coordinate end : ends) {
      for (Piece piece : index.findWithin(new Envelope(end), SNAP_METRES)) {
        if (piece.line().distance(end) <= SNAP_METRES) {
          piece.cut(end);
        }
      }
    }
    return graph();
  }

  private void add(Road road) {
    Geometry geometry = road.geometry();
    if (geometry == null || geometry.getDimension() != 1) {
      return;
    }
    boolean onGround = !road.bridge() && !road.crossable();
    for (Object component : LinearComponentExtracter.getLines(geometry)) {
      Coordinate[] points = ((LineString) component).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        LineSegment line = new LineSegment(points[i - 1], points[i]);
        pieces.add(new Piece(line, onGround, new ArrayList<>()));
      }
      if (points.length > 1) {
        ends.add(points[0]);
        ends.add(points[points.length - 1]);
      }
    }
  }

  private void cutWhereTheyCross() {
    List<Integer> ground = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).onGround()) {
        ground.add(i);
      }
    }
    SpatialIndex<Integer> index =
        SpatialIndex.ofEnvelopes(ground, number -> pieces.get(number).box());
    RobustLineIntersector intersector = new RobustLineIntersector();
    for (int number : ground) {
      Piece piece = pieces.get(number);
      for (int other : index.find(piece.box())) {
        if (other > number) {
          cut(piece, pieces.get(other), intersector);
        }
      }
    }
  }

  private static void cut(Piece a, Piece b, RobustLineIntersector intersector) {
    intersector.computeIntersection(a.line().p0, a.line().p1, b.line().p0, b.line().p1);
    for (int i = 0; i < intersector.getIntersectionNum(); i++) {
      Coordinate at = intersector.getIntersection(i).copy();
      a.cut(at);
      b.cut(at);
    }
  }

  private WalkingNetwork graph() {
    List<int[]> segments = new ArrayList<>();
    for (Piece piece : pieces) {
      piece.cuts().sort(Comparator.comparingDouble(at -> at.distance(piece.line().p0)));
      int last = number(piece.line().p0);
      for (Coordinate cut : piece.cuts()) {
        last = add(last, number(cut), segments);
      }
      add(last, number(piece.line().p1), segments);
    }
    int[] from = segments.stream().mapToInt(segment -> segment[0]).toArray();
    int[] to = segments.stream().mapToInt(segment -> segment[1]).toArray();
    return new WalkingNetwork(nodes.toArray(new Coordinate[0]), from, to);
  }

  private static int add(int from, int to, List<int[]> segments) {
    if (from != to) {
      segments.add(new int[] {from, to});
    }
    return to;
  }

  private int number(Coordinate at) {
    return numbers.computeIfAbsent(
        Key.of(at),
        key -> {
          nodes.add(at);
          return nodes.size() - 1;
        });
  }
}
