package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Edits a planner's plan by hand (US-P08 to US-P11).
 *
 * <p>Pure functions of draft and arguments: each returns a new draft with a description, or a
 * refusal. Refused are edits of locked areas, communities that the data does not have, and areas
 * across districts when the rules forbid them; everything else a planner may do, with warnings.
 * Thread-safe.
 */
public final class PlanEditor {
  private final ContiguityGraph graph;
  private final AreaInspector inspector;

  public PlanEditor(ContiguityGraph graph) {
    this.graph = graph;
    this.inspector = new AreaInspector(graph);
  }

  /**
   * Makes an area; members of other areas are taken from them.
   *
   * @param name null for a numbered name
   */
  public PlanEditResult create(PlanDraft draft, Collection<String> members, @Nullable String name) {
    String id = freeId(draft);
    int next = numberOf(id) + 1;
    String title = name == null ? "片区" + numberOf(id) : name.strip();
    if (title.isEmpty()) {
      return PlanEditRefused.of(RefusalReason.BAD_NAME, "名称为空", "it is empty");
    }
    Optional<PlanEditRefused> refusal = checkMembers(members, members);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return take(
        draft.withNextNumber(next),
        new PlanArea(id, title, List.copyOf(members), false),
        members,
        "新建片区「" + title + "」",
        "Create area '" + title + "'");
  }

  /** Adds communities to an area; members of other areas are taken from them. */
  public PlanEditResult add(PlanDraft draft, String areaId, Collection<String> members) {
    PlanArea area = draft.find(areaId).orElse(null);
    if (area == null) {
      return noSuchArea(areaId);
    }
    if (area.locked()) {
      return locked(area);
    }
    List<String> added = members.stream().filter(id -> !area.members().contains(id)).toList();
    if (added.isEmpty() && !members.isEmpty()) {
      return PlanEditRefused.of(RefusalReason.NOTHING_TO_DO, "已在片区内", "they are in it already");
    }
    Set<String> all = new TreeSet<>(area.members());
    all.addAll(added);
    Optional<PlanEditRefused> refusal = checkMembers(added, all);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return take(
        draft,
        area.withMembers(List.copyOf(all)),
        added,
        "片区「" + area.name() + "」增加" + titles(added, "、"),
        "Add " + titles(added, ", ") + " to area '" + area.name() + "'");
  }

  /** Removes communities from an area; an area without members is deleted. */
  public PlanEditResult remove(PlanDraft draft, String areaId, Collection<String> members) {
    PlanArea area = draft.find(areaId).orElse(null);
    if (area == null) {
      return noSuchArea(areaId);
    }
    if (area.locked()) {
      return locked(area);
    }
    if (members.isEmpty()) {
      return PlanEditRefused.of(RefusalReason.NO_MEMBERS, "", "");
    }
    for (String id : members) {
      if (!area.members().contains(id)) {
        return PlanEditRefused.of(RefusalReason.NOT_A_MEMBER, id, id);
      }
    }
    Map<String, PlanArea> areas = areas(draft);
    List<String> kept = area.members().stream().filter(id -> !members.contains(id)).toList();
    if (kept.isEmpty()) {
      areas.remove(areaId);
    } else {
      areas.put(areaId, area.withMembers(kept));
    }
    return done(
        draft.withAreas(areas.values()),
        kept.isEmpty() ? null : areaId,
        List.of(),
        "片区「" + area.name() + "」移出" + titles(members, "、"),
        "Remove " + titles(members, ", ") + " from area '" + area.name() + "'");
  }

  /** Joins areas into the one with the smallest id, which keeps its name. */
  public PlanEditResult merge(PlanDraft draft, Collection<String> areaIds) {
    return merge(draft, areaIds, null, null);
  }

