package org.lianpian.sewer.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;
import org.lianpian.model.Manhole;
import org.lianpian.model.Medium;
import org.lianpian.model.ServiceConnection;
import org.lianpian.policy.Spelling;
import org.lianpian.sewer.CommunityStatus;
import org.lianpian.sewer.DrainageModel;
import org.lianpian.sewer.HookupCandidate;
import org.lianpian.sewer.NetworkEdge;
import org.lianpian.sewer.OutletConnection;
import org.lianpian.sewer.OutletResult;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.StatusPass;
import org.lianpian.sewer.network.FlowPath;
import org.lianpian.sewer.network.FlowSearch;
import org.lianpian.sewer.network.FlowTrace;
import org.lianpian.sewer.network.PipeNetwork;
import org.lianpian.sewer.network.RouteMark;
import org.locationtech.jts.geom.Coordinate;

/**
 * Answers questions about one state of the network, built once. Thread-safe: one question at a
 * time, each {@code O(n + m)} of what it reaches.
 */
public final class NetworkQueries {
  private static final int SUGGESTIONS = 5;

  private final SewerInput input;
  private final DrainageModel model;
  private final FlowSearch search;
  private final Map<String, Community> communities;
  private final Map<String, List<ServiceConnection>> outlets;

  /** Joins the input's network, {@code O(n log n)}. */
  public NetworkQueries(SewerInput input) {
    this.input = input;
    model = DrainageModel.of(input);
    search = model.search();
    communities =
        input.communities().stream()
            .collect(Collectors.toMap(Community::id, Function.identity(), (a, b) -> a));
    outlets =
        input.connections().stream()
            .sorted(Comparator.comparing(ServiceConnection::id))
            .collect(Collectors.groupingBy(ServiceConnection::communityId));
  }

  public SewerInput input() {
    return input;
  }

  /**
   * Finds a place by its id, with {@code node:}, {@code pipe:} or {@code community:} before it when
   * the id alone is not enough.
   *
   * @throws UnknownPlaceException when there is none of that id, naming ids like it, or more than
   *     one
   */
  public synchronized NetworkPlace find(String text) {
    List<NetworkPlace> found = new ArrayList<>();
    for (NetworkPlace.Kind kind : NetworkPlace.Kind.values()) {
      boolean named = text.startsWith(kind.prefix());
      findAs(kind, named ? text.substring(kind.prefix().length()) : text).ifPresent(found::add);
    }
    if (found.size() > 1) {
      throw UnknownPlaceException.ambiguous(
          text, found.stream().map(place -> place.kind().prefix() + text).toList());
    }
    if (found.isEmpty()) {
      throw UnknownPlaceException.unknown(text, alike(text));
    }
    return found.get(0);
  }

  private Optional<NetworkPlace> findAs(NetworkPlace.Kind kind, String id) {
    return switch (kind) {
      case NODE -> Optional.ofNullable(model.findNode(id)).map(NetworkQueries::place);
      case PIPE -> Optional.ofNullable(model.findPipe(id)).map(NetworkQueries::place);
      case COMMUNITY -> Optional.ofNullable(communities.get(id)).map(this::place);
    };
  }

  private static NetworkPlace place(Manhole node) {
    List<String> here = List.of(node.id());
    return new NetworkPlace(
        NetworkPlace.Kind.NODE, node.id(), "", here, here, null, List.of(), water(node.medium()));
  }

  private static NetworkPlace place(NetworkEdge pipe) {
    return new NetworkPlace(
        NetworkPlace.Kind.PIPE,
        pipe.id(),
        "",
        List.of(pipe.from()),
        List.of(pipe.to()),
        pipe,
        List.of(),
        water(pipe.medium()));
  }

  private static Medium water(Medium medium) {
    return medium == Medium.STORM ? Medium.STORM : Medium.SEWAGE;
  }

  private NetworkPlace place(Community community) {
    List<String> nodes = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (ServiceConnection outlet : outlets.getOrDefault(community.id(), List.of())) {
      boolean known = model.findNode(outlet.nodeId()) != null;
      (known ? nodes : missing).add(known ? outlet.nodeId() : outlet.id());
    }
    return new NetworkPlace(
        NetworkPlace.Kind.COMMUNITY,
        community.id(),
        community.name(),
        nodes,
        nodes,
        null,
        missing,
        Medium.SEWAGE);
  }

