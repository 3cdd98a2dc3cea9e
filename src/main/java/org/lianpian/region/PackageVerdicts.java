package org.lianpian.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Analysis;
import org.lianpian.model.InputHash;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.Citation;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;

/**
 * Says of one community where a plan puts it, and why, as a {@link Verdict}.
 *
 * <p>Evidence: {@code package} with members, totals, scores and warnings; {@code reason} and {@code
 * nearestPackage} of a leftover; {@code certificate} of the connected part; {@code neighbours} with
 * gap, relation and barrier; {@code hints}. Shapes: {@code connector} to each co-member and across
 * each barrier, {@code barrier} near the connector.
 */
public final class PackageVerdicts {
  private PackageVerdicts() {}

  /**
   * @throws IllegalArgumentException when the plan does not have the community
   */
  public static Verdict of(
      String communityId, PackagePlan plan, PolicyProfile profile, LocalDate on) {
    PackagingUnit unit = plan.graph().getUnit(communityId);
    Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
    Optional<WorkPackage> workPackage = plan.findPackageOf(communityId);
    Optional<Leftover> leftover = plan.findLeftover(communityId);
    PackageStatus status;
    String zh;
    String en;
    if (workPackage.isPresent()) {
      status = PackageStatus.IN_PACKAGE;
      zh = inPackageZh(workPackage.get(), plan);
      en = inPackageEn(workPackage.get(), plan);
      evidence.put("package", tree(workPackage.get(), plan));
    } else if (leftover.isPresent()) {
      boolean placed = leftover.get().reason() != LeftoverReason.NO_POSITION;
      status = placed ? PackageStatus.LEFTOVER : PackageStatus.NO_POSITION;
      zh = "未整合:" + leftover.get().zh();
      en = "Left over: " + leftover.get().en();
      evidence.put("reason", leftover.get().reason().name());
      evidence.put("nearestPackage", tree(leftover.get().nearest()));
      evidence.put("roadBlock", leftover.get().roadBlock());
    } else if (unit.exclusion() != null) {
      status = PackageStatus.EXCLUDED;
      zh = "不纳入:" + unit.exclusion().zh();
      en = "Excluded: " + unit.exclusion().en();
      evidence.put("reason", unit.exclusion().code());
    } else {
      status = PackageStatus.STAND_ALONE;
      StandAlone alone =
          plan.standAlone().stream()
              .filter(s -> s.id().equals(communityId))
              .findFirst()
              .orElseThrow();
      zh = alone.zh();
      en = alone.en();
      evidence.put("mayAnchor", alone.packages());
    }
    evidence.put(
        "certificate",
        plan.findCertificate(communityId)
            .map(found -> Certificates.toTree(found, plan.parameters().goal()))
            .orElse(null));
    evidence.put("households", unit.households());
    evidence.put("neighbours", neighbours(unit, plan));
    evidence.put("hints", hints(unit, workPackage.map(WorkPackage::id).orElse(unit.id()), plan));
    return new Verdict(
        Subject.community(communityId),
        Analysis.PACKAGE,
        status.name(),
        zh,
        en,
        citations(profile, on),
        profile.id(),
        profile.version(),
        new InputHash().add(plan.inputHash()).add(communityId).finish(),
        evidence,
        PackageShapes.of(unit, plan));
  }

  private static List<Citation> citations(PolicyProfile profile, LocalDate on) {
    return PackagingParameters.KEYS.stream()
        .map(key -> profile.find(key, on))
        .flatMap(Optional::stream)
        .map(ParameterValue::citation)
        .toList();
  }

  private static String titles(List<String> ids, PackagePlan plan, String separator) {
    return ids.stream()
        .map(id -> plan.graph().getUnit(id).title())
        .collect(Collectors.joining(separator));
  }

  private static String inPackageZh(WorkPackage workPackage, PackagePlan plan) {
    AreaFacts facts = workPackage.facts();
    String line =
        "纳入「"
            + workPackage.name()
            + "」:"
            + titles(workPackage.members(), plan, "、")
            + ",共"
            + facts.totals().units()
            + "个小区、"
            + facts.totals().households().zh("户")
            + ",各小区间距不超过"
            + PlanReporter.metres(plan.parameters().maxGapMetres())
            + "米且无阻隔";
    return facts.warnings().isEmpty()
        ? line
        : line
            + ";提示:"
            + facts.warnings().stream().map(AreaWarning::zh).collect(Collectors.joining(";"));
  }

