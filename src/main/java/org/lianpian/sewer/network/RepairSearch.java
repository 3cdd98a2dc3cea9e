package org.lianpian.sewer.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;

/**
 * Finds the fewest repairs that let sewage pass from a node to a plant, or to the edge of the
 * survey: a pipe as it is costs nothing; turning a pipe, closing a gap, opening a capped stub,
 * using a pipe that is not in use and leaving through a storm drain cost one each; of equal repairs
 * the shortest way.
 *
 * <p>Only a pipe that does not fall as stored, and whose direction nobody surveyed, may be turned.
 * Cost: {@code O(k log k)} in the nodes within three repairs; the search ends as soon as all that
 * is left is one way from which water reaches a plant as things are. Not thread-safe.
 */
public final class RepairSearch {
  /** With more repairs than this the way found says nothing about the ground. */
  private static final int MAX_REPAIRS = 3;

  private static final Comparator<Way> NEAREST =
      Comparator.comparingInt(Way::repairs)
          .thenComparingDouble(Way::metres)
          .thenComparing(Way::nodeId)
          .thenComparingInt(Way::number);

  private final PipeNetwork network;
  private final SurveyEdges surveyEdges;
  private final Outcomes outcomes;
  private final double gapMetres;
  private final Stamps settled;
  private final Stamps passed;
  private final PriorityQueue<Way> queue = new PriorityQueue<>(NEAREST);
  private int ways;

  /**
   * @param gapMetres how wide a break is still taken as a gap rather than a missing pipe
   */
  public RepairSearch(
      PipeNetwork network, SurveyEdges surveyEdges, Outcomes outcomes, double gapMetres) {
    this.network = network;
    this.surveyEdges = surveyEdges;
    this.outcomes = outcomes;
    this.gapMetres = gapMetres;
    settled = new Stamps(network.nodeCount());
    passed = new Stamps(network.pipeCount());
  }

  private record Way(
      int node,
      String nodeId,
      int repairs,
      double metres,
      int number,
      @Nullable Way before,
      @Nullable Repair repair) {}

  /**
   * Returns the repairs on the cheapest way from {@code start}, in the direction of flow; one
   * {@code MISSING_PIPE} at {@code deadEnd} when there is no such way.
   *
   * @param passedPipes the pipes that brought the water here, which are not turned
   */
  public List<Repair> find(int start, int deadEnd, int[] passedPipes) {
    settled.clear();
    passed.clear();
    queue.clear();
    ways = 0;
    // water that gets there anyway hides the goal from what comes later
    boolean mayStopEarly = !outcomes.reachesGoalUnmarked(start);
    for (int pipe : passedPipes) {
      passed.add(pipe);
    }
    queue.add(new Way(start, network.nodeId(start), 0, 0, ways++, null, null));
    for (Way way = queue.poll(); way != null; way = queue.poll()) {
      if (way.repairs() > MAX_REPAIRS) {
        break;
      }
      if (!settled.add(way.node())) {
        continue;
      }
      if (way.repairs() > 0 && (isGoal(way.node()) || (mayStopEarly && isTheOnlyWay(way)))) {
        return repairs(way);
      }
      addMoves(way);
    }
    return List.of(new Repair(BreakType.MISSING_PIPE, deadEnd, -1, -1, 0));
  }

  private boolean isGoal(int node) {
    return network.kind(node) == ManholeKind.WWTP || surveyEdges.contains(node);
  }

  /** Tells whether every cheapest way passes here and needs no more repairs. */
  private boolean isTheOnlyWay(Way way) {
    Way next = queue.peek();
    return (next == null || next.repairs() > way.repairs())
        && outcomes.reachesGoalUnmarked(way.node());
  }

  private void addMoves(Way way) {
    int node = way.node();
    if (network.kind(node) == ManholeKind.OUTFALL) {
      return;
    }
    for (int slot = network.firstOut(node); slot < network.firstOut(node + 1); slot++) {
      int pipe = network.outgoing(slot);
      Repair repair = along(pipe);
      // a storm pipe that is out of use besides needs two repairs; the first is named
      boolean twice =
          repair != null
              && repair.type() != BreakType.MEDIUM_JUMP
              && network.medium(pipe) == Medium.STORM;
      move(way, network.to(pipe), network.lengthMetres(pipe), repair, twice ? 2 : 1);
    }
    for (int slot = network.firstIn(node); slot < network.firstIn(node + 1); slot++) {
      int pipe = network.incoming(slot);
      if (mayBeReversed(pipe)) {
        double metres = network.lengthMetres(pipe);
        move(
            way,
            network.from(pipe),
            metres,
            new Repair(BreakType.REVERSED, node, pipe, -1, metres),
            1);
      }
    }
    if (!Double.isNaN(network.x(node))) {
      addGaps(way);
    }
  }

  private void addGaps(Way way) {
    int node = way.node();
    List<Repair> gaps = new ArrayList<>(2);
    network.visitNear(
        network.x(node),
        network.y(node),
        gapMetres,
        other -> {
          if (other != node && network.nodeMedium(other) != Medium.STORM) {
            gaps.add(
                new Repair(BreakType.GAP, node, -1, other, network.distanceMetres(node, other)));
          }
        });
    gaps.sort(
        Comparator.comparingDouble(Repair::metres)
            .thenComparing(gap -> network.nodeId(gap.otherNode())));
    gaps.forEach(gap -> move(way, gap.otherNode(), gap.metres(), gap, 1));
  }

  private void move(Way way, int to, double metres, @Nullable Repair repair, int cost) {
    int repairs = way.repairs() + (repair == null ? 0 : cost);
    if (repairs <= MAX_REPAIRS && !settled.contains(to)) {
      queue.add(
          new Way(to, network.nodeId(to), repairs, way.metres() + metres, ways++, way, repair));
    }
  }

  private @Nullable Repair along(int pipe) {
    int from = network.from(pipe);
    BreakType type = null;
    if (!network.isPassable(pipe)) {
      type = BreakType.ABANDONED;
    } else if (network.kind(from) == ManholeKind.CAPPED_STUB) {
      type = BreakType.CAPPED;
    } else if (network.medium(pipe) == Medium.STORM || network.isOverflow(pipe)) {
      type = BreakType.MEDIUM_JUMP;
    }
    return type == null ? null : new Repair(type, from, pipe, -1, network.lengthMetres(pipe));
  }

  private boolean mayBeReversed(int pipe) {
    // an unknown drop does not speak against it
    return network.direction(pipe) == DirectionSource.DIGITISED
        && !(network.dropMetres(pipe) > 0)
        && network.medium(pipe) != Medium.STORM
        && network.isPassable(pipe)
        && !passed.contains(pipe);
  }

  private static List<Repair> repairs(Way end) {
    List<Repair> repairs = new ArrayList<>();
    for (Way way = end; way != null; way = way.before()) {
      if (way.repair() != null) {
        repairs.add(way.repair());
      }
    }
    Collections.reverse(repairs);
    return repairs;
  }
}
