package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Feature;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Provenance;
import org.lianpian.model.Reach;
import org.lianpian.sewer.network.DirectionSource;
import org.lianpian.sewer.network.JoinMethod;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Joins pipe ends to nodes and gives each pipe its direction.
 *
 * <p>A pipe end belongs to the node that its id names, or else to the nearest node within the exact
 * snap, or else within the inferred snap (flagged). When an id names a node farther than the
 * inferred snap from the line's end, the joint is a conflict: it is kept and nothing that depends
 * on it counts as known. A line drawn against its ids is no conflict. An end without any node
 * implies one, shared by all such ends within the exact snap.
 *
 * <p>Direction: surveyed, else the fall between the pipe's own inverts, else as digitised. Node
 * levels do not turn a pipe (a node's level is that of its lowest pipe) but are compared with it
 * later. Pressure mains and siphons are not turned by inverts.
 *
 * <p>Runs once, not thread-safe; {@code O(n log n)}.
 */
final class NetworkBuilder {
  /** Wider than the rounding of a box: a node just as far as it may be must not be missed. */
  static final double BOX_MARGIN_METRES = 1e-6;

  private final SewerParameters parameters;
  private final Map<String, Manhole> nodes = new TreeMap<>();
  private final Map<Long, List<Manhole>> implied = new HashMap<>();
  private final List<TopologyIssue> issues = new ArrayList<>();
  private SpatialIndex<Manhole> index = SpatialIndex.ofEnvelopes(List.of(), node -> new Envelope());

  private NetworkBuilder(SewerParameters parameters) {
    this.parameters = parameters;
  }

  static SewerNetwork build(
      Collection<Manhole> manholes, Collection<Reach> reaches, SewerParameters parameters) {
    return new NetworkBuilder(parameters).join(manholes, reaches);
  }

  private SewerNetwork join(Collection<Manhole> manholes, Collection<Reach> reaches) {
    for (Manhole manhole : distinct(manholes, "节点", "Node")) {
      nodes.put(manhole.id(), manhole);
    }
    index =
        SpatialIndex.of(
            nodes.values().stream().filter(node -> node.geometry() != null).toList(),
            node -> Objects.requireNonNull(node.geometry()));
    List<NetworkEdge> edges = new ArrayList<>();
    for (Reach reach : distinct(reaches, "管段", "Pipe")) {
      NetworkEdge edge = edge(reach);
      if (edge != null) {
        edges.add(edge);
      }
    }
    return new PlainNetwork(nodes.values(), edges, issues);
  }

  private <T extends Feature> List<T> distinct(Collection<T> features, String zh, String en) {
    return SortedFeatures.distinct(
        SortedFeatures.of(features), twin -> issues.add(JoinIssues.duplicateId(twin, zh, en)));
  }

  private @Nullable NetworkEdge edge(Reach reach) {
    Coordinate first = end(reach, true);
    Coordinate last = end(reach, false);
    if (isDrawnAgainstIds(reach, first, last)) {
      Coordinate swap = first;
      first = last;
      last = swap;
    }
    Joint start = joint(reach, reach.fromNodeId(), first);
    Joint end = joint(reach, reach.toNodeId(), last);
    if (start == null || end == null) {
      return null;
    }
    if (start.nodeId().equals(end.nodeId())) {
      issues.add(JoinIssues.startEqualsEnd(reach, start.nodeId()));
      return null;
    }
    Double fall = fall(reach.invertFromMetres(), reach.invertToMetres());
    DirectionSource source = DirectionSource.DIGITISED;
    boolean reversed = false;
    if (reach.flowDirection() != FlowDirection.UNKNOWN) {
      source = DirectionSource.SURVEYED;
      reversed = reach.flowDirection() == FlowDirection.BACKWARD;
    } else if (fall != null && fall != 0 && isByGravity(reach)) {
      source = DirectionSource.INVERTS;
      reversed = fall < 0;
    }
    if (fall == null) {
      fall = fall(level(start.nodeId()), level(end.nodeId()));
    }
    Joint upstream = reversed ? end : start;
    return new NetworkEdge(
        reach,
        upstream,
        reversed ? start : end,
        reversed,
        source,
        isOverflow(reach, upstream.nodeId()),
        fall == null ? null : reversed ? -fall : fall);
  }

  static boolean isByGravity(Reach reach) {
    return reach.regime() == FlowRegime.GRAVITY || reach.regime() == FlowRegime.OVERFLOW;
  }

  /** A storm pipe that leaves an interceptor is its overflow even when nobody typed it so. */
  private boolean isOverflow(Reach reach, String upstreamId) {
    Manhole node = nodes.get(upstreamId);
    return reach.regime() == FlowRegime.OVERFLOW
        || (reach.medium() == Medium.STORM
            && node != null
            && node.kind() == ManholeKind.INTERCEPTOR);
  }

  private @Nullable Joint joint(Reach reach, String id, @Nullable Coordinate end) {
    if (!id.isBlank()) {
      return jointById(reach, id, end);
    }
    if (end == null) {
      issues.add(JoinIssues.noPlace(reach));
      return null;
    }
    Manhole nearest = nearest(end, parameters.inferredSnapMetres());
    if (nearest != null) {
      double metres = distance(nearest, end);
      if (metres <= parameters.exactSnapMetres()) {
        return new Joint(nearest.id(), JoinMethod.EXACT_SNAP, metres);
      }
      issues.add(JoinIssues.inferred(reach, nearest.id(), metres));
      return new Joint(nearest.id(), JoinMethod.INFERRED_SNAP, metres);
    }
    Manhole node = impliedAt(end, reach);
    return new Joint(node.id(), JoinMethod.IMPLIED, distance(node, end));
  }

  private Joint jointById(Reach reach, String id, @Nullable Coordinate end) {
    Manhole node = nodes.get(id);
    if (node == null) {
      issues.add(JoinIssues.unsurveyed(reach, id));
      Geometry line = reach.geometry();
      nodes.put(id, impliedNode(id, line == null ? null : line.getFactory().createPoint(end)));
      return new Joint(id, JoinMethod.IMPLIED, 0);
    }
    if (end == null || node.geometry() == null) {
      return new Joint(id, JoinMethod.ID, 0);
    }
    double metres = distance(node, end);
    if (metres <= parameters.inferredSnapMetres()) {
      return new Joint(id, JoinMethod.ID, metres);
    }
    Manhole there = nearest(end, parameters.inferredSnapMetres());
    issues.add(JoinIssues.conflict(reach, id, metres, there == null ? "" : there.id()));
    return new Joint(id, JoinMethod.CONFLICT, metres);
  }

  private boolean isDrawnAgainstIds(
      Reach reach, @Nullable Coordinate first, @Nullable Coordinate last) {
    Manhole from = nodes.get(reach.fromNodeId());
    Manhole to = nodes.get(reach.toNodeId());
    if (first == null || last == null || from == null || to == null) {
      return false;
    }
    double snap = parameters.inferredSnapMetres();
    return distance(from, first) > snap
        && distance(to, last) > snap
        && distance(from, last) <= snap
        && distance(to, first) <= snap;
  }

  private @Nullable Manhole nearest(Coordinate end, double metres) {
    return index.findWithin(new Envelope(end), metres + BOX_MARGIN_METRES).stream()
        .filter(node -> distance(node, end) <= metres)
        .min(
            Comparator.comparingDouble((Manhole node) -> distance(node, end))
                .thenComparing(Manhole::id))
        .orElse(null);
  }

  /** Returns the node implied at a place, the same for all ends within the exact snap of it. */
  private Manhole impliedAt(Coordinate end, Reach reach) {
    double cell = Math.max(parameters.exactSnapMetres(), 1e-3);
    long column = (long) Math.floor(end.x / cell);
    long row = (long) Math.floor(end.y / cell);
    for (long i = column - 1; i <= column + 1; i++) {
      for (long j = row - 1; j <= row + 1; j++) {
        for (Manhole candidate : implied.getOrDefault(key(i, j), List.of())) {
          if (distance(candidate, end) <= parameters.exactSnapMetres()) {
            return candidate;
          }
        }
      }
    }
    Geometry line = Objects.requireNonNull(reach.geometry());
    String id = "~" + reach.id() + (end.equals2D(line.getCoordinates()[0]) ? "/start" : "/end");
    while (nodes.containsKey(id)) {
      id += "'";
    }
    Manhole node = impliedNode(id, line.getFactory().createPoint(end));
    nodes.put(id, node);
    implied.computeIfAbsent(key(column, row), any -> new ArrayList<>()).add(node);
    issues.add(JoinIssues.unsurveyedPlace(reach, id));
    return node;
  }

  private static long key(long column, long row) {
    return column * 0x1_0000_0001L + row;
  }

  static Manhole impliedNode(String id, @Nullable Geometry point) {
    return new Manhole(
        id,
        point == null || point.isEmpty() ? null : point,
        Provenance.of("implied"),
        ManholeKind.UNKNOWN,
        Medium.UNKNOWN,
        null,
        null,
        false);
  }

  private @Nullable Double level(String nodeId) {
    Manhole node = nodes.get(nodeId);
    return node == null ? null : node.invertLevelMetres();
  }

  private static @Nullable Double fall(@Nullable Double from, @Nullable Double to) {
    return from == null || to == null ? null : from - to;
  }

  static @Nullable Coordinate end(Reach reach, boolean start) {
    Geometry line = reach.geometry();
    if (line == null || line.isEmpty()) {
      return null;
    }
    Coordinate[] coordinates = line.getCoordinates();
    return start ? coordinates[0] : coordinates[coordinates.length - 1];
  }

  private static double distance(Manhole node, Coordinate place) {
    Geometry point = node.geometry();
    return point == null ? Double.POSITIVE_INFINITY : point.getCoordinate().distance(place);
  }
}
