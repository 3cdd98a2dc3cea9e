package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.region.solver.Certificate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Turns a partition of the candidates into a plan: packages with their facts, and of every other
 * unit the reason. Shared by all regionalizers.
 */
final class PlanReporter {
  private final ContiguityGraph graph;
  private final PackagingParameters parameters;
  private final AreaInspector inspector;
  private final String inputHash;
  private final Map<String, WorkPackage> packageOf = new HashMap<>();
  private final Map<String, Set<String>> pieceOf = new HashMap<>();
  private final Map<List<String>, WorkPackage> known = new HashMap<>();
  private Map<Set<String>, String> ids = Map.of();
  private Map<String, String> names = Map.of();
  private PackagingLocks locks = PackagingLocks.NONE;
  private @Nullable PackagePlan earlier;
  private List<PackagingUnit> joined = List.of();

  PlanReporter(ContiguityGraph graph, String inputHash) {
    this.graph = graph;
    this.parameters = graph.parameters();
    this.inspector = new AreaInspector(graph);
    this.inputHash = inputHash;
  }

  /**
   * Keeps what an earlier plan over the same graph said of the same packages.
   *
   * @param newIds the id of each package by its members
   */
  PlanReporter keeping(
      PackagePlan before, PackagingLocks newLocks, Map<Set<String>, String> newIds) {
    before.packages().forEach(made -> known.put(made.members(), made));
    names =
        before.packages().stream().collect(Collectors.toMap(WorkPackage::id, WorkPackage::name));
    ids = newIds;
    locks = newLocks;
    earlier = before;
    return this;
  }

  /**
   * Makes the plan.
   *
   * @param pieces disjoint, contiguous, and covering the candidates
   * @param certificates how good the pieces are, as far as the regionalizer knows
   */
  PackagePlan report(Collection<Set<String>> pieces, List<Certificate> certificates) {
    List<WorkPackage> packages = new ArrayList<>();
    for (Set<String> piece : pieces) {
      piece.forEach(id -> pieceOf.put(id, piece));
      WorkPackage made = packageOrNull(piece);
      if (made != null) {
        packages.add(made);
        piece.forEach(id -> packageOf.put(id, made));
      }
    }
    packages.sort(Comparator.comparing(WorkPackage::id));
    PackagePlan known = earlier;
    if (known != null) {
      joined =
          packageOf.keySet().stream()
              .filter(id -> known.findPackageOf(id).isEmpty())
              .sorted()
              .map(graph::getUnit)
              .toList();
    }

    SpatialIndex<PackagingUnit> members =
        SpatialIndex.ofEnvelopes(
            graph.units().stream().filter(u -> packageOf.containsKey(u.id())).toList(),
            PlanReporter::boxOf);
    List<Leftover> leftovers = new ArrayList<>();
    List<StandAlone> standAlone = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    for (PackagingUnit unit : graph.units()) {
      UnitRole role = unit.role(parameters);
      if (role == UnitRole.EXCLUDED && !packageOf.containsKey(unit.id())) {
        excluded.add(unit.id());
      } else if (role == UnitRole.LARGE && !packageOf.containsKey(unit.id())) {
        standAlone.add(standAlone(unit));
      } else if (!packageOf.containsKey(unit.id())) {
        leftovers.add(leftover(unit, role, members));
      }
    }
    Map<String, RejectedNeighbour> rejected = new TreeMap<>();
    for (WorkPackage made : packages) {
      rejected(made).ifPresent(neighbour -> rejected.put(made.id(), neighbour));
    }
    return new PackagePlan(
        packages,
        leftovers,
        standAlone,
        excluded,
        hints(),
        rejected,
        certificates,
        graph,
        locks,
        inputHash);
  }

  private @Nullable WorkPackage packageOrNull(Set<String> piece) {
    WorkPackage same = known.get(List.copyOf(piece));
    if (same != null) {
      return withId(same, ids.getOrDefault(piece, same.id()));
    }
    boolean frozen = locks.frozen().contains(piece);
    if (piece.size() < 2 && !frozen) {
      return null;
    }
    AreaFacts facts = inspector.inspect(piece);
    return frozen || Limits.reachMinimum(facts.totals().households(), parameters)
        ? workPackage(piece, facts)
        : null;
  }

