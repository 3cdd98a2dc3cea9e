package org.lianpian.region.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded worlds of up to nine areas, against all their partitions. */
@Tag("FZ-04")
class PackageSolverOracleTest {
  private static final int SEEDS = 60;

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7, 8, 9})
  void smallWorldsAreSolvedToTheOptimumAndSaidToBe(int areas) {
    for (long seed = 0; seed < SEEDS; seed++) {
      SmallWorld world = SmallWorld.random(seed, areas);
      double[] best = new Enumeration(world).best();
      PackageSolution solution = world.solve();
      double[] found = world.objectives(solution.labels());
      for (int k = 0; k < best.length; k++) {
        assertThat(found[k]).as("seed %d, objective %d", seed, k).isCloseTo(best[k], within(1e-6));
      }
      assertThat(solution.certificates())
          .as("seed %d", seed)
          .allMatch(certificate -> certificate.proof() == Certificate.Proof.OPTIMAL);
    }
  }

  /** Walks through all ways to group areas: the lowest one that is open is left over or grouped. */
  private static final class Enumeration {
    private final SmallWorld world;
    private double[] best = {Double.POSITIVE_INFINITY, 0, 0, 0};

    Enumeration(SmallWorld world) {
      this.world = world;
    }

    double[] best() {
      walk(0, new double[4]);
      return best;
    }

    private void walk(int taken, double[] sum) {
      int lowest = Integer.numberOfTrailingZeros(~taken);
      if (lowest == world.size()) {
        if (isBetter(sum, best)) {
          best = sum.clone();
        }
        return;
      }
      walk(taken | 1 << lowest, plus(sum, new double[] {1, 0, 0, 0}));
      int others = ((1 << world.size()) - 1) & ~taken & ~(1 << lowest);
      for (int more = others; ; more = (more - 1) & others) {
        int set = more | 1 << lowest;
        Set<Integer> areas = new HashSet<>();
        for (int i = 0; i < world.size(); i++) {
          if ((set & 1 << i) != 0) {
            areas.add(i);
          }
        }
        if (world.isFeasible(areas)) {
          walk(taken | set, plus(sum, world.objectives(areas)));
        }
        if (more == 0) {
          return;
        }
      }
    }

    private static double[] plus(double[] a, double[] b) {
      return new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]};
    }

    private static boolean isBetter(double[] a, double[] b) {
      for (int k = 0; k < 4; k++) {
        if (Math.abs(a[k] - b[k]) > 1e-6) {
          return a[k] < b[k];
        }
      }
      return false;
    }
  }
}
