package org.lianpian.sewer.network;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;

/**
 * A drainage network as compressed sparse rows in both directions; pipes run as their water flows.
 *
 * <p>Nodes keep their numbers of the survey, implied ones follow; pipes are numbered anew, for
 * those that join nothing are left out ({@link #row} leads back). The pipes of a node come in the
 * order of their ids. Immutable and thread-safe. Memory: about 150 bytes a pipe, see {@link
 * #bytes}.
 */
public final class PipeNetwork {
  private static final ManholeKind[] KINDS = ManholeKind.values();
  private static final Medium[] MEDIA = Medium.values();
  private static final JoinMethod[] METHODS = JoinMethod.values();
  private static final DirectionSource[] SOURCES = DirectionSource.values();

  private static final byte PASSABLE = 1;
  private static final byte REVERSED = 2;
  private static final byte OVERFLOW = 4;
  private static final byte MUNICIPAL = 8;

  private final IdIndex nodeIds;
  private final double[] x;
  private final double[] y;
  private final double[] invert;
  private final byte[] kind;
  private final byte[] nodeMedium;
  private final NodeGrid grid;

  private final String[] pipeId;
  private final int[] row;
  private final int[] from;
  private final int[] to;
  private final double[] length;
  private final double[] drop;
  private final byte[] medium;
  private final byte[] flags;
  private final byte[] marks;
  private final byte[] source;
  private final byte[] joint;
  private final double[] jointMetres;
  private final int[] outStart;
  private final int[] outPipe;
  private final int[] inStart;
  private final int[] inPipe;
  private final List<JoinFault> faults;

  private PipeNetwork(PipeSurvey survey, NetworkJoiner joined) {
    nodeIds = joined.ids();
    x = joined.x;
    y = joined.y;
    invert = joined.invert;
    kind = joined.kind;
    nodeMedium = joined.medium;
    grid = joined.gridOfAll();
    faults = List.copyOf(joined.faults());
    row = joinedRows(survey, joined);
    int pipes = row.length;
    pipeId = new String[pipes];
    from = new int[pipes];
    to = new int[pipes];
    length = new double[pipes];
    drop = new double[pipes];
    medium = new byte[pipes];
    flags = new byte[pipes];
    marks = new byte[pipes];
    source = new byte[pipes];
    joint = new byte[2 * pipes];
    jointMetres = new double[2 * pipes];
    for (int pipe = 0; pipe < pipes; pipe++) {
      direct(pipe, survey, joined);
    }
    outStart = new int[x.length + 1];
    outPipe = rows(from, outStart);
    inStart = new int[x.length + 1];
    inPipe = rows(to, inStart);
  }

  /**
   * Joins and directs a survey, {@code O(n + m)} but for the pipes without surveyed nodes.
   *
   * @param exactSnapMetres how far a pipe end may lie from the node it meets
   * @param inferredSnapMetres how far when the joint is only inferred, and reported
   */
  public static PipeNetwork join(
      PipeSurvey survey, double exactSnapMetres, double inferredSnapMetres) {
    NetworkJoiner joiner = new NetworkJoiner(survey, exactSnapMetres, inferredSnapMetres);
    joiner.join();
    return new PipeNetwork(survey, joiner);
  }

