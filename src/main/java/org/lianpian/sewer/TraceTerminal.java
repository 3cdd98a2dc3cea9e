package org.lianpian.sewer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.sewer.network.RouteMark;
import org.lianpian.sewer.network.TraceResult;

/**
 * The end of a branch of a downstream trace.
 *
 * @param marks what the route has passed
 * @param route the pipes from the start, in the direction of flow; one shortest of several, by
 *     number of pipes
 * @param dropMetres from the start's level to the end's, or null when either is unknown
 */
public record TraceTerminal(
    String nodeId,
    TraceResult result,
    Set<RouteMark> marks,
    List<NetworkEdge> route,
    @Nullable Double dropMetres) {

  public TraceTerminal {
    EnumSet<RouteMark> copy = EnumSet.noneOf(RouteMark.class);
    copy.addAll(marks);
    marks = Collections.unmodifiableSet(copy);
    route = List.copyOf(route);
  }

  public double lengthMetres() {
    return route.stream().mapToDouble(NetworkEdge::lengthMetres).sum();
  }

  public boolean has(RouteMark mark) {
    return marks.contains(mark);
  }
}
