package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Community;

/** Ranks the breaks of many communities by the households that each one cuts off. */
public final class BreakRanking {

  /**
   * One break and whom it cuts off.
   *
   * @param communityIds sorted
   * @param households the sum of those known
   * @param communitiesWithoutCount how many of the communities have no known number of households
   */
  public record RankedBreak(
      SewerBreak found, List<String> communityIds, int households, int communitiesWithoutCount) {

    public RankedBreak {
      communityIds = List.copyOf(communityIds);
    }
  }

  private BreakRanking() {}

  /** Returns each break once, the one with most households first; ties by the object's id. */
  public static List<RankedBreak> of(
      Collection<SewerResult> results, Collection<Community> communities) {
    Map<String, @Nullable Integer> households = new HashMap<>();
    communities.forEach(one -> households.put(one.id(), one.households()));
    Map<String, SewerBreak> breaks = new TreeMap<>();
    Map<String, TreeSet<String>> cutOff = new TreeMap<>();
    for (SewerResult result : results) {
      for (OutletResult outlet : result.outlets()) {
        for (SewerBreak found : outlet.breaks()) {
          String key = found.type() + " " + found.objectId();
          breaks.putIfAbsent(key, found);
          cutOff.computeIfAbsent(key, any -> new TreeSet<>()).add(result.communityId());
        }
      }
    }
    List<RankedBreak> ranked = new ArrayList<>();
    breaks.forEach(
        (key, found) -> {
          List<String> ids = List.copyOf(cutOff.getOrDefault(key, new TreeSet<>()));
          int known = 0;
          int unknown = 0;
          for (String id : ids) {
            Integer count = households.get(id);
            known += count == null ? 0 : count;
            unknown += count == null ? 1 : 0;
          }
          ranked.add(new RankedBreak(found, ids, known, unknown));
        });
    ranked.sort(
        Comparator.comparingInt(RankedBreak::households)
            .reversed()
            .thenComparing(one -> one.found().objectId())
            .thenComparing(one -> one.found().type()));
    return ranked;
  }
}
