package org.lianpian.sewer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.ReachLevel;
import org.lianpian.sewer.network.RouteMark;
import org.lianpian.sewer.network.TraceResult;

/**
 * Follows water through a network, over all branches.
 *
 * <p>A branch ends at a plant, an outfall, a capped stub, a node without a pipe in use, or never:
 * in a loop without exit. A municipal pipe that ends at a node with no other pipe and no node
 * around it that does not drain to it leaves the survey.
 *
 * <p>The search runs over nodes together with what the water has passed (64 combinations), so that
 * each terminal is known with every kind of route to it. Cost: {@code O(64 · (n + m))}.
 * Thread-safe.
 */
public final class NetworkTracer {
  private final SewerNetwork network;
  private final double surveyEdgeMetres;

  /**
   * @param surveyEdgeMetres how far around the end of a municipal pipe nothing else may lie for the
   *     pipe to leave the survey
   */
  public NetworkTracer(SewerNetwork network, double surveyEdgeMetres) {
    this.network = network;
    this.surveyEdgeMetres = surveyEdgeMetres;
  }

  /** A node reached by a kind of route. */
  private record State(String nodeId, Set<RouteMark> marks) {}

  /** How a state was first reached. */
  private record Step(@Nullable State before, @Nullable NetworkEdge edge) {}

  /** Follows the water; a start that the network does not have gives {@code NO_START}. */
  public Trace downstream(String startId) {
    if (network.findNode(startId) == null) {
      return Trace.withoutStart(startId);
    }
    Map<State, Step> steps = new LinkedHashMap<>();
    Map<String, NetworkEdge> passed = new TreeMap<>();
    Deque<State> queue = new ArrayDeque<>();
    State start = new State(startId, Set.of());
    steps.put(start, new Step(null, null));
    queue.add(start);
    List<TraceTerminal> terminals = new ArrayList<>();
    while (!queue.isEmpty()) {
      State state = queue.remove();
      List<NetworkEdge> onward = onward(state.nodeId());
      if (onward.isEmpty()) {
        List<NetworkEdge> route = route(steps, state);
        terminals.add(terminal(startId, state, result(state, route), route));
      }
      for (NetworkEdge edge : onward) {
        passed.put(edge.id(), edge);
        State next = new State(edge.to(), marksAfter(state.marks(), edge));
        if (steps.putIfAbsent(next, new Step(state, edge)) == null) {
          queue.add(next);
        }
      }
    }
    addLoop(startId, steps, passed.values(), terminals);
    Set<String> nodeIds = new TreeSet<>();
    steps.keySet().forEach(state -> nodeIds.add(state.nodeId()));
    return new Trace(
        startId,
        List.copyOf(nodeIds),
        List.copyOf(passed.values()),
        terminals.stream()
            .sorted(
                Comparator.comparing(TraceTerminal::result)
                    .thenComparing(terminal -> terminal.route().size())
                    .thenComparing(TraceTerminal::nodeId)
                    .thenComparing(terminal -> terminal.marks().toString()))
            .toList(),
        List.of());
  }

  /** Finds all that drains to a node through pipes in use; overflows included. */
  public Trace upstream(String startId) {
    Set<String> reached = new TreeSet<>();
    Map<String, NetworkEdge> passed = new TreeMap<>();
    Set<String> heads = new TreeSet<>();
    Deque<String> queue = new ArrayDeque<>();
    if (network.findNode(startId) != null) {
      reached.add(startId);
      queue.add(startId);
    }
    while (!queue.isEmpty()) {
      String nodeId = queue.remove();
      boolean head = true;
      for (NetworkEdge edge : network.incoming(nodeId)) {
        if (edge.isPassable() && !isEnd(edge.from())) {
          head = false;
          passed.put(edge.id(), edge);
          if (reached.add(edge.from())) {
            queue.add(edge.from());
          }
        }
      }
      if (head) {
        heads.add(nodeId);
      }
    }
    return new Trace(
        startId, List.copyOf(reached), List.copyOf(passed.values()), List.of(), List.copyOf(heads));
  }

  /** Returns the pipes in use by which water leaves a node. */
  private List<NetworkEdge> onward(String nodeId) {
    return isEnd(nodeId)
        ? List.of()
        : network.outgoing(nodeId).stream().filter(NetworkEdge::isPassable).toList();
  }

  private boolean isEnd(String nodeId) {
    Manhole node = network.findNode(nodeId);
    ManholeKind kind = node == null ? ManholeKind.UNKNOWN : node.kind();
    return kind == ManholeKind.WWTP
        || kind == ManholeKind.OUTFALL
        || kind == ManholeKind.CAPPED_STUB;
  }

