package org.lianpian.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianpian.region.solver.Certificate;

/**
 * A proposal of packages: what is joined, what is not and why (成片方案).
 *
 * <p>Every unit of the input is in exactly one of packages, leftovers, stand-alones and excluded.
 * All lists are sorted by id. Immutable and thread-safe.
 */
public final class PackagePlan {
  private final List<WorkPackage> packages;
  private final List<Leftover> leftovers;
  private final List<StandAlone> standAlone;
  private final List<String> excluded;
  private final List<MergeHint> hints;
  private final Map<String, RejectedNeighbour> rejected;
  private final List<Certificate> certificates;
  private final ContiguityGraph graph;
  private final PackagingLocks locks;
  private final String inputHash;
  private final Map<String, WorkPackage> packageOf = new HashMap<>();
  private final Map<String, Leftover> leftoverById = new HashMap<>();
  private final Map<String, Certificate> certificateOf = new HashMap<>();

  PackagePlan(
      List<WorkPackage> packages,
      List<Leftover> leftovers,
      List<StandAlone> standAlone,
      List<String> excluded,
      List<MergeHint> hints,
      Map<String, RejectedNeighbour> rejected,
      List<Certificate> certificates,
      ContiguityGraph graph,
      PackagingLocks locks,
      String inputHash) {
    this.packages = List.copyOf(packages);
    this.leftovers = List.copyOf(leftovers);
    this.standAlone = List.copyOf(standAlone);
    this.excluded = List.copyOf(excluded);
    this.hints = List.copyOf(hints);
    this.rejected = Map.copyOf(rejected);
    this.certificates = List.copyOf(certificates);
    this.graph = graph;
    this.locks = locks;
    this.inputHash = inputHash;
    leftovers.forEach(leftover -> leftoverById.put(leftover.id(), leftover));
    for (WorkPackage workPackage : packages) {
      workPackage.members().forEach(id -> packageOf.put(id, workPackage));
    }
    this.certificates.forEach(this::spread);
  }

  /** Gives a certificate to all that hang together with its smallest id. */
  private void spread(Certificate certificate) {
    List<String> open = new ArrayList<>(List.of(certificate.component()));
    while (!open.isEmpty()) {
      String id = open.remove(open.size() - 1);
      if (certificateOf.putIfAbsent(id, certificate) == null) {
        for (ContiguityEdge edge : graph.edgesOf(id)) {
          if (edge.use() == EdgeUse.USABLE && isSolved(edge.other(id))) {
            open.add(edge.other(id));
          }
        }
      }
    }
  }

  private boolean isSolved(String id) {
    boolean frozen = locks.frozen().stream().anyMatch(set -> set.contains(id));
    boolean fits = packageOf.containsKey(id) || leftoverById.containsKey(id);
    return fits && !frozen && Limits.areKept(List.of(id), graph);
  }

  public List<WorkPackage> packages() {
    return packages;
  }

  public List<Leftover> leftovers() {
    return leftovers;
  }

  /** Returns the large communities (大型小区可作锚点). */
  public List<StandAlone> standAlone() {
    return standAlone;
  }

  /** Returns the ids of the units outside the programme; the unit says why. */
  public List<String> excluded() {
    return excluded;
  }

  /** Returns the neighbours that only a soft boundary keeps apart. */
  public List<MergeHint> hints() {
    return hints;
  }

  /** Returns the nearest candidate beside a package that is not in it; empty when there is none. */
  public Optional<RejectedNeighbour> findRejected(String packageId) {
    return Optional.ofNullable(rejected.get(packageId));
  }

  /**
   * Returns how good the plan is, one for each connected component that can have a package; empty
   * when the regionalizer gives no proof.
   */
  public List<Certificate> certificates() {
    return certificates;
  }

  /** Returns how good the answer is for the connected part a unit lies in, where that is known. */
  public Optional<Certificate> findCertificate(String unitId) {
    return Optional.ofNullable(certificateOf.get(unitId));
  }

