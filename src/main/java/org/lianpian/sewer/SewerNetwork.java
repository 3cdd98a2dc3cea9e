package org.lianpian.sewer;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Manhole;
import org.locationtech.jts.geom.Coordinate;

/**
 * A drainage network: nodes and directed pipes, with what was wrong when they were joined.
 *
 * <p>Nodes and pipes come in the order of their ids. Immutable and thread-safe.
 */
interface SewerNetwork {

  Collection<Manhole> nodes();

  List<NetworkEdge> edges();

  /** Returns the node, or null when the network has none of that id. */
  @Nullable Manhole findNode(String id);

  List<NetworkEdge> outgoing(String nodeId);

  List<NetworkEdge> incoming(String nodeId);

  /** Returns what was missing, inferred or disputed when pipes and nodes were joined, sorted. */
  List<TopologyIssue> joinIssues();

  /** Returns the other nodes within a distance of a node, nearest first. */
  List<Manhole> nodesNear(String nodeId, double metres);

  /** Returns where a node is, or null when nobody knows. */
  @Nullable Coordinate position(String nodeId);
}
