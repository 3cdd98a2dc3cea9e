package org.lianpian.region;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianpian.model.Progress;

/** The fixture F2 with all its variants, at both origins, which every regionalizer must meet. */
@Tag("FZ-04")
abstract class RegionalizerF2Contract {
  private static final PackagingParameters PARAMETERS = UnitBuilder.parameters();

  static Stream<FixtureF2> origins() {
    return Stream.of(FixtureF2.SANMING, FixtureF2.FUZHOU);
  }

  abstract Regionalizer regionalizer();

  private PackagePlan plan(PackagingInput input, PackagingParameters parameters) {
    return regionalizer().plan(input, parameters, Progress.NONE);
  }

  private static List<List<String>> members(PackagePlan plan) {
    return plan.packages().stream().map(WorkPackage::members).toList();
  }

  private static List<String> leftovers(PackagePlan plan) {
    return plan.leftovers().stream().map(Leftover::id).toList();
  }

  @ParameterizedTest
  @MethodSource("origins")
  @Tag("US-P06")
  @Tag("US-P10")
  void nearSmallCommunitiesFormTwoPackages(FixtureF2 f2) {
    PackagePlan plan = plan(f2.input(), PARAMETERS);
    assertThat(members(plan)).containsExactly(List.of("P1", "P2", "P3"), List.of("P4", "P5"));
    assertThat(plan.packages()).extracting(WorkPackage::id).containsExactly("PK-P1", "PK-P4");
    assertThat(plan.packages().get(0).facts().totals().households()).isEqualTo(new Sum(260, 0));
    assertThat(plan.packages().get(1).facts().totals().households()).isEqualTo(new Sum(240, 0));
    assertThat(plan.packages().get(0).facts().totals().grossFloorArea())
        .isEqualTo(new Sum(16000, 1));
    assertThat(plan.packages().get(0).facts().diameterMetres())
        .isCloseTo(Math.hypot(200, 50), within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("origins")
  @Tag("US-P13")
  @Tag("FZ-31")
  void theIsolatedBuildingIsLeftOverWithItsNearestPackage(FixtureF2 f2) {
    PackagePlan plan = plan(f2.input(), PARAMETERS);
    assertThat(leftovers(plan)).containsExactly("P10", "P6");
    Leftover p6 = plan.findLeftover("P6").orElseThrow();
    assertThat(p6.reason()).isEqualTo(LeftoverReason.NO_NEIGHBOUR);
    NearestPackage nearest = requireNonNull(p6.nearest());
    assertThat(nearest.packageId()).isEqualTo("PK-P4");
    assertThat(nearest.member()).isEqualTo("P5");
    assertThat(nearest.gapMetres()).isCloseTo(450, within(1e-6));
    assertThat(nearest.barrier()).isNull();
    assertThat(p6.zh()).contains("最近片区PK-P4", "450.00米");
  }

  @ParameterizedTest
  @MethodSource("origins")
  void theLargeCommunityStandsAloneAndMayAnchor(FixtureF2 f2) {
    PackagePlan plan = plan(f2.input(), PARAMETERS);
    assertThat(plan.standAlone()).hasSize(1);
    assertThat(plan.standAlone().get(0).id()).isEqualTo("P7");
    assertThat(plan.standAlone().get(0).packages()).containsExactly("PK-P1");
    assertThat(plan.standAlone().get(0).zh()).contains("可作锚点");
    assertThat(plan.explain("P7", "P1").relation()).isEqualTo(PairRelation.LARGE);
    assertThat(plan.explain("P7", "P1").zh()).contains("20.00米");
  }

  @ParameterizedTest
  @MethodSource("origins")
  @Tag("US-P11")
  @Tag("NL-01")
  void excludedCommunitiesAreNeverMembersAndSayWhy(FixtureF2 f2) {
    PackagePlan plan = plan(f2.input(), PARAMETERS);
    assertThat(plan.excluded()).containsExactly("P8", "P9");
    assertThat(plan.explain("P8", "P1").zh()).contains("个人自建房", "10.00米");
    assertThat(plan.explain("P9", "P2").zh()).contains("五年内旧改拆迁");
  }

  @ParameterizedTest
  @MethodSource("origins")
  @Tag("U-11")
  void aNeighbourInAnotherStreetIsACandidateOnly(FixtureF2 f2) {
    PackagePlan plan = plan(f2.input(), PARAMETERS);
    assertThat(plan.hints()).hasSize(1);
    MergeHint hint = plan.hints().get(0);
    assertThat(hint.from()).isEqualTo("P10");
    assertThat(hint.to()).isEqualTo("PK-P4");
    assertThat(hint.zh()).contains("跨街道候选", "→ {P4,P5}", "5.00米");
    assertThat(plan.findLeftover("P10").orElseThrow().reason())
        .isEqualTo(LeftoverReason.OTHER_STREET);
    assertThat(plan.explain("P5", "P10").relation()).isEqualTo(PairRelation.OTHER_STREET);
  }

  @ParameterizedTest
  @MethodSource("origins")
  @Tag("U-7")
  void theArterialBetweenP3AndP4IsNamed(FixtureF2 f2) {
    PackagePlan plan = plan(f2.input(), PARAMETERS);
    PairExplanation pair = plan.explain("P4", "P3");
    assertThat(pair.relation()).isEqualTo(PairRelation.BARRIER);
    assertThat(pair.zh()).contains("主干路「列东街」", "30.00米");
    assertThat(plan.droppedEdges())
        .anySatisfy(
            edge -> {
              assertThat(edge.a() + edge.b()).isEqualTo("P3P4");
              Barrier barrier = requireNonNull(edge.barrier());
              assertThat(barrier.id()).isEqualTo("R1");
              assertThat(barrier.kind()).isEqualTo(BarrierKind.ARTERIAL);
            });
  }

  @ParameterizedTest
  @MethodSource("origins")
  @Tag("US-P07")
  void aGapOf24SplitsP3Off(FixtureF2 f2) {
    PackagePlan plan = plan(f2.input(), PARAMETERS.withMaxGapMetres(24));
    assertThat(members(plan)).containsExactly(List.of("P1", "P2"), List.of("P4", "P5"));
    assertThat(leftovers(plan)).contains("P3");
    Leftover p3 = plan.findLeftover("P3").orElseThrow();
    assertThat(p3.reason()).isEqualTo(LeftoverReason.NO_NEIGHBOUR);
    NearestPackage nearest = requireNonNull(p3.nearest());
    assertThat(nearest.packageId()).isEqualTo("PK-P1");
    assertThat(nearest.gapMetres()).isCloseTo(25, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void withoutTheArterialAGapOfExactly30Joins(FixtureF2 f2) {
    PackagePlan plan = plan(new PackagingInput(f2.units(), List.of()), PARAMETERS);
    assertThat(members(plan)).containsExactly(List.of("P1", "P2", "P3", "P4", "P5"));
    PackagePlan shorter =
        plan(new PackagingInput(f2.units(), List.of()), PARAMETERS.withMaxGapMetres(29.999));
    assertThat(members(shorter)).containsExactly(List.of("P1", "P2", "P3"), List.of("P4", "P5"));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void aBarrierKindThatTheRulesDoNotNameDoesNotSeparate(FixtureF2 f2) {
    Set<BarrierKind> kinds = EnumSet.of(BarrierKind.RIVER, BarrierKind.RAILWAY);
    PackagePlan plan = plan(f2.input(), PARAMETERS.withBarriers(kinds));
    assertThat(members(plan)).containsExactly(List.of("P1", "P2", "P3", "P4", "P5"));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void withoutTheStreetRuleP10Joins(FixtureF2 f2) {
    PackagePlan plan =
        plan(f2.input(), PARAMETERS.withBoundaries(BoundaryRule.HARD, BoundaryRule.OFF));
    assertThat(members(plan))
        .containsExactly(List.of("P1", "P2", "P3"), List.of("P10", "P4", "P5"));
    assertThat(plan.hints()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("origins")
  void aCapOf250LetsP3LeaveAcrossTheLargestGap(FixtureF2 f2) {
    PackagePlan plan = plan(f2.input(), PARAMETERS.withHouseholds(null, 250));
    assertThat(members(plan)).containsExactly(List.of("P1", "P2"), List.of("P4", "P5"));
    Leftover p3 = plan.findLeftover("P3").orElseThrow();
    assertThat(p3.reason()).isEqualTo(LeftoverReason.ABOVE_MAX);
    assertThat(plan.explain("P2", "P3").relation()).isEqualTo(PairRelation.LIMIT);
  }

  @ParameterizedTest
  @MethodSource("origins")
  @Tag("US-P06")
  void theOrderOfTheInputDoesNotMatter(FixtureF2 f2) {
    PackagePlan expected = plan(f2.input(), PARAMETERS);
    for (long seed = 0; seed < 20; seed++) {
      List<PackagingUnit> shuffled = new ArrayList<>(f2.units());
      Collections.shuffle(shuffled, new Random(seed));
      PackagePlan plan = plan(new PackagingInput(shuffled, List.of(f2.arterial())), PARAMETERS);
      assertThat(plan.packages()).as("seed %d", seed).isEqualTo(expected.packages());
      assertThat(plan.leftovers()).isEqualTo(expected.leftovers());
      assertThat(plan.hints()).isEqualTo(expected.hints());
      assertThat(plan.graph().edges()).isEqualTo(expected.graph().edges());
      assertThat(plan.inputHash()).isEqualTo(expected.inputHash());
    }
  }
}