  /**
   * Joins areas.
   *
   * @param keep the area whose id, and name unless another is given, stays; null for the smallest
   * @param name of the joined area, or null for that of the one that stays
   */
  public PlanEditResult merge(
      PlanDraft draft, Collection<String> areaIds, @Nullable String keep, @Nullable String name) {
    Set<String> ids = new TreeSet<>(areaIds);
    if (keep != null && !ids.contains(keep)) {
      return noSuchArea(keep);
    }
    List<PlanArea> merged = new ArrayList<>();
    for (String id : ids) {
      PlanArea area = draft.find(id).orElse(null);
      if (area == null) {
        return noSuchArea(id);
      }
      if (area.locked()) {
        return locked(area);
      }
      merged.add(area);
    }
    if (merged.size() < 2) {
      return PlanEditRefused.of(RefusalReason.NOTHING_TO_DO, "至少选择两个片区", "two areas are needed");
    }
    Set<String> members = new TreeSet<>();
    merged.forEach(area -> members.addAll(area.members()));
    Optional<PlanEditRefused> refusal = checkDistricts(members);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    PlanArea first = keep == null ? merged.get(0) : draft.find(keep).orElseThrow();
    Map<String, PlanArea> areas = areas(draft);
    ids.forEach(areas::remove);
    String title = name == null ? first.name() : name.strip();
    areas.put(first.id(), first.withMembers(List.copyOf(members)).withName(title));
    return done(
        draft.withAreas(areas.values()),
        first.id(),
        List.of(),
        "合并片区" + merged.stream().map(a -> "「" + a.name() + "」").collect(Collectors.joining("、")),
        "Merge areas "
            + merged.stream().map(a -> "'" + a.name() + "'").collect(Collectors.joining(", ")));
  }

  /**
   * Splits an area by a line, drawn or of a road: the larger part keeps id and name, the others
   * become areas of their own.
   *
   * @param line in the dataset's CRS, metres; goes on straight beyond its ends
   */
  public PlanEditResult split(PlanDraft draft, String areaId, Geometry line) {
    PlanArea area = draft.find(areaId).orElse(null);
    if (area == null) {
      return noSuchArea(areaId);
    }
    if (area.locked()) {
      return locked(area);
    }
    AreaSplitter.Split split =
        AreaSplitter.split(
            area.members().stream().flatMap(id -> graph.findUnit(id).stream()).toList(), line);
    if (split.parts().size() < 2) {
      return PlanEditRefused.of(RefusalReason.LINE_MISSES, area.name(), area.name());
    }
    Map<String, PlanArea> areas = areas(draft);
    Set<String> kept = new TreeSet<>(area.members());
    int next = draft.nextNumber();
    for (int i = 1; i < split.parts().size(); i++) {
      while (areas.containsKey("A-" + next)) {
        next++;
      }
      String id = "A-" + next++;
      List<String> part = split.parts().get(i);
      areas.put(id, new PlanArea(id, area.name() + "(" + (i + 1) + ")", part, false));
      part.forEach(kept::remove);
    }
    areas.put(areaId, area.withMembers(List.copyOf(kept)));
    boolean crossed = !split.crossed().isEmpty();
    return done(
        new PlanDraft(next, List.copyOf(areas.values()), draft.basis()),
        areaId,
        List.of(),
        "拆分片区「"
            + area.name()
            + "」为"
            + split.parts().size()
            + "个"
            + (crossed ? ",线穿过" + titles(split.crossed(), "、") + ",按较大部分归属" : ""),
        "Split area '"
            + area.name()
            + "' into "
            + split.parts().size()
            + (crossed
                ? "; the line crosses " + titles(split.crossed(), ", ") + ", larger part counts"
                : ""));
  }

  /** Locks or unlocks all areas. */
  public PlanEditResult setAllLocked(PlanDraft draft, boolean locked) {
    List<PlanArea> areas = draft.areas().stream().map(area -> area.withLocked(locked)).toList();
    if (areas.equals(draft.areas())) {
      return PlanEditRefused.of(RefusalReason.NOTHING_TO_DO, "", "");
    }
    return done(
        draft.withAreas(areas),
        null,
        List.of(),
        locked ? "锁定全部片区" : "解锁全部片区",
        locked ? "Lock all areas" : "Unlock all areas");
  }

