package org.lianpian.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lianpian.demo.RiverCity;
import org.lianpian.frontage.ExactFrontageClassifier;
import org.lianpian.frontage.FrontageInput;
import org.lianpian.frontage.FrontageParameters;
import org.lianpian.frontage.FrontageStatus;
import org.lianpian.frontage.FrontageVerdicts;
import org.lianpian.model.Progress;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.policy.PackedProfiles;
import org.lianpian.policy.PolicyProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the riverside rule on generated cities; figures as JSON on standard output.
 *
 * <p>Each city is asked twice, with every building a unit of its own and with its communities, each
 * time for statuses alone and for verdicts with all evidence. The first round pays for the just-in-
 * time compiler; the median is that of the rounds after it.
 */
@Command(name = "first-row")
final class BenchFirstRowCommand implements Callable<Integer> {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--buildings", defaultValue = "10000,100000,1000000", split = ",")
  @SuppressWarnings("NullAway.Init")
  private List<Integer> buildings;

  @Option(names = "--rounds", defaultValue = "4")
  private int rounds;

  @Option(names = "--threads", defaultValue = "1")
  private int threads;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  private final PolicyProfile profile = PackedProfiles.get("OPEN-DATA");
  private final FrontageParameters parameters = FrontageParameters.from(profile, DAY);

  @Override
  public Integer call() throws JsonProcessingException {
    if (rounds < 1) {
      throw new IllegalArgumentException("--rounds must be >= 1, was " + rounds);
    }
    BenchFigures figures = new BenchFigures().put("threads", threads).put("seed", seed);
    for (int number : buildings) {
      figures.put("buildings" + number, measure(RiverCity.generate(number, seed)));
    }
    figures.put("peakHeapMegabytes", BenchFigures.peakHeapMegabytes());
    figures.print(spec.commandLine().getOut());
    return Failures.OK;
  }

  private Map<String, Object> measure(RiverCity city) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("communities", city.communities().size());
    figures.put("watercourses", city.watercourses().size());
    figures.put(
        "eachBuilding",
        measure(new FrontageInput(List.of(), city.scatteredBuildings(), city.watercourses())));
    figures.put(
        "communitiesAndBuildings",
        measure(new FrontageInput(city.communities(), city.buildings(), city.watercourses())));
    return figures;
  }

  private Map<String, Object> measure(FrontageInput input) {
    ExactFrontageClassifier classifier = new ExactFrontageClassifier(threads);
    Map<String, Object> figures = new LinkedHashMap<>();
    Map<FrontageStatus, Integer> statuses = new TreeMap<>();
    Map<Subject, FrontageStatus> answers = classifier.statuses(input, parameters, Progress.NONE);
    answers.values().forEach(status -> statuses.merge(status, 1, Integer::sum));
    figures.put("units", answers.size());
    figures.put("statuses", statuses);
    figures.put(
        "withoutEvidence", repeat(() -> classifier.statuses(input, parameters, Progress.NONE)));
    figures.put("withEvidence", repeat(() -> verdicts(classifier, input)));
    return figures;
  }

  private List<Verdict> verdicts(ExactFrontageClassifier classifier, FrontageInput input) {
    return classifier.classify(input, parameters, Progress.NONE).stream()
        .map(result -> FrontageVerdicts.of(result, profile, DAY))
        .toList();
  }

  private Map<String, Object> repeat(Runnable work) {
    List<Double> cpu = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      long cpuBefore = BenchFigures.cpuNanos();
      long started = System.nanoTime();
      work.run();
      wall.add(BenchFigures.seconds(System.nanoTime() - started));
      cpu.add(BenchFigures.seconds(BenchFigures.cpuNanos() - cpuBefore));
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("firstCpuSeconds", cpu.get(0));
    figures.put("firstSeconds", wall.get(0));
    figures.put("medianCpuSeconds", median(cpu));
    figures.put("medianSeconds", median(wall));
    return figures;
  }

  /** Returns the middle of the rounds after the first, or the only one. */
  private static double median(List<Double> rounds) {
    List<Double> sorted =
        rounds.subList(Math.min(1, rounds.size() - 1), rounds.size()).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
