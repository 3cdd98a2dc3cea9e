package org.lianpian.region.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FZ-04")
class PackageSolverTest {
  private static final long NO_MAX = BoundedAttribute.UNBOUNDED;

  private static String solve(SmallWorld world) {
    return world.packages(world.solve().labels());
  }

  @Test
  void mostPackagesAreAsSmallAsTheMinimumAllows() {
    SmallWorld row = SmallWorld.draw("1 1 1 1 1 1");
    assertThat(solve(row.bounds(200, NO_MAX))).isEqualTo("ab cd ef");
    assertThat(solve(row.bounds(300, NO_MAX))).isEqualTo("abc def");
  }

  @Test
  void fewestPackagesAreAsLargeAsTheMaximumAllows() {
    SmallWorld row = SmallWorld.draw("1 1 1 1 1 1").objective(Objective.FEWEST_PACKAGES, 0);
    assertThat(solve(row.bounds(0, 300))).isEqualTo("abc def");
    assertThat(solve(row.bounds(0, NO_MAX))).isEqualTo("abcdef");
  }

  @Test
  void aTargetSizeIsMetAsNearAsPossible() {
    SmallWorld row = SmallWorld.draw("1 2 3 3 2 1").objective(Objective.TARGET_SIZE, 600);
    assertThat(solve(row.bounds(100, NO_MAX))).isEqualTo("abc def");
  }

  @Test
  void barriersAreNeverCrossed() {
    SmallWorld world =
        SmallWorld.draw(
            "1 1|1", //
            "- -  ", "1 1 1");
    assertThat(solve(world.bounds(200, NO_MAX))).isEqualTo("ab cf de");
  }

  @Test
  void whatCannotReachTheMinimumIsLeftOverAndSaysWhy() {
    SmallWorld world =
        SmallWorld.draw(
            "1 1|1", //
            "- - -", "9|2 2");
    world.bounds(200, 800);
    PackageSolution solution = world.solve();
    assertThat(world.packages(solution.labels())).isEqualTo("ab e f");
    assertThat(solution.causes())
        .containsExactly(
            null,
            null,
            LeftoverCause.COMPONENT_BELOW_MIN,
            LeftoverCause.ABOVE_MAX_ALONE,
            null,
            null);
  }

  @Test
  void anAreaBetweenTwoFullPackagesHasNoPlace() {
    SmallWorld row = SmallWorld.draw("2 1 2").bounds(200, 200);
    PackageSolution solution = row.solve();
    assertThat(row.packages(solution.labels())).isEqualTo("a c");
    assertThat(solution.causes()[1]).isEqualTo(LeftoverCause.NO_PLACE_FOUND);
    assertThat(solution.certificates())
        .containsExactly(new Certificate("a", 3, 1, 1, 2, 2, Certificate.Proof.OPTIMAL));
  }

  @Test
  void similarAreasAreTogetherWhenCountsAreEqual() {
    SmallWorld ring =
        SmallWorld.draw(
            "1 1", //
            "   ", "1 1");
    ring.values = new double[] {0, 9, 0, 9};
    assertThat(solve(ring.bounds(200, NO_MAX))).isEqualTo("ac bd");
    ring.values = new double[] {0, 0, 9, 9};
    assertThat(solve(ring)).isEqualTo("ab cd");
  }

  @Test
  void aSoftEdgeIsUsedOnlyWhenItMustBe() {
    SmallWorld ring =
        SmallWorld.draw(
            "1 1", //
            "   ", "1 1");
    ring.penalties[0] = 5; // a-b
    assertThat(solve(ring.bounds(200, NO_MAX))).isEqualTo("ac bd");
    assertThat(solve(ring.bounds(400, NO_MAX))).isEqualTo("abcd");
  }

  @Test
  void locksAreKept() {
    SmallWorld row = SmallWorld.draw("1 1 1 1 1 1").bounds(200, NO_MAX);
    PackageSolver solver = new PackageSolver(SolverSettings.DEFAULTS);
    assertThat(row.packages(solver.solve(row.builder().mustLink(1, 2).build()).labels()))
        .isEqualTo("abc def");
    assertThat(row.packages(solver.solve(row.builder().cannotLink(0, 1).build()).labels()))
        .isEqualTo("bc def");
    assertThat(row.packages(solver.solve(row.builder().freeze(2, 3, 4).build()).labels()))
        .isEqualTo("ab cde");
    SmallWorld three = SmallWorld.draw("1 1 1").objective(Objective.FEWEST_PACKAGES, 0);
    assertThat(three.packages(solver.solve(three.builder().seeds(0, 1, 2).build()).labels()))
        .isEqualTo("a b c");
  }

