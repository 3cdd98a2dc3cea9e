package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.ConnectionEvidence;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.InputHash;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.Progress;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;

/**
 * The plain engine of the sewer analysis: traces each outlet by itself.
 *
 * <p>An outlet is judged by all its branches that do not pass an overflow; the worst decides. A
 * capped stub beside another branch is no dead end, nor is what lies up a pipe that is suspected of
 * being reversed. A route over a joint at which id and position disagree is not established.
 * Dwellings are the buildings of the community that are neither sheds nor non-residential.
 *
 * <p>Stateless and thread-safe. Cost: outlets × (n + m) at worst.
 */
public final class PlainConnectionAssessor implements ConnectionAssessor {

  @Override
  public List<SewerResult> assess(SewerInput input, Progress progress) {
    Run run = new Run(input);
    List<Community> communities = sorted(input.communities());
    List<SewerResult> results = new ArrayList<>();
    for (Community community : communities) {
      progress.report("sewer", results.size(), communities.size());
      results.add(run.assess(community));
    }
    progress.report("sewer", results.size(), communities.size());
    return results;
  }

  private static <T extends Feature> List<T> sorted(Collection<T> features) {
    return features.stream().sorted(Comparator.comparing(Feature::id)).toList();
  }

  /** One assessment: the network and what was found out about it so far. */
  private static final class Run {
    private final SewerParameters parameters;
    private final SewerNetwork network;
    private final NetworkTracer tracer;
    private final BreakLocator breakLocator;
    private final HookupFinder hookupFinder;
    private final List<TopologyIssue> issues;
    private final Map<String, List<Building>> buildings;
    private final Map<String, List<ServiceConnection>> connections;
    private final Map<String, Boolean> connected = new HashMap<>();
    private final String networkHash;

    Run(SewerInput input) {
      parameters = input.parameters();
      network = NetworkBuilder.build(input.manholes(), input.reaches(), parameters);
      tracer = new NetworkTracer(network, parameters.hookupRadiusMetres());
      breakLocator = new BreakLocator(network, tracer, parameters);
      hookupFinder = new HookupFinder(network, parameters, this::isConnected);
      issues = TopologyCheck.of(network);
      buildings =
          sorted(input.buildings()).stream()
              .filter(building -> building.communityId() != null)
              .collect(Collectors.groupingBy(building -> String.valueOf(building.communityId())));
      connections =
          sorted(input.connections()).stream()
              .collect(Collectors.groupingBy(ServiceConnection::communityId));
      InputHash hash = new InputHash().add(parameters.toString());
      addAll(hash, Manhole.TYPE, sorted(input.manholes()));
      addAll(hash, Reach.TYPE, sorted(input.reaches()));
      networkHash = hash.finish();
    }

    SewerResult assess(Community community) {
      List<ServiceConnection> own = connections.getOrDefault(community.id(), List.of());
      List<Building> homes = buildings.getOrDefault(community.id(), List.of());
      List<OutletResult> outlets = own.stream().map(this::outlet).toList();
      SewerResult.Risers risers = risers(community, homes);
      StatusRules.Decision decision = StatusRules.decide(community.id(), outlets, risers);
      boolean renovated = community.renovatedYear() != null || community.acceptedOn() != null;
      InputHash hash = new InputHash().add(networkHash).add(Community.TYPE, community);
      addAll(hash, Building.TYPE, homes);
      addAll(hash, ServiceConnection.TYPE, own);
      return new SewerResult(
          community.id(),
          community.name(),
          decision.status(),
          decision.rule(),
          decision.blocking(),
          decision.outlet(),
          StatusRules.separation(outlets, risers),
          outlets.stream()
              .filter(OutletResult::carriesSewage)
              .allMatch(outlet -> outlet.evidence() != ConnectionEvidence.NONE),
          renovated && decision.status() != DrainageStatus.SEPARATED_CONNECTED,
          outlets,
          risers,
          issuesOn(outlets),
          parameters,
          hash.finish());
    }

