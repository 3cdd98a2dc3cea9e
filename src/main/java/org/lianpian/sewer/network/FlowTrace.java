package org.lianpian.sewer.network;

/**
 * Everything that lies downstream or upstream of a node, with a shortest path, by number of pipes,
 * to each node of it.
 *
 * @param nodes the nodes reached, the start first, nearest first; empty when there is no start
 * @param before for each node the place in {@code nodes} of the one it was reached from; -1 for the
 *     start
 * @param via for each node the pipe by which it was reached; -1 for the start
 * @param pipes the pipes passed
 * @param ends where branches end: downstream, nodes that no water leaves; upstream, nodes that
 *     nothing drains to
 * @param looping nodes from which water reaches no end, for it runs in a loop; downstream only
 */
public record FlowTrace(
    int[] nodes, int[] before, int[] via, int[] pipes, int[] ends, int[] looping) {

  public boolean hasStart() {
    return nodes.length > 0;
  }

  /** Returns where a node stands in {@link #nodes}, or -1; {@code O(nodes)}. */
  public int indexOf(int node) {
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] == node) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the pipes between the start and the node at a place of {@link #nodes}. */
  public FlowPath path(PipeNetwork network, int index) {
    int count = 0;
    for (int i = index; before[i] >= 0; i = before[i]) {
      count++;
    }
    int[] path = new int[count];
    boolean downstream = count == 0 || network.to(via[index]) == nodes[index];
    int slot = downstream ? count : 0;
    for (int i = index; before[i] >= 0; i = before[i]) {
      path[downstream ? --slot : slot++] = via[i];
    }
    return FlowPath.of(network, path);
  }
}
