package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Provenance;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;
import org.lianpian.sewer.network.BreakType;
import org.lianpian.sewer.network.Ending;
import org.lianpian.sewer.network.FlowSearch;
import org.lianpian.sewer.network.Outcomes;
import org.lianpian.sewer.network.PipeNetwork;
import org.lianpian.sewer.network.PipeSurvey;
import org.lianpian.sewer.network.Repair;
import org.lianpian.sewer.network.RepairSearch;
import org.lianpian.sewer.network.RouteEnd;
import org.lianpian.sewer.network.RouteMark;
import org.lianpian.sewer.network.RouteSearch;
import org.lianpian.sewer.network.RouteTrace;
import org.lianpian.sewer.network.SurveyEdges;
import org.locationtech.jts.geom.Coordinate;

/**
 * A drainage network in arrays, ready for questions: where water from a node goes, what keeps it
 * from the plant, and what becomes of every community.
 *
 * <p>Where sewage ends is found once for all nodes; routes, breaks and candidates only where they
 * are asked for. Not thread-safe, for searches share memory.
 */
public final class DrainageModel implements OutletJudge {
  private final ArrayNetwork network;
  private final PipeNetwork pipes;
  private final Outcomes outcomes;
  private final RouteSearch routes;
  private final RepairSearch repairs;
  private final HookupFinder hookups;

  /** What each group of endings makes of an outlet, once known. */
  private final @Nullable OutletConnection[] connectionOfGroup;

  private DrainageModel(ArrayNetwork network, SewerParameters parameters, Obstacles obstacles) {
    this.network = network;
    pipes = network.pipes();
    SurveyEdges surveyEdges = new SurveyEdges(pipes, parameters.hookupRadiusMetres());
    outcomes = Outcomes.of(pipes, surveyEdges);
    routes = new RouteSearch(pipes, surveyEdges);
    repairs = new RepairSearch(pipes, surveyEdges, outcomes, parameters.gapMetres());
    hookups = new HookupFinder(network, parameters, obstacles, this::isConnected);
    connectionOfGroup = new OutletConnection[outcomes.groups()];
  }

  /** Joins nodes and pipes and finds where water ends from each node; {@code O(n log n)}. */
  public static DrainageModel of(
      Collection<Manhole> manholes, Collection<Reach> reaches, SewerParameters parameters) {
    return new DrainageModel(
        ArrayNetwork.of(manholes, reaches, parameters),
        parameters,
        new Obstacles(List.of(), List.of()));
  }

  /** Joins the input's nodes and pipes, and knows what new pipes would have to cross. */
  public static DrainageModel of(SewerInput input) {
    return new DrainageModel(
        ArrayNetwork.of(input.manholes(), input.reaches(), input.parameters()),
        input.parameters(),
        new Obstacles(input.roads(), input.watercourses()));
  }

  /** Takes features into columns, from which a network is joined; their ids must be unique. */
  public static PipeSurvey survey(Collection<Manhole> manholes, Collection<Reach> reaches) {
    return ArrayNetwork.survey(manholes, reaches);
  }

  SewerNetwork network() {
    return network;
  }

  /** Returns the arrays; a node's number is {@link PipeNetwork#findNode} of its id. */
  public PipeNetwork pipes() {
    return pipes;
  }

  /** Makes a search over the network; one per thread. */
  public FlowSearch search() {
    return new FlowSearch(pipes);
  }

  /** Returns the node of that id, surveyed or implied, or null. */
  public @Nullable Manhole findNode(String id) {
    return network.findNode(id);
  }

  /** Returns where a node is, or null when there is none of that id or nobody knows. */
  public @Nullable Coordinate position(String nodeId) {
    return network.position(nodeId);
  }