  private static WorkPackage withId(WorkPackage made, String id) {
    return id.equals(made.id())
        ? made
        : new WorkPackage(id, made.name(), made.members(), made.facts());
  }

  private WorkPackage workPackage(Set<String> members, AreaFacts facts) {
    String id = ids.getOrDefault(members, "PK-" + members.iterator().next());
    String first = members.iterator().next();
    String name = names.getOrDefault(id, graph.getUnit(first).title() + "片区");
    return new WorkPackage(id, name, List.copyOf(members), facts);
  }

  private static Envelope boxOf(PackagingUnit unit) {
    Geometry geometry = unit.geometry();
    return geometry == null ? new Envelope() : geometry.getEnvelopeInternal();
  }

  private StandAlone standAlone(PackagingUnit unit) {
    Set<String> neighbours = new TreeSet<>();
    for (ContiguityEdge edge : graph.edgesOf(unit.id())) {
      WorkPackage other = packageOf.get(edge.other(unit.id()));
      if (other != null && edge.use() != EdgeUse.DROPPED) {
        neighbours.add(other.id());
      }
    }
    String zh = "大型小区,单独实施" + (neighbours.isEmpty() ? "" : ";可作锚点:" + String.join("、", neighbours));
    String en =
        "Large, on its own"
            + (neighbours.isEmpty() ? "" : "; may anchor " + String.join(", ", neighbours));
    return new StandAlone(unit.id(), List.copyOf(neighbours), zh, en);
  }

  // ---- the best rejected alternative

  /** Finds the nearest candidate that has an edge to the package but is not in it. */
  private Optional<RejectedNeighbour> rejected(WorkPackage made) {
    Set<String> members = new TreeSet<>(made.members());
    return members.stream()
        .flatMap(id -> graph.edgesOf(id).stream())
        .filter(edge -> !members.contains(edge.a()) || !members.contains(edge.b()))
        .filter(edge -> pieceOf.containsKey(edge.a()) && pieceOf.containsKey(edge.b()))
        .min(ContiguityGraph.NEAREST_FIRST)
        .map(edge -> rejected(edge, members.contains(edge.a()) ? edge.a() : edge.b(), members));
  }

  private RejectedNeighbour rejected(ContiguityEdge edge, String member, Set<String> members) {
    String id = edge.other(member);
    Set<String> union = new TreeSet<>(members);
    union.add(id);
    WorkPackage other = packageOf.get(id);
    String zh;
    String en;
    if (edge.use() != EdgeUse.USABLE) {
      Barrier barrier = edge.barrier();
      zh = edge.cause().zh() + (barrier == null ? "" : ":" + barrier.zh());
      en = edge.cause().en() + (barrier == null ? "" : ": " + barrier.en());
    } else if (!Limits.areKept(union, graph)) {
      zh = LeftoverReason.ABOVE_MAX.zh();
      en = LeftoverReason.ABOVE_MAX.en();
    } else {
      zh = other == null ? LeftoverReason.NOT_TAKEN.zh() : "已纳入" + other.id();
      en = other == null ? LeftoverReason.NOT_TAKEN.en() : "In " + other.id();
    }
    return new RejectedNeighbour(id, member, edge.gapMetres(), zh, en);
  }

  // ---- leftovers

  private Leftover leftover(
      PackagingUnit unit, UnitRole role, SpatialIndex<PackagingUnit> members) {
    NearestPackage nearest = knownNearest(unit).or(() -> nearest(unit, members)).orElse(null);
    LeftoverReason reason = reason(unit, role);
    StringBuilder zh = new StringBuilder(reason.zh());
    StringBuilder en = new StringBuilder(reason.en());
    if (reason == LeftoverReason.CUT_BY_BARRIER) {
      Barrier barrier =
          firstEdge(unit, EdgeCause.BARRIER).map(ContiguityEdge::barrier).orElse(null);
      if (barrier != null) {
        zh.append(":").append(barrier.zh());
        en.append(": ").append(barrier.en());
      }
    }
    if (reason == LeftoverReason.BELOW_MIN || reason == LeftoverReason.SIZE_UNKNOWN) {
      Sum households = householdsOf(unit);
      zh.append(":").append(households.zh("户")).append(",下限").append(parameters.minHouseholds());
      en.append(": ").append(households.en("households"));
      en.append(", minimum ").append(parameters.minHouseholds());
    }
    if (nearest != null) {
      zh.append(";最近片区").append(nearest.packageId()).append(",间距");
      zh.append(metres(nearest.gapMetres())).append("米");
      en.append("; nearest package ").append(nearest.packageId()).append(", gap ");
      en.append(metres(nearest.gapMetres())).append(" m");
      Barrier between = nearest.barrier();
      if (between != null) {
        zh.append(",中间有").append(between.zh());
        en.append(", across ").append(between.en());
      }
    }
    return new Leftover(
        unit.id(),
        reason,
        zh.toString(),
        en.toString(),
        nearest,
        graph.findBlock(unit.id()).orElse(null));
  }

