package org.lianpian.sewer.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;

/**
 * Where water ends from every node of a network, all branches with all they pass, found in one
 * pass.
 *
 * <p>Strongly connected parts are taken from the ends upwards; within a part the sets grow until
 * they are stable. The answers equal those of a {@link RouteSearch} from each node, but for the
 * routes. {@code O(n + m)} in networks that are nearly trees. Immutable and thread-safe once made.
 *
 * <p>Source: Tarjan 1972, Depth-first search and linear graph algorithms; here without recursion.
 */
public final class Outcomes {
  private static final byte LOOPS = 1;
  private static final byte INTO_SEWER = 2;

  /** The places of marks without those two. */
  private static final long WITHOUT_STORM_AND_OVERFLOW =
      ~(OutcomeSets.placesWith(RouteMark.STORM) | OutcomeSets.placesWith(RouteMark.OVERFLOW));

  private final OutcomeSets sets = new OutcomeSets();
  private final int[] setAt;
  private final byte[] flags;

  private Outcomes(int nodes) {
    setAt = new int[nodes];
    flags = new byte[nodes];
  }

  public static Outcomes of(PipeNetwork network, SurveyEdges surveyEdges) {
    Outcomes outcomes = new Outcomes(network.nodeCount());
    new Pass(network, surveyEdges, outcomes).run();
    return outcomes;
  }

  /** Returns a number that is the same for nodes with the same endings. */
  public int groupOf(int node) {
    return setAt[node];
  }

  public int groups() {
    return sets.size();
  }

  /**
   * Returns the ways to end of a group; empty when water reaches no end, for it runs in a loop.
   *
   * <p>For water that starts at the very edge of the survey, where no pipe leads it on, read a dead
   * end for {@code REACHES_MUNICIPAL}.
   */
  public List<Ending> endings(int group) {
    List<Ending> endings = new ArrayList<>();
    for (OutcomeSets.End end : OutcomeSets.End.values()) {
      long places = sets.marks(group, end);
      for (int marks = 0; marks < 64; marks++) {
        if ((places >>> marks & 1) != 0) {
          endings.add(ending(end, marks));
        }
      }
    }
    return endings;
  }

  private static Ending ending(OutcomeSets.End end, int marks) {
    boolean storm = (marks & RouteMark.STORM.bit()) != 0;
    boolean capped = end == OutcomeSets.End.CAPPED || end == OutcomeSets.End.CAPPED_STORM_NODE;
    TraceResult result =
        switch (end) {
          case PLANT -> TraceResult.REACHES_WWTP;
          case OUTFALL -> TraceResult.REACHES_OUTFALL;
          case STORM_NODE, CAPPED_STORM_NODE -> TraceResult.REACHES_STORM;
          case SURVEY_EDGE -> storm ? TraceResult.REACHES_STORM : TraceResult.REACHES_MUNICIPAL;
          case CAPPED, DEAD -> storm ? TraceResult.REACHES_STORM : TraceResult.DEAD_END;
        };
    return new Ending(result, marks, capped);
  }

  /**
   * Tells whether water from a node gets to a plant or leaves the survey by pipes in use that are
   * neither storm drains nor overflows.
   */
  public boolean reachesGoalUnmarked(int node) {
    long reached =
        sets.marks(setAt[node], OutcomeSets.End.PLANT)
            | sets.marks(setAt[node], OutcomeSets.End.SURVEY_EDGE);
    return (reached & WITHOUT_STORM_AND_OVERFLOW) != 0;
  }

  /** Tells whether some water from a node ends in a loop without exit. */
  public boolean drainsIntoLoop(int node) {
    return (flags[node] & LOOPS) != 0;
  }

  /** Tells whether water from a node passes a sewage pipe. */
  public boolean passesSewer(int node) {
    return (flags[node] & INTO_SEWER) != 0;
  }

  /** The depth-first search. */
  private static final class Pass {
    private final PipeNetwork network;
    private final SurveyEdges surveyEdges;
    private final Outcomes outcomes;
    private final int[] order;
    private final int[] low;
    private final int[] slot;
    private final IntList path = new IntList();
    private final IntList open = new IntList();
    private final IntList part = new IntList();
    private final boolean[] isOpen;
    private final int[] ends = new int[OutcomeSets.End.values().length];
    private int count;

