package org.lianpian.region;

import java.util.ArrayList;
import java.util.List;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.PlanRevision;
import org.lianpian.model.PlanScenario;

/**
 * Numbers the changes of all plans of a dataset: each transaction on a revision or a scenario takes
 * the next number. So a revision's number alone says which scenario was seen, and a reader can tell
 * writes to plans from writes to data.
 */
final class PlanClock {
  private PlanClock() {}

  /** Returns the number of the last change, 0 before the first. */
  static int now(FeatureStore store) {
    int now = 0;
    List<String> heads = new ArrayList<>(List.of(PlanRevision.headIdOf(PlanScenarios.MAIN)));
    for (PlanScenario scenario : store.list(PlanScenario.TYPE)) {
      now = Math.max(now, scenario.changed());
      heads.add(PlanRevision.headIdOf(scenario.id()));
    }
    for (PlanRevision head : store.findAll(PlanRevision.TYPE, heads)) {
      now = Math.max(now, head.number());
    }
    return now;
  }
}