  static String metres(double metres) {
    return String.format(Locale.ROOT, "%.2f", metres);
  }

  private Sum householdsOf(PackagingUnit unit) {
    Set<String> piece = pieceOf.getOrDefault(unit.id(), Set.of(unit.id()));
    return Sum.of(piece.stream().map(graph::getUnit).toList(), PackagingUnit::households);
  }

  private LeftoverReason reason(PackagingUnit unit, UnitRole role) {
    if (role == UnitRole.NO_POSITION) {
      return LeftoverReason.NO_POSITION;
    }
    if (role == UnitRole.UNCERTAIN) {
      return LeftoverReason.UNCERTAIN_POSITION;
    }
    if (!Limits.areKept(Set.of(unit.id()), graph)) {
      return LeftoverReason.UNIT_ABOVE_MAX;
    }
    if (pieceOf.getOrDefault(unit.id(), Set.of()).size() > 1) {
      return householdsOf(unit).missing() > 0
          ? LeftoverReason.SIZE_UNKNOWN
          : LeftoverReason.BELOW_MIN;
    }
    if (firstEdge(unit, EdgeCause.NEAR).isPresent()) {
      return LeftoverReason.ABOVE_MAX;
    }
    if (firstEdge(unit, EdgeCause.OTHER_STREET).isPresent()) {
      return LeftoverReason.OTHER_STREET;
    }
    if (firstEdge(unit, EdgeCause.BARRIER).isPresent()) {
      return LeftoverReason.CUT_BY_BARRIER;
    }
    if (firstEdge(unit, EdgeCause.OTHER_DISTRICT).isPresent()) {
      return LeftoverReason.OTHER_DISTRICT;
    }
    if (firstEdge(unit, EdgeCause.STREET_UNKNOWN).isPresent()
        || firstEdge(unit, EdgeCause.DISTRICT_UNKNOWN).isPresent()) {
      return LeftoverReason.BOUNDARY_UNKNOWN;
    }
    return graph.edgesOf(unit.id()).isEmpty()
        ? LeftoverReason.NO_NEIGHBOUR
        : LeftoverReason.NOT_SMALL_NEIGHBOURS;
  }

  /** Returns the nearest edge of that cause to another candidate. */
  private Optional<ContiguityEdge> firstEdge(PackagingUnit unit, EdgeCause cause) {
    return graph.edgesOf(unit.id()).stream()
        .filter(e -> e.cause() == cause && pieceOf.containsKey(e.other(unit.id())))
        .findFirst();
  }

  /** Returns what the earlier plan found, where only units joined since could be nearer. */
  private Optional<NearestPackage> knownNearest(PackagingUnit unit) {
    Optional<NearestPackage> old =
        Optional.ofNullable(earlier)
            .flatMap(plan -> plan.findLeftover(unit.id()))
            .map(Leftover::nearest);
    if (old.isEmpty() || !packageOf.containsKey(old.get().member())) {
      return Optional.empty();
    }
    double gap = old.get().gapMetres() + Connector.TOLERANCE_METRES;
    if (joined.stream().anyMatch(other -> boxOf(unit).distance(boxOf(other)) <= gap)) {
      return Optional.empty();
    }
    String id = Objects.requireNonNull(packageOf.get(old.get().member())).id();
    return old.map(
        n -> new NearestPackage(id, n.member(), n.gapMetres(), n.barrier(), n.connector()));
  }

