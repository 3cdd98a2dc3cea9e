package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Manhole;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.sewer.network.BreakType;
import org.lianpian.sewer.network.DirectionSource;

/**
 * Finds the fewest repairs that would let sewage pass from a node to a plant: a pipe as it is costs
 * nothing; turning a pipe, closing a gap, opening a capped stub, using a pipe that is not in use
 * and leaving through a storm drain cost one each. Of equal repairs the shortest way is taken.
 *
 * <p>Only a pipe that does not fall as stored, and whose direction nobody surveyed, is suspected of
 * being reversed. More than three repairs in a row say that a pipe is missing.
 */
final class BreakLocator {
  /** With more repairs than this the way found says nothing about the ground. */
  private static final int MAX_REPAIRS = 3;

  private final SewerNetwork network;
  private final NetworkTracer tracer;
  private final SewerParameters parameters;

  /** How many ways were found so far; the first found goes first of what is equal. */
  private int ways;

  BreakLocator(SewerNetwork network, NetworkTracer tracer, SewerParameters parameters) {
    this.network = network;
    this.tracer = tracer;
    this.parameters = parameters;
  }

  private record Way(
      String nodeId,
      int repairs,
      double metres,
      int number,
      @Nullable Way before,
      @Nullable SewerBreak repair) {}

  /**
   * Returns the repairs on the cheapest way to a plant, in the direction of flow; one {@code
   * MISSING_PIPE} at the node when there is no such way.
   *
   * @param mayNotTurn ids of pipes that brought the water here
   */
  List<SewerBreak> locate(String startId, String deadEndId, Set<String> mayNotTurn) {
    Map<String, Way> settled = new HashMap<>();
    PriorityQueue<Way> queue =
        new PriorityQueue<>(
            Comparator.comparingInt(Way::repairs)
                .thenComparingDouble(Way::metres)
                .thenComparing(Way::nodeId)
                .thenComparingInt(Way::number));
    ways = 1;
    queue.add(new Way(startId, 0, 0, 0, null, null));
    while (!queue.isEmpty()) {
      Way way = queue.remove();
      if (way.repairs() > MAX_REPAIRS) {
        break;
      }
      if (settled.putIfAbsent(way.nodeId(), way) != null) {
        continue;
      }
      if (isGoal(way.nodeId()) && way.repairs() > 0) {
        return repairs(way);
      }
      addMoves(way, mayNotTurn, queue);
    }
    return List.of(BreakWords.missingPipe(network, deadEndId));
  }

  private boolean isGoal(String nodeId) {
    Manhole node = network.findNode(nodeId);
    return (node != null && node.kind() == ManholeKind.WWTP) || tracer.isSurveyEdge(nodeId);
  }

  private void addMoves(Way way, Set<String> mayNotTurn, PriorityQueue<Way> queue) {
    Manhole node = network.findNode(way.nodeId());
    ManholeKind kind = node == null ? ManholeKind.UNKNOWN : node.kind();
    if (kind == ManholeKind.OUTFALL) {
      return;
    }
    for (NetworkEdge edge : network.outgoing(way.nodeId())) {
      queue.add(move(way, edge.to(), edge.lengthMetres(), repairAlong(edge, kind), edge.medium()));
    }
    for (NetworkEdge edge : network.incoming(way.nodeId())) {
      if (!mayNotTurn.contains(edge.id()) && mayBeReversed(edge)) {
        queue.add(
            move(
                way,
                edge.from(),
                edge.lengthMetres(),
                BreakWords.reversed(network, edge),
                Medium.SEWAGE));
      }
    }
    for (Manhole near : network.nodesNear(way.nodeId(), parameters.gapMetres())) {
      if (near.medium() != Medium.STORM) {
        SewerBreak gap = BreakWords.gap(network, way.nodeId(), near.id());
        queue.add(move(way, near.id(), gap.metres(), gap, Medium.SEWAGE));
      }
    }
  }

  private Way move(Way way, String to, double metres, @Nullable SewerBreak repair, Medium medium) {
    int cost = repair == null ? 0 : 1;
    // a storm pipe that is out of use besides needs two repairs; the first is named
    if (repair != null && repair.type() != BreakType.MEDIUM_JUMP && medium == Medium.STORM) {
      cost++;
    }
    return new Way(to, way.repairs() + cost, way.metres() + metres, ways++, way, repair);
  }

  private static @Nullable SewerBreak repairAlong(NetworkEdge edge, ManholeKind from) {
    if (!edge.isPassable()) {
      return BreakWords.abandoned(edge);
    }
    if (from == ManholeKind.CAPPED_STUB) {
      return BreakWords.capped(edge);
    }
    if (edge.medium() == Medium.STORM || edge.overflow()) {
      return BreakWords.stormDrain(edge);
    }
    return null;
  }

  private static boolean mayBeReversed(NetworkEdge edge) {
    Double drop = edge.dropMetres();
    return edge.direction() == DirectionSource.DIGITISED
        && (drop == null || drop <= 0)
        && edge.medium() != Medium.STORM
        && edge.isPassable();
  }

  private static List<SewerBreak> repairs(Way end) {
    List<SewerBreak> repairs = new ArrayList<>();
    for (Way way = end; way != null; way = way.before()) {
      if (way.repair() != null) {
        repairs.add(0, way.repair());
      }
    }
    return repairs;
  }
}
