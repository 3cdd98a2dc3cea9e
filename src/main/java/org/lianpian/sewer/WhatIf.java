package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Medium;
import org.lianpian.model.Provenance;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Says which communities would change their status if the network were another; nothing is saved.
 *
 * <p>Reads the input once; each question joins the network anew, {@code O(n log n)}. Not
 * thread-safe.
 */
public final class WhatIf {
  private final SewerInput input;
  private final StatusPass pass;
  private final DrainageModel model;
  private final List<CommunityStatus> before;

  public WhatIf(SewerInput input) {
    this.input = input;
    pass = new StatusPass(input);
    model = DrainageModel.of(input.manholes(), input.reaches(), input.parameters());
    before = pass.run(model);
  }

  /** A community whose status, rule or blocking object would change. */
  public record Difference(CommunityStatus before, CommunityStatus after) {}

  /** Returns the statuses as they are. */
  public List<CommunityStatus> statuses() {
    return before;
  }

  /**
   * Makes changes one after the other and returns who changes, by id.
   *
   * @throws IllegalArgumentException when a change names a pipe or node that does not exist
   */
  public List<Difference> apply(List<NetworkChange> changes) {
    Map<String, Reach> reaches = new TreeMap<>();
    input.reaches().forEach(reach -> reaches.put(reach.id(), reach));
    changes.forEach(change -> make(change, reaches));
    List<CommunityStatus> after =
        pass.run(DrainageModel.of(input.manholes(), reaches.values(), input.parameters()));
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        differences.add(new Difference(before.get(i), after.get(i)));
      }
    }
    return differences;
  }

  private void make(NetworkChange change, Map<String, Reach> reaches) {
    if (change instanceof NetworkChange.Flip flip) {
      Reach reach = known(flip.reachId(), reaches);
      reaches.put(reach.id(), reach.withFlowDirection(otherWay(reach)));
    } else if (change instanceof NetworkChange.Connect connect) {
      Reach laid = pipe(connect);
      reaches.put(laid.id(), laid);
    } else if (change instanceof NetworkChange.Delete delete) {
      reaches.remove(known(delete.reachId(), reaches).id());
    }
  }

  private static Reach known(String id, Map<String, Reach> reaches) {
    Reach reach = reaches.get(id);
    if (reach == null) {
      throw new IllegalArgumentException("reach must be one of the network, was " + id);
    }
    return reach;
  }

  /** Returns the direction against that in which the reach is taken to flow. */
  private FlowDirection otherWay(Reach reach) {
    if (reach.flowDirection() != FlowDirection.UNKNOWN) {
      return reach.flowDirection() == FlowDirection.FORWARD
          ? FlowDirection.BACKWARD
          : FlowDirection.FORWARD;
    }
    Double from = reach.invertFromMetres();
    Double to = reach.invertToMetres();
    boolean rises = from != null && to != null && from < to;
    return rises && NetworkBuilder.isByGravity(reach)
        ? FlowDirection.FORWARD
        : FlowDirection.BACKWARD;
  }

  private Reach pipe(NetworkChange.Connect connect) {
    Coordinate from = place(connect.fromNodeId());
    Coordinate to = place(connect.toNodeId());
    Geometry line = new GeometryFactory().createLineString(new Coordinate[] {from, to});
    return new Reach(
        "+" + connect.fromNodeId() + "-" + connect.toNodeId(),
        line,
        Provenance.of("what-if"),
        connect.fromNodeId(),
        connect.toNodeId(),
        Medium.SEWAGE,
        null,
        null,
        null,
        false,
        FlowDirection.FORWARD,
        FlowRegime.GRAVITY,
        ReachLevel.UNKNOWN,
        ReachState.IN_USE,
        "",
        null);
  }

  private Coordinate place(String nodeId) {
    Coordinate place = model.network().position(nodeId);
    if (place == null) {
      throw new IllegalArgumentException("node must be one with a position, was " + nodeId);
    }
    return place;
  }
}