  private Set<RouteMark> marksAfter(Set<RouteMark> before, NetworkEdge edge) {
    EnumSet<RouteMark> marks = EnumSet.noneOf(RouteMark.class);
    marks.addAll(before);
    Manhole from = network.findNode(edge.from());
    if (edge.overflow()) {
      marks.add(RouteMark.OVERFLOW);
    } else if (edge.medium() == Medium.STORM) {
      marks.add(RouteMark.STORM);
    } else if (edge.medium() == Medium.INTERCEPTING
        || (from != null && from.kind() == ManholeKind.INTERCEPTOR)) {
      marks.add(RouteMark.INTERCEPTED);
    }
    if (edge.medium() == Medium.COMBINED) {
      marks.add(RouteMark.COMBINED);
    }
    if (edge.isSuspectedReversed()) {
      marks.add(RouteMark.RISING);
    }
    if (edge.isDisputed()) {
      marks.add(RouteMark.DISPUTED);
    }
    return marks;
  }

  private TraceResult result(State state, List<NetworkEdge> route) {
    Manhole node = network.findNode(state.nodeId());
    ManholeKind kind = node == null ? ManholeKind.UNKNOWN : node.kind();
    if (kind == ManholeKind.WWTP) {
      return TraceResult.REACHES_WWTP;
    }
    if (kind == ManholeKind.OUTFALL) {
      return TraceResult.REACHES_OUTFALL;
    }
    boolean stormNode = node != null && node.medium() == Medium.STORM;
    if (state.marks().contains(RouteMark.STORM) || stormNode) {
      return TraceResult.REACHES_STORM;
    }
    return kind != ManholeKind.CAPPED_STUB && leavesSurvey(state.nodeId(), route)
        ? TraceResult.REACHES_MUNICIPAL
        : TraceResult.DEAD_END;
  }

  private boolean leavesSurvey(String nodeId, List<NetworkEdge> route) {
    return !route.isEmpty()
        && route.get(route.size() - 1).reach().level() == ReachLevel.MUNICIPAL
        && isSurveyEdge(nodeId);
  }

  /** Tells whether a node is where one municipal pipe leaves the survey. */
  boolean isSurveyEdge(String nodeId) {
    List<NetworkEdge> incoming = network.incoming(nodeId);
    if (incoming.size() != 1
        || !network.outgoing(nodeId).isEmpty()
        || incoming.get(0).reach().level() != ReachLevel.MUNICIPAL
        || !incoming.get(0).isPassable()) {
      return false;
    }
    Set<String> drainsToIt = new HashSet<>(upstream(nodeId).nodeIds());
    return network.nodesNear(nodeId, surveyEdgeMetres).stream()
        .allMatch(node -> drainsToIt.contains(node.id()));
  }

  /** Adds a terminal for water that can reach no end: it runs in a loop. */
  private void addLoop(
      String startId,
      Map<State, Step> steps,
      Iterable<NetworkEdge> passed,
      List<TraceTerminal> terminals) {
    Map<String, List<String>> backward = new TreeMap<>();
    for (NetworkEdge edge : passed) {
      backward.computeIfAbsent(edge.to(), id -> new ArrayList<>()).add(edge.from());
    }
    Set<String> ending = new HashSet<>();
    Deque<String> queue = new ArrayDeque<>();
    terminals.forEach(terminal -> queue.add(terminal.nodeId()));
    while (!queue.isEmpty()) {
      String nodeId = queue.remove();
      if (ending.add(nodeId)) {
        queue.addAll(backward.getOrDefault(nodeId, List.of()));
      }
    }
    steps.keySet().stream()
        .filter(state -> !ending.contains(state.nodeId()))
        .min(
            Comparator.comparing((State state) -> state.nodeId())
                .thenComparing(state -> state.marks().toString()))
        .ifPresent(
            state ->
                terminals.add(terminal(startId, state, TraceResult.LOOP, route(steps, state))));
  }

  private TraceTerminal terminal(
      String startId, State state, TraceResult result, List<NetworkEdge> route) {
    Manhole start = network.findNode(startId);
    Manhole end = network.findNode(state.nodeId());
    Double from = start == null ? null : start.invertLevelMetres();
    Double to = end == null ? null : end.invertLevelMetres();
    return new TraceTerminal(
        state.nodeId(),
        result,
        state.marks(),
        route,
        from == null || to == null ? null : from - to);
  }

  private static List<NetworkEdge> route(Map<State, Step> steps, State end) {
    List<NetworkEdge> route = new ArrayList<>();
    Step step = steps.get(end);
    while (step != null && step.edge() != null && step.before() != null) {
      route.add(0, step.edge());
      step = steps.get(step.before());
    }
    return route;
  }
}
