package org.lianpian.sewer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Lists the defects of a network (US-E13, US-E14). None of them is a break by itself.
 *
 * <p>Known limit: pipes that cross are reported wherever they cross without a common node, bridges
 * and siphons included, for levels along a pipe are not known.
 */
public final class TopologyCheck {
  /** Nodes nearer than this are one manhole surveyed twice (US-E13). */
  private static final double DUPLICATE_METRES = 0.1;

  /** A rise up to this is within the error of levelling. */
  private static final double LEVEL_TOLERANCE_METRES = 0.005;

  private static final Set<ManholeKind> ENDS =
      EnumSet.of(ManholeKind.WWTP, ManholeKind.OUTFALL, ManholeKind.CAPPED_STUB);

  private final SewerNetwork network;
  private final List<TopologyIssue> issues = new ArrayList<>();

  private TopologyCheck(SewerNetwork network) {
    this.network = network;
  }

  /** Returns all defects, those of joining included, by code and object. */
  public static List<TopologyIssue> of(SewerNetwork network) {
    TopologyCheck check = new TopologyCheck(network);
    check.issues.addAll(network.joinIssues());
    check.checkDuplicateNodes();
    check.checkDoubledPipes();
    check.checkNodes();
    check.checkSlopes();
    check.checkIsolatedParts();
    check.checkCycles();
    check.checkCrossings();
    return check.issues.stream().sorted().toList();
  }

  private void checkDuplicateNodes() {
    for (Manhole node : network.nodes()) {
      for (Manhole other : network.nodesNear(node.id(), DUPLICATE_METRES)) {
        if (node.id().compareTo(other.id()) < 0) {
          report(
              TopologyCode.DUPLICATE_NODE,
              List.of(node.id(), other.id()),
              "节点 " + node.id() + " 与 " + other.id() + " 相距不足 0.1 m",
              "Nodes " + node.id() + " and " + other.id() + " are nearer than 0.1 m",
              node.geometry());
        }
      }
    }
  }

  private void checkDoubledPipes() {
    Map<String, NetworkEdge> byEnds = new HashMap<>();
    for (NetworkEdge edge : network.edges()) {
      String ends =
          edge.from().compareTo(edge.to()) < 0
              ? edge.from() + "\n" + edge.to()
              : edge.to() + "\n" + edge.from();
      NetworkEdge other = byEnds.putIfAbsent(ends + "\n" + edge.medium(), edge);
      if (other != null) {
        boolean opposite = other.from().equals(edge.to());
        report(
            TopologyCode.DOUBLED_PIPE,
            List.of(other.id(), edge.id()),
            "管段 " + other.id() + " 与 " + edge.id() + (opposite ? " 方向相反" : " 重复"),
            "Pipes "
                + other.id()
                + " and "
                + edge.id()
                + (opposite ? " oppose" : " repeat")
                + " each other",
            edge.reach().geometry());
      }
    }
  }

  private void checkNodes() {
    for (Manhole node : network.nodes()) {
      List<NetworkEdge> in = passable(network.incoming(node.id()));
      List<NetworkEdge> out = passable(network.outgoing(node.id()));
      if (!in.isEmpty() && out.isEmpty() && !ENDS.contains(node.kind())) {
        report(
            TopologyCode.DEAD_END,
            List.of(node.id()),
            "节点 " + node.id() + " 有来水无去向",
            "Water reaches " + node.id() + " but does not leave it",
            node.geometry());
      }
      checkMedia(node, in, out);
      checkDiameters(node, in, out);
    }
  }

  private void checkMedia(Manhole node, List<NetworkEdge> in, List<NetworkEdge> out) {
    Set<Medium> media = EnumSet.noneOf(Medium.class);
    in.forEach(edge -> media.add(edge.medium()));
    out.stream().filter(edge -> !edge.overflow()).forEach(edge -> media.add(edge.medium()));
    boolean mixed =
        media.contains(Medium.STORM) && media.contains(Medium.SEWAGE)
            || (node.medium() == Medium.STORM && media.contains(Medium.SEWAGE))
            || (node.medium() == Medium.SEWAGE && media.contains(Medium.STORM));
    if (mixed) {
      report(
          TopologyCode.MIXED_MANHOLE,
          List.of(node.id()),
          "节点 " + node.id() + " 同接雨水管与污水管,疑似混接",
          "Storm and sewage meet at " + node.id(),
          node.geometry());
    }
  }

  private void checkDiameters(Manhole node, List<NetworkEdge> in, List<NetworkEdge> out) {
    int widestOut = 0;
    for (NetworkEdge edge : out) {
      Integer diameter = edge.reach().diameterMillimetres();
      if (diameter == null) {
        return;
      }
      widestOut = Math.max(widestOut, diameter);
    }
    for (NetworkEdge edge : in) {
      Integer diameter = edge.reach().diameterMillimetres();
      if (!out.isEmpty() && diameter != null && diameter > widestOut) {
        report(
            TopologyCode.BIG_INTO_SMALL,
            List.of(node.id(), edge.id()),
            String.format(
                Locale.ROOT, "管段 %s DN%d 在 %s 接入 DN%d", edge.id(), diameter, node.id(), widestOut),
            String.format(
                Locale.ROOT,
                "Pipe %s, DN%d, runs into DN%d at %s",
                edge.id(),
                diameter,
                widestOut,
                node.id()),
            node.geometry());
      }
    }
  }

