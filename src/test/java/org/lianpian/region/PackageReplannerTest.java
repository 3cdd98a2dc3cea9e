package org.lianpian.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianpian.region.UnitBuilder.unit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.model.Progress;
import org.lianpian.region.solver.PackageSolver;
import org.lianpian.region.solver.SolverSettings;

@Tag("FZ-04")
class PackageReplannerTest {
  private static final PackagingParameters PARAMETERS = UnitBuilder.parameters();

  /** A row of plots 10 m apart, 100 households each. */
  private static List<PackagingUnit> row(int plots) {
    List<PackagingUnit> units = new ArrayList<>();
    for (int i = 0; i < plots; i++) {
      units.add(unit("p" + i).box(30 * i, 0, 30 * i + 20, 20).build());
    }
    return units;
  }

  /** A town of plots on a grid with holes and uneven sizes; some are large, some without sizes. */
  private static PackagingInput town(long seed, int side) {
    Random random = new Random(seed);
    List<PackagingUnit> units = new ArrayList<>();
    for (int i = 0; i < side * side; i++) {
      if (random.nextInt(6) > 0) {
        int x = 30 * (i % side);
        int y = 30 * (i / side);
        UnitBuilder plot = unit(String.format(Locale.ROOT, "u%04d", i)).box(x, y, x + 20, y + 20);
        int kind = random.nextInt(20);
        plot.households(kind == 0 ? null : kind == 1 ? 400 : 20 + random.nextInt(180));
        units.add(plot.build());
      }
    }
    Collections.shuffle(units, random);
    return new PackagingInput(units, List.of());
  }

  private static PackagePlan plan(PackagingInput input, PackagingParameters parameters) {
    return new SpanningTreeRegionalizer().plan(input, parameters, Progress.NONE);
  }

  private static PackagingLocks together(String... ids) {
    return new PackagingLocks(List.of(Set.of(ids)), List.of(), List.of(), Set.of());
  }

  private static PackagingLocks apart(String a, String b) {
    return new PackagingLocks(
        List.of(), List.of(new PackagingLocks.Pair(a, b)), List.of(), Set.of());
  }

  private static PackagingLocks frozen(String... ids) {
    return new PackagingLocks(List.of(), List.of(), List.of(Set.of(ids)), Set.of());
  }

  private static PackagingLocks anchors(String... ids) {
    return new PackagingLocks(List.of(), List.of(), List.of(), Set.of(ids));
  }

  private static List<List<String>> members(PackagePlan plan) {
    return plan.packages().stream().map(WorkPackage::members).toList();
  }

  @Test
  void aLockThatIsKeptAlreadyChangesNothing() {
    PackagePlan before = plan(new PackagingInput(row(6), List.of()), PARAMETERS);
    Replanned after = new PackageReplanner().replan(before, together("p1", "p2"));
    assertThat(after.moved()).isEmpty();
    assertThat(after.solvedAgain()).isEmpty();
    assertThat(after.plan().packages()).isEqualTo(before.packages());
    assertThat(after.plan().inputHash()).isNotEqualTo(before.inputHash());
  }

  @Test
  void twoThatAreKeptApartGetPackagesOfTheirOwn() {
    PackagePlan before = plan(new PackagingInput(row(6), List.of()), PARAMETERS);
    assertThat(members(before)).hasSize(1);
    Replanned after = new PackageReplanner().replan(before, apart("p2", "p3"));
    assertThat(members(after.plan()))
        .containsExactly(List.of("p0", "p1", "p2"), List.of("p3", "p4", "p5"));
    assertThat(after.moved()).hasSize(3);
    assertThat(after.plan().packages()).extracting(WorkPackage::id).contains("PK-p0");
  }

  @Test
  void aFrozenPackageStaysWhateverTheBoundsSayAndTheRestIsJoinedAroundIt() {
    PackagingParameters bounds = PARAMETERS.withHouseholds(200, 300);
    PackagePlan before = plan(new PackagingInput(row(7), List.of()), bounds);
    Replanned after = new PackageReplanner().replan(before, frozen("p3"));
    assertThat(members(after.plan()))
        .containsExactlyInAnyOrder(
            List.of("p0", "p1", "p2"), List.of("p3"), List.of("p4", "p5", "p6"));
  }

  @Test
  void aLargeCommunityIsTheAnchorOfAPackageOnlyWhenThePlannerSaysSo() {
    List<PackagingUnit> units = row(3);
    units.add(unit("big").box(90, 0, 110, 20).households(900).build());
    PackagePlan before = plan(new PackagingInput(units, List.of()), PARAMETERS);
    assertThat(before.standAlone()).hasSize(1);
    PackagePlan anchored = new PackageReplanner().replan(before, anchors("big")).plan();
    assertThat(members(anchored)).containsExactly(List.of("big", "p0", "p1", "p2"));
    assertThat(anchored.standAlone()).isEmpty();
    // the lock taken away, the community is on its own again
    PackagePlan back = new PackageReplanner().replan(anchored, PackagingLocks.NONE).plan();
    assertThat(members(back)).isEqualTo(members(before));
    assertThat(back.standAlone()).isEqualTo(before.standAlone());
  }