  private static int[] joinedRows(PipeSurvey survey, NetworkJoiner joined) {
    int[] rows = new int[survey.pipeCount()];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      int start = joined.endNode[2 * i];
      int end = joined.endNode[2 * i + 1];
      if (start >= 0 && end >= 0 && start != end) {
        rows[count++] = i;
      }
    }
    return Arrays.copyOf(rows, count);
  }

  private void direct(int pipe, PipeSurvey survey, NetworkJoiner joined) {
    int at = row[pipe];
    DirectionSource rests = joined.direction(at);
    boolean reversed = joined.isReversed(at, rests);
    int upstream = reversed ? 1 : 0;
    pipeId[pipe] = survey.pipeId[at];
    from[pipe] = joined.endNode[2 * at + upstream];
    to[pipe] = joined.endNode[2 * at + 1 - upstream];
    joint[2 * pipe] = joined.endMethod[2 * at + upstream];
    joint[2 * pipe + 1] = joined.endMethod[2 * at + 1 - upstream];
    jointMetres[2 * pipe] = joined.endMetres[2 * at + upstream];
    jointMetres[2 * pipe + 1] = joined.endMetres[2 * at + 1 - upstream];
    length[pipe] = survey.length[at];
    double fall = joined.fall(at);
    drop[pipe] = reversed ? -fall : fall;
    medium[pipe] = survey.medium[at];
    source[pipe] = (byte) rests.ordinal();
    boolean fromInterceptor = kind(from[pipe]) == ManholeKind.INTERCEPTOR;
    boolean overflow =
        survey.is(at, FlowRegime.OVERFLOW) || (fromInterceptor && survey.is(at, Medium.STORM));
    int flag = survey.is(at, ReachState.IN_USE) || survey.is(at, ReachState.UNKNOWN) ? PASSABLE : 0;
    flag |= reversed ? REVERSED : 0;
    flag |= overflow ? OVERFLOW : 0;
    flag |= survey.is(at, ReachLevel.MUNICIPAL) ? MUNICIPAL : 0;
    flags[pipe] = (byte) flag;
    boolean rises = rests == DirectionSource.DIGITISED && joined.isByGravity(at) && drop[pipe] < 0;
    marks[pipe] = marks(pipe, overflow, fromInterceptor, rises);
  }

  private byte marks(int pipe, boolean overflow, boolean fromInterceptor, boolean rises) {
    Medium carries = medium(pipe);
    int set = 0;
    if (overflow) {
      set |= RouteMark.OVERFLOW.bit();
    } else if (carries == Medium.STORM) {
      set |= RouteMark.STORM.bit();
    } else if (carries == Medium.INTERCEPTING || fromInterceptor) {
      set |= RouteMark.INTERCEPTED.bit();
    }
    set |= carries == Medium.COMBINED ? RouteMark.COMBINED.bit() : 0;
    set |= rises ? RouteMark.RISING.bit() : 0;
    boolean disputed =
        upstreamJoin(pipe) == JoinMethod.CONFLICT || downstreamJoin(pipe) == JoinMethod.CONFLICT;
    return (byte) (set | (disputed ? RouteMark.DISPUTED.bit() : 0));
  }

  /** Counts pipes into rows by one of their nodes, each row in the order of the pipes' ids. */
  private int[] rows(int[] node, int[] start) {
    for (int at : node) {
      start[at + 1]++;
    }
    for (int i = 1; i < start.length; i++) {
      start[i] += start[i - 1];
    }
    int[] next = start.clone();
    int[] pipes = new int[node.length];
    for (int pipe = 0; pipe < node.length; pipe++) {
      int slot = next[node[pipe]]++;
      int first = start[node[pipe]];
      while (slot > first && pipeId[pipes[slot - 1]].compareTo(pipeId[pipe]) > 0) {
        pipes[slot] = pipes[slot - 1];
        slot--;
      }
      pipes[slot] = pipe;
    }
    return pipes;
  }

  public int nodeCount() {
    return x.length;
  }

  public int pipeCount() {
    return row.length;
  }

  /** Returns the number of a node, or -1 when there is none of that id. */
  public int findNode(String id) {
    return nodeIds.find(id);
  }

  public String nodeId(int node) {
    return nodeIds.id(node);
  }

  public double x(int node) {
    return x[node];
  }

  public double y(int node) {
    return y[node];
  }

  public double invert(int node) {
    return invert[node];
  }

  public ManholeKind kind(int node) {
    return KINDS[kind[node]];
  }

  public Medium nodeMedium(int node) {
    return MEDIA[nodeMedium[node]];
  }

  /** Tells whether water goes no farther: a plant, an outfall or a capped stub. */
  public boolean isEnd(int node) {
    ManholeKind is = kind(node);
    return is == ManholeKind.WWTP || is == ManholeKind.OUTFALL || is == ManholeKind.CAPPED_STUB;
  }

  public String pipeId(int pipe) {
    return pipeId[pipe];
  }

  /** Returns the pipe's row in the survey. */
  public int row(int pipe) {
    return row[pipe];
  }

  /** Returns the node at which water enters. */
  public int from(int pipe) {
    return from[pipe];
  }

  public int to(int pipe) {
    return to[pipe];
  }

  public double lengthMetres(int pipe) {
    return length[pipe];
  }

  /** Returns the fall along the flow, negative when it rises, NaN when unknown. */
  public double dropMetres(int pipe) {
    return drop[pipe];
  }

  public Medium medium(int pipe) {
    return MEDIA[medium[pipe]];
  }

  public DirectionSource direction(int pipe) {
    return SOURCES[source[pipe]];
  }

  public JoinMethod upstreamJoin(int pipe) {
    return METHODS[joint[2 * pipe]];
  }

  public JoinMethod downstreamJoin(int pipe) {
    return METHODS[joint[2 * pipe + 1]];
  }

  public double upstreamJoinMetres(int pipe) {
    return jointMetres[2 * pipe];
  }

  public double downstreamJoinMetres(int pipe) {
    return jointMetres[2 * pipe + 1];
  }

  /** Tells whether water can pass today: planned, unfinished and abandoned pipes do not count. */
  public boolean isPassable(int pipe) {
    return (flags[pipe] & PASSABLE) != 0;
  }

  public boolean isReversed(int pipe) {
    return (flags[pipe] & REVERSED) != 0;
  }

  public boolean isOverflow(int pipe) {
    return (flags[pipe] & OVERFLOW) != 0;
  }

  public boolean isMunicipal(int pipe) {
    return (flags[pipe] & MUNICIPAL) != 0;
  }

  /** Returns what water passes in the pipe, as bits of {@link RouteMark}. */
  public int marks(int pipe) {
    return marks[pipe];
  }

  /** Returns where a node's outgoing pipes begin; they end where those of the next node begin. */
  public int firstOut(int node) {
    return outStart[node];
  }

  public int outgoing(int slot) {
    return outPipe[slot];
  }

  public int firstIn(int node) {
    return inStart[node];
  }

  public int incoming(int slot) {
    return inPipe[slot];
  }

  /** Visits the nodes within a distance of a place, in no special order. */
  public void visitNear(double atX, double atY, double metres, IntConsumer visitor) {
    grid.visit(atX, atY, metres, visitor);
  }

  /** Returns what was missing, inferred or disputed in joining, in no special order. */
  public List<JoinFault> faults() {
    return faults;
  }

  /** Returns the size of all arrays in bytes; the ids' texts belong to the survey. */
  public long bytes() {
    return nodeIds.bytes()
        + grid.bytes()
        + 26L * x.length
        + 75L * row.length
        + 8L * outStart.length;
  }

  /** Returns the distance of two nodes, NaN when the place of one is unknown. */
  public double distanceMetres(int node, int other) {
    return distance(x[node], y[node], x[other], y[other]);
  }

  static double distance(double x1, double y1, double x2, double y2) {
    return Math.hypot(x1 - x2, y1 - y2);
  }
}