  private static String inPackageEn(WorkPackage workPackage, PackagePlan plan) {
    AreaFacts facts = workPackage.facts();
    String line =
        "In '"
            + workPackage.name()
            + "': "
            + titles(workPackage.members(), plan, ", ")
            + "; "
            + facts.totals().units()
            + " communities, "
            + facts.totals().households().en("households")
            + ", neighbours within "
            + PlanReporter.metres(plan.parameters().maxGapMetres())
            + " m, nothing between";
    return facts.warnings().isEmpty()
        ? line
        : line
            + "; note: "
            + facts.warnings().stream().map(AreaWarning::en).collect(Collectors.joining("; "));
  }

  private static Map<String, @Nullable Object> tree(WorkPackage workPackage, PackagePlan plan) {
    AreaFacts facts = workPackage.facts();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", workPackage.id());
    tree.put("name", workPackage.name());
    tree.put("members", workPackage.members());
    tree.put("memberNames", List.of(titles(workPackage.members(), plan, "\n").split("\n", -1)));
    tree.put("totals", facts.totals().toTree());
    tree.put("scores", facts.scores().toTree());
    tree.put("diameterMetres", facts.diameterMetres());
    tree.put("districts", facts.districts());
    tree.put("streets", facts.streets());
    List<Object> warnings = new ArrayList<>();
    for (AreaWarning warning : facts.warnings()) {
      warnings.add(Map.of("code", warning.code().name(), "zh", warning.zh(), "en", warning.en()));
    }
    tree.put("warnings", warnings);
    tree.put(
        "bestRejected",
        plan.findRejected(workPackage.id()).map(PackageVerdicts::tree).orElse(null));
    return tree;
  }

  private static Map<String, @Nullable Object> tree(RejectedNeighbour neighbour) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", neighbour.id());
    tree.put("member", neighbour.member());
    tree.put("gapMetres", neighbour.gapMetres());
    tree.put("zh", neighbour.zh());
    tree.put("en", neighbour.en());
    return tree;
  }

  private static @Nullable Map<String, @Nullable Object> tree(@Nullable NearestPackage nearest) {
    if (nearest == null) {
      return null;
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", nearest.packageId());
    tree.put("member", nearest.member());
    tree.put("gapMetres", nearest.gapMetres());
    tree.put("barrier", tree(nearest.barrier()));
    return tree;
  }

  private static @Nullable Map<String, @Nullable Object> tree(@Nullable Barrier barrier) {
    if (barrier == null) {
      return null;
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", barrier.id());
    tree.put("name", barrier.name());
    tree.put("kind", barrier.kind().name());
    return tree;
  }

  private static List<Object> neighbours(PackagingUnit unit, PackagePlan plan) {
    List<Object> tree = new ArrayList<>();
    for (ContiguityEdge edge : plan.graph().edgesOf(unit.id())) {
      String other = edge.other(unit.id());
      PairExplanation pair = plan.explain(unit.id(), other);
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("id", other);
      item.put("name", plan.graph().getUnit(other).title());
      item.put("gapMetres", edge.gapMetres());
      item.put("relation", pair.relation().name());
      item.put("barrier", tree(edge.barrier()));
      item.put("zh", pair.zh());
      item.put("en", pair.en());
      tree.add(item);
    }
    return tree;
  }

  private static List<Object> hints(PackagingUnit unit, String subject, PackagePlan plan) {
    List<Object> tree = new ArrayList<>();
    for (MergeHint hint : plan.hints()) {
      if (hint.edge().joins(unit.id())
          || hint.from().equals(subject)
          || hint.to().equals(subject)) {
        tree.add(Map.of("from", hint.from(), "to", hint.to(), "zh", hint.zh(), "en", hint.en()));
      }
    }
    return tree;
  }
}
