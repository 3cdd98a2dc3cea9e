package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Manhole;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A network in maps by id, the plain form. Immutable and thread-safe. */
final class PlainNetwork implements SewerNetwork {
  private final Map<String, Manhole> nodes;
  private final List<NetworkEdge> edges;
  private final Map<String, List<NetworkEdge>> outgoing = new HashMap<>();
  private final Map<String, List<NetworkEdge>> incoming = new HashMap<>();
  private final List<TopologyIssue> joinIssues;
  private final SpatialIndex<Manhole> nodeIndex;

  PlainNetwork(
      Collection<Manhole> nodes,
      Collection<NetworkEdge> edges,
      Collection<TopologyIssue> joinIssues) {
    Map<String, Manhole> byId = new TreeMap<>();
    nodes.forEach(node -> byId.put(node.id(), node));
    this.nodes = Collections.unmodifiableMap(byId);
    this.edges = edges.stream().sorted(Comparator.comparing(NetworkEdge::id)).toList();
    for (NetworkEdge edge : this.edges) {
      outgoing.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge);
      incoming.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge);
    }
    this.joinIssues = joinIssues.stream().sorted().toList();
    this.nodeIndex =
        SpatialIndex.ofEnvelopes(
            byId.values(),
            node -> {
              Geometry point = node.geometry();
              return point == null ? new Envelope() : point.getEnvelopeInternal();
            });
  }

  @Override
  public Collection<Manhole> nodes() {
    return nodes.values();
  }

  @Override
  public List<NetworkEdge> edges() {
    return edges;
  }

  @Override
  public @Nullable Manhole findNode(String id) {
    return nodes.get(id);
  }

  @Override
  public List<NetworkEdge> outgoing(String nodeId) {
    return Collections.unmodifiableList(outgoing.getOrDefault(nodeId, List.of()));
  }

  @Override
  public List<NetworkEdge> incoming(String nodeId) {
    return Collections.unmodifiableList(incoming.getOrDefault(nodeId, List.of()));
  }

  @Override
  public List<TopologyIssue> joinIssues() {
    return joinIssues;
  }

  @Override
  public List<Manhole> nodesNear(String nodeId, double metres) {
    Coordinate here = position(nodeId);
    if (here == null) {
      return List.of();
    }
    return nodeIndex
        .findWithin(new Envelope(here), metres + NetworkBuilder.BOX_MARGIN_METRES)
        .stream()
        .filter(node -> !node.id().equals(nodeId) && distance(here, node) <= metres)
        .sorted(
            Comparator.comparingDouble((Manhole node) -> distance(here, node))
                .thenComparing(Manhole::id))
        .toList();
  }

  @Override
  public @Nullable Coordinate position(String nodeId) {
    Manhole node = nodes.get(nodeId);
    Geometry point = node == null ? null : node.geometry();
    return point == null || point.isEmpty() ? null : point.getCoordinate();
  }

  private static double distance(Coordinate here, Manhole node) {
    Geometry point = node.geometry();
    return point == null ? Double.POSITIVE_INFINITY : here.distance(point.getCoordinate());
  }
}
