package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianpian.region.UnitBuilder.unit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Progress;

@Tag("US-P08")
class PlanEditorTest {
  private static final PackagingInput INPUT = input();
  private static final PackagePlan PLAN =
      new PlainRegionalizer().plan(INPUT, UnitBuilder.parameters(), Progress.NONE);
  private static final PlanBasis BASIS = PlanBasis.of(PLAN, UnitBuilder.PROFILE);
  private static final PlanEditor EDITOR = new PlanEditor(PLAN.graph());
  private static final PlanDraft PROPOSED = PlanDraft.of(PLAN);

  /** F2 and one community of another district beside P5. */
  private static PackagingInput input() {
    List<PackagingUnit> units = new ArrayList<>(FixtureF2.SANMING.units());
    double x = FixtureF2.SANMING.x0() + 300;
    double y = FixtureF2.SANMING.y0() + 60;
    units.add(unit("Q1").box(x, y, x + 50, y + 40).district("350403", "梅列区").build());
    return new PackagingInput(units, List.of(FixtureF2.SANMING.arterial()));
  }

  private static PlanEdit done(PlanEditResult result) {
    assertThat(result).isInstanceOf(PlanEdit.class);
    return (PlanEdit) result;
  }

  private static RefusalReason refused(PlanEditResult result) {
    assertThat(result).isInstanceOf(PlanEditRefused.class);
    return ((PlanEditRefused) result).reason();
  }

  private static List<WarningCode> codes(PlanEdit edit) {
    return edit.warnings().stream().map(AreaWarning::code).toList();
  }

  private static List<String> members(PlanDraft draft, String area) {
    return draft.find(area).orElseThrow().members();
  }

  @Test
  void anAreaIsMadeFromCommunitiesAndTakesThemFromOthers() {
    PlanEdit edit = done(EDITOR.create(PROPOSED, List.of("P3", "P6"), "东片区"));
    assertThat(edit.areaId()).isEqualTo("A-1");
    assertThat(members(edit.draft(), "A-1")).containsExactly("P3", "P6");
    assertThat(members(edit.draft(), "PK-P1")).containsExactly("P1", "P2");
    assertThat(edit.taken()).containsExactly(new PlanEdit.TakenMember("P3", "PK-P1", "小区P1片区"));
    assertThat(edit.zh()).isEqualTo("新建片区「东片区」,从「小区P1片区」移入1个");
    assertThat(codes(edit))
        .containsExactly(WarningCode.NOT_CONTIGUOUS, WarningCode.ABOVE_MAX_DIAMETER);
  }

  @Test
  @Tag("US-P09")
  void addingACommunityThatIsInAnotherAreaReportsTheFirst() {
    PlanEdit edit = done(EDITOR.add(PROPOSED, "PK-P4", List.of("P1")));
    assertThat(edit.taken()).extracting(PlanEdit.TakenMember::fromAreaId).containsExactly("PK-P1");
    assertThat(edit.draft().findAreaOf("P1").orElseThrow().id()).isEqualTo("PK-P4");
    assertThat(members(edit.draft(), "PK-P1")).containsExactly("P2", "P3");
  }

  @Test
  void anAreaThatLosesItsLastMemberIsGone() {
    PlanEdit edit = done(EDITOR.add(PROPOSED, "PK-P1", List.of("P4", "P5")));
    assertThat(edit.draft().areas()).hasSize(1);
    PlanEdit emptied = done(EDITOR.remove(PROPOSED, "PK-P4", List.of("P4", "P5")));
    assertThat(emptied.draft().find("PK-P4")).isEmpty();
  }

  @Test
  void mergingAcrossABarrierIsAllowedAndNamesIt() {
    PlanEdit edit = done(EDITOR.merge(PROPOSED, List.of("PK-P4", "PK-P1")));
    assertThat(edit.draft().areas()).extracting(PlanArea::id).containsExactly("PK-P1");
    assertThat(members(edit.draft(), "PK-P1")).containsExactly("P1", "P2", "P3", "P4", "P5");
    assertThat(edit.warnings())
        .extracting(AreaWarning::zh)
        .containsExactly("不成片:小区P3—小区P4间距30.00米,中间有主干路「列东街」");
  }

  @Test
  @Tag("U-11")
  void acrossStreetsIsAllowedWithAWarningAndAcrossDistrictsRefused() {
    PlanEdit streets = done(EDITOR.add(PROPOSED, "PK-P4", List.of("P10")));
    assertThat(streets.warnings()).extracting(AreaWarning::zh).containsExactly("跨街道:A、B");
    assertThat(refused(EDITOR.add(PROPOSED, "PK-P4", List.of("Q1"))))
        .isEqualTo(RefusalReason.OTHER_DISTRICT);
    PlanDraft two = done(EDITOR.create(PROPOSED, List.of("Q1"), null)).draft();
    PlanEditResult merged = EDITOR.merge(two, List.of("PK-P4", "A-1"));
    assertThat(refused(merged)).isEqualTo(RefusalReason.OTHER_DISTRICT);
    assertThat(((PlanEditRefused) merged).zh()).contains("小区Q1(梅列区)", "三元区");
  }

  @Test
  @Tag("US-P11")
  @Tag("NL-01")
  void excludedAndLargeMembersAreWarnedAbout() {
    PlanEdit edit = done(EDITOR.add(PROPOSED, "PK-P1", List.of("P8", "P9", "P7")));
    assertThat(codes(edit))
        .containsExactly(WarningCode.NL_01, WarningCode.EXCLUDED_MEMBER, WarningCode.LARGE_MEMBER);
    assertThat(edit.warnings().get(0).zh()).contains("负面清单1", "小区P8");
  }