    private OutletResult outlet(ServiceConnection connection) {
      Trace trace = tracer.downstream(connection.nodeId());
      List<TraceTerminal> branches = decidingBranches(trace);
      TraceTerminal deciding =
          branches.stream().min(Comparator.comparing(Run::judge)).orElseThrow();
      OutletConnection judged = judge(deciding);
      if (deciding.result() == TraceResult.NO_START) {
        return result(connection, judged, trace, null, List.of(), List.of());
      }
      boolean sewage = connection.medium() != Medium.STORM;
      List<SewerBreak> breaks = List.of();
      List<HookupCandidate> hookups = List.of();
      if (sewage && judged == OutletConnection.BROKEN) {
        breaks = breaks(trace, deciding);
        if (breaks.get(0).type() == BreakType.MISSING_PIPE) {
          hookups = hookupFinder.find(deciding.nodeId());
        }
      } else if (sewage && judged.isMisconnected()) {
        SewerBreak flip = misconnection(deciding);
        breaks = List.of(flip);
        hookups = hookupFinder.find(flip.nodeId());
      }
      return result(connection, judged, trace, deciding, breaks, hookups);
    }

    private static OutletResult result(
        ServiceConnection connection,
        OutletConnection judged,
        Trace trace,
        @Nullable TraceTerminal deciding,
        List<SewerBreak> breaks,
        List<HookupCandidate> hookups) {
      return new OutletResult(
          connection.id(),
          connection.nodeId(),
          connection.medium(),
          connection.evidence(),
          judged,
          trace,
          deciding,
          breaks,
          hookups);
    }

    /**
     * Leaves out overflows, capped stubs, and dead ends up a pipe suspected of being reversed,
     * unless there is nothing else.
     */
    private List<TraceTerminal> decidingBranches(Trace trace) {
      List<TraceTerminal> branches =
          keepIfAny(trace.terminals(), terminal -> !terminal.has(RouteMark.OVERFLOW));
      return keepIfAny(
          branches, terminal -> !isCapped(terminal.nodeId()) && !isUphillDeadEnd(terminal));
    }

    private static List<TraceTerminal> keepIfAny(
        List<TraceTerminal> all, Predicate<TraceTerminal> keep) {
      List<TraceTerminal> kept = all.stream().filter(keep).toList();
      return kept.isEmpty() ? all : kept;
    }

    private static boolean isUphillDeadEnd(TraceTerminal terminal) {
      return terminal.has(RouteMark.RISING)
          && (terminal.result() == TraceResult.DEAD_END || terminal.result() == TraceResult.LOOP);
    }

    private boolean isCapped(String nodeId) {
      Manhole node = network.findNode(nodeId);
      return node != null && node.kind() == ManholeKind.CAPPED_STUB;
    }

    private static OutletConnection judge(TraceTerminal terminal) {
      switch (terminal.result()) {
        case NO_START:
          return OutletConnection.UNKNOWN;
        case REACHES_OUTFALL:
          return OutletConnection.DIRECT_TO_RIVER;
        case REACHES_STORM:
          return OutletConnection.INTO_STORM;
        case LOOP:
          return OutletConnection.LOOP;
        case DEAD_END:
          return OutletConnection.BROKEN;
        case REACHES_MUNICIPAL:
        case REACHES_WWTP:
          return judgeSewer(terminal);
      }
      throw new IllegalStateException("no rule for " + terminal.result());
    }

    private static OutletConnection judgeSewer(TraceTerminal terminal) {
      if (terminal.has(RouteMark.STORM)) {
        return OutletConnection.INTO_STORM;
      }
      if (terminal.has(RouteMark.DISPUTED)) {
        return OutletConnection.UNKNOWN;
      }
      if (terminal.has(RouteMark.INTERCEPTED)) {
        return OutletConnection.INTERCEPTED_DRY_ONLY;
      }
      if (terminal.result() == TraceResult.REACHES_MUNICIPAL) {
        return OutletConnection.LEAVES_SURVEY;
      }
      return terminal.has(RouteMark.COMBINED)
          ? OutletConnection.TO_WWTP_VIA_COMBINED
          : OutletConnection.TO_WWTP;
    }

