package org.lianpian.sewer.network;

import java.util.Arrays;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.ManholeKind;
import org.lianpian.model.Medium;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;

/**
 * Nodes and pipes of a survey as columns; fill it, then {@link PipeNetwork#join}. Not thread-safe.
 */
public final class PipeSurvey {
  final IdIndex nodeIds;
  double[] nodeX;
  double[] nodeY;
  double[] nodeInvert;
  byte[] nodeKind;
  byte[] nodeMedium;

  private int pipes;
  String[] pipeId;
  String[] fromId;
  String[] toId;

  /** Start x, start y, end x, end y of each pipe. */
  double[] ends;

  double[] length;

  /** Levels at start and end of each pipe. */
  double[] inverts;

  byte[] flowDirection;
  byte[] regime;
  byte[] medium;
  byte[] state;
  byte[] level;

  public PipeSurvey(int expectedNodes, int expectedPipes) {
    int nodes = Math.max(16, expectedNodes);
    nodeIds = new IdIndex(nodes);
    nodeX = new double[nodes];
    nodeY = new double[nodes];
    nodeInvert = new double[nodes];
    nodeKind = new byte[nodes];
    nodeMedium = new byte[nodes];
    int rows = Math.max(16, expectedPipes);
    pipeId = new String[rows];
    fromId = new String[rows];
    toId = new String[rows];
    ends = new double[4 * rows];
    length = new double[rows];
    inverts = new double[2 * rows];
    flowDirection = new byte[rows];
    regime = new byte[rows];
    medium = new byte[rows];
    state = new byte[rows];
    level = new byte[rows];
  }

  public int nodeCount() {
    return nodeIds.size();
  }

  public int pipeCount() {
    return pipes;
  }

  /**
   * Adds a node under the next number.
   *
   * @param x position in metres, NaN when unknown; so is y
   * @param invert level in metres, NaN when unknown
   * @throws IllegalArgumentException when the id is there already
   */
  public int addNode(
      String id, double x, double y, double invert, ManholeKind kind, Medium carries) {
    int node = nodeIds.add(id);
    if (node == nodeX.length) {
      int room = node * 2;
      nodeX = Arrays.copyOf(nodeX, room);
      nodeY = Arrays.copyOf(nodeY, room);
      nodeInvert = Arrays.copyOf(nodeInvert, room);
      nodeKind = Arrays.copyOf(nodeKind, room);
      nodeMedium = Arrays.copyOf(nodeMedium, room);
    }
    nodeX[node] = x;
    nodeY[node] = y;
    nodeInvert[node] = invert;
    nodeKind[node] = (byte) kind.ordinal();
    nodeMedium[node] = (byte) carries.ordinal();
    return node;
  }

  /** Adds a pipe under the next row number; ids of pipes must be unique, which is not checked. */
  public int addPipe(SurveyedPipe pipe) {
    if (pipes == pipeId.length) {
      grow(pipes * 2);
    }
    int row = pipes++;
    pipeId[row] = pipe.id();
    fromId[row] = pipe.fromId();
    toId[row] = pipe.toId();
    ends[4 * row] = pipe.startX();
    ends[4 * row + 1] = pipe.startY();
    ends[4 * row + 2] = pipe.endX();
    ends[4 * row + 3] = pipe.endY();
    length[row] = pipe.lengthMetres();
    inverts[2 * row] = pipe.invertFrom();
    inverts[2 * row + 1] = pipe.invertTo();
    flowDirection[row] = (byte) pipe.flowDirection().ordinal();
    regime[row] = (byte) pipe.regime().ordinal();
    medium[row] = (byte) pipe.medium().ordinal();
    state[row] = (byte) pipe.state().ordinal();
    level[row] = (byte) pipe.level().ordinal();
    return row;
  }

  private void grow(int room) {
    pipeId = Arrays.copyOf(pipeId, room);
    fromId = Arrays.copyOf(fromId, room);
    toId = Arrays.copyOf(toId, room);
    ends = Arrays.copyOf(ends, 4 * room);
    length = Arrays.copyOf(length, room);
    inverts = Arrays.copyOf(inverts, 2 * room);
    flowDirection = Arrays.copyOf(flowDirection, room);
    regime = Arrays.copyOf(regime, room);
    medium = Arrays.copyOf(medium, room);
    state = Arrays.copyOf(state, room);
    level = Arrays.copyOf(level, room);
  }

  boolean is(int row, FlowDirection value) {
    return flowDirection[row] == value.ordinal();
  }

  boolean is(int row, FlowRegime value) {
    return regime[row] == value.ordinal();
  }

  boolean is(int row, Medium value) {
    return medium[row] == value.ordinal();
  }

  boolean is(int row, ReachState value) {
    return state[row] == value.ordinal();
  }

  boolean is(int row, ReachLevel value) {
    return level[row] == value.ordinal();
  }
}
