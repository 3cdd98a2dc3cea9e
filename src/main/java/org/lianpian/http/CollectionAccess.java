package org.lianpian.http;

import java.util.List;
import java.util.Set;
import org.lianpian.model.EstateMerge;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.LedgerEntry;
import org.lianpian.model.Manhole;
import org.lianpian.model.PlanRevision;
import org.lianpian.model.PlanScenario;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.Verdict;

/** Which feature types may leave the server: pipes only when the operator lets them. */
final class CollectionAccess {
  private static final Set<FeatureType<?>> PIPES =
      Set.of(Manhole.TYPE, Reach.TYPE, ServiceConnection.TYPE, LedgerEntry.TYPE);

  /** Kept for the program itself; people get them through their own resources. */
  private static final Set<FeatureType<?>> INTERNAL =
      Set.of(PlanScenario.TYPE, PlanRevision.TYPE, Verdict.TYPE, EstateMerge.TYPE);

  private final List<FeatureType<?>> types;

  CollectionAccess(FeatureStore store, boolean pipesVisible) {
    this.types =
        store.types().stream()
            .filter(type -> !INTERNAL.contains(type))
            .filter(type -> pipesVisible || !PIPES.contains(type))
            .<FeatureType<?>>map(type -> type)
            .toList();
  }

  List<FeatureType<?>> types() {
    return types;
  }

  FeatureType<?> get(String name) {
    return types.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("没有图层 " + name, "No collection " + name));
  }
}
