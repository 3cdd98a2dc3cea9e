package org.lianpian.ingest.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The nodes, ways and relations of an OSM extract, in memory: 24 bytes a node, the ways' node
 * lists, and tags where there are any.
 */
final class OsmData {

  /** A tagged node. */
  record Node(long id, Map<String, String> tags) {}

  /** A way with its nodes in order. */
  record Way(long id, long[] nodes, Map<String, String> tags) {
    boolean isClosed() {
      return nodes.length >= 4 && nodes[0] == nodes[nodes.length - 1];
    }
  }

  /** A member of a relation; only ways matter to us. */
  record Member(long way, String role) {}

  /** A relation with the ways among its members. */
  record Relation(long id, List<Member> members, Map<String, String> tags) {}

  private final ImportLimits limits;
  private final String layer;
  private long[] nodeIds = new long[1024];
  private double[] longitudes = new double[1024];
  private double[] latitudes = new double[1024];
  private int nodeCount;
  private boolean sorted = true;
  private long elements;

  private final List<Node> taggedNodes = new ArrayList<>();
  private final Map<Long, Way> ways = new HashMap<>();
  private final List<Way> wayOrder = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  OsmData(String layer, ImportLimits limits) {
    this.layer = layer;
    this.limits = limits;
  }

  void addNode(long id, double longitude, double latitude, Map<String, String> tags) {
    count();
    if (nodeCount == nodeIds.length) {
      int size = nodeCount * 2;
      nodeIds = Arrays.copyOf(nodeIds, size);
      longitudes = Arrays.copyOf(longitudes, size);
      latitudes = Arrays.copyOf(latitudes, size);
    }
    sorted &= nodeCount == 0 || nodeIds[nodeCount - 1] < id;
    nodeIds[nodeCount] = id;
    longitudes[nodeCount] = longitude;
    latitudes[nodeCount] = latitude;
    nodeCount++;
    if (!tags.isEmpty()) {
      taggedNodes.add(new Node(id, tags));
    }
  }

  void addWay(Way way) {
    count();
    limits.checkVertices(layer, "way/" + way.id(), way.nodes().length);
    if (ways.putIfAbsent(way.id(), way) == null) {
      wayOrder.add(way);
    }
  }

  void addRelation(Relation relation) {
    count();
    relations.add(relation);
  }

  private void count() {
    // an extract has about ten elements for each feature that we keep
    limits.checkRows(layer, ++elements / 10);
  }

  List<Node> taggedNodes() {
    return taggedNodes;
  }

  List<Way> ways() {
    return wayOrder;
  }

  List<Relation> relations() {
    return relations;
  }

  @Nullable Way findWay(long id) {
    return ways.get(id);
  }

  /** Returns the position of a node in degrees, or null when the extract does not hold it. */
  @Nullable Coordinate findNode(long id) {
    if (!sorted) {
      sort();
    }
    int at = Arrays.binarySearch(nodeIds, 0, nodeCount, id);
    return at < 0 ? null : new Coordinate(longitudes[at], latitudes[at]);
  }

  private void sort() {
    Integer[] order = new Integer[nodeCount];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, java.util.Comparator.comparingLong(i -> nodeIds[i]));
    long[] ids = new long[nodeCount];
    double[] xs = new double[nodeCount];
    double[] ys = new double[nodeCount];
    for (int i = 0; i < nodeCount; i++) {
      ids[i] = nodeIds[order[i]];
      xs[i] = longitudes[order[i]];
      ys[i] = latitudes[order[i]];
    }
    nodeIds = ids;
    longitudes = xs;
    latitudes = ys;
    sorted = true;
  }
}