  @Test
  void lockedAreasRefuseEveryEditButUnlocking() {
    PlanDraft locked = done(EDITOR.setLocked(PROPOSED, "PK-P1", true)).draft();
    List<PlanEditResult> results =
        List.of(
            EDITOR.add(locked, "PK-P1", List.of("P6")),
            EDITOR.remove(locked, "PK-P1", List.of("P1")),
            EDITOR.delete(locked, "PK-P1"),
            EDITOR.rename(locked, "PK-P1", "x"),
            EDITOR.merge(locked, List.of("PK-P1", "PK-P4")),
            EDITOR.add(locked, "PK-P4", List.of("P3")),
            EDITOR.create(locked, List.of("P3"), null));
    assertThat(results).allSatisfy(r -> assertThat(refused(r)).isEqualTo(RefusalReason.LOCKED));
    assertThat(done(EDITOR.setLocked(locked, "PK-P1", false)).draft()).isEqualTo(PROPOSED);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithAReason() {
    assertThat(refused(EDITOR.create(PROPOSED, List.of(), null)))
        .isEqualTo(RefusalReason.NO_MEMBERS);
    assertThat(refused(EDITOR.create(PROPOSED, List.of("X"), null)))
        .isEqualTo(RefusalReason.NO_SUCH_COMMUNITY);
    assertThat(refused(EDITOR.create(PROPOSED, List.of("P6"), " ")))
        .isEqualTo(RefusalReason.BAD_NAME);
    assertThat(refused(EDITOR.add(PROPOSED, "nowhere", List.of("P6"))))
        .isEqualTo(RefusalReason.NO_SUCH_AREA);
    assertThat(refused(EDITOR.add(PROPOSED, "PK-P1", List.of("P1"))))
        .isEqualTo(RefusalReason.NOTHING_TO_DO);
    assertThat(refused(EDITOR.remove(PROPOSED, "PK-P1", List.of("P4"))))
        .isEqualTo(RefusalReason.NOT_A_MEMBER);
    assertThat(refused(EDITOR.merge(PROPOSED, List.of("PK-P1", "PK-P1"))))
        .isEqualTo(RefusalReason.NOTHING_TO_DO);
  }

  @Test
  void aProposalKeepsLockedAreasAndLeavesTheirMembersOut() {
    PlanDraft hand = done(EDITOR.create(PlanDraft.EMPTY, List.of("P2", "P9"), "手工")).draft();
    hand = done(EDITOR.setLocked(hand, "A-1", true)).draft();
    hand = done(EDITOR.create(hand, List.of("P6"), null)).draft();
    PlanEdit edit = done(EDITOR.propose(hand, PLAN, BASIS));
    // without P2, P1 and P3 are no neighbours
    assertThat(edit.draft().areas()).extracting(PlanArea::id).containsExactly("A-1", "PK-P4");
    assertThat(edit.draft().nextNumber()).isEqualTo(3);
    assertThat(edit.zh()).isEqualTo("自动成片:生成1个片区,保留锁定1个");
  }

  @Test
  void idsAreNeverUsedAgain() {
    PlanDraft first = done(EDITOR.create(PlanDraft.EMPTY, List.of("P1"), null)).draft();
    PlanDraft gone = done(EDITOR.delete(first, "A-1")).draft();
    PlanEdit second = done(EDITOR.create(gone, List.of("P1"), null));
    assertThat(second.areaId()).isEqualTo("A-2");
    assertThat(codes(second)).containsExactly(WarningCode.SINGLE_MEMBER);
  }

  @Test
  void aDraftSurvivesAsATree() {
    PlanDraft locked = done(EDITOR.setLocked(PROPOSED, "PK-P1", true)).draft();
    assertThat(PlanDraft.fromTree(locked.toTree())).isEqualTo(locked);
    assertThatThrownBy(() -> PlanDraft.fromTree(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new PlanDraft(
                    1,
                    List.of(
                        new PlanArea("a", "", List.of("P1"), false),
                        new PlanArea("b", "", List.of("P1"), false))))
        .hasMessage("Community P1 is in two areas");
  }

  @Test
  @Tag("US-P12")
  void twoPlansAreComparedByTheirFigures() {
    PackagePlan open =
        new PlainRegionalizer()
            .plan(
                INPUT,
                UnitBuilder.parameters().withBoundaries(BoundaryRule.HARD, BoundaryRule.OFF),
                Progress.NONE);
    PlanComparison comparison = PlanComparison.of(PLAN, open);
    assertThat(comparison.before())
        .isEqualTo(new PlanFigures(2, 5, new Sum(500, 0), 3, new Sum(189, 0), 0, 0));
    assertThat(comparison.after())
        .isEqualTo(new PlanFigures(2, 6, new Sum(565, 0), 2, new Sum(124, 0), 1, 0));
    // P10 joins; its package is the same although its id is now PK-P10
    assertThat(comparison.difference().moved())
        .containsExactly(new PlanDifference.Move("P10", null, "PK-P10"));
  }

  @Test
  @Tag("FZ-31")
  void everySmallCommunityInNoAreaHasAReason() {
    PlanDraft draft = done(EDITOR.remove(PROPOSED, "PK-P1", List.of("P3"))).draft();
    assertThat(PlanReview.leftovers(draft, PLAN))
        .extracting(Leftover::id, Leftover::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("P10", LeftoverReason.OTHER_STREET),
            org.assertj.core.groups.Tuple.tuple("P3", LeftoverReason.NOT_TAKEN),
            org.assertj.core.groups.Tuple.tuple("P6", LeftoverReason.NO_NEIGHBOUR),
            org.assertj.core.groups.Tuple.tuple("Q1", LeftoverReason.OTHER_DISTRICT));
  }
}
