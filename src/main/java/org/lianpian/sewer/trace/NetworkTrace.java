package org.lianpian.sewer.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.sewer.HookupCandidate;
import org.lianpian.sewer.NetworkEdge;
import org.lianpian.sewer.SewerBreak;
import org.lianpian.sewer.TraceTerminal;

/**
 * The answer to one question about the network.
 *
 * @param to the other end of {@code BETWEEN}, else null
 * @param nodeIds the nodes reached, sorted
 * @param pipes the pipes passed; upstream the nearest first, else by id
 * @param ends where branches end (downstream and to the plant)
 * @param heads where water comes from (upstream), sorted
 * @param route the way to the plant or to the other place; null when there is none or none asked
 * @param against whether the way between two places runs from the second to the first
 * @param breaks what keeps sewage of the place from the plant, in the direction of flow
 * @param hookups what could take its sewage instead
 */
public record NetworkTrace(
    TraceMode mode,
    NetworkPlace from,
    @Nullable NetworkPlace to,
    List<String> nodeIds,
    List<NetworkEdge> pipes,
    List<TraceTerminal> ends,
    List<String> heads,
    @Nullable NetworkRoute route,
    boolean against,
    List<SewerBreak> breaks,
    List<HookupCandidate> hookups) {

  public NetworkTrace {
    nodeIds = List.copyOf(nodeIds);
    pipes = List.copyOf(pipes);
    ends = List.copyOf(ends);
    heads = List.copyOf(heads);
    breaks = List.copyOf(breaks);
    hookups = List.copyOf(hookups);
  }

  /** Tells whether water can be followed at all: a community may have no surveyed outlet. */
  public boolean hasStart() {
    return !nodeIds.isEmpty();
  }

  /** Returns the length of all pipes passed whose line is known. */
  public double lengthMetres() {
    return pipes.stream().mapToDouble(NetworkEdge::lengthMetres).sum();
  }
}