  @Test
  @Tag("US-P11")
  void locksThatCannotHoldAreNamed() {
    List<PackagingUnit> units = row(6);
    units.add(unit("big").box(180, 0, 200, 20).households(900).build());
    units.add(unit("out").box(210, 0, 230, 20).excluded(Exclusion.SELF_BUILT).build());
    PackagePlan plan =
        plan(new PackagingInput(units, List.of()), PARAMETERS.withHouseholds(null, 350));
    assertProblem(plan, anchors("nowhere"), LockProblem.Kind.UNKNOWN_COMMUNITY);
    assertProblem(plan, anchors("out"), LockProblem.Kind.EXCLUDED);
    assertProblem(plan, together("p0", "p2"), LockProblem.Kind.TOGETHER_NOT_CONTIGUOUS);
    assertProblem(plan, together("p0", "p1", "p2", "p3"), LockProblem.Kind.TOGETHER_ABOVE_MAX);
    assertProblem(plan, together("p5", "big"), LockProblem.Kind.LARGE);
    assertProblem(
        plan,
        new PackagingLocks(
            List.of(Set.of("p0", "p1"), Set.of("p1", "p2")),
            List.of(new PackagingLocks.Pair("p2", "p0")),
            List.of(),
            Set.of()),
        LockProblem.Kind.TOGETHER_AND_APART);
    assertProblem(
        plan,
        new PackagingLocks(
            List.of(), List.of(), List.of(Set.of("p0", "p1"), Set.of("p1", "p2")), Set.of()),
        LockProblem.Kind.TWO_FROZEN);
    assertProblem(
        plan,
        new PackagingLocks(
            List.of(Set.of("p0", "p1")), List.of(), List.of(Set.of("p1", "p2")), Set.of()),
        LockProblem.Kind.FROZEN_AND_OUTSIDE);
    assertProblem(
        plan,
        new PackagingLocks(
            List.of(),
            List.of(new PackagingLocks.Pair("p0", "p1")),
            List.of(Set.of("p0", "p1")),
            Set.of()),
        LockProblem.Kind.FROZEN_APART);
    assertProblem(
        plan,
        new PackagingLocks(List.of(Set.of("p0", "p1")), List.of(), List.of(), Set.of("p0", "p1")),
        LockProblem.Kind.TOGETHER_ANCHORS);
    assertThatThrownBy(() -> new PackageReplanner().replan(plan, anchors("out")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("不纳入")
        .hasMessageContaining("excluded");
  }

  private static void assertProblem(PackagePlan plan, PackagingLocks locks, LockProblem.Kind kind) {
    assertThat(LockCheck.of(plan.graph(), locks)).extracting(LockProblem::kind).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void locksAreKeptAndNothingMovesBeyondThem(long seed) {
    PackagingParameters parameters = PARAMETERS.withHouseholds(300, 900).withMaxDiameterMetres(400);
    PackagePlan plan = plan(town(seed, 16), parameters);
    Random random = new Random(seed);
    PackagingLocks locks = PackagingLocks.NONE;
    for (int step = 0; step < 8; step++) {
      PackagingLocks more = with(locks, random, plan);
      if (!LockCheck.of(plan.graph(), more).isEmpty()) {
        continue;
      }
      Replanned after = new PackageReplanner().replan(plan, more);
      String label = "seed " + seed + ", step " + step + ", " + more;
      check(after.plan(), more, label);
      Set<String> again = new HashSet<>(after.solvedAgain());
      for (PlanDifference.Move move : after.moved()) {
        boolean locked = more.members().contains(move.communityId());
        assertThat(locked || again.contains(move.communityId())).as(label).isTrue();
      }
      for (PackagingUnit unit : plan.graph().units()) {
        if (!again.contains(unit.id()) && !more.members().contains(unit.id())) {
          assertThat(after.plan().findPackageOf(unit.id()).map(WorkPackage::id))
              .as(label + " " + unit.id())
              .isEqualTo(plan.findPackageOf(unit.id()).map(WorkPackage::id));
        }
      }
      plan = after.plan();
      locks = more;
    }
  }

  private static PackagingLocks with(PackagingLocks locks, Random random, PackagePlan plan) {
    List<Set<String>> together = new ArrayList<>(locks.together());
    List<PackagingLocks.Pair> apart = new ArrayList<>(locks.apart());
    List<Set<String>> frozen = new ArrayList<>(locks.frozen());
    Set<String> anchors = new TreeSet<>(locks.anchors());
    List<ContiguityEdge> edges = plan.graph().edges();
    ContiguityEdge edge = edges.get(random.nextInt(edges.size()));
    switch (random.nextInt(5)) {
      case 0 -> together.add(Set.of(edge.a(), edge.b()));
      case 1 -> apart.add(new PackagingLocks.Pair(edge.a(), edge.b()));
      case 2 -> frozen.add(Set.of(edge.a(), edge.b()));
      case 3 -> anchors.add(edge.a());
      default -> together.clear();
    }
    return new PackagingLocks(together, apart, frozen, anchors);
  }

  private static void check(PackagePlan plan, PackagingLocks locks, String label) {
    Set<String> seen = new HashSet<>();
    for (WorkPackage made : plan.packages()) {
      Set<String> members = new TreeSet<>(made.members());
      members.forEach(id -> assertThat(seen.add(id)).as(label).isTrue());
      if (!locks.frozen().contains(members)) {
        assertThat(members.size()).as(label).isGreaterThan(1);
        assertThat(Limits.areKept(members, plan.graph())).as(label).isTrue();
        assertThat(Limits.reachMinimum(made.facts().totals().households(), plan.parameters()))
            .as(label)
            .isTrue();
        assertThat(
                plan.graph()
                    .pieces(
                        members,
                        e ->
                            e.use() == EdgeUse.USABLE
                                && members.contains(e.a())
                                && members.contains(e.b())))
            .as(label)
            .hasSize(1);
      }
      assertThat(locks.anchors().stream().filter(members::contains).count())
          .as(label)
          .isLessThanOrEqualTo(1);
      for (PackagingLocks.Pair pair : locks.apart()) {
        assertThat(members.contains(pair.a()) && members.contains(pair.b())).as(label).isFalse();
      }
      for (Set<String> set : locks.together()) {
        assertThat(members.containsAll(set) || Collections.disjoint(members, set))
            .as(label)
            .isTrue();
      }
    }
    for (Set<String> frozen : locks.frozen()) {
      assertThat(members(plan)).as(label).contains(List.copyOf(frozen));
    }
    assertThat(plan.packages()).extracting(WorkPackage::id).doesNotHaveDuplicates();
    for (PackagingUnit unit : plan.graph().units()) {
      boolean left = plan.findLeftover(unit.id()).isPresent();
      boolean alone = plan.standAlone().stream().anyMatch(s -> s.id().equals(unit.id()));
      int places = (seen.contains(unit.id()) ? 1 : 0) + (left ? 1 : 0) + (alone ? 1 : 0);
      assertThat(places).as(label + " " + unit.id()).isEqualTo(1);
    }
  }

  @Test
  void theAnswerDependsNeitherOnTheOrderOfTheInputNorOnThreads() {
    PackagingInput input = town(21, 20);
    PackagingParameters parameters = PARAMETERS.withHouseholds(300, 900);
    PackagePlan plan = plan(input, parameters);
    WorkPackage split = plan.packages().get(plan.packages().size() / 2);
    PackagingLocks locks = apart(split.members().get(0), split.members().get(1));
    Replanned first = new PackageReplanner().replan(plan, locks);
    for (int threads : new int[] {2, 8}) {
      List<PackagingUnit> shuffled = new ArrayList<>(input.units());
      Collections.shuffle(shuffled, new Random(threads));
      SolverSettings settings = new SolverSettings(1, threads, 0.25);
      PackagePlan again =
          new SpanningTreeRegionalizer(settings)
              .plan(new PackagingInput(shuffled, List.of()), parameters, Progress.NONE);
      Replanned other = new PackageReplanner(settings).replan(again, locks);
      assertThat(other.plan().packages()).isEqualTo(first.plan().packages());
      assertThat(other.plan().leftovers()).isEqualTo(first.plan().leftovers());
      assertThat(other.plan().certificates()).isEqualTo(first.plan().certificates());
      assertThat(other.plan().inputHash()).isEqualTo(first.plan().inputHash());
      assertThat(other.moved()).isEqualTo(first.moved());
    }
  }

  /**
   * Small components are solved to the end, so that a warm start must reach what a cold one does.
   */
  @Test
  void aSmallComponentIsAsGoodAsSolvedFromNothing() {
    PackagingParameters parameters = PARAMETERS.withHouseholds(200, 500);
    for (long seed = 0; seed < 40; seed++) {
      PackagePlan plan = plan(town(seed, 5), parameters);
      Random random = new Random(seed);
      PackagingLocks locks = with(PackagingLocks.NONE, random, plan);
      if (LockCheck.of(plan.graph(), locks).isEmpty() && locks.frozen().isEmpty()) {
        PackagePlan warm = new PackageReplanner().replan(plan, locks).plan();
        List<PackagingUnit> units =
            plan.graph().units().stream()
                .filter(
                    u ->
                        u.role(parameters) == UnitRole.CANDIDATE
                            || locks.anchors().contains(u.id()))
                .toList();
        int[] labels =
            new PackageSolver(SolverSettings.DEFAULTS)
                .solve(new SolverUnits(units, plan.graph()).problem(locks))
                .labels();
        long left = Arrays.stream(labels).filter(label -> label < 0).count();
        long leftWarm = units.stream().filter(u -> warm.findPackageOf(u.id()).isEmpty()).count();
        assertThat(leftWarm).as("seed " + seed + " " + locks).isEqualTo(left);
      }
    }
  }
}