  private List<String> alike(String text) {
    Set<String> names = new TreeSet<>(communities.keySet());
    PipeNetwork pipes = model.pipes();
    for (int node = 0; node < pipes.nodeCount(); node++) {
      names.add(pipes.nodeId(node));
    }
    for (int pipe = 0; pipe < pipes.pipeCount(); pipe++) {
      names.add(pipes.pipeId(pipe));
    }
    List<String> alike = Spelling.nearest(text, names, Math.max(1, text.length() / 4), SUGGESTIONS);
    return Stream.concat(alike.stream(), names.stream().filter(name -> name.contains(text)))
        .distinct()
        .limit(SUGGESTIONS)
        .toList();
  }

  /** Finds all that drains to a place, the nearest first. */
  public synchronized NetworkTrace upstream(NetworkPlace from) {
    FlowTrace found = search.upstream(numbers(from.above()));
    List<NetworkEdge> pipes = new ArrayList<>();
    Stream.ofNullable(from.pipe()).forEach(pipes::add);
    pipes.addAll(pipes(found.pipes()));
    return new NetworkTrace(
        TraceMode.UPSTREAM,
        from,
        null,
        nodeIds(found.nodes()),
        pipes,
        List.of(),
        nodeIds(found.ends()),
        null,
        false,
        List.of(),
        List.of());
  }

  /** Follows the water of a place over all branches. */
  public synchronized NetworkTrace downstream(NetworkPlace from) {
    return downstream(TraceMode.DOWNSTREAM, from, null);
  }

  /** Finds the way to a plant; without one, all branches and what keeps sewage from it. */
  public synchronized NetworkTrace toPlant(NetworkPlace from) {
    NetworkRoute route =
        search.toPlant(numbers(sewageNodes(from))).map(path -> route(from, path)).orElse(null);
    return downstream(TraceMode.TO_PLANT, from, route);
  }

  /** Returns the nodes whose water belongs to the plant: not the storm outlets of a community. */
  private List<String> sewageNodes(NetworkPlace from) {
    return from.kind() == NetworkPlace.Kind.COMMUNITY
        ? from.below().stream()
            .filter(
                node ->
                    outlets.getOrDefault(from.id(), List.of()).stream()
                        .anyMatch(
                            outlet ->
                                outlet.nodeId().equals(node) && outlet.medium() != Medium.STORM))
            .toList()
        : from.below();
  }

  private NetworkTrace downstream(TraceMode mode, NetworkPlace from, @Nullable NetworkRoute route) {
    List<OutletResult> judged = judge(from);
    Set<String> nodes = new TreeSet<>();
    Map<String, NetworkEdge> pipes = new TreeMap<>();
    Stream.ofNullable(from.pipe()).forEach(pipe -> pipes.put(pipe.id(), pipe));
    for (OutletResult outlet : judged) {
      nodes.addAll(outlet.trace().nodeIds());
      outlet.trace().edges().forEach(pipe -> pipes.put(pipe.id(), pipe));
    }
    return new NetworkTrace(
        mode,
        from,
        null,
        List.copyOf(nodes),
        List.copyOf(pipes.values()),
        judged.stream().flatMap(outlet -> outlet.trace().terminals().stream()).distinct().toList(),
        List.of(),
        route,
        false,
        judged.stream().flatMap(outlet -> outlet.breaks().stream()).distinct().toList(),
        judged.stream().flatMap(outlet -> outlet.hookups().stream()).distinct().toList());
  }

  /** Says of each outlet of a place where its water ends. */
  public synchronized List<OutletResult> judge(NetworkPlace from) {
    if (from.kind() == NetworkPlace.Kind.COMMUNITY) {
      return outlets.getOrDefault(from.id(), List.of()).stream()
          .filter(outlet -> from.below().contains(outlet.nodeId()))
          .map(model::judge)
          .toList();
    }
    return from.below().stream().map(node -> model.judgeNode(node, from.medium())).toList();
  }

  /**
   * Finds the way that water takes from one place to another, or else from the second to the first;
   * without a route no water gets from either to the other.
   */
  public synchronized NetworkTrace between(NetworkPlace from, NetworkPlace to) {
    NetworkRoute there = shortest(from, to);
    NetworkRoute back = there == null ? shortest(to, from) : null;
    NetworkRoute route = there == null ? back : there;
    List<NetworkEdge> pipes = route == null ? List.of() : route.pipes();
    Set<String> nodes = new TreeSet<>(from.below());
    nodes.addAll(to.above());
    pipes.forEach(pipe -> nodes.addAll(List.of(pipe.from(), pipe.to())));
    return new NetworkTrace(
        TraceMode.BETWEEN,
        from,
        to,
        List.copyOf(nodes),
        pipes,
        List.of(),
        List.of(),
        route,
        back != null,
        List.of(),
        List.of());
  }

