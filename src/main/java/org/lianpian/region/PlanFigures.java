package org.lianpian.region;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures by which plan variants are compared (US-P12).
 *
 * @param areas how many areas
 * @param members how many communities are in them
 * @param households of the members
 * @param leftovers small communities in no area
 * @param leftoverHouseholds of the leftovers
 * @param crossStreetAreas areas with members in several sub-districts
 * @param brokenAreas areas that do not hang together
 */
public record PlanFigures(
    int areas,
    int members,
    Sum households,
    int leftovers,
    Sum leftoverHouseholds,
    int crossStreetAreas,
    int brokenAreas) {

  public static PlanFigures of(PlanDraft draft, ContiguityGraph graph) {
    AreaInspector inspector = new AreaInspector(graph);
    Set<String> assigned = new HashSet<>();
    Sum households = Sum.NONE;
    int crossStreet = 0;
    int broken = 0;
    for (PlanArea area : draft.areas()) {
      AreaFacts facts = inspector.inspect(area.members());
      assigned.addAll(area.members());
      households = households.plus(facts.totals().households());
      crossStreet += facts.streets().size() > 1 ? 1 : 0;
      boolean isBroken =
          facts.warnings().stream().anyMatch(w -> w.code() == WarningCode.NOT_CONTIGUOUS);
      broken += isBroken ? 1 : 0;
    }
    List<PackagingUnit> left =
        graph.units().stream()
            .filter(unit -> !assigned.contains(unit.id()))
            .filter(unit -> isSmall(unit.role(graph.parameters())))
            .toList();
    return new PlanFigures(
        draft.areas().size(),
        assigned.size(),
        households,
        left.size(),
        Sum.of(left, PackagingUnit::households),
        crossStreet,
        broken);
  }

  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("areas", areas);
    tree.put("members", members);
    tree.put("households", households.toTree());
    tree.put("leftovers", leftovers);
    tree.put("leftoverHouseholds", leftoverHouseholds.toTree());
    tree.put("crossStreetAreas", crossStreetAreas);
    tree.put("brokenAreas", brokenAreas);
    return tree;
  }

  static boolean isSmall(UnitRole role) {
    return role != UnitRole.LARGE && role != UnitRole.EXCLUDED;
  }
}
