package org.lianpian.sewer.network;

import java.util.List;

/**
 * All branches downstream of a node.
 *
 * @param nodes reached, the start first; empty when there is no start
 * @param pipes passed
 * @param ends by result, length of the route, node and marks
 */
public record RouteTrace(int[] nodes, int[] pipes, List<RouteEnd> ends) {

  public RouteTrace {
    ends = List.copyOf(ends);
  }
}
