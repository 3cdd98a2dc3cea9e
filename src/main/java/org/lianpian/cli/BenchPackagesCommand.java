package org.lianpian.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lianpian.region.solver.Certificate;
import org.lianpian.region.solver.PackageProblem;
import org.lianpian.region.solver.PackageSolution;
import org.lianpian.region.solver.PackageSolver;
import org.lianpian.region.solver.SolverSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the packaging solver on generated estates; figures as JSON on standard output. */
@Command(name = "packages")
final class BenchPackagesCommand implements Callable<Integer> {
  private static final long MIN_HOUSEHOLDS = 300;
  private static final long MAX_HOUSEHOLDS = 1000;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--estates", defaultValue = "10000,220000", split = ",")
  @SuppressWarnings("NullAway.Init")
  private List<Integer> estates;

  @Option(names = "--threads", defaultValue = "2")
  private int threads;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Override
  public Integer call() throws IOException {
    BenchFigures figures = new BenchFigures().put("threads", threads).put("seed", seed);
    for (int number : estates) {
      figures.put("estates" + number, measure(number));
    }
    figures.print(spec.commandLine().getOut());
    return Failures.OK;
  }

  private Map<String, Object> measure(int number) {
    PackageProblem problem =
        EstateWorld.generate(number, seed).problem(MIN_HOUSEHOLDS, MAX_HOUSEHOLDS);
    long cpu = BenchFigures.cpuNanos();
    long started = System.nanoTime();
    PackageSolution solution =
        new PackageSolver(new SolverSettings(seed, threads, 1)).solve(problem);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds", BenchFigures.seconds(System.nanoTime() - started));
    figures.put("cpuSeconds", BenchFigures.seconds(BenchFigures.cpuNanos() - cpu));
    figures.put("peakHeapMegabytes", BenchFigures.peakHeapMegabytes());
    figures.put("packages", solution.packages());
    figures.put("bound", solution.bound());
    figures.put("leftovers", solution.leftovers());
    figures.put("components", solution.certificates().size());
    for (Certificate.Proof proof : Certificate.Proof.values()) {
      long having = solution.certificates().stream().filter(c -> c.proof() == proof).count();
      figures.put("share" + proof, having / (double) Math.max(1, solution.certificates().size()));
    }
    return figures;
  }
}
