package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A planner's plan: disjoint areas of communities.
 *
 * <p>A community is in at most one area (US-P09). Immutable; {@link PlanEditor} makes new drafts.
 *
 * @param nextNumber number of the next area made by hand, so that ids are never used again
 * @param areas sorted by id
 * @param basis of the last proposal that went in, or null when all was made by hand
 */
public record PlanDraft(int nextNumber, List<PlanArea> areas, @Nullable PlanBasis basis) {

  public static final PlanDraft EMPTY = new PlanDraft(1, List.of());

  public PlanDraft(int nextNumber, List<PlanArea> areas) {
    this(nextNumber, areas, null);
  }

  /**
   * @throws IllegalArgumentException when two areas have the same id or a common member
   */
  public PlanDraft {
    areas = areas.stream().sorted(Comparator.comparing(PlanArea::id)).toList();
    Set<String> ids = new HashSet<>();
    Set<String> members = new HashSet<>();
    for (PlanArea area : areas) {
      if (!ids.add(area.id())) {
        throw new IllegalArgumentException("Two areas have the id " + area.id());
      }
      for (String member : area.members()) {
        if (!members.add(member)) {
          throw new IllegalArgumentException("Community " + member + " is in two areas");
        }
      }
    }
  }

  /** Returns the proposal's packages as areas, none locked. */
  public static PlanDraft of(PackagePlan plan) {
    List<PlanArea> areas = new ArrayList<>();
    for (WorkPackage made : plan.packages()) {
      areas.add(new PlanArea(made.id(), made.name(), made.members(), false));
    }
    return new PlanDraft(1, areas);
  }

  public Optional<PlanArea> find(String areaId) {
    return areas.stream().filter(area -> area.id().equals(areaId)).findFirst();
  }

  public Optional<PlanArea> findAreaOf(String communityId) {
    return areas.stream().filter(area -> area.members().contains(communityId)).findFirst();
  }

  PlanDraft withAreas(Collection<PlanArea> newAreas) {
    return new PlanDraft(nextNumber, List.copyOf(newAreas), basis);
  }

  PlanDraft withNextNumber(int number) {
    return new PlanDraft(number, areas, basis);
  }

  /** Returns the draft as a tree of maps and lists that can be kept as JSON. */
  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("next", nextNumber);
    List<Object> list = new ArrayList<>();
    areas.forEach(area -> list.add(area.toTree()));
    tree.put("areas", list);
    if (basis != null) {
      tree.put("basis", basis.toTree());
    }
    return tree;
  }

  /**
   * Reads what {@link #toTree} gives.
   *
   * @throws IllegalArgumentException when it is something else
   */
  @SuppressWarnings("unchecked") // the tree is the one made above
  public static PlanDraft fromTree(@Nullable Object json) {
    if (json instanceof Map<?, ?> tree
        && tree.get("next") instanceof Integer next
        && tree.get("areas") instanceof List<?> list) {
      List<PlanArea> areas = new ArrayList<>();
      for (Object item : list) {
        areas.add(PlanArea.fromTree((Map<String, @Nullable Object>) item));
      }
      return new PlanDraft(next, areas, PlanBasis.fromTree(tree.get("basis")));
    }
    throw new IllegalArgumentException("No draft of a plan: " + json);
  }
}