  /** Returns the pairs that are near but must not be joined, nearest first, with their causes. */
  public List<ContiguityEdge> droppedEdges() {
    return graph.edges().stream().filter(e -> e.use() == EdgeUse.DROPPED).toList();
  }

  public ContiguityGraph graph() {
    return graph;
  }

  public PackagingParameters parameters() {
    return graph.parameters();
  }

  /** Returns the planner's locks that the plan keeps. */
  public PackagingLocks locks() {
    return locks;
  }

  /** Returns the hash of all units, barriers, road blocks, parameters and locks. */
  public String inputHash() {
    return inputHash;
  }

  public Optional<WorkPackage> findPackageOf(String unitId) {
    return Optional.ofNullable(packageOf.get(unitId));
  }

  public Optional<Leftover> findLeftover(String unitId) {
    return Optional.ofNullable(leftoverById.get(unitId));
  }

  /**
   * Tells why two units are together, or not.
   *
   * @throws IllegalArgumentException when one is not in the plan, or they are the same
   */
  public PairExplanation explain(String idA, String idB) {
    ContiguityEdge edge = graph.between(idA, idB).orElse(null);
    PackagingUnit a = graph.getUnit(idA.compareTo(idB) < 0 ? idA : idB);
    PackagingUnit b = graph.getUnit(idA.compareTo(idB) < 0 ? idB : idA);
    PairRelation relation = relation(a, b, edge);
    StringBuilder zh = new StringBuilder(relation.zh());
    StringBuilder en = new StringBuilder(relation.en());
    if (relation == PairRelation.BARRIER && edge != null && edge.barrier() != null) {
      zh.append(":").append(edge.barrier().zh());
      en.append(": ").append(edge.barrier().en());
    }
    for (PackagingUnit unit : List.of(a, b)) {
      Exclusion exclusion = unit.exclusion();
      if (relation == PairRelation.EXCLUDED && exclusion != null) {
        zh.append(";").append(unit.title()).append(":").append(exclusion.zh());
        en.append("; ").append(unit.title()).append(": ").append(exclusion.en());
      }
    }
    if (edge != null) {
      zh.append(";间距").append(PlanReporter.metres(edge.gapMetres())).append("米");
      en.append("; gap ").append(PlanReporter.metres(edge.gapMetres())).append(" m");
    }
    return new PairExplanation(relation, edge, zh.toString(), en.toString());
  }

  private PairRelation relation(PackagingUnit a, PackagingUnit b, @Nullable ContiguityEdge edge) {
    WorkPackage ofA = packageOf.get(a.id());
    if (ofA != null && ofA.equals(packageOf.get(b.id()))) {
      return PairRelation.SAME_PACKAGE;
    }
    UnitRole roleA = a.role(parameters());
    UnitRole roleB = b.role(parameters());
    if (roleA == UnitRole.EXCLUDED || roleB == UnitRole.EXCLUDED) {
      return PairRelation.EXCLUDED;
    }
    if (edge == null || roleA == UnitRole.UNCERTAIN || roleB == UnitRole.UNCERTAIN) {
      return PairRelation.NO_POSITION;
    }
    switch (edge.cause()) {
      case TOO_FAR:
        return PairRelation.TOO_FAR;
      case BARRIER:
        return PairRelation.BARRIER;
      default:
        break;
    }
    if (roleA == UnitRole.LARGE || roleB == UnitRole.LARGE) {
      return PairRelation.LARGE;
    }
    switch (edge.cause()) {
      case OTHER_DISTRICT:
        return PairRelation.OTHER_DISTRICT;
      case OTHER_STREET:
        return PairRelation.OTHER_STREET;
      case DISTRICT_UNKNOWN:
      case STREET_UNKNOWN:
        return PairRelation.BOUNDARY_UNKNOWN;
      default:
        return PairRelation.LIMIT;
    }
  }
}
