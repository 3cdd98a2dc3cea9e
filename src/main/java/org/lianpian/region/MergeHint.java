package org.lianpian.region;

import java.util.List;

/**
 * Two neighbours that only a soft boundary keeps apart (跨街道候选): for the planner to decide.
 *
 * @param edge the nearest pair
 * @param from the package of the edge's one end, or that unit's id when it is in none
 * @param to the same for the other end; a package when one of the two is
 * @param fromMembers the members of {@code from}
 * @param toMembers the members of {@code to}
 */
public record MergeHint(
    ContiguityEdge edge,
    String from,
    String to,
    List<String> fromMembers,
    List<String> toMembers,
    String zh,
    String en) {

  public MergeHint {
    fromMembers = List.copyOf(fromMembers);
    toMembers = List.copyOf(toMembers);
  }
}