  public PlanEditResult delete(PlanDraft draft, String areaId) {
    PlanArea area = draft.find(areaId).orElse(null);
    if (area == null) {
      return noSuchArea(areaId);
    }
    if (area.locked()) {
      return locked(area);
    }
    Map<String, PlanArea> areas = areas(draft);
    areas.remove(areaId);
    return done(
        draft.withAreas(areas.values()),
        null,
        List.of(),
        "删除片区「" + area.name() + "」",
        "Delete area '" + area.name() + "'");
  }

  public PlanEditResult rename(PlanDraft draft, String areaId, String name) {
    PlanArea area = draft.find(areaId).orElse(null);
    if (area == null) {
      return noSuchArea(areaId);
    }
    if (area.locked()) {
      return locked(area);
    }
    String title = name.strip();
    if (title.isEmpty()) {
      return PlanEditRefused.of(RefusalReason.BAD_NAME, "名称为空", "it is empty");
    }
    return replace(
        draft,
        area,
        area.withName(title),
        "片区「" + area.name() + "」改名为「" + title + "」",
        "Rename area '" + area.name() + "' to '" + title + "'");
  }

  /** Locks or unlocks an area. */
  public PlanEditResult setLocked(PlanDraft draft, String areaId, boolean locked) {
    PlanArea area = draft.find(areaId).orElse(null);
    if (area == null) {
      return noSuchArea(areaId);
    }
    return replace(
        draft,
        area,
        area.withLocked(locked),
        (locked ? "锁定片区「" : "解锁片区「") + area.name() + "」",
        (locked ? "Lock area '" : "Unlock area '") + area.name() + "'");
  }

  /**
   * Replaces all areas that are not locked by a proposal's packages.
   *
   * <p>Members of locked areas are left out; what remains of a package is split into its contiguous
   * pieces, and pieces of one are left over.
   *
   * @param basis what the proposal was made from; kept with the draft
   */
  public PlanEditResult propose(PlanDraft draft, PackagePlan plan, PlanBasis basis) {
    Map<String, PlanArea> areas = new TreeMap<>();
    Set<String> frozen = new TreeSet<>();
    for (PlanArea area : draft.areas()) {
      if (area.locked()) {
        areas.put(area.id(), area);
        frozen.addAll(area.members());
      }
    }
    int kept = areas.size();
    int next = draft.nextNumber();
    for (WorkPackage made : plan.packages()) {
      List<String> free = made.members().stream().filter(id -> !frozen.contains(id)).toList();
      for (Set<String> piece : graph.pieces(free, edge -> edge.use() == EdgeUse.USABLE)) {
        if (piece.size() > 1) {
          String id = "PK-" + piece.iterator().next();
          if (areas.containsKey(id)) {
            id = "A-" + next++;
          }
          String name = piece.size() == made.members().size() ? made.name() : titleOf(piece);
          areas.put(id, new PlanArea(id, name, List.copyOf(piece), false));
        }
      }
    }
    int made = areas.size() - kept;
    return done(
        new PlanDraft(next, List.copyOf(areas.values()), basis),
        null,
        List.of(),
        "自动成片:生成" + made + "个片区,保留锁定" + kept + "个",
        "Propose: " + made + " areas, " + kept + " locked ones kept");
  }

  // ---- shared steps

  private String titleOf(Set<String> piece) {
    return titles(List.of(piece.iterator().next()), "") + "片区";
  }

  /** Puts an area in place and takes the newly given members out of other areas. */
  private PlanEditResult take(
      PlanDraft draft, PlanArea area, Collection<String> given, String zh, String en) {
    Map<String, PlanArea> areas = areas(draft);
    List<PlanEdit.TakenMember> taken = new ArrayList<>();
    for (PlanArea other : draft.areas()) {
      List<String> lost =
          other.members().stream()
              .filter(id -> !other.id().equals(area.id()) && given.contains(id))
              .toList();
      if (!lost.isEmpty()) {
        if (other.locked()) {
          return locked(other);
        }
        lost.forEach(id -> taken.add(new PlanEdit.TakenMember(id, other.id(), other.name())));
        List<String> kept = other.members().stream().filter(id -> !lost.contains(id)).toList();
        if (kept.isEmpty()) {
          areas.remove(other.id());
        } else {
          areas.put(other.id(), other.withMembers(kept));
        }
      }
    }
    areas.put(area.id(), area);
    String fromZh =
        taken.isEmpty() ? "" : ",从" + froms(taken, "「", "」", "、") + "移入" + taken.size() + "个";
    String fromEn =
        taken.isEmpty() ? "" : ", " + taken.size() + " from " + froms(taken, "'", "'", ", ");
    return done(draft.withAreas(areas.values()), area.id(), taken, zh + fromZh, en + fromEn);
  }

