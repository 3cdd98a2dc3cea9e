package org.lianpian.sewer.trace;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.sewer.NetworkEdge;
import org.lianpian.sewer.network.RouteMark;

/**
 * One way through the network, in the direction of flow; the one with the fewest pipes.
 *
 * @param pipes may be empty, when the place is already there
 * @param lengthMetres along those pipes whose line is known
 * @param dropMetres from the level of the first node to that of the last, or null when unknown
 * @param longestTravelSeconds how long water takes at most in sewers that clean themselves (0.6
 *     m/s, GB 50014-2021 5.2.7)
 * @param passes what the water has passed
 */
public record NetworkRoute(
    List<NetworkEdge> pipes,
    double lengthMetres,
    @Nullable Double dropMetres,
    double longestTravelSeconds,
    Set<RouteMark> passes) {

  public NetworkRoute {
    pipes = List.copyOf(pipes);
    passes = Set.copyOf(passes);
  }
}