  @Test
  void areasThatMustStayTogetherButDoNotTouchAreLeftOver() {
    SmallWorld row = SmallWorld.draw("1 1 1 1").bounds(200, NO_MAX);
    PackageSolution solution =
        new PackageSolver(SolverSettings.DEFAULTS).solve(row.builder().mustLink(0, 3).build());
    assertThat(row.packages(solution.labels())).isEqualTo("bc");
    assertThat(solution.causes()[0]).isEqualTo(LeftoverCause.LOCKS_CONTRADICT);
    assertThat(solution.causes()[3]).isEqualTo(LeftoverCause.LOCKS_CONTRADICT);
  }

  @Test
  void aFixedNumberOfPackagesIsMet() {
    SmallWorld row = SmallWorld.draw("1 1 1 1 1 1 1 1").bounds(100, NO_MAX);
    PackageSolution solution =
        new PackageSolver(SolverSettings.DEFAULTS).solve(row.builder().packages(3).build());
    assertThat(solution.packages()).isEqualTo(3);
    assertThat(solution.leftovers()).isZero();
  }

  @Test
  void nothingInGivesNothingOut() {
    PackageSolution solution = SmallWorld.draw("").solve();
    assertThat(solution.labels()).isEmpty();
    assertThat(solution.certificates()).isEmpty();
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> new BoundedAttribute("households", new long[1], 5, 4))
        .hasMessage("min of households must be in [0, max 4], was 5");
    assertThatThrownBy(
            () -> PackageProblem.builder(new String[] {"a", "a"}, AreaGraph.of(2, ints(), ints())))
        .hasMessage("Duplicate area id: a");
    assertThatThrownBy(() -> AreaGraph.of(2, ints(0), ints(2)))
        .hasMessage("Ends of an edge must be in [0, 2), were 0, 2");
  }

  private static int[] ints(int... values) {
    return values;
  }

  @Test
  void everyPackageIsFeasibleInRandomWorldsOfAnySize() {
    for (long seed = 0; seed < 50; seed++) {
      SmallWorld world = SmallWorld.random(seed, 10 + 2 * (int) seed);
      PackageSolution solution = world.solve();
      int[] labels = solution.labels();
      for (int label = 0; label < solution.packages(); label++) {
        Set<Integer> areas = new HashSet<>();
        for (int i = 0; i < labels.length; i++) {
          if (labels[i] == label) {
            areas.add(i);
          }
        }
        assertThat(world.isFeasible(areas)).as("seed %d, package %d", seed, label).isTrue();
      }
      for (int i = 0; i < labels.length; i++) {
        assertThat(solution.causes()[i] == null)
            .as("seed %d, area %d", seed, i)
            .isEqualTo(labels[i] >= 0);
      }
    }
  }

  @Test
  @Tag("US-P06")
  void neitherThreadsNorTheOrderOfTheInputChangeTheAnswer() {
    for (long seed = 0; seed < 8; seed++) {
      SmallWorld world = SmallWorld.random(seed, 20 + 60 * (int) seed);
      PackageSolution expected = world.solve();
      for (int threads : new int[] {2, 8}) {
        PackageSolution other =
            new PackageSolver(SolverSettings.DEFAULTS.withThreads(threads))
                .solve(world.builder().build());
        assertThat(other.labels()).as("seed %d", seed).isEqualTo(expected.labels());
        assertThat(other.certificates()).isEqualTo(expected.certificates());
      }
      int[] order = shuffled(world.size(), seed);
      PackageSolution shuffled =
          new PackageSolver(SolverSettings.DEFAULTS).solve(world.builder(order).build());
      int[] back = new int[order.length];
      for (int place = 0; place < order.length; place++) {
        back[order[place]] = shuffled.labels()[place];
      }
      assertThat(back).as("seed %d", seed).isEqualTo(expected.labels());
    }
  }

  static int[] shuffled(int size, long seed) {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    Random random = new Random(seed);
    for (int i = size - 1; i > 0; i--) {
      int at = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[at];
      order[at] = kept;
    }
    return order;
  }

  @Test
  void anAnswerIsNeverWorseThanThePlanItStartsFrom() {
    for (long seed = 0; seed < 20; seed++) {
      SmallWorld world = SmallWorld.random(seed, 40);
      PackageProblem problem = world.builder().build();
      int[] good = new PackageSolver(new SolverSettings(5, 1, 1)).solve(problem).labels();
      int[] again = new PackageSolver(new SolverSettings(1, 1, 0.01)).solve(problem, good).labels();
      double[] before = world.objectives(good);
      double[] after = world.objectives(again);
      int k = 0;
      while (k < 3 && Math.abs(before[k] - after[k]) < 1e-6) {
        k++;
      }
      assertThat(after[k])
          .as("seed %d, objective %d", seed, k)
          .isLessThanOrEqualTo(before[k] + 1e-6);
    }
  }
}
