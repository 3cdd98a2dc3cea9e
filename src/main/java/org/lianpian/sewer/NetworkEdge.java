package org.lianpian.sewer;

import org.jspecify.annotations.Nullable;
import org.lianpian.model.Medium;
import org.lianpian.model.Reach;
import org.lianpian.model.ReachState;
import org.lianpian.sewer.network.DirectionSource;
import org.lianpian.sewer.network.JoinMethod;
import org.locationtech.jts.geom.Geometry;

/**
 * A pipe in the network, directed as its water flows.
 *
 * @param upstream the joint at which water enters
 * @param downstream the joint at which water leaves
 * @param reversed whether it flows against its stored ends
 * @param overflow whether water takes it only when a weir spills
 * @param dropMetres the fall along the flow, from the pipe's own inverts or else the nodes'; null
 *     when unknown, negative when it rises
 */
public record NetworkEdge(
    Reach reach,
    Joint upstream,
    Joint downstream,
    boolean reversed,
    DirectionSource direction,
    boolean overflow,
    @Nullable Double dropMetres) {

  public String id() {
    return reach.id();
  }

  public String from() {
    return upstream.nodeId();
  }

  public String to() {
    return downstream.nodeId();
  }

  public Medium medium() {
    return reach.medium();
  }

  /** Tells whether water can pass today: planned, unfinished and abandoned pipes do not count. */
  public boolean isPassable() {
    return reach.state() == ReachState.IN_USE || reach.state() == ReachState.UNKNOWN;
  }

  /** Tells whether an id and a position disagree at one of its ends. */
  public boolean isDisputed() {
    return upstream.method() == JoinMethod.CONFLICT || downstream.method() == JoinMethod.CONFLICT;
  }

  /** Tells whether a gravity pipe rises in a direction that nobody surveyed. */
  public boolean isSuspectedReversed() {
    return direction == DirectionSource.DIGITISED
        && NetworkBuilder.isByGravity(reach)
        && dropMetres != null
        && dropMetres < 0;
  }

  public double lengthMetres() {
    Geometry line = reach.geometry();
    return line == null ? 0 : line.getLength();
  }
}