  private static String froms(
      List<PlanEdit.TakenMember> taken, String open, String close, String separator) {
    return taken.stream()
        .map(t -> open + t.fromAreaName() + close)
        .distinct()
        .collect(Collectors.joining(separator));
  }

  private PlanEditResult replace(
      PlanDraft draft, PlanArea before, PlanArea after, String zh, String en) {
    if (after.equals(before)) {
      return PlanEditRefused.of(RefusalReason.NOTHING_TO_DO, "", "");
    }
    Map<String, PlanArea> areas = areas(draft);
    areas.put(after.id(), after);
    return done(draft.withAreas(areas.values()), after.id(), List.of(), zh, en);
  }

  private PlanEdit done(
      PlanDraft draft,
      @Nullable String areaId,
      List<PlanEdit.TakenMember> taken,
      String zh,
      String en) {
    List<AreaWarning> warnings =
        areaId == null
            ? List.of()
            : draft.find(areaId).map(a -> inspector.inspect(a.members()).warnings()).orElseThrow();
    return new PlanEdit(draft, areaId, taken, warnings, zh, en);
  }

  private Optional<PlanEditRefused> checkMembers(Collection<String> given, Collection<String> all) {
    if (given.isEmpty()) {
      return Optional.of(PlanEditRefused.of(RefusalReason.NO_MEMBERS, "", ""));
    }
    for (String id : given) {
      if (graph.findUnit(id).isEmpty()) {
        return Optional.of(PlanEditRefused.of(RefusalReason.NO_SUCH_COMMUNITY, id, id));
      }
    }
    return checkDistricts(all);
  }

  /** Districts that are not known are warned about, as nobody can say that they differ. */
  private Optional<PlanEditRefused> checkDistricts(Collection<String> members) {
    if (graph.parameters().sameDistrict() != BoundaryRule.HARD) {
      return Optional.empty();
    }
    List<PackagingUnit> units =
        members.stream().sorted().map(graph::findUnit).flatMap(Optional::stream).toList();
    for (PackagingUnit a : units) {
      for (PackagingUnit b : units) {
        if (Boolean.FALSE.equals(Boundaries.sameDistrict(a, b))) {
          return Optional.of(
              PlanEditRefused.of(
                  RefusalReason.OTHER_DISTRICT,
                  a.title() + "(" + a.district() + ")、" + b.title() + "(" + b.district() + ")",
                  a.title() + " (" + a.district() + "), " + b.title() + " (" + b.district() + ")"));
        }
      }
    }
    return Optional.empty();
  }

  private static PlanEditRefused noSuchArea(String id) {
    return PlanEditRefused.of(RefusalReason.NO_SUCH_AREA, id, id);
  }

  private static PlanEditRefused locked(PlanArea area) {
    return PlanEditRefused.of(RefusalReason.LOCKED, area.name(), area.name());
  }

  private String titles(Collection<String> ids, String separator) {
    return new TreeSet<>(ids)
        .stream()
            .map(id -> graph.findUnit(id).map(PackagingUnit::title).orElse(id))
            .collect(Collectors.joining(separator));
  }

  private static Map<String, PlanArea> areas(PlanDraft draft) {
    Map<String, PlanArea> areas = new TreeMap<>();
    draft.areas().forEach(area -> areas.put(area.id(), area));
    return areas;
  }

  private static String freeId(PlanDraft draft) {
    int number = draft.nextNumber();
    while (draft.find("A-" + number).isPresent()) {
      number++;
    }
    return "A-" + number;
  }

  private static int numberOf(String handMadeId) {
    return Integer.parseInt(handMadeId.substring("A-".length()));
  }
}
