package org.lianpian.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two drafts.
 *
 * <p>Areas are taken for the same when they share most members, whatever their ids: the pairs with
 * most common members first, then by ids. A community moved when its areas are not the same.
 *
 * @param moved communities that changed their area, sorted by id
 * @param renamed areas with the same members but another name or lock, ids as after
 */
public record PlanDifference(List<Move> moved, List<String> renamed) {

  /** A community's area before and after; null for none. */
  public record Move(String communityId, @Nullable String from, @Nullable String to) {}

  private record Match(PlanArea before, PlanArea after, int common) {}

  public PlanDifference {
    moved = List.copyOf(moved);
    renamed = List.copyOf(renamed);
  }

  public boolean isEmpty() {
    return moved.isEmpty() && renamed.isEmpty();
  }

  public static PlanDifference of(PlanDraft before, PlanDraft after) {
    Map<String, PlanArea> areaBefore = byMember(before);
    Map<String, PlanArea> areaAfter = byMember(after);
    Map<String, String> same = match(areaBefore, areaAfter);
    Set<String> members = new TreeSet<>(areaBefore.keySet());
    members.addAll(areaAfter.keySet());
    List<Move> moved = new ArrayList<>();
    for (String id : members) {
      PlanArea from = areaBefore.get(id);
      PlanArea to = areaAfter.get(id);
      if (from == null || to == null || !to.id().equals(same.get(from.id()))) {
        moved.add(new Move(id, from == null ? null : from.id(), to == null ? null : to.id()));
      }
    }
    List<String> renamed = new ArrayList<>();
    for (PlanArea from : before.areas()) {
      String id = same.get(from.id());
      PlanArea to = id == null ? null : after.find(id).orElse(null);
      if (to != null && (!to.name().equals(from.name()) || to.locked() != from.locked())) {
        renamed.add(to.id());
      }
    }
    return new PlanDifference(moved, renamed);
  }

  private static Map<String, PlanArea> byMember(PlanDraft draft) {
    Map<String, PlanArea> areas = new TreeMap<>();
    draft.areas().forEach(area -> area.members().forEach(id -> areas.put(id, area)));
    return areas;
  }

  private static Map<String, String> match(
      Map<String, PlanArea> before, Map<String, PlanArea> after) {
    Map<String, Match> pairs = new TreeMap<>();
    before.forEach(
        (id, from) -> {
          PlanArea to = after.get(id);
          if (to != null) {
            pairs.merge(
                from.id() + "\n" + to.id(),
                new Match(from, to, 1),
                (a, b) -> new Match(from, to, a.common() + b.common()));
          }
        });
    List<Match> most = new ArrayList<>(pairs.values());
    most.sort(
        Comparator.<Match>comparingInt(match -> -match.common())
            .thenComparing(match -> match.before().id())
            .thenComparing(match -> match.after().id()));
    Map<String, String> same = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Match match : most) {
      if (!same.containsKey(match.before().id()) && used.add(match.after().id())) {
        same.put(match.before().id(), match.after().id());
      }
    }
    return same;
  }
}
