package org.lianpian.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edit adds to each area or takes from it, in figures and in a sentence (US-P08, US-P10).
 *
 * @param areas the areas that are new, gone, or have other members; sorted by id
 */
public record PlanDelta(List<AreaDelta> areas) {

  /**
   * An area before and after.
   *
   * @param before null when it is new
   * @param after null when it is gone
   */
  public record AreaDelta(
      String id, String name, @Nullable Totals before, @Nullable Totals after) {}

  public PlanDelta {
    areas = List.copyOf(areas);
  }

  public static PlanDelta of(PlanDraft before, PlanDraft after, ContiguityGraph graph) {
    Map<String, @Nullable PlanArea> ids = new TreeMap<>();
    before.areas().forEach(area -> ids.put(area.id(), null));
    after.areas().forEach(area -> ids.put(area.id(), area));
    List<AreaDelta> areas = new ArrayList<>();
    ids.forEach(
        (id, now) -> {
          PlanArea then = before.find(id).orElse(null);
          boolean same = then != null && now != null && then.members().equals(now.members());
          if (!same) {
            String name = now != null ? now.name() : then != null ? then.name() : id;
            areas.add(new AreaDelta(id, name, totals(then, graph), totals(now, graph)));
          }
        });
    return new PlanDelta(areas);
  }

  private static @Nullable Totals totals(@Nullable PlanArea area, ContiguityGraph graph) {
    return area == null
        ? null
        : Totals.of(area.members().stream().flatMap(id -> graph.findUnit(id).stream()).toList());
  }

  /** Returns one sentence, for example {@code 「甲片区」增加2个小区、120户;「乙片区」取消}. */
  public String zh() {
    return areas.isEmpty()
        ? "片区成员没有变化"
        : areas.stream().map(PlanDelta::zh).collect(Collectors.joining(";"));
  }

  public String en() {
    return areas.isEmpty()
        ? "No area changes its members"
        : areas.stream().map(PlanDelta::en).collect(Collectors.joining("; "));
  }

  private static String zh(AreaDelta area) {
    Totals before = area.before();
    Totals after = area.after();
    String name = "「" + area.name() + "」";
    if (after == null) {
      return name + "取消";
    }
    if (before == null) {
      return name
          + "新设:"
          + after.units()
          + "个小区、"
          + after.households().zh("户")
          + "、"
          + after.buildings().zh("栋");
    }
    int units = after.units() - before.units();
    return name
        + (units >= 0 ? "增加" : "减少")
        + Math.abs(units)
        + "个小区、"
        + change(before, after, Totals::households, "户")
        + "、"
        + change(before, after, Totals::buildings, "栋")
        + ",共"
        + after.units()
        + "个小区、"
        + after.households().zh("户");
  }

  private static String en(AreaDelta area) {
    Totals before = area.before();
    Totals after = area.after();
    String name = "'" + area.name() + "'";
    if (after == null) {
      return name + " goes";
    }
    if (before == null) {
      return name
          + " is new: "
          + after.units()
          + " communities, "
          + after.households().en("households")
          + ", "
          + after.buildings().en("buildings");
    }
    return name
        + " "
        + signed(after.units() - before.units())
        + " communities, "
        + change(before, after, Totals::households, " households")
        + ", "
        + change(before, after, Totals::buildings, " buildings")
        + "; "
        + after.units()
        + " communities, "
        + after.households().en("households")
        + " in all";
  }

  private static String change(
      Totals before, Totals after, Function<Totals, Sum> sum, String unit) {
    return signed(Math.round(sum.apply(after).known() - sum.apply(before).known())) + unit;
  }

  private static String signed(long number) {
    return (number > 0 ? "+" : number < 0 ? "−" : "±") + Math.abs(number);
  }

  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("zh", zh());
    tree.put("en", en());
    List<Object> list = new ArrayList<>();
    for (AreaDelta area : areas) {
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("id", area.id());
      item.put("name", area.name());
      item.put("before", area.before() == null ? null : area.before().toTree());
      item.put("after", area.after() == null ? null : area.after().toTree());
      list.add(item);
    }
    tree.put("areas", list);
    return tree;
  }
}
