package org.lianpian.lifecircle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Road;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;

/**
 * The roads one may walk on, as a graph of straight segments with lengths in metres.
 *
 * <p>Nodes are numbered from 0; segment {@code s} joins {@code from(s)} and {@code to(s)} and is
 * walked both ways. Immutable and thread-safe. Memory about 150 bytes per segment.
 */
public final class WalkingNetwork {
  private final Coordinate[] nodes;
  private final int[] from;
  private final int[] to;
  private final double[] lengths;
  private final int[] firstOfNode;
  private final int[] segmentsOfNode;
  private final SpatialIndex<Integer> index;

  WalkingNetwork(Coordinate[] nodes, int[] from, int[] to) {
    this.nodes = nodes;
    this.from = from;
    this.to = to;
    this.lengths = new double[from.length];
    this.firstOfNode = new int[nodes.length + 1];
    for (int s = 0; s < from.length; s++) {
      lengths[s] = nodes[from[s]].distance(nodes[to[s]]);
      firstOfNode[from[s] + 1]++;
      firstOfNode[to[s] + 1]++;
    }
    for (int node = 0; node < nodes.length; node++) {
      firstOfNode[node + 1] += firstOfNode[node];
    }
    this.segmentsOfNode = new int[2 * from.length];
    int[] next = firstOfNode.clone();
    List<Integer> all = new ArrayList<>(from.length);
    for (int s = 0; s < from.length; s++) {
      segmentsOfNode[next[from[s]]++] = s;
      segmentsOfNode[next[to[s]]++] = s;
      all.add(s);
    }
    this.index = SpatialIndex.ofEnvelopes(all, s -> new Envelope(nodes[from[s]], nodes[to[s]]));
  }

  /**
   * Makes the network of some roads; geometries in a metric CRS. Expressways are not walked on;
   * roads given as surfaces are left out. Ways on one level meet where they cross, those on a
   * bridge or in a tunnel only at common points. An end that stops less than a metre short of a
   * road is joined to it.
   */
  public static WalkingNetwork of(List<Road> roads) {
    return new WalkingNetworkBuilder().build(roads);
  }

  public int size() {
    return from.length;
  }

  int from(int segment) {
    return from[segment];
  }

  int to(int segment) {
    return to[segment];
  }

  double length(int segment) {
    return lengths[segment];
  }

  LineSegment line(int segment) {
    return new LineSegment(nodes[from[segment]], nodes[to[segment]]);
  }

  int degree(int node) {
    return firstOfNode[node + 1] - firstOfNode[node];
  }

  /** Returns the {@code i}-th segment at a node. */
  int segmentAt(int node, int i) {
    return segmentsOfNode[firstOfNode[node] + i];
  }

  /** Returns the segments whose box lies within some metres of a box, in order. */
  List<Integer> near(Envelope box, double metres) {
    return index.findWithin(box, metres);
  }

  /** A place on a segment: so far from its first node. */
  record Position(int segment, double along, double metresAway) {}

  /** Returns the nearest place on the network to which {@code open} admits, or null. */
  @Nullable Position nearest(Coordinate point, double maxMetres, OpenWay open) {
    List<Position> found = new ArrayList<>();
    for (int segment : near(new Envelope(point), maxMetres)) {
      Position position = project(segment, point);
      if (position.metresAway() <= maxMetres) {
        found.add(position);
      }
    }
    found.sort(
        Comparator.comparingDouble(Position::metresAway).thenComparingInt(Position::segment));
    for (Position position : found) {
      if (open.test(point, line(position.segment()).closestPoint(point))) {
        return position;
      }
    }
    return null;
  }

  Position project(int segment, Coordinate point) {
    LineSegment line = line(segment);
    Coordinate at = line.closestPoint(point);
    return new Position(segment, line.p0.distance(at), at.distance(point));
  }

  /** Tells whether one can walk straight from a place to the road. */
  interface OpenWay {
    boolean test(Coordinate place, Coordinate onRoad);
  }
}
