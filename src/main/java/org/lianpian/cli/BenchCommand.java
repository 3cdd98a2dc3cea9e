package org.lianpian.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lianpian.app.Components;
import org.lianpian.assessment.AssessmentInput;
import org.lianpian.assessment.Assessor;
import org.lianpian.demo.DemoTown;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures each part once on a generated town; figures as JSON on standard output. */
@Command(
    name = "bench",
    subcommands = {
      BenchPackagesCommand.class,
      BenchSewerCommand.class,
      BenchFirstRowCommand.class,
      BenchStartupCommand.class,
      BenchGeocodeCommand.class
    })
final class BenchCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--communities", defaultValue = "2000")
  private int communities;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Override
  public Integer call() throws IOException {
    BenchFigures figures = new BenchFigures().put("communities", communities).put("seed", seed);
    try (ScratchTown town = new ScratchTown(communities, seed)) {
      measure(town, figures.map());
    }
    figures.print(spec.commandLine().getOut());
    return Failures.OK;
  }

  private void measure(ScratchTown town, Map<String, Object> figures) {
    Components components = common.components(town.settings());
    try (FeatureStore store = components.createStore(DemoTown.dataset())) {
      figures.put("generateAndStoreSeconds", seconds(() -> town.generate(components, store)));
      Map<String, Long> counts = new LinkedHashMap<>();
      for (FeatureType<?> type : store.types()) {
        counts.put(type.name(), store.count(type));
      }
      figures.put("features", counts);
      List<AssessmentInput> read = new ArrayList<>();
      figures.put("readSeconds", seconds(() -> read.add(AssessmentInput.read(store))));
      figures.put("analyses", analyses(components, read.get(0)));
    }
  }

  private static Map<String, Object> analyses(Components components, AssessmentInput input) {
    Assessor assessor = components.assessor(components.profile(DemoTown.PROFILE));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("eligibilitySeconds", seconds(() -> assessor.eligibility(input, Progress.NONE)));
    figures.put("packagesSeconds", seconds(() -> assessor.plan(input, Map.of(), Progress.NONE)));
    figures.put("frontageSeconds", seconds(() -> assessor.frontage(input, Progress.NONE)));
    figures.put("sewerSeconds", seconds(() -> assessor.sewer(input, Progress.NONE)));
    return figures;
  }

  private static double seconds(Runnable work) {
    long started = System.nanoTime();
    work.run();
    return BenchFigures.seconds(System.nanoTime() - started);
  }
}
