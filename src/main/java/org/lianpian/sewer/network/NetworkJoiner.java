package org.lianpian.sewer.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;

/**
 * Joins pipe ends to nodes: by id, else by exact snap, else by inferred snap; an id far from the
 * pipe's end is a conflict that is kept, an end without any node implies one.
 *
 * <p>Pipes whose ends all meet surveyed nodes need no order; the few others are joined in the order
 * of their ids, for a node implied by one may be met by the next.
 */
final class NetworkJoiner {
  private static final int NONE = -1;

  private final PipeSurvey survey;
  private final double exactSnap;
  private final double inferredSnap;
  private final IdIndex ids;
  private final NodeGrid grid;
  private final int surveyed;
  private final Map<Long, List<Integer>> impliedByCell = new HashMap<>();
  private final List<JoinFault> faults = new ArrayList<>();

  double[] x;
  double[] y;
  double[] invert;
  byte[] kind;
  byte[] medium;

  /** Node, method and distance of both ends of each row; start first. */
  final int[] endNode;

  final byte[] endMethod;
  final double[] endMetres;

  NetworkJoiner(PipeSurvey survey, double exactSnapMetres, double inferredSnapMetres) {
    this.survey = survey;
    exactSnap = exactSnapMetres;
    inferredSnap = inferredSnapMetres;
    ids = survey.nodeIds.copy();
    surveyed = survey.nodeCount();
    x = Arrays.copyOf(survey.nodeX, surveyed);
    y = Arrays.copyOf(survey.nodeY, surveyed);
    invert = Arrays.copyOf(survey.nodeInvert, surveyed);
    kind = Arrays.copyOf(survey.nodeKind, surveyed);
    medium = Arrays.copyOf(survey.nodeMedium, surveyed);
    grid = new NodeGrid(x, y, surveyed);
    endNode = new int[2 * survey.pipeCount()];
    endMethod = new byte[endNode.length];
    endMetres = new double[endNode.length];
  }

  IdIndex ids() {
    return ids;
  }

  List<JoinFault> faults() {
    return faults;
  }

  void join() {
    List<Integer> late = new ArrayList<>();
    for (int row = 0; row < survey.pipeCount(); row++) {
      if (!joinToSurveyed(row)) {
        late.add(row);
      }
    }
    late.sort(Comparator.comparing(row -> survey.pipeId[row]));
    late.forEach(this::join);
    trim();
  }

  /** Joins both ends unless one names or implies a node that nobody surveyed. */
  private boolean joinToSurveyed(int row) {
    int from = find(survey.fromId[row]);
    int to = find(survey.toId[row]);
    if (from >= 0 && to >= 0) {
      joinEnds(row, from, to);
      return true;
    }
    if (isUnsurveyed(row, 0, from) || isUnsurveyed(row, 1, to)) {
      return false;
    }
    join(row);
    return true;
  }

  private boolean isUnsurveyed(int row, int side, int node) {
    if (node >= 0) {
      return false;
    }
    return !name(row, side).isBlank()
        || nearest(survey.ends[4 * row + 2 * side], survey.ends[4 * row + 2 * side + 1]) == NONE;
  }

  private int find(String id) {
    return id.isBlank() ? NONE : ids.find(id);
  }

  private void join(int row) {
    joinEnds(row, find(survey.fromId[row]), find(survey.toId[row]));
  }

  private void joinEnds(int row, int from, int to) {
    int place = isDrawnAgainstIds(row, from, to) ? 1 : 0;
    joinEnd(row, 0, from, place);
    // the first end may have implied the node that the second names
    joinEnd(row, 1, to >= 0 ? to : find(survey.toId[row]), 1 - place);
    int start = endNode[2 * row];
    if (start >= 0 && start == endNode[2 * row + 1]) {
      faults.add(new JoinFault(JoinFault.Kind.START_EQUALS_END, row, ids.id(start), 0, ""));
    }
  }

  /**
   * @param place which end of the drawn line belongs to this side
   */
  private void joinEnd(int row, int side, int node, int place) {
    double atX = survey.ends[4 * row + 2 * place];
    double atY = survey.ends[4 * row + 2 * place + 1];
    if (!name(row, side).isBlank()) {
      joinById(row, side, node, atX, atY);
      return;
    }
    if (Double.isNaN(atX)) {
      faults.add(new JoinFault(JoinFault.Kind.NO_PLACE, row, "", 0, ""));
      set(row, side, NONE, JoinMethod.IMPLIED, 0);
      return;
    }
    int near = nearest(atX, atY);
    if (near == NONE) {
      int implied = impliedAt(row, atX, atY);
      set(row, side, implied, JoinMethod.IMPLIED, distance(implied, atX, atY));
      return;
    }
    double metres = distance(near, atX, atY);
    if (metres <= exactSnap) {
      set(row, side, near, JoinMethod.EXACT_SNAP, metres);
    } else {
      faults.add(new JoinFault(JoinFault.Kind.INFERRED, row, ids.id(near), metres, ""));
      set(row, side, near, JoinMethod.INFERRED_SNAP, metres);
    }
  }

  private void joinById(int row, int side, int node, double atX, double atY) {
    if (node == NONE) {
      String id = name(row, side);
      faults.add(new JoinFault(JoinFault.Kind.UNSURVEYED, row, id, 0, ""));
      set(row, side, imply(id, atX, atY), JoinMethod.IMPLIED, 0);
      return;
    }
    double metres = distance(node, atX, atY);
    // a distance to an unknown place is unknown
    if (Double.isNaN(metres)) {
      set(row, side, node, JoinMethod.ID, 0);
    } else if (metres <= inferredSnap) {
      set(row, side, node, JoinMethod.ID, metres);
    } else {
      int there = nearest(atX, atY);
      String other = there == NONE ? "" : ids.id(there);
      faults.add(new JoinFault(JoinFault.Kind.CONFLICT, row, ids.id(node), metres, other));
      set(row, side, node, JoinMethod.CONFLICT, metres);
    }
  }