  private void checkSlopes() {
    for (NetworkEdge edge : network.edges()) {
      Double drop = edge.dropMetres();
      boolean byGravity = edge.reach().regime() == FlowRegime.GRAVITY && !isPump(edge.from());
      if (byGravity && drop != null && drop < -LEVEL_TOLERANCE_METRES) {
        report(
            TopologyCode.ADVERSE_SLOPE,
            List.of(edge.id()),
            String.format(
                Locale.ROOT,
                "管段 %s %s→%s 逆坡 %.2f m,疑似反向",
                edge.id(),
                edge.from(),
                edge.to(),
                -drop),
            String.format(
                Locale.ROOT,
                "Pipe %s %s→%s rises %.2f m; reversed?",
                edge.id(),
                edge.from(),
                edge.to(),
                -drop),
            edge.reach().geometry());
      }
    }
  }

  private boolean isPump(String nodeId) {
    Manhole node = network.findNode(nodeId);
    return node != null && node.kind() == ManholeKind.PUMP;
  }

  /** Reports connected parts without a plant or an outfall. */
  private void checkIsolatedParts() {
    Set<String> seen = new TreeSet<>();
    for (Manhole node : network.nodes()) {
      if (seen.contains(node.id())) {
        continue;
      }
      Set<String> part = partOf(node.id());
      seen.addAll(part);
      boolean drains =
          part.stream()
              .map(network::findNode)
              .anyMatch(
                  one ->
                      one != null
                          && (one.kind() == ManholeKind.WWTP || one.kind() == ManholeKind.OUTFALL));
      if (!drains) {
        report(
            TopologyCode.ISOLATED_PART,
            part,
            "含 " + node.id() + " 的 " + part.size() + " 个节点不通污水厂或排放口",
            "The part of " + part.size() + " nodes with " + node.id() + " has no plant or outfall",
            node.geometry());
      }
    }
  }

  private Set<String> partOf(String start) {
    Set<String> part = new TreeSet<>();
    Deque<String> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      String node = queue.remove();
      if (part.add(node)) {
        network.outgoing(node).forEach(edge -> queue.add(edge.to()));
        network.incoming(node).forEach(edge -> queue.add(edge.from()));
      }
    }
    return part;
  }

  /** Peels off nodes without way in or out until only loops, and what lies between, are left. */
  private void checkCycles() {
    Map<String, Set<String>> onward = new TreeMap<>();
    Map<String, Set<String>> back = new TreeMap<>();
    for (NetworkEdge edge : passable(network.edges())) {
      onward.computeIfAbsent(edge.from(), id -> new TreeSet<>()).add(edge.to());
      back.computeIfAbsent(edge.to(), id -> new TreeSet<>()).add(edge.from());
    }
    peel(onward, back);
    peel(back, onward);
    Set<String> left = new TreeSet<>(onward.keySet());
    while (!left.isEmpty()) {
      Set<String> loop = new TreeSet<>();
      Deque<String> queue = new ArrayDeque<>(List.of(left.iterator().next()));
      while (!queue.isEmpty()) {
        String node = queue.remove();
        if (left.remove(node)) {
          loop.add(node);
          queue.addAll(onward.getOrDefault(node, Set.of()));
          queue.addAll(back.getOrDefault(node, Set.of()));
        }
      }
      String first = loop.iterator().next();
      Manhole node = network.findNode(first);
      report(
          TopologyCode.CYCLE,
          loop,
          "环路:" + String.join("、", loop),
          "Loop: " + String.join(", ", loop),
          node == null ? null : node.geometry());
    }
  }

  /** Removes nodes that have no edge in {@code one}, together with their edges in {@code other}. */
  private static void peel(Map<String, Set<String>> one, Map<String, Set<String>> other) {
    Deque<String> queue = new ArrayDeque<>();
    other.keySet().stream().filter(node -> !one.containsKey(node)).forEach(queue::add);
    while (!queue.isEmpty()) {
      String gone = queue.remove();
      for (String neighbour : other.getOrDefault(gone, Set.of())) {
        Set<String> rest = one.getOrDefault(neighbour, Set.of());
        rest.remove(gone);
        if (rest.isEmpty() && one.remove(neighbour) != null) {
          queue.add(neighbour);
        }
      }
      other.remove(gone);
    }
  }

  private void checkCrossings() {
    SpatialIndex<NetworkEdge> index =
        SpatialIndex.ofEnvelopes(network.edges(), edge -> envelope(edge.reach().geometry()));
    for (NetworkEdge edge : network.edges()) {
      Geometry line = edge.reach().geometry();
      if (line == null) {
        continue;
      }
      for (NetworkEdge other : index.find(line.getEnvelopeInternal())) {
        Geometry otherLine = other.reach().geometry();
        if (edge.id().compareTo(other.id()) < 0
            && otherLine != null
            && !shareNode(edge, other)
            && line.crosses(otherLine)) {
          report(
              TopologyCode.CROSSING_WITHOUT_NODE,
              List.of(edge.id(), other.id()),
              "管段 " + edge.id() + " 与 " + other.id() + " 相交处无节点",
              "Pipes " + edge.id() + " and " + other.id() + " cross without a node",
              line.intersection(otherLine));
        }
      }
    }
  }

  private static boolean shareNode(NetworkEdge one, NetworkEdge other) {
    return one.from().equals(other.from())
        || one.from().equals(other.to())
        || one.to().equals(other.from())
        || one.to().equals(other.to());
  }

  private static Envelope envelope(@Nullable Geometry geometry) {
    return geometry == null ? new Envelope() : geometry.getEnvelopeInternal();
  }

  private static List<NetworkEdge> passable(List<NetworkEdge> edges) {
    return edges.stream().filter(NetworkEdge::isPassable).toList();
  }

  private void report(
      TopologyCode code, Collection<String> ids, String zh, String en, @Nullable Geometry where) {
    issues.add(new TopologyIssue(code, List.copyOf(ids), zh, en, where));
  }
}
