package org.lianpian.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianpian.region.solver.BoundedAttribute;
import org.lianpian.region.solver.Certificate;
import org.lianpian.region.solver.Dissimilarity;
import org.lianpian.region.solver.Objective;
import org.lianpian.region.solver.PackageProblem;
import org.lianpian.region.solver.PackageSolution;
import org.lianpian.region.solver.PackageSolver;
import org.lianpian.region.solver.SolverSettings;
import org.lianpian.region.solver.Tiebreak;
import picocli.CommandLine.Option;

/** The options of {@code packages} that solve a benchmark file in place of communities. */
final class InstancePackages {
  /** The objectives as they are called on the command line. */
  enum Goal {
    COUNT,
    FEWEST,
    TARGET,
    SIMILARITY
  }

  @Option(names = "--instance", required = true, paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  Path instance;

  @Option(names = "--objective", defaultValue = "COUNT", paramLabel = "NAME")
  @SuppressWarnings("NullAway.Init")
  Goal goal;

  @Option(names = "--compact-first")
  boolean compactFirst;

  @Option(names = "--target", paramLabel = "SIZE")
  @Nullable Long target;

  @Option(names = "--p", paramLabel = "NUMBER")
  @Nullable Integer packages;

  @Option(names = "--threads", defaultValue = "2", paramLabel = "NUMBER")
  int threads;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "NUMBER")
  long seed;

  @Option(names = "--effort", defaultValue = "1", paramLabel = "FACTOR")
  double effort;

  /** Writes one label for each area, -1 for left over, and prints what was reached. */
  int run(@Nullable Integer min, @Nullable Integer max, Path out, PrintWriter screen)
      throws IOException {
    InstanceFile file = InstanceFile.read(instance);
    PackageProblem problem = problem(file, min, max);
    PackageSolution solution =
        new PackageSolver(new SolverSettings(seed, threads, effort)).solve(problem);
    StringBuilder labels = new StringBuilder();
    for (int label : solution.labels()) {
      labels.append(label).append('\n');
    }
    Files.writeString(out, labels);
    long proven =
        solution.certificates().stream().filter(c -> c.proof() != Certificate.Proof.GAP).count();
    screen.printf(
        Locale.ROOT,
        Cli.Language.say(
            "片区 %d 个(上界 %.0f),未整合 %d 个,已证明最优 %d/%d 个连通部分%n",
            "%d packages (bound %.0f), %d left over, %d of %d components proven%n"),
        solution.packages(),
        solution.bound(),
        solution.leftovers(),
        proven,
        solution.certificates().size());
    screen.println(out);
    return Failures.OK;
  }

  private PackageProblem problem(InstanceFile file, @Nullable Integer min, @Nullable Integer max) {
    Integer count = packages;
    Long size = target;
    if (goal == Goal.TARGET && size == null) {
      throw new IllegalArgumentException("--objective target 需要 / needs --target");
    }
    if (goal == Goal.SIMILARITY && count == null) {
      throw new IllegalArgumentException("--objective similarity 需要 / needs --p");
    }
    PackageProblem.Builder builder =
        PackageProblem.builder(file.ids(), file.graph())
            .attribute(
                new BoundedAttribute(
                    "size",
                    file.sizes(),
                    min == null ? 0 : min,
                    max == null ? BoundedAttribute.UNBOUNDED : max))
            .dissimilarity(Dissimilarity.ofValues(file.similarity()))
            .positions(file.x(), file.y())
            .tiebreak(compactFirst ? Tiebreak.COMPACTNESS_FIRST : Tiebreak.SIMILARITY_FIRST)
            .objective(objective(), size == null ? 0 : size);
    if (count != null) {
      builder.packages(count);
    }
    return builder.build();
  }

  private Objective objective() {
    switch (goal) {
      case FEWEST:
        return Objective.FEWEST_PACKAGES;
      case TARGET:
        return Objective.TARGET_SIZE;
      default:
        return Objective.MOST_PACKAGES;
    }
  }
}
