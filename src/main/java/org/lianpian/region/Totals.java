package org.lianpian.region;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an area adds up to; {@code units} counts communities and lone buildings. */
public record Totals(int units, Sum buildings, Sum households, Sum grossFloorArea) {

  /** Adds up units, in a fixed order. */
  public static Totals of(Collection<PackagingUnit> units) {
    return new Totals(
        units.size(),
        Sum.of(units, PackagingUnit::buildings),
        Sum.of(units, PackagingUnit::households),
        Sum.of(units, PackagingUnit::grossFloorArea));
  }

  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("communities", units);
    tree.put("buildings", buildings.toTree());
    tree.put("households", households.toTree());
    tree.put("grossFloorArea", grossFloorArea.toTree());
    return tree;
  }
}
