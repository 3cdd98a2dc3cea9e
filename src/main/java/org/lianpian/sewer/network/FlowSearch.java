package org.lianpian.sewer.network;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.lianpian.model.ManholeKind;

/**
 * Traces water through pipes in use, over all branches; overflows included.
 *
 * <p>Keeps its memory between searches, 12 bytes a node, and allocates only results. {@code O(n +
 * m)} of what is reached. Not thread-safe; make one per thread.
 */
public final class FlowSearch {
  private final PipeNetwork network;
  private final Stamps reached;
  private final Stamps ending;
  private final IntList nodes = new IntList();
  private final IntList before = new IntList();
  private final IntList via = new IntList();
  private final IntList pipes = new IntList();
  private final IntList ends = new IntList();
  private final IntList looping = new IntList();
  private final IntList stack = new IntList();

  public FlowSearch(PipeNetwork network) {
    this.network = network;
    reached = new Stamps(network.nodeCount());
    ending = new Stamps(network.nodeCount());
  }

  /** Follows the water from nodes to all ends; numbers of -1 alone give a trace without start. */
  public FlowTrace downstream(int... starts) {
    begin(starts);
    for (int at = 0; at < nodes.size(); at++) {
      if (!spreadDown(at)) {
        ends.add(nodes.get(at));
      }
    }
    findLoops();
    return result();
  }

  /** Finds all that drains to one of the nodes. */
  public FlowTrace upstream(int... starts) {
    begin(starts);
    for (int at = 0; at < nodes.size(); at++) {
      if (!spreadUp(at)) {
        ends.add(nodes.get(at));
      }
    }
    return result();
  }

  /** Finds the way with the fewest pipes between two nodes; empty when no water gets there. */
  public Optional<FlowPath> between(int start, int goal) {
    return path(node -> node == goal, start);
  }

  /** Finds the way with the fewest pipes from one of the nodes to a treatment plant. */
  public Optional<FlowPath> toPlant(int... starts) {
    return path(node -> network.kind(node) == ManholeKind.WWTP, starts);
  }

  private Optional<FlowPath> path(IntPredicate isGoal, int... starts) {
    begin(starts);
    for (int at = 0; at < nodes.size(); at++) {
      if (isGoal.test(nodes.get(at))) {
        return Optional.of(result().path(network, at));
      }
      spreadDown(at);
    }
    return Optional.empty();
  }

  private void begin(int... starts) {
    reached.clear();
    nodes.clear();
    before.clear();
    via.clear();
    pipes.clear();
    ends.clear();
    looping.clear();
    for (int start : starts) {
      if (start >= 0) {
        reach(start, -1, -1);
      }
    }
  }

  private void reach(int node, int from, int pipe) {
    if (reached.add(node)) {
      nodes.add(node);
      before.add(from);
      via.add(pipe);
    }
  }

  /** Follows the pipes out of a node; returns whether there is one. */
  private boolean spreadDown(int at) {
    int node = nodes.get(at);
    if (network.isEnd(node)) {
      return false;
    }
    boolean onward = false;
    for (int slot = network.firstOut(node); slot < network.firstOut(node + 1); slot++) {
      int pipe = network.outgoing(slot);
      if (network.isPassable(pipe)) {
        onward = true;
        pipes.add(pipe);
        reach(network.to(pipe), at, pipe);
      }
    }
    return onward;
  }

  private boolean spreadUp(int at) {
    int node = nodes.get(at);
    boolean fed = false;
    for (int slot = network.firstIn(node); slot < network.firstIn(node + 1); slot++) {
      int pipe = network.incoming(slot);
      if (network.isPassable(pipe) && !network.isEnd(network.from(pipe))) {
        fed = true;
        pipes.add(pipe);
        reach(network.from(pipe), at, pipe);
      }
    }
    return fed;
  }

  /** Goes back from the ends; what is left runs in a loop. */
  private void findLoops() {
    ending.clear();
    stack.clear();
    for (int i = 0; i < ends.size(); i++) {
      ending.add(ends.get(i));
      stack.add(ends.get(i));
    }
    while (stack.size() > 0) {
      int node = stack.removeLast();
      for (int slot = network.firstIn(node); slot < network.firstIn(node + 1); slot++) {
        int pipe = network.incoming(slot);
        int from = network.from(pipe);
        if (network.isPassable(pipe)
            && reached.contains(from)
            && !network.isEnd(from)
            && ending.add(from)) {
          stack.add(from);
        }
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      if (!ending.contains(nodes.get(i))) {
        looping.add(nodes.get(i));
      }
    }
  }

  private FlowTrace result() {
    return new FlowTrace(
        nodes.toArray(),
        before.toArray(),
        via.toArray(),
        pipes.toArray(),
        ends.toArray(),
        looping.toArray());
  }
}