    /** Tells whether sewage at a node is connected, over all its branches. */
    private boolean isConnected(String nodeId) {
      return connected.computeIfAbsent(
          nodeId,
          id ->
              decidingBranches(tracer.downstream(id)).stream()
                  .allMatch(terminal -> judge(terminal).isConnected()));
    }

    private List<SewerBreak> breaks(Trace trace, TraceTerminal deadEnd) {
      Set<String> passed = new HashSet<>();
      trace.edges().forEach(edge -> passed.add(edge.id()));
      boolean otherwiseConnected =
          trace.terminals().stream().anyMatch(terminal -> judge(terminal).reachesSewer());
      return breakLocator.locate(
          otherwiseConnected ? deadEnd.nodeId() : trace.startId(), deadEnd.nodeId(), passed);
    }

    /**
     * Returns the first pipe on the way that is a storm drain, or else the last, into the river.
     */
    private static SewerBreak misconnection(TraceTerminal terminal) {
      for (NetworkEdge edge : terminal.route()) {
        if (edge.medium() == Medium.STORM) {
          return BreakLocator.of(
              BreakType.MEDIUM_JUMP,
              edge,
              "污水在 " + edge.from() + " 进入雨水管 " + edge.id(),
              "Sewage enters storm drain " + edge.id() + " at " + edge.from());
        }
      }
      if (terminal.route().isEmpty()) {
        String node = terminal.nodeId();
        return new SewerBreak(
            BreakType.MEDIUM_JUMP, node, node, 0, "出口即排放口或雨水井 " + node, "Drains at " + node, null);
      }
      NetworkEdge last = terminal.route().get(terminal.route().size() - 1);
      return BreakLocator.of(
          BreakType.MEDIUM_JUMP,
          last,
          "污水经 " + last.id() + " 进入 " + last.to(),
          "Sewage leaves through " + last.id() + " at " + last.to());
    }

    private static SewerResult.Risers risers(Community community, List<Building> buildings) {
      List<Building> homes =
          buildings.stream()
              .filter(
                  building ->
                      building.use() != BuildingUse.NON_RESIDENTIAL
                          && building.use() != BuildingUse.SHED)
              .toList();
      List<String> toStorm = idsWith(homes, BalconyRiser.STORM);
      List<String> unknown = idsWith(homes, BalconyRiser.UNKNOWN);
      Integer counted = community.buildings();
      Integer missing =
          counted != null
              ? Integer.valueOf(Math.max(0, counted - homes.size()))
              : homes.isEmpty() ? null : Integer.valueOf(0);
      return new SewerResult.Risers(homes.size() - unknown.size(), toStorm, unknown, missing);
    }

    private static List<String> idsWith(List<Building> homes, BalconyRiser riser) {
      return homes.stream().filter(home -> home.balconyRiser() == riser).map(Building::id).toList();
    }

    /** Returns the defects at the pipes and nodes that the community's water passes. */
    private List<TopologyIssue> issuesOn(List<OutletResult> outlets) {
      Set<String> passed = new HashSet<>();
      for (OutletResult outlet : outlets) {
        passed.addAll(outlet.trace().nodeIds());
        outlet.trace().edges().forEach(edge -> passed.add(edge.id()));
        outlet.breaks().forEach(one -> passed.add(one.objectId()));
      }
      EnumSet<TopologyCode> ofWholeNetwork = EnumSet.of(TopologyCode.ISOLATED_PART);
      return issues.stream()
          .filter(issue -> !ofWholeNetwork.contains(issue.code()))
          .filter(issue -> issue.objectIds().stream().anyMatch(passed::contains))
          .toList();
    }

    private static <T extends Feature> void addAll(
        InputHash hash, FeatureType<T> type, List<T> features) {
      features.forEach(feature -> hash.add(type, feature));
    }
  }
}
