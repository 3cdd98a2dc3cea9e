package org.lianpian.sewer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianpian.sewer.network.TraceResult;

/**
 * Everything that lies downstream or upstream of a node.
 *
 * @param nodeIds the nodes reached, the start included, sorted
 * @param edges the pipes passed, by id
 * @param terminals where the branches of a downstream trace end; one per node and set of marks
 * @param heads where an upstream trace begins: nodes that nothing drains to, sorted
 */
public record Trace(
    String startId,
    List<String> nodeIds,
    List<NetworkEdge> edges,
    List<TraceTerminal> terminals,
    List<String> heads) {

  public Trace {
    nodeIds = List.copyOf(nodeIds);
    edges = List.copyOf(edges);
    terminals = List.copyOf(terminals);
    heads = List.copyOf(heads);
  }

  /** Returns the trace from a node that the network does not have. */
  static Trace withoutStart(String startId) {
    return new Trace(
        startId,
        List.of(),
        List.of(),
        List.of(new TraceTerminal(startId, TraceResult.NO_START, Set.of(), List.of(), null)),
        List.of());
  }

  /** Returns the first branch that ends so, or empty. */
  public Optional<TraceTerminal> find(TraceResult result) {
    return terminals.stream().filter(terminal -> terminal.result() == result).findFirst();
  }
}
