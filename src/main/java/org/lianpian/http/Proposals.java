package org.lianpian.http;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianpian.region.PackagePlan;

/**
 * Keeps the proposed packages, and the neighbourhood graph behind them, of the present content.
 *
 * <p>Made at the first need, as the map itself does without; made anew when data or answers change,
 * not when only the plan was edited. Thread-safe.
 */
final class Proposals {
  private final Supplier<PackagePlan> maker;
  private final MapSnapshots snapshots;
  private MapSnapshot.@Nullable MapContent content;
  private @Nullable PackagePlan plan;

  Proposals(Supplier<PackagePlan> maker, MapSnapshots snapshots) {
    this.maker = maker;
    this.snapshots = snapshots;
  }

  synchronized PackagePlan current() {
    MapSnapshot.MapContent now = snapshots.current().content();
    PackagePlan known = plan;
    if (known == null || content != now) {
      known = maker.get();
      plan = known;
      content = now;
    }
    return known;
  }
}