  private @Nullable NetworkRoute shortest(NetworkPlace from, NetworkPlace to) {
    FlowPath best = null;
    for (int start : numbers(from.below())) {
      for (int goal : numbers(to.above())) {
        FlowPath path = search.between(start, goal).orElse(null);
        if (path != null && (best == null || path.pipes().length < best.pipes().length)) {
          best = path;
        }
      }
    }
    return best == null ? null : withEnd(route(from, best), to.pipe());
  }

  private static NetworkRoute withEnd(NetworkRoute route, @Nullable NetworkEdge last) {
    if (last == null || route.pipes().contains(last)) {
      return route;
    }
    List<NetworkEdge> pipes = new ArrayList<>(route.pipes());
    pipes.add(last);
    return new NetworkRoute(
        pipes,
        route.lengthMetres() + last.lengthMetres(),
        sum(route.dropMetres(), last.dropMetres()),
        (route.lengthMetres() + last.lengthMetres()) / FlowPath.SELF_CLEANSING_VELOCITY,
        route.passes());
  }

  private static @Nullable Double sum(@Nullable Double a, @Nullable Double b) {
    return a == null || b == null ? null : Double.valueOf(a + b);
  }

  private NetworkRoute route(NetworkPlace from, FlowPath path) {
    List<NetworkEdge> pipes = new ArrayList<>();
    Set<RouteMark> passes = EnumSet.noneOf(RouteMark.class);
    double metres = path.lengthMetres();
    NetworkEdge first = from.pipe();
    if (first != null) {
      pipes.add(first);
      metres += first.lengthMetres();
    }
    for (int pipe : path.pipes()) {
      pipes.add(model.pipe(pipe));
      for (RouteMark mark : RouteMark.values()) {
        if ((model.pipes().marks(pipe) & mark.bit()) != 0) {
          passes.add(mark);
        }
      }
    }
    Double drop = Double.isNaN(path.dropMetres()) ? null : Double.valueOf(path.dropMetres());
    return new NetworkRoute(
        pipes,
        metres,
        first == null ? drop : sum(drop, first.dropMetres()),
        metres / FlowPath.SELF_CLEANSING_VELOCITY,
        passes);
  }

  /**
   * Returns the pipes to draw a profile of: the way to the other place, or else to the plant, or
   * else, where sewage does not get there, the branch that decided.
   *
   * @param to null for the plant
   */
  public synchronized List<NetworkEdge> profileRoute(NetworkPlace from, @Nullable NetworkPlace to) {
    NetworkRoute route = to == null ? toPlant(from).route() : between(from, to).route();
    if (route != null || to != null) {
      return route == null ? List.of() : route.pipes();
    }
    List<NetworkEdge> pipes = new ArrayList<>();
    Stream.ofNullable(from.pipe()).forEach(pipes::add);
    judge(from).stream()
        .filter(outlet -> outlet.deciding() != null)
        .min(
            Comparator.comparing((OutletResult outlet) -> outlet.medium() == Medium.STORM)
                .thenComparing(OutletResult::connection))
        .flatMap(outlet -> Optional.ofNullable(outlet.deciding()))
        .ifPresent(end -> pipes.addAll(end.route()));
    return pipes;
  }

  /** Returns what could take the sewage of the place's nodes, the nearest first (US-E05). */
  public synchronized Map<String, List<HookupCandidate>> hookups(NetworkPlace place) {
    Map<String, List<HookupCandidate>> candidates = new TreeMap<>();
    place.below().forEach(node -> candidates.put(node, model.hookupsAround(node)));
    return candidates;
  }

  /** Says where sewage from a node ends; unknown without such a node. */
  public synchronized OutletConnection connectionOf(String nodeId) {
    return model.connectionOf(nodeId);
  }

  /** Returns the status of every community, by id. */
  public synchronized List<CommunityStatus> statuses() {
    return new StatusPass(input).run(model);
  }

  /** Returns the node, or null when there is none of that id. */
  public synchronized @Nullable Manhole findNode(String id) {
    return model.findNode(id);
  }

  /** Returns where nodes are; those nobody knows the place of are left out. */
  public synchronized Map<String, Coordinate> positions(Collection<String> nodeIds) {
    Map<String, Coordinate> positions = new HashMap<>();
    for (String id : nodeIds) {
      Coordinate position = model.position(id);
      if (position != null) {
        positions.put(id, position);
      }
    }
    return positions;
  }

  private int[] numbers(List<String> nodeIds) {
    return nodeIds.stream().mapToInt(model.pipes()::findNode).toArray();
  }

  private List<String> nodeIds(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(model.pipes()::nodeId).sorted().toList();
  }

  private List<NetworkEdge> pipes(int[] numbers) {
    return Arrays.stream(numbers).mapToObj(model::pipe).toList();
  }
}