  /** Looks in growing circles; of equally near packages the one with the smallest member id. */
  private Optional<NearestPackage> nearest(
      PackagingUnit unit, SpatialIndex<PackagingUnit> members) {
    if (unit.geometry() == null || members.size() == 0) {
      return Optional.empty();
    }
    double radius = Math.max(parameters.maxGapMetres(), 1);
    List<PackagingUnit> near = members.findWithin(boxOf(unit), radius);
    while (near.isEmpty()) {
      radius *= 2;
      near = members.findWithin(boxOf(unit), radius);
    }
    // boxes may be nearer than shapes: whatever is as near as this one has its box within reach
    ContiguityEdge found = nearestOf(unit, near);
    ContiguityEdge edge = nearestOf(unit, members.findWithin(boxOf(unit), found.gapMetres()));
    String member = edge.other(unit.id());
    WorkPackage workPackage = packageOf.get(member);
    return workPackage == null
        ? Optional.empty()
        : Optional.of(
            new NearestPackage(
                workPackage.id(), member, edge.gapMetres(), edge.barrier(), edge.connector()));
  }

  /** Measures gaps first: only of the nearest it matters what lies between. */
  private ContiguityEdge nearestOf(PackagingUnit unit, List<PackagingUnit> others) {
    PackagingUnit nearest =
        others.stream()
            .filter(other -> other.geometry() != null)
            .min(
                Comparator.<PackagingUnit>comparingLong(other -> millimetres(unit, other))
                    .thenComparing(other -> first(unit, other))
                    .thenComparing(other -> last(unit, other)))
            .orElseThrow();
    return graph.between(unit.id(), nearest.id()).orElseThrow();
  }

  private static long millimetres(PackagingUnit a, PackagingUnit b) {
    Geometry shapeA = Objects.requireNonNull(a.geometry());
    Geometry shapeB = Objects.requireNonNull(b.geometry());
    return Connector.millimetres(Connector.between(shapeA, shapeB).gapMetres());
  }

  private static String first(PackagingUnit a, PackagingUnit b) {
    return a.id().compareTo(b.id()) < 0 ? a.id() : b.id();
  }

  private static String last(PackagingUnit a, PackagingUnit b) {
    return a.id().compareTo(b.id()) < 0 ? b.id() : a.id();
  }

  // ---- hints

  private List<MergeHint> hints() {
    Map<String, MergeHint> byPair = new TreeMap<>();
    for (ContiguityEdge edge : graph.edges()) {
      if (edge.use() == EdgeUse.HINT
          && pieceOf.containsKey(edge.a())
          && pieceOf.containsKey(edge.b())) {
        MergeHint hint = hint(edge);
        if (!hint.from().equals(hint.to())) {
          byPair.putIfAbsent(hint.from() + "\n" + hint.to(), hint);
        }
      }
    }
    return List.copyOf(byPair.values());
  }

  private MergeHint hint(ContiguityEdge edge) {
    @Nullable WorkPackage ofA = packageOf.get(edge.a());
    @Nullable WorkPackage ofB = packageOf.get(edge.b());
    boolean swap = ofA != null && ofB == null;
    String from = swap ? edge.b() : nameOf(ofA, edge.a());
    String to = swap ? nameOf(ofA, edge.a()) : nameOf(ofB, edge.b());
    List<String> fromMembers = swap ? List.of(edge.b()) : membersOf(ofA, edge.a());
    List<String> toMembers = swap ? membersOf(ofA, edge.a()) : membersOf(ofB, edge.b());
    boolean street = edge.cause() == EdgeCause.OTHER_STREET;
    String zh =
        (street ? "跨街道候选" : edge.cause().zh() + "候选")
            + ":{"
            + String.join(",", fromMembers)
            + "} → {"
            + String.join(",", toMembers)
            + "},间距"
            + metres(edge.gapMetres())
            + "米";
    String en =
        edge.cause().en()
            + ": candidate {"
            + String.join(",", fromMembers)
            + "} → {"
            + String.join(",", toMembers)
            + "}, gap "
            + metres(edge.gapMetres())
            + " m";
    return new MergeHint(edge, from, to, fromMembers, toMembers, zh, en);
  }

  private static String nameOf(@Nullable WorkPackage workPackage, String id) {
    return workPackage == null ? id : workPackage.id();
  }

  private static List<String> membersOf(@Nullable WorkPackage workPackage, String id) {
    return workPackage == null ? List.of(id) : workPackage.members();
  }
}
