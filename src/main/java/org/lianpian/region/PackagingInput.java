package org.lianpian.region;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lianpian.model.InputHash;
import org.locationtech.jts.geom.Geometry;

/**
 * What packages are made from; lists are kept sorted by id, so that their order never matters.
 *
 * @param roadBlocks used by {@link PackagingMode#ROAD_BLOCK}, and to say where leftovers lie
 */
public record PackagingInput(
    List<PackagingUnit> units, List<Barrier> barriers, List<RoadBlock> roadBlocks) {

  /**
   * @throws IllegalArgumentException when two units, barriers or road blocks have the same id
   */
  public PackagingInput {
    units = sorted("unit", units, PackagingUnit::id);
    barriers = sorted("barrier", barriers, Barrier::id);
    roadBlocks = sorted("road block", roadBlocks, RoadBlock::id);
  }

  public PackagingInput(List<PackagingUnit> units, List<Barrier> barriers) {
    this(units, barriers, List.of());
  }

  private static <T> List<T> sorted(String what, List<T> items, Function<T, String> id) {
    Set<String> ids = new HashSet<>();
    for (T item : items) {
      if (!ids.add(id.apply(item))) {
        throw new IllegalArgumentException("Duplicate " + what + " id: " + id.apply(item));
      }
    }
    return items.stream().sorted(Comparator.comparing(id)).toList();
  }

  /** Hashes everything that a plan depends on. */
  String hash(PackagingParameters parameters) {
    InputHash hash = new InputHash();
    hash.add(parameters.toString());
    for (PackagingUnit unit : units) {
      unit.addTo(hash.add("unit"));
    }
    for (Barrier barrier : barriers) {
      hash.add("barrier").add(barrier.id()).add(barrier.name()).add(barrier.kind().name());
      hash.add(barrier.geometry());
      for (Geometry crossing : barrier.crossings()) {
        hash.add("crossing").add(crossing);
      }
    }
    for (RoadBlock block : roadBlocks) {
      hash.add("block").add(block.id()).add(block.polygon());
    }
    return hash.finish();
  }
}