  /** Returns the pipe of that id as it flows, or null; {@code O(log n)}. */
  public @Nullable NetworkEdge findPipe(String id) {
    int low = 0;
    int high = pipes.pipeCount() - 1;
    while (low <= high) {
      // pipes are numbered in the order of their ids
      int middle = (low + high) >>> 1;
      int order = pipes.pipeId(middle).compareTo(id);
      if (order == 0) {
        return network.edge(middle);
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return null;
  }

  /** Returns the pipe of a number of {@link #pipes} as it flows. */
  public NetworkEdge pipe(int number) {
    return network.edge(number);
  }

  /** Says where sewage let in at a node ends, what keeps it from the plant, and what would help. */
  public OutletResult judgeNode(String nodeId, Medium medium) {
    return judge(
        new ServiceConnection(
            nodeId,
            null,
            Provenance.of("question"),
            "",
            null,
            nodeId,
            medium,
            ConnectionEvidence.NONE,
            null));
  }

  /** Returns the hook-up candidates around a node, usable or not, the nearest first (US-E05). */
  public List<HookupCandidate> hookupsAround(String nodeId) {
    return hookups.find(nodeId);
  }

  /** Says where sewage from a node ends, the worst of its branches; unknown without such a node. */
  public OutletConnection connectionOf(String nodeId) {
    int node = pipes.findNode(nodeId);
    return node < 0 ? OutletConnection.UNKNOWN : connectionOf(node);
  }

  OutletConnection connectionOf(int node) {
    if (outcomes.drainsIntoLoop(node)) {
      return BranchRules.judge(ending(deciding(routes.downstream(node))));
    }
    int group = outcomes.groupOf(node);
    OutletConnection known = connectionOfGroup[group];
    if (known == null) {
      known =
          BranchRules.deciding(outcomes.endings(group), ending -> ending).stream()
              .map(BranchRules::judge)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      connectionOfGroup[group] = known;
    }
    boolean atTheEdge =
        known == OutletConnection.LEAVES_SURVEY && pipes.firstOut(node) == pipes.firstOut(node + 1);
    return atTheEdge ? OutletConnection.BROKEN : known;
  }

  boolean passesSewer(int node) {
    return outcomes.passesSewer(node);
  }

  private boolean isConnected(String nodeId) {
    return connectionOf(nodeId).isConnected();
  }

  /** Finds out where the water of an outlet goes, with everything that shows it. */
  @Override
  public OutletResult judge(ServiceConnection connection) {
    int node = pipes.findNode(connection.nodeId());
    if (node < 0) {
      return OutletResult.of(
          connection,
          OutletConnection.UNKNOWN,
          Trace.withoutStart(connection.nodeId()),
          null,
          List.of(),
          List.of());
    }
    RouteTrace found = routes.downstream(node);
    RouteEnd end = deciding(found);
    OutletConnection judged = BranchRules.judge(ending(end));
    List<SewerBreak> breaks = breaks(node, connection.medium(), judged, found, end);
    return OutletResult.of(
        connection,
        judged,
        trace(node, found),
        terminal(node, end),
        breaks,
        hookups(judged, breaks));
  }

  private List<HookupCandidate> hookups(OutletConnection judged, List<SewerBreak> breaks) {
    boolean missing =
        !breaks.isEmpty()
            && (judged.isMisconnected() || breaks.get(0).type() == BreakType.MISSING_PIPE);
    return missing ? hookups.find(breaks.get(0).nodeId()) : List.of();
  }

  /**
   * Returns what keeps sewage of a node from the plant, first in the direction of flow.
   *
   * @param judged what {@link #connectionOf} says of the node
   */
  Optional<SewerBreak> firstBreak(int node, Medium medium, OutletConnection judged) {
    if (judged != OutletConnection.BROKEN && !judged.isMisconnected()) {
      return Optional.empty();
    }
    RouteTrace found = routes.downstream(node);
    return breaks(node, medium, judged, found, deciding(found)).stream().findFirst();
  }

  /**
   * Finds where sewage that enters at a node gets into a storm drain or the river.
   *
   * @return empty when it does not, or there is no such node
   */
  public Optional<Misconnection> misconnectionOf(String nodeId) {
    int node = pipes.findNode(nodeId);
    if (node < 0 || !connectionOf(node).isMisconnected()) {
      return Optional.empty();
    }
    TraceTerminal end = terminal(node, deciding(routes.downstream(node)));
    return Optional.of(
        new Misconnection(nodeId, connectionOf(node), BreakWords.misconnection(end), end));
  }

  private List<SewerBreak> breaks(
      int node, Medium medium, OutletConnection judged, RouteTrace found, RouteEnd end) {
    if (medium == Medium.STORM) {
      return List.of();
    }
    if (judged.isMisconnected()) {
      return List.of(BreakWords.misconnection(terminal(node, end)));
    }
    if (judged != OutletConnection.BROKEN) {
      return List.of();
    }
    boolean otherwiseConnected =
        found.ends().stream().anyMatch(one -> BranchRules.judge(ending(one)).reachesSewer());
    return repairs.find(otherwiseConnected ? end.node() : node, end.node(), found.pipes()).stream()
        .map(this::worded)
        .toList();
  }

  private SewerBreak worded(Repair repair) {
    return switch (repair.type()) {
      case REVERSED -> BreakWords.reversed(network, network.edge(repair.pipe()));
      case GAP ->
          BreakWords.gap(network, pipes.nodeId(repair.node()), pipes.nodeId(repair.otherNode()));
      case CAPPED -> BreakWords.capped(network.edge(repair.pipe()));
      case MEDIUM_JUMP -> BreakWords.stormDrain(network.edge(repair.pipe()));
      case ABANDONED -> BreakWords.abandoned(network.edge(repair.pipe()));
      case MISSING_PIPE -> BreakWords.missingPipe(network, pipes.nodeId(repair.node()));
    };
  }

  private RouteEnd deciding(RouteTrace found) {
    return BranchRules.deciding(found.ends(), this::ending).stream()
        .min(Comparator.comparing(end -> BranchRules.judge(ending(end))))
        .orElseThrow();
  }

  private Ending ending(RouteEnd end) {
    boolean capped = pipes.kind(end.node()) == ManholeKind.CAPPED_STUB;
    return new Ending(end.result(), end.marks(), capped);
  }

  private Trace trace(int start, RouteTrace found) {
    List<String> nodeIds = new ArrayList<>(found.nodes().length);
    for (int node : found.nodes()) {
      nodeIds.add(pipes.nodeId(node));
    }
    nodeIds.sort(null);
    // pipes are numbered in the order of their ids
    int[] sorted = found.pipes().clone();
    Arrays.sort(sorted);
    return new Trace(
        pipes.nodeId(start),
        nodeIds,
        edges(sorted),
        found.ends().stream().map(end -> terminal(start, end)).toList(),
        List.of());
  }

  private TraceTerminal terminal(int start, RouteEnd end) {
    double drop = pipes.invert(start) - pipes.invert(end.node());
    Set<RouteMark> marks = EnumSet.noneOf(RouteMark.class);
    for (RouteMark mark : RouteMark.values()) {
      if ((end.marks() & mark.bit()) != 0) {
        marks.add(mark);
      }
    }
    return new TraceTerminal(
        pipes.nodeId(end.node()),
        end.result(),
        marks,
        edges(end.route()),
        Double.isNaN(drop) ? null : drop);
  }

  private List<NetworkEdge> edges(int[] numbers) {
    List<NetworkEdge> found = new ArrayList<>(numbers.length);
    for (int pipe : numbers) {
      found.add(network.edge(pipe));
    }
    return found;
  }
}
