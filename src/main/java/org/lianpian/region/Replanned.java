package org.lianpian.region;

import java.util.List;

/**
 * A proposal made again after locks changed.
 *
 * @param solvedAgain communities whose package the search was free to change, sorted
 * @param moved communities that changed their package, sorted by id
 * @param fewestLeftReached false when a lock leaves over more communities than before nearby and
 *     the search stopped widening; more search may do better
 */
public record Replanned(
    PackagePlan plan,
    List<String> solvedAgain,
    List<PlanDifference.Move> moved,
    boolean fewestLeftReached) {

  public Replanned {
    solvedAgain = List.copyOf(solvedAgain);
    moved = List.copyOf(moved);
  }
}
