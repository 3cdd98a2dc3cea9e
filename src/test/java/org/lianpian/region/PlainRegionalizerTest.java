package org.lianpian.region;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianpian.region.UnitBuilder.unit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.OriginType;
import org.lianpian.model.Progress;
import org.locationtech.jts.geom.Envelope;

@Tag("FZ-04")
class PlainRegionalizerTest {
  private static final PackagingParameters PARAMETERS = UnitBuilder.parameters();

  private static PackagePlan plan(PackagingParameters parameters, UnitBuilder... units) {
    List<PackagingUnit> built = new ArrayList<>();
    for (UnitBuilder unit : units) {
      built.add(unit.build());
    }
    return new PlainRegionalizer()
        .plan(new PackagingInput(built, List.of()), parameters, Progress.NONE);
  }

  /** A row of plots 20 m wide with 10 m between them. */
  private static UnitBuilder plot(String id, int place) {
    return unit(id).box(place * 30, 0, place * 30 + 20, 20);
  }

  private static List<List<String>> members(PackagePlan plan) {
    return plan.packages().stream().map(WorkPackage::members).toList();
  }

  private static LeftoverReason reason(PackagePlan plan, String id) {
    return plan.findLeftover(id).orElseThrow().reason();
  }

  @Test
  void nothingGivesAnEmptyPlan() {
    PackagePlan plan = plan(PARAMETERS);
    assertThat(plan.packages()).isEmpty();
    assertThat(plan.leftovers()).isEmpty();
  }

  @Test
  void ifAllAreExcludedThereIsNoPackage() {
    PackagePlan plan =
        plan(
            PARAMETERS,
            plot("a", 0).excluded(Exclusion.SELF_BUILT),
            plot("b", 1).excluded(Exclusion.SELF_BUILT));
    assertThat(plan.packages()).isEmpty();
    assertThat(plan.excluded()).containsExactly("a", "b");
  }

