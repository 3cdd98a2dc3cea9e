package org.lianpian.region;

import org.lianpian.model.PlanScenario;

/** What a change of the list of scenarios comes to. */
public sealed interface ScenarioOutcome {

  /** It is saved. */
  record Saved(PlanScenario scenario) implements ScenarioOutcome {}

  /** It is not done; the list stays as it is. */
  record Refused(PlanEditRefused refusal) implements ScenarioOutcome {}
}