  private void set(int row, int side, int node, JoinMethod method, double metres) {
    endNode[2 * row + side] = node;
    endMethod[2 * row + side] = (byte) method.ordinal();
    endMetres[2 * row + side] = metres;
  }

  private String name(int row, int side) {
    return side == 0 ? survey.fromId[row] : survey.toId[row];
  }

  private boolean isDrawnAgainstIds(int row, int from, int to) {
    if (from < 0 || to < 0) {
      return false;
    }
    double[] ends = survey.ends;
    double startX = ends[4 * row];
    double startY = ends[4 * row + 1];
    // nearly every pipe is decided by its first comparison; an unknown place compares false
    return distance(from, startX, startY) > inferredSnap
        && distance(to, ends[4 * row + 2], ends[4 * row + 3]) > inferredSnap
        && distance(from, ends[4 * row + 2], ends[4 * row + 3]) <= inferredSnap
        && distance(to, startX, startY) <= inferredSnap;
  }

  private double distance(int node, double atX, double atY) {
    return PipeNetwork.distance(x[node], y[node], atX, atY);
  }

  /** Returns the surveyed node nearest to a place within the inferred snap, or {@code NONE}. */
  private int nearest(double atX, double atY) {
    if (Double.isNaN(atX)) {
      return NONE;
    }
    int[] best = {NONE};
    grid.visit(
        atX,
        atY,
        inferredSnap,
        node -> {
          if (best[0] == NONE || isNearer(node, best[0], atX, atY)) {
            best[0] = node;
          }
        });
    return best[0];
  }

  private boolean isNearer(int node, int than, double atX, double atY) {
    int order = Double.compare(distance(node, atX, atY), distance(than, atX, atY));
    return order < 0 || (order == 0 && ids.id(node).compareTo(ids.id(than)) < 0);
  }

  /** Returns the node implied at a place, the same for all ends within the exact snap of it. */
  private int impliedAt(int row, double atX, double atY) {
    double size = Math.max(exactSnap, 1e-3);
    long column = (long) Math.floor(atX / size);
    long line = (long) Math.floor(atY / size);
    for (long i = column - 1; i <= column + 1; i++) {
      for (long j = line - 1; j <= line + 1; j++) {
        for (int candidate : impliedByCell.getOrDefault(key(i, j), List.of())) {
          if (distance(candidate, atX, atY) <= exactSnap) {
            return candidate;
          }
        }
      }
    }
    boolean isStart = atX == survey.ends[4 * row] && atY == survey.ends[4 * row + 1];
    String id = "~" + survey.pipeId[row] + (isStart ? "/start" : "/end");
    while (ids.find(id) >= 0) {
      id += "'";
    }
    int node = imply(id, atX, atY);
    impliedByCell.computeIfAbsent(key(column, line), any -> new ArrayList<>()).add(node);
    faults.add(new JoinFault(JoinFault.Kind.UNSURVEYED_PLACE, row, id, 0, ""));
    return node;
  }

  private static long key(long column, long row) {
    return column * 0x1_0000_0001L + row;
  }

  private int imply(String id, double atX, double atY) {
    int node = ids.add(id);
    if (node == x.length) {
      int room = Math.max(16, node + node / 2);
      x = Arrays.copyOf(x, room);
      y = Arrays.copyOf(y, room);
      invert = Arrays.copyOf(invert, room);
      kind = Arrays.copyOf(kind, room);
      medium = Arrays.copyOf(medium, room);
    }
    x[node] = atX;
    y[node] = atY;
    invert[node] = Double.NaN;
    kind[node] = (byte) ManholeKind.UNKNOWN.ordinal();
    medium[node] = (byte) Medium.UNKNOWN.ordinal();
    return node;
  }

  /** Returns the index of all nodes, which is that of the surveyed ones when none was implied. */
  NodeGrid gridOfAll() {
    return ids.size() == surveyed ? grid : new NodeGrid(x, y, x.length);
  }

  private void trim() {
    int nodes = ids.size();
    if (nodes == x.length) {
      return;
    }
    x = Arrays.copyOf(x, nodes);
    y = Arrays.copyOf(y, nodes);
    invert = Arrays.copyOf(invert, nodes);
    kind = Arrays.copyOf(kind, nodes);
    medium = Arrays.copyOf(medium, nodes);
  }

  /** Returns the fall from start to end by the pipe's own inverts, else the nodes'; NaN unknown. */
  double fall(int row) {
    double own = survey.inverts[2 * row] - survey.inverts[2 * row + 1];
    return Double.isNaN(own) ? invert[endNode[2 * row]] - invert[endNode[2 * row + 1]] : own;
  }

  DirectionSource direction(int row) {
    if (!survey.is(row, FlowDirection.UNKNOWN)) {
      return DirectionSource.SURVEYED;
    }
    double own = survey.inverts[2 * row] - survey.inverts[2 * row + 1];
    boolean byInverts = !Double.isNaN(own) && own != 0 && isByGravity(row);
    return byInverts ? DirectionSource.INVERTS : DirectionSource.DIGITISED;
  }

  boolean isReversed(int row, DirectionSource source) {
    return switch (source) {
      case SURVEYED -> survey.is(row, FlowDirection.BACKWARD);
      case INVERTS -> survey.inverts[2 * row] < survey.inverts[2 * row + 1];
      case DIGITISED -> false;
    };
  }

  boolean isByGravity(int row) {
    return survey.is(row, FlowRegime.GRAVITY) || survey.is(row, FlowRegime.OVERFLOW);
  }
}