    Pass(PipeNetwork network, SurveyEdges surveyEdges, Outcomes outcomes) {
      this.network = network;
      this.surveyEdges = surveyEdges;
      this.outcomes = outcomes;
      order = new int[network.nodeCount()];
      low = new int[network.nodeCount()];
      slot = new int[network.nodeCount()];
      isOpen = new boolean[network.nodeCount()];
      Arrays.setAll(ends, i -> outcomes.sets.of(OutcomeSets.End.values()[i]));
    }

    void run() {
      for (int node = 0; node < order.length; node++) {
        if (order[node] == 0) {
          enter(node);
          while (path.size() > 0) {
            step();
          }
        }
      }
    }

    private void enter(int node) {
      order[node] = ++count;
      low[node] = count;
      slot[node] = network.isEnd(node) ? network.firstOut(node + 1) : network.firstOut(node);
      path.add(node);
      open.add(node);
      isOpen[node] = true;
    }

    private void step() {
      int node = path.get(path.size() - 1);
      int end = network.firstOut(node + 1);
      while (slot[node] < end) {
        int pipe = network.outgoing(slot[node]++);
        if (network.isPassable(pipe)) {
          int next = network.to(pipe);
          if (order[next] == 0) {
            enter(next);
            return;
          }
          if (isOpen[next]) {
            low[node] = Math.min(low[node], order[next]);
          }
        }
      }
      path.removeLast();
      if (path.size() > 0) {
        int above = path.get(path.size() - 1);
        low[above] = Math.min(low[above], low[node]);
      }
      if (low[node] == order[node]) {
        close(node);
      }
    }

    /** Settles a strongly connected part; all it drains to is settled. */
    private void close(int root) {
      part.clear();
      int node;
      do {
        node = open.removeLast();
        isOpen[node] = false;
        part.add(node);
      } while (node != root);
      boolean grown = true;
      while (grown) {
        grown = false;
        for (int i = 0; i < part.size(); i++) {
          grown |= gather(part.get(i));
        }
        grown &= part.size() > 1;
      }
      if (outcomes.setAt[root] == 0) {
        for (int i = 0; i < part.size(); i++) {
          outcomes.flags[part.get(i)] |= LOOPS;
        }
      }
    }

    /**
     * Takes over what the pipes out of a node lead to; returns whether that was more than before.
     */
    private boolean gather(int node) {
      int set = outcomes.setAt[node];
      byte flags = outcomes.flags[node];
      boolean onward = false;
      if (!network.isEnd(node)) {
        for (int at = network.firstOut(node); at < network.firstOut(node + 1); at++) {
          int pipe = network.outgoing(at);
          if (network.isPassable(pipe)) {
            onward = true;
            int next = network.to(pipe);
            int extended = outcomes.sets.extend(outcomes.setAt[next], network.marks(pipe));
            set = outcomes.sets.union(set, extended);
            flags |= outcomes.flags[next];
            flags |= network.medium(pipe) == Medium.SEWAGE ? INTO_SEWER : 0;
          }
        }
      }
      if (!onward) {
        set = ends[end(node).ordinal()];
      }
      boolean grown = set != outcomes.setAt[node] || flags != outcomes.flags[node];
      outcomes.setAt[node] = set;
      outcomes.flags[node] = flags;
      return grown;
    }

    private OutcomeSets.End end(int node) {
      ManholeKind kind = network.kind(node);
      boolean storm = network.nodeMedium(node) == Medium.STORM;
      return switch (kind) {
        case WWTP -> OutcomeSets.End.PLANT;
        case OUTFALL -> OutcomeSets.End.OUTFALL;
        case CAPPED_STUB -> storm ? OutcomeSets.End.CAPPED_STORM_NODE : OutcomeSets.End.CAPPED;
        default ->
            storm
                ? OutcomeSets.End.STORM_NODE
                : surveyEdges.contains(node) ? OutcomeSets.End.SURVEY_EDGE : OutcomeSets.End.DEAD;
      };
    }
  }
}
