package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.InputHash;
import org.lianpian.model.Manhole;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Hashes what the answer about one community rests on: its records, the nodes its water reaches
 * with the pipes that leave them, the pipes at its breaks, and around the first break the nodes,
 * roads and waters within the hook-up radius. What the rest of the network contributes (whether a
 * node is where the survey ends, where a repair would lead, whether a candidate is connected) goes
 * in as what was found, so that equal hashes still mean equal answers while an edit elsewhere
 * changes none.
 *
 * <p>Remembers the hash of each feature. Not thread-safe.
 */
final class UsedInputs {
  private final SewerNetwork network;
  private final SewerParameters parameters;
  private final Obstacles obstacles;
  private final Map<String, String> pipeHashes = new HashMap<>();
  private final Map<String, String> nodeHashes = new HashMap<>();

  UsedInputs(SewerNetwork network, SewerInput input) {
    this.network = network;
    this.parameters = input.parameters();
    this.obstacles = new Obstacles(input.roads(), input.watercourses());
  }

  String hash(
      Community community,
      List<Building> buildings,
      List<ServiceConnection> connections,
      List<OutletResult> outlets,
      List<TopologyIssue> issues) {
    InputHash hash = new InputHash().add(parameters.toString()).add(Community.TYPE, community);
    buildings.forEach(building -> hash.add(Building.TYPE, building));
    connections.forEach(connection -> hash.add(ServiceConnection.TYPE, connection));
    Map<String, Manhole> nodes = new TreeMap<>();
    Map<String, NetworkEdge> pipes = new TreeMap<>();
    List<String> around = new ArrayList<>();
    for (OutletResult outlet : outlets) {
      outlet.trace().nodeIds().forEach(id -> take(id, nodes, pipes));
      for (SewerBreak found : outlet.breaks()) {
        network.incoming(found.nodeId()).forEach(pipe -> pipes.put(pipe.id(), pipe));
      }
      if (!outlet.breaks().isEmpty()) {
        takeAround(outlet.breaks().get(0).nodeId(), nodes, around);
      }
    }
    nodes.forEach((id, node) -> hash.add(hashOf(nodeHashes, Manhole.TYPE, node)));
    pipes.forEach((id, pipe) -> hash.add(hashOf(pipeHashes, Reach.TYPE, pipe.reach())));
    around.forEach(hash::add);
    outlets.forEach(outlet -> addFound(hash, outlet));
    for (TopologyIssue issue : issues) {
      hash.add(issue.code() + " " + issue.objectIds() + " " + issue.zh()).add(issue.geometry());
    }
    return hash.finish();
  }

  private void take(String id, Map<String, Manhole> nodes, Map<String, NetworkEdge> pipes) {
    Manhole node = network.findNode(id);
    if (node != null) {
      nodes.put(id, node);
      network.outgoing(id).forEach(pipe -> pipes.put(pipe.id(), pipe));
    }
  }

  private void takeAround(String id, Map<String, Manhole> nodes, List<String> around) {
    double radius = parameters.hookupRadiusMetres();
    network.nodesNear(id, radius).forEach(node -> nodes.put(node.id(), node));
    Coordinate place = network.position(id);
    if (place != null) {
      Envelope window = new Envelope(place);
      window.expandBy(radius);
      around.addAll(obstacles.hashesWithin(window));
    }
  }

  private static <T extends Feature> String hashOf(
      Map<String, String> known, FeatureType<T> type, T feature) {
    return known.computeIfAbsent(feature.id(), id -> new InputHash().add(type, feature).finish());
  }

  private static void addFound(InputHash hash, OutletResult outlet) {
    hash.add(outlet.connectionId()).add(outlet.connection().name());
    outlet.trace().terminals().forEach(end -> hash.add(SewerTrees.terminal(end).toString()));
    outlet.breaks().forEach(found -> hash.add(SewerTrees.found(found).toString()));
    outlet.hookups().forEach(one -> hash.add(SewerTrees.hookup(one).toString()));
  }
}
