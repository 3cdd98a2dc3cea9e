package org.lianpian.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianpian.region.PackagePlan;
import org.lianpian.region.PackagingParameters;

/**
 * Keeps the proposed packages, and the neighbourhood graph behind them, of the present content.
 *
 * <p>Made at the first need, as the map itself does without; made anew when data or answers change,
 * not when only the plan was edited. Thread-safe.
 */
final class Proposals {
  private final Function<PackagingParameters, PackagePlan> maker;
  private final PackagingParameters parameters;
  private final MapSnapshots snapshots;
  private MapSnapshot.@Nullable MapContent content;
  private @Nullable PackagePlan plan;

  /**
   * @param parameters the profile's
   */
  Proposals(
      Function<PackagingParameters, PackagePlan> maker,
      PackagingParameters parameters,
      MapSnapshots snapshots) {
    this.maker = maker;
    this.parameters = parameters;
    this.snapshots = snapshots;
  }

  synchronized PackagePlan current() {
    MapSnapshot.MapContent now = snapshots.current().content();
    PackagePlan known = plan;
    if (known == null || content != now) {
      known = maker.apply(parameters);
      plan = known;
      content = now;
    }
    return known;
  }

  /** Returns the packages by a planner's parameters; those of the profile are kept. */
  PackagePlan by(PackagingParameters wanted) {
    return wanted.equals(parameters) ? current() : maker.apply(wanted);
  }

  /** Returns the profile's parameters. */
  PackagingParameters parameters() {
    return parameters;
  }
}
