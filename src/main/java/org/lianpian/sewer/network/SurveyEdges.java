package org.lianpian.sewer.network;

/**
 * Knows the nodes at which one municipal pipe leaves the survey: it ends there, no other pipe does,
 * and every node around drains to it.
 *
 * <p>Decided on first use and kept. Not thread-safe.
 */
public final class SurveyEdges {
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final PipeNetwork network;
  private final double metres;
  private final byte[] known;
  private final Stamps drains;
  private final Stamps around;
  private final IntList queue = new IntList();

  /**
   * @param metres how far around the end of the pipe nothing else may lie
   */
  public SurveyEdges(PipeNetwork network, double metres) {
    this.network = network;
    this.metres = metres;
    known = new byte[network.nodeCount()];
    drains = new Stamps(network.nodeCount());
    around = new Stamps(network.nodeCount());
  }

  public boolean contains(int node) {
    if (known[node] == 0) {
      known[node] = endsAlone(node) && nothingElseAround(node) ? YES : NO;
    }
    return known[node] == YES;
  }

  private boolean endsAlone(int node) {
    int first = network.firstIn(node);
    if (network.firstIn(node + 1) - first != 1
        || network.firstOut(node + 1) > network.firstOut(node)) {
      return false;
    }
    int pipe = network.incoming(first);
    return network.isMunicipal(pipe) && network.isPassable(pipe);
  }

  private boolean nothingElseAround(int node) {
    around.clear();
    int[] others = {0};
    network.visitNear(
        network.x(node),
        network.y(node),
        metres,
        other -> others[0] += other != node && around.add(other) ? 1 : 0);
    return others[0] == 0 || drainsHere(node, others[0]);
  }

  /** Goes upstream until all nodes around were met. */
  private boolean drainsHere(int node, int others) {
    int left = others;
    drains.clear();
    drains.add(node);
    queue.clear();
    queue.add(node);
    for (int at = 0; at < queue.size(); at++) {
      int here = queue.get(at);
      for (int slot = network.firstIn(here); slot < network.firstIn(here + 1); slot++) {
        int pipe = network.incoming(slot);
        int from = network.from(pipe);
        if (network.isPassable(pipe) && !network.isEnd(from) && drains.add(from)) {
          queue.add(from);
          if (around.contains(from) && --left == 0) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
