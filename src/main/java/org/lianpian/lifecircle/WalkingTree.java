package org.lianpian.lifecircle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.lianpian.lifecircle.WalkingNetwork.Position;
import org.locationtech.jts.geom.LineSegment;

/**
 * The shortest walks from some places of a network, up to a limit.
 *
 * <p>Cost {@code O(k log k)} in the {@code k} segments within reach. Source: Dijkstra 1959.
 */
final class WalkingTree {
  private final WalkingNetwork network;
  private final double limit;
  private final Map<Integer, Double> metresToNode = new HashMap<>();
  private final Map<Integer, List<Position>> startsOn = new HashMap<>();

  /**
   * @param starts each with the metres walked before it
   */
  WalkingTree(WalkingNetwork network, List<Position> starts, double limit) {
    this.network = network;
    this.limit = limit;
    PriorityQueue<Visit> open = new PriorityQueue<>();
    for (Position start : starts) {
      int segment = start.segment();
      startsOn.computeIfAbsent(segment, s -> new ArrayList<>()).add(start);
      double rest = network.length(segment) - start.along();
      offer(network.from(segment), start.metresAway() + start.along(), open);
      offer(network.to(segment), start.metresAway() + rest, open);
    }
    while (!open.isEmpty()) {
      Visit visit = open.remove();
      if (visit.metres() == metresTo(visit.node())) {
        for (int i = 0; i < network.degree(visit.node()); i++) {
          int segment = network.segmentAt(visit.node(), i);
          int other = network.from(segment) + network.to(segment) - visit.node();
          offer(other, visit.metres() + network.length(segment), open);
        }
      }
    }
  }

  private record Visit(int node, double metres) implements Comparable<Visit> {
    @Override
    public int compareTo(Visit other) {
      int byMetres = Double.compare(metres, other.metres);
      return byMetres != 0 ? byMetres : Integer.compare(node, other.node);
    }
  }

  private void offer(int node, double metres, PriorityQueue<Visit> open) {
    if (metres <= limit && metres < metresTo(node)) {
      metresToNode.put(node, metres);
      open.add(new Visit(node, metres));
    }
  }

  private double metresTo(int node) {
    return metresToNode.getOrDefault(node, Double.POSITIVE_INFINITY);
  }

  /** Returns the metres of the shortest walk to a place, infinite when it exceeds the limit. */
  double metresTo(Position place) {
    int segment = place.segment();
    double best =
        Math.min(
            metresTo(network.from(segment)) + place.along(),
            metresTo(network.to(segment)) + network.length(segment) - place.along());
    for (Position start : startsOn.getOrDefault(segment, List.of())) {
      best = Math.min(best, start.metresAway() + Math.abs(start.along() - place.along()));
    }
    double metres = best + place.metresAway();
    return metres <= limit ? metres : Double.POSITIVE_INFINITY;
  }

  /** Returns the parts of the network that are reached within some metres. */
  List<LineSegment> reached(double metres) {
    Map<Integer, List<double[]>> runs = new TreeMap<>();
    metresToNode.forEach(
        (node, walked) -> {
          for (int i = 0; i < network.degree(node); i++) {
            int segment = network.segmentAt(node, i);
            double at = network.from(segment) == node ? 0 : network.length(segment);
            addRun(segment, at, metres - walked, runs);
          }
        });
    startsOn.forEach(
        (segment, starts) ->
            starts.forEach(
                start -> addRun(segment, start.along(), metres - start.metresAway(), runs)));
    List<LineSegment> reached = new ArrayList<>();
    runs.forEach((segment, of) -> addMerged(network.line(segment), of, reached));
    return reached;
  }

  private void addRun(int segment, double at, double reach, Map<Integer, List<double[]>> runs) {
    double from = Math.max(0, at - reach);
    double to = Math.min(network.length(segment), at + reach);
    if (reach > 0 && from < to) {
      runs.computeIfAbsent(segment, s -> new ArrayList<>()).add(new double[] {from, to});
    }
  }

  private static void addMerged(LineSegment line, List<double[]> runs, List<LineSegment> reached) {
    runs.sort((a, b) -> Double.compare(a[0], b[0]));
    double[] open = runs.get(0).clone();
    for (double[] run : runs) {
      if (run[0] > open[1]) {
        reached.add(part(line, open));
        open = run.clone();
      }
      open[1] = Math.max(open[1], run[1]);
    }
    reached.add(part(line, open));
  }

  private static LineSegment part(LineSegment line, double[] run) {
    double length = line.getLength();
    return new LineSegment(line.pointAlong(run[0] / length), line.pointAlong(run[1] / length));
  }
}
