package org.lianpian.sewer;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lianpian.sewer.network.Ending;
import org.lianpian.sewer.network.RouteMark;
import org.lianpian.sewer.network.TraceResult;

/**
 * Says which branches of a trace count, and what one of them makes of an outlet.
 *
 * <p>An outlet is judged by all its branches that do not pass an overflow; the worst decides. A
 * capped stub beside another branch is no dead end, nor is what lies up a pipe that is suspected of
 * being reversed. A route over a joint at which id and position disagree is not established.
 */
final class BranchRules {
  private BranchRules() {}

  /**
   * Leaves out overflows, capped stubs, and dead ends up a pipe suspected of being reversed, unless
   * there is nothing else.
   */
  static <T> List<T> deciding(List<T> branches, Function<T, Ending> ending) {
    List<T> normal = keepIfAny(branches, branch -> !ending.apply(branch).has(RouteMark.OVERFLOW));
    return keepIfAny(
        normal, branch -> !ending.apply(branch).capped() && !isUphillDeadEnd(ending.apply(branch)));
  }

  private static <T> List<T> keepIfAny(List<T> all, Predicate<T> keep) {
    List<T> kept = all.stream().filter(keep).toList();
    return kept.isEmpty() ? all : kept;
  }

  private static boolean isUphillDeadEnd(Ending ending) {
    return ending.has(RouteMark.RISING)
        && (ending.result() == TraceResult.DEAD_END || ending.result() == TraceResult.LOOP);
  }

  static OutletConnection judge(Ending ending) {
    switch (ending.result()) {
      case NO_START:
        return OutletConnection.UNKNOWN;
      case REACHES_OUTFALL:
        return OutletConnection.DIRECT_TO_RIVER;
      case REACHES_STORM:
        return OutletConnection.INTO_STORM;
      case LOOP:
        return OutletConnection.LOOP;
      case DEAD_END:
        return OutletConnection.BROKEN;
      case REACHES_MUNICIPAL:
      case REACHES_WWTP:
        return judgeSewer(ending);
    }
    throw new IllegalStateException("no rule for " + ending.result());
  }

  private static OutletConnection judgeSewer(Ending ending) {
    if (ending.has(RouteMark.STORM)) {
      return OutletConnection.INTO_STORM;
    }
    if (ending.has(RouteMark.DISPUTED)) {
      return OutletConnection.UNKNOWN;
    }
    if (ending.has(RouteMark.INTERCEPTED)) {
      return OutletConnection.INTERCEPTED_DRY_ONLY;
    }
    if (ending.result() == TraceResult.REACHES_MUNICIPAL) {
      return OutletConnection.LEAVES_SURVEY;
    }
    return ending.has(RouteMark.COMBINED)
        ? OutletConnection.TO_WWTP_VIA_COMBINED
        : OutletConnection.TO_WWTP;
  }
}
