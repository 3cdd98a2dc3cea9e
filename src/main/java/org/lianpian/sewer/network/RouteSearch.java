package org.lianpian.sewer.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;

/**
 * Follows water over all branches, telling apart routes by what they passed: the search runs over
 * nodes together with sets of {@link RouteMark}, first come first served, so that the route to each
 * end is a shortest one.
 *
 * <p>Keeps its memory between searches, 16 bytes a node. {@code O(64 · (n + m))} of what is reached
 * at worst. Not thread-safe.
 */
public final class RouteSearch {
  private static final String[] MARKS = markTexts();

  private final PipeNetwork network;
  private final SurveyEdges surveyEdges;
  private final Stamps reached;
  private final Stamps ending;
  private final long[] marksAt;
  private final Stamps passed;
  private final IntList node = new IntList();
  private final IntList marks = new IntList();
  private final IntList before = new IntList();
  private final IntList via = new IntList();
  private final IntList nodes = new IntList();
  private final IntList pipes = new IntList();
  private final IntList stack = new IntList();

  public RouteSearch(PipeNetwork network, SurveyEdges surveyEdges) {
    this.network = network;
    this.surveyEdges = surveyEdges;
    reached = new Stamps(network.nodeCount());
    ending = new Stamps(network.nodeCount());
    marksAt = new long[network.nodeCount()];
    passed = new Stamps(network.pipeCount());
  }

  private static String[] markTexts() {
    String[] texts = new String[1 << RouteMark.values().length];
    for (int set = 0; set < texts.length; set++) {
      EnumSet<RouteMark> marks = EnumSet.noneOf(RouteMark.class);
      for (RouteMark mark : RouteMark.values()) {
        if ((set & mark.bit()) != 0) {
          marks.add(mark);
        }
      }
      texts[set] = marks.toString();
    }
    return texts;
  }

  /** Follows the water from a node of the network. */
  public RouteTrace downstream(int start) {
    clear();
    reach(start, 0, -1, -1);
    List<RouteEnd> ends = new ArrayList<>();
    for (int state = 0; state < node.size(); state++) {
      if (!spread(state)) {
        ends.add(end(state, result(state)));
      }
    }
    addLoop(ends);
    ends.sort(
        Comparator.comparing(RouteEnd::result)
            .thenComparingInt(end -> end.route().length)
            .thenComparing(end -> network.nodeId(end.node()))
            .thenComparing(end -> MARKS[end.marks()]));
    return new RouteTrace(nodes.toArray(), pipes.toArray(), ends);
  }

  private void clear() {
    reached.clear();
    passed.clear();
    node.clear();
    marks.clear();
    before.clear();
    via.clear();
    nodes.clear();
    pipes.clear();
  }

  private void reach(int at, int set, int from, int pipe) {
    if (reached.add(at)) {
      marksAt[at] = 0;
      nodes.add(at);
    }
    long bit = 1L << set;
    if ((marksAt[at] & bit) == 0) {
      marksAt[at] |= bit;
      node.add(at);
      marks.add(set);
      before.add(from);
      via.add(pipe);
    }
  }

  private boolean spread(int state) {
    int at = node.get(state);
    if (network.isEnd(at)) {
      return false;
    }
    boolean onward = false;
    for (int slot = network.firstOut(at); slot < network.firstOut(at + 1); slot++) {
      int pipe = network.outgoing(slot);
      if (network.isPassable(pipe)) {
        onward = true;
        if (passed.add(pipe)) {
          pipes.add(pipe);
        }
        reach(network.to(pipe), marks.get(state) | network.marks(pipe), state, pipe);
      }
    }
    return onward;
  }

  private TraceResult result(int state) {
    int at = node.get(state);
    ManholeKind kind = network.kind(at);
    if (kind == ManholeKind.WWTP) {
      return TraceResult.REACHES_WWTP;
    }
    if (kind == ManholeKind.OUTFALL) {
      return TraceResult.REACHES_OUTFALL;
    }
    boolean storm = (marks.get(state) & RouteMark.STORM.bit()) != 0;
    if (storm || network.nodeMedium(at) == Medium.STORM) {
      return TraceResult.REACHES_STORM;
    }
    boolean leaves =
        kind != ManholeKind.CAPPED_STUB
            && via.get(state) >= 0
            && network.isMunicipal(via.get(state))
            && surveyEdges.contains(at);
    return leaves ? TraceResult.REACHES_MUNICIPAL : TraceResult.DEAD_END;
  }

  private RouteEnd end(int state, TraceResult result) {
    int count = 0;
    for (int at = state; before.get(at) >= 0; at = before.get(at)) {
      count++;
    }
    int[] route = new int[count];
    for (int at = state; before.get(at) >= 0; at = before.get(at)) {
      route[--count] = via.get(at);
    }
    return new RouteEnd(node.get(state), result, marks.get(state), route);
  }

  /** Adds an end for water that can reach none: it runs in a loop. */
  private void addLoop(List<RouteEnd> ends) {
    ending.clear();
    stack.clear();
    for (RouteEnd end : ends) {
      if (ending.add(end.node())) {
        stack.add(end.node());
      }
    }
    while (stack.size() > 0) {
      int at = stack.removeLast();
      for (int slot = network.firstIn(at); slot < network.firstIn(at + 1); slot++) {
        int pipe = network.incoming(slot);
        if (passed.contains(pipe) && ending.add(network.from(pipe))) {
          stack.add(network.from(pipe));
        }
      }
    }
    int first = -1;
    for (int state = 0; state < node.size(); state++) {
      if (!ending.contains(node.get(state)) && (first < 0 || comesBefore(state, first))) {
        first = state;
      }
    }
    if (first >= 0) {
      ends.add(end(first, TraceResult.LOOP));
    }
  }

  private boolean comesBefore(int state, int other) {
    int byNode = network.nodeId(node.get(state)).compareTo(network.nodeId(node.get(other)));
    return byNode != 0
        ? byNode < 0
        : MARKS[marks.get(state)].compareTo(MARKS[marks.get(other)]) < 0;
  }
}