  @Test
  void duplicateIdsAreNamed() {
    assertThatThrownBy(() -> plan(PARAMETERS, plot("a", 0), plot("a", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Duplicate unit id: a");
  }

  @Test
  void parametersOutOfRangeAreNamedWithTheRange() {
    assertThatThrownBy(() -> PARAMETERS.withHouseholds(500, 400))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("minHouseholds must be in [0, maxHouseholds 400], was 500");
    assertThatThrownBy(() -> PARAMETERS.withMaxGapMetres(-3))
        .hasMessageEndingWith("maxGapMetres must be in [0, 500.0], was -3.0");
    assertThatThrownBy(() -> PARAMETERS.withMaxGapMetres(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PARAMETERS.withMaxDiameterMetres(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SimilarityWeights(0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGapOfZeroJoinsOnlyWhatTouches() {
    PackagePlan plan =
        plan(
            PARAMETERS.withMaxGapMetres(0),
            unit("a").box(0, 0, 10, 10),
            unit("b").box(10, 0, 20, 10),
            unit("c").box(19, 5, 30, 10),
            unit("d").box(30.01, 0, 40, 10));
    assertThat(members(plan)).containsExactly(List.of("a", "b", "c"));
    assertThat(reason(plan, "d")).isEqualTo(LeftoverReason.NO_NEIGHBOUR);
    assertThat(plan.packages().get(0).facts().scores().adjacency()).isEqualTo(1);
  }

  @Test
  void oneThatIsTooWideOrTooManyOnItsOwnIsLeftOver() {
    PackagePlan wide =
        plan(PARAMETERS.withMaxDiameterMetres(100), unit("a").box(0, 0, 200, 10), plot("b", 7));
    assertThat(wide.packages()).isEmpty();
    assertThat(reason(wide, "a")).isEqualTo(LeftoverReason.UNIT_ABOVE_MAX);
    PackagePlan many =
        plan(PARAMETERS.withHouseholds(null, 200), plot("a", 0).households(250), plot("b", 1));
    assertThat(reason(many, "a")).isEqualTo(LeftoverReason.UNIT_ABOVE_MAX);
    assertThat(reason(many, "b")).isEqualTo(LeftoverReason.ABOVE_MAX);
  }

  @Test
  void aChainWiderThanTheLimitIsCutAndJoinedAgainWithinIt() {
    UnitBuilder[] chain = new UnitBuilder[8];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = plot("u" + i, i);
    }
    PackagePlan plan = plan(PARAMETERS.withMaxDiameterMetres(120), chain);
    // four plots span 110 x 20, five 140 x 20; ties are cut from the last id
    assertThat(members(plan)).allSatisfy(m -> assertThat(m.size()).isBetween(2, 4));
    assertThat(plan.packages())
        .allSatisfy(p -> assertThat(p.facts().diameterMetres()).isLessThanOrEqualTo(120));
    assertThat(plan.leftovers()).isEmpty();
  }

  @Test
  void belowTheMinimumAPieceIsLeftOver() {
    PackagePlan plan = plan(PARAMETERS.withHouseholds(300, 4000), plot("a", 0), plot("b", 1));
    assertThat(plan.packages()).isEmpty();
    assertThat(reason(plan, "a")).isEqualTo(LeftoverReason.BELOW_MIN);
    assertThat(plan.findLeftover("a").orElseThrow().zh()).contains("200户", "下限300");
    assertThat(plan.explain("a", "b").relation()).isEqualTo(PairRelation.LIMIT);
  }

  @Test
  @Tag("US-P10")
  void unknownHouseholdsMayJoinAreCountedAsMissingAndNeverReachAMinimum() {
    UnitBuilder[] units = {plot("a", 0), plot("b", 1), plot("c", 2).households(null)};
    PackagePlan plan = plan(PARAMETERS, units);
    AreaFacts facts = plan.packages().get(0).facts();
    assertThat(facts.totals().households()).isEqualTo(new Sum(200, 1));
    assertThat(facts.totals().households().zh("户")).isEqualTo("200户(缺1)");
    assertThat(facts.warnings())
        .extracting(AreaWarning::code)
        .containsExactly(WarningCode.HOUSEHOLDS_MISSING);
    PackagePlan bounded = plan(PARAMETERS.withHouseholds(250, 4000), units);
    assertThat(bounded.packages()).isEmpty();
    assertThat(reason(bounded, "c")).isEqualTo(LeftoverReason.SIZE_UNKNOWN);
  }

  @Test
  @Tag("U-8")
  void aSingleBuildingIsSmallHoweverManyHouseholds() {
    PackagePlan plan =
        plan(
            PARAMETERS,
            plot("a", 0).households(400).buildings(1),
            plot("b", 1),
            plot("c", 2).households(300));
    assertThat(members(plan)).containsExactly(List.of("a", "b"));
    assertThat(plan.standAlone()).extracting(StandAlone::id).containsExactly("c");
  }

  @Test
  void aPointMayJoinWhenItsErrorIsNotLargerThanTheGap() {
    PackagePlan plan =
        plan(
            PARAMETERS,
            plot("a", 0),
            unit("b").point(40, 10, 15),
            unit("c").point(60, 10, 50),
            unit("d"));
    assertThat(members(plan)).containsExactly(List.of("a", "b"));
    assertThat(plan.packages().get(0).facts().warnings())
        .extracting(AreaWarning::code)
        .containsExactly(WarningCode.POINT_POSITION);
    assertThat(reason(plan, "c")).isEqualTo(LeftoverReason.UNCERTAIN_POSITION);
    assertThat(reason(plan, "d")).isEqualTo(LeftoverReason.NO_POSITION);
    assertThat(plan.explain("a", "d").relation()).isEqualTo(PairRelation.NO_POSITION);
  }

  @Test
  @Tag("U-11")
  void anotherOrAnUnknownDistrictOrStreetIsNeverJoinedAutomatically() {
    PackagePlan plan =
        plan(
            PARAMETERS,
            plot("a", 0),
            plot("b", 1).district("350403", "三明市梅列区"),
            plot("c", 2).district("", ""),
            unit("d").box(0, 40, 20, 60).street(""));
    assertThat(plan.packages()).isEmpty();
    assertThat(plan.explain("a", "b").relation()).isEqualTo(PairRelation.OTHER_DISTRICT);
    assertThat(plan.explain("c", "b").relation()).isEqualTo(PairRelation.BOUNDARY_UNKNOWN);
    assertThat(plan.explain("a", "d").relation()).isEqualTo(PairRelation.BOUNDARY_UNKNOWN);
    assertThat(plan.hints()).extracting(MergeHint::from).containsExactly("a");
    assertThat(reason(plan, "c")).isEqualTo(LeftoverReason.BOUNDARY_UNKNOWN);
  }

  @Test
  @Tag("FZ-31")
  void aLeftoverNamesTheBarrierThatCutsItOff() {
    List<PackagingUnit> units =
        List.of(plot("a", 0).build(), plot("b", 1).build(), plot("c", 2).build());
    Barrier river =
        new Barrier(
            "river",
            "沙溪",
            BarrierKind.RIVER,
            UnitBuilder.FACTORY.toGeometry(new Envelope(52, 58, -100, 100)));
    PackagePlan plan =
        new PlainRegionalizer()
            .plan(new PackagingInput(units, List.of(river)), PARAMETERS, Progress.NONE);
    assertThat(members(plan)).containsExactly(List.of("a", "b"));
    Leftover c = plan.findLeftover("c").orElseThrow();
    assertThat(c.reason()).isEqualTo(LeftoverReason.CUT_BY_BARRIER);
    assertThat(requireNonNull(c.nearest()).barrier()).isEqualTo(river);
    assertThat(c.zh()).contains("河道「沙溪」", "间距10.00米");
  }

  @Test
  @Tag("FZ-24")
  void similarityScoresWhatIsKnownAndReportsWhatIsNot() {
    PackagePlan plan =
        plan(
            PARAMETERS,
            plot("a", 0).type(OriginType.REFORMED, 1988, 6, "砖混"),
            plot("b", 1).type(OriginType.REFORMED, 1995, 3, "砖混"),
            plot("c", 2));
    SimilarityScores scores = plan.packages().get(0).facts().scores();
    assertThat(scores.adjacency()).isEqualTo(1 - 10.0 / 30);
    // one pair is known: origin 1, decades 1/2, storeys 3/6, structure 1
    assertThat(scores.type()).isEqualTo(0.75);
    assertThat(scores.industry()).isNull();
    assertThat(scores.culture()).isNull();
    assertThat(scores.overall()).isEqualTo((1 - 10.0 / 30 + 0.75) / 2);
    assertThat(scores.missing()).isEqualTo(new SimilarityScores.Missing(0, 1, 3, 3));
  }

  @Test
  void fiveThousandCommunitiesInOneComponentTerminateWithinTheLimits() {
    List<PackagingUnit> units = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      int x = i % 100 * 60;
      int y = i / 100 * 60;
      units.add(
          unit("u" + i).box(x, y, x + 40 + i % 7, y + 35 + i % 11).households(i % 290).build());
    }
    PackagePlan plan =
        new PlainRegionalizer()
            .plan(new PackagingInput(units, List.of()), PARAMETERS, Progress.NONE);
    int assigned = plan.packages().stream().mapToInt(p -> p.members().size()).sum();
    assertThat(assigned + plan.leftovers().size()).isEqualTo(5000);
    assertThat(plan.packages())
        .allSatisfy(
            p -> {
              assertThat(p.facts().totals().households().known()).isLessThanOrEqualTo(4000);
              assertThat(p.facts().diameterMetres()).isLessThanOrEqualTo(600);
              assertThat(p.facts().warnings()).isEmpty();
            });
  }
}
