package org.lianpian.region;

/** Two plans side by side (US-P12). */
public record PlanComparison(PlanFigures before, PlanFigures after, PlanDifference difference) {

  /** Compares two drafts over the same units. */
  public static PlanComparison of(PlanDraft before, PlanDraft after, ContiguityGraph graph) {
    return new PlanComparison(
        PlanFigures.of(before, graph),
        PlanFigures.of(after, graph),
        PlanDifference.of(before, after));
  }

  /** Compares two proposals, each by its own parameters. */
  public static PlanComparison of(PackagePlan before, PackagePlan after) {
    PlanDraft first = PlanDraft.of(before);
    PlanDraft second = PlanDraft.of(after);
    return new PlanComparison(
        PlanFigures.of(first, before.graph()),
        PlanFigures.of(second, after.graph()),
        PlanDifference.of(first, second));
  }
}
