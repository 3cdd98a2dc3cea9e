package org.lianpian.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a planner's plan leaves out (未整合小规模小区, FZ-31). */
public final class PlanReview {
  private PlanReview() {}

  /**
   * Lists the small communities in no area, each with a reason: the proposal's, or that the plan
   * leaves it out although the proposal joined it.
   */
  public static List<Leftover> leftovers(PlanDraft draft, PackagePlan proposal) {
    List<Leftover> leftovers = new ArrayList<>();
    for (PackagingUnit unit : proposal.graph().units()) {
      boolean small = PlanFigures.isSmall(unit.role(proposal.parameters()));
      if (small && draft.findAreaOf(unit.id()).isEmpty()) {
        leftovers.add(proposal.findLeftover(unit.id()).orElseGet(() -> notTaken(unit, proposal)));
      }
    }
    return leftovers;
  }

  /**
   * Returns the area of the draft that a leftover would join: that of its nearest neighbour without
   * a barrier, else that of the member that the proposal names as nearest.
   */
  public static Optional<String> nearestArea(
      Leftover leftover, PlanDraft draft, PackagePlan proposal) {
    return proposal.graph().edgesOf(leftover.id()).stream()
        .filter(edge -> edge.use() == EdgeUse.USABLE)
        .sorted(ContiguityGraph.NEAREST_FIRST)
        .map(edge -> edge.other(leftover.id()))
        .flatMap(id -> draft.findAreaOf(id).stream())
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(leftover.nearest())
                    .flatMap(nearest -> draft.findAreaOf(nearest.member())))
        .map(PlanArea::id);
  }

  private static Leftover notTaken(PackagingUnit unit, PackagePlan proposal) {
    String id = proposal.findPackageOf(unit.id()).map(WorkPackage::id).orElse("");
    return new Leftover(
        unit.id(),
        LeftoverReason.NOT_TAKEN,
        LeftoverReason.NOT_TAKEN.zh() + (id.isEmpty() ? "" : ":建议片区" + id),
        LeftoverReason.NOT_TAKEN.en() + (id.isEmpty() ? "" : ": proposed in " + id),
        null,
        proposal.graph().findBlock(unit.id()).orElse(null));
  }
}
