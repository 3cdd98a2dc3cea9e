package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lianpian.region.UnitBuilder.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.OriginType;
import org.lianpian.model.Progress;
import org.lianpian.region.solver.Certificate;

@Tag("FZ-04")
class SpanningTreeRegionalizerTest {
  private static final PackagingParameters PARAMETERS = UnitBuilder.parameters();

  /** A row of plots 10 m apart, 100 households each. */
  private static PackagingInput row(int plots) {
    List<PackagingUnit> units = new ArrayList<>();
    for (int i = 0; i < plots; i++) {
      units.add(unit("p" + i).box(30 * i, 0, 30 * i + 20, 20).build());
    }
    return new PackagingInput(units, List.of());
  }

  private static List<List<String>> members(PackagePlan plan) {
    return plan.packages().stream().map(WorkPackage::members).toList();
  }

  private static PackagePlan plan(PackagingInput input, PackagingParameters parameters) {
    return new SpanningTreeRegionalizer().plan(input, parameters, Progress.NONE);
  }

  @Test
  @Tag("FZ-31")
  void aCutAtTheLargestGapThatLeavesOneOverIsAvoided() {
    // gaps 10, 10, 12, 10: the largest gap isolates nobody, the cap of 300 would leave e over
    List<PackagingUnit> units =
        List.of(
            unit("a").box(0, 0, 20, 20).build(),
            unit("b").box(32, 0, 50, 20).build(),
            unit("c").box(60, 0, 80, 20).build(),
            unit("d").box(90, 0, 110, 20).build());
    PackagingParameters cap = PARAMETERS.withHouseholds(200, 300);
    PackagingInput input = new PackagingInput(units, List.of());
    PackagePlan plain = new PlainRegionalizer().plan(input, cap, Progress.NONE);
    assertThat(members(plain)).containsExactly(List.of("b", "c", "d"));
    assertThat(members(plan(input, cap))).containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void packagesCanBeAsManyAsTheMinimumAllows() {
    PackagingParameters bounds = PARAMETERS.withHouseholds(200, 4000);
    PackagePlan plan =
        plan(row(6), bounds.withGoal(new PackagingGoal(SizeGoal.MOST, null, ShapeGoal.SIMILAR)));
    assertThat(members(plan))
        .containsExactly(List.of("p0", "p1"), List.of("p2", "p3"), List.of("p4", "p5"));
    assertThat(plan.certificates())
        .containsExactly(new Certificate("p0", 6, 0, 0, 3, 3, Certificate.Proof.OPTIMAL));
    assertThat(plan.findCertificate("p5")).contains(plan.certificates().get(0));
  }

  @Test
  void certificatesAreSaidInPlainWords() {
    PackagingGoal most = new PackagingGoal(SizeGoal.MOST, null, ShapeGoal.SIMILAR);
    PackagingGoal target = new PackagingGoal(SizeGoal.TARGET, 500, ShapeGoal.SIMILAR);
    Certificate proven = new Certificate("a", 6, 1, 1, 3, 3, Certificate.Proof.OPTIMAL);
    assertThat(Certificates.zh(proven, most)).isEqualTo("已证明最优:所在相连部分共6个小区,未整合1个,不可能更好");
    Certificate gap = new Certificate("a", 60, 2, 0, 8, 10.4, Certificate.Proof.GAP);
    assertThat(Certificates.zh(gap, most))
        .isEqualTo("未证明最优:所在相连部分共60个小区,未整合2个;未整合数距理论下限至多2个,片区数距理论上限至多2个");
    assertThat(Certificates.en(gap, PackagingGoal.FEWEST_SIMILAR))
        .endsWith(
            "leftovers at most 2 above the bound, number of packages at most 2 above the bound");
    assertThat(Certificates.zh(gap, target)).endsWith("与目标户数的偏差距理论下限至多2户");
  }

  @Test
  void packagesCanBeNearATargetSize() {
    PackagingParameters bounds = PARAMETERS.withHouseholds(null, 4000);
    PackagePlan threes =
        plan(row(6), bounds.withGoal(new PackagingGoal(SizeGoal.TARGET, 300, ShapeGoal.COMPACT)));
    assertThat(members(threes))
        .containsExactly(List.of("p0", "p1", "p2"), List.of("p3", "p4", "p5"));
    assertThatThrownBy(() -> new PackagingGoal(SizeGoal.TARGET, null, ShapeGoal.COMPACT))
        .hasMessageContaining("targetHouseholds");
    assertThatThrownBy(() -> new PackagingGoal(SizeGoal.MOST, 300, ShapeGoal.COMPACT))
        .hasMessageContaining("targetHouseholds");
  }

  @Test
  @Tag("FZ-24")
  void eachPackageNamesItsBestRejectedNeighbour() {
    PackagePlan plan = plan(row(6), PARAMETERS.withHouseholds(null, 300));
    assertThat(plan.packages()).hasSize(2);
    RejectedNeighbour rejected = plan.findRejected(plan.packages().get(0).id()).orElseThrow();
    assertThat(rejected.gapMetres()).isCloseTo(10, within(1e-6));
    assertThat(rejected.zh()).isEqualTo(LeftoverReason.ABOVE_MAX.zh());
    assertThat(plan(row(3), PARAMETERS).findRejected("PK-p0")).isEmpty();
  }

  @Test
  @Tag("FZ-31")
  void whatStaysBelowTheMinimumTogetherSaysTheSum() {
    PackagePlan plan = plan(row(3), PARAMETERS.withHouseholds(400, 4000));
    assertThat(plan.packages()).isEmpty();
    Leftover leftover = plan.findLeftover("p1").orElseThrow();
    assertThat(leftover.reason()).isEqualTo(LeftoverReason.BELOW_MIN);
    assertThat(leftover.zh()).contains("300户", "下限400");
  }

  @Test
  @Tag("FZ-24")
  void theSolverMeasuresTypesAsTheScoresDo() {
    Random random = new Random(4);
    OriginType[] origins = OriginType.values();
    List<PackagingUnit> units = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      UnitBuilder unit = unit("u" + i).box(30 * i, 0, 30 * i + 20, 20);
      if (random.nextInt(4) > 0) {
        unit.type(
            origins[random.nextInt(origins.length)],
            1970 + random.nextInt(40),
            random.nextInt(8),
            random.nextBoolean() ? "砖混" : "");
      }
      units.add(unit.build());
    }
    ContiguityGraph graph = ContiguityGraph.of(new PackagingInput(units, List.of()), PARAMETERS);
    UnitPairs pairs = new UnitPairs(units, PARAMETERS);
    for (int i = 0; i < units.size(); i++) {
      for (int j = 0; j < i; j++) {
        Double expected = new Similarity(graph).of(List.of(units.get(i), units.get(j))).type();
        double found = pairs.type(i, j);
        assertThat(Double.isNaN(found)).isEqualTo(expected == null);
        if (expected != null) {
          assertThat(found).isCloseTo(expected, within(1e-12));
        }
        assertThat(pairs.mayShare(i, j))
            .isEqualTo(Diameter.isAtMost(600, List.of(units.get(i), units.get(j))));
      }
    }
  }
}
