package org.lianpian.sewer.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.sewer.NetworkEdge;
import org.lianpian.sewer.SewerBreak;
import org.lianpian.sewer.profile.LongitudinalProfile;

/** Makes the longitudinal section of the way that a question asks for. */
public final class RouteProfile {
  private RouteProfile() {}

  /**
   * Returns the section from a place to another, or to the plant, or else along the branch that
   * keeps its sewage from the plant, with the break marked.
   *
   * @param to null for the plant
   * @throws NoRouteException when no pipe is passed
   */
  public static LongitudinalProfile of(
      NetworkQueries queries, NetworkPlace from, @Nullable NetworkPlace to) {
    List<NetworkEdge> pipes = queries.profileRoute(from, to);
    if (pipes.isEmpty()) {
      throw to == null
          ? new NoRouteException(
              from.id() + " 下游没有在用管道,无纵断面可绘",
              "No pipe in use leads on from " + from.id() + ": there is no section to draw")
          : new NoRouteException(
              from.id() + " 与 " + to.id() + " 之间无水路相通,无纵断面可绘",
              "No water gets between " + from.id() + " and " + to.id());
    }
    List<SewerBreak> breaks =
        queries.judge(from).stream().flatMap(outlet -> outlet.breaks().stream()).toList();
    String first = pipes.get(0).from();
    String last = pipes.get(pipes.size() - 1).to();
    String name = from.name().isBlank() ? "" : from.name() + " ";
    return LongitudinalProfile.of(
        new LongitudinalProfile.Title(
            "排水管道纵断面图 " + name + first + " → " + last,
            "Longitudinal section " + name + first + " → " + last),
        pipes,
        queries::findNode,
        breaks);
  }
}
