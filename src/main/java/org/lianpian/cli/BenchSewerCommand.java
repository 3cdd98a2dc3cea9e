package org.lianpian.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.lianpian.demo.SewerCity;
import org.lianpian.sewer.DrainageModel;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.SewerParameters;
import org.lianpian.sewer.StatusPass;
import org.lianpian.sewer.network.FlowSearch;
import org.lianpian.sewer.network.FlowTrace;
import org.lianpian.sewer.network.Outcomes;
import org.lianpian.sewer.network.PipeNetwork;
import org.lianpian.sewer.network.PipeSurvey;
import org.lianpian.sewer.network.SurveyEdges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the sewer engine on a generated city; figures as JSON on standard output. */
@Command(name = "sewer")
final class BenchSewerCommand implements Callable<Integer> {
  private static final int ROUNDS = 7;
  private static final int TRACES = 2000;
  private static final double SNAP_METRES = 0.05;
  private static final double INFERRED_SNAP_METRES = 0.5;
  private static final double RADIUS_METRES = 50;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--pipes", defaultValue = "1000000")
  private int pipes;

  @Option(names = "--faults", defaultValue = "1000")
  private int faults;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Override
  public Integer call() throws JsonProcessingException {
    int communities = pipes / 60;
    int size = Math.max(10, (int) Math.sqrt((pipes - 3.0 * communities) / 2));
    SewerCity city = SewerCity.generate(size, communities, Math.min(faults, communities), seed);
    SewerInput input =
        new SewerInput(
            city.communities(),
            city.buildings(),
            city.manholes(),
            city.reaches(),
            city.connections(),
            new SewerParameters(SNAP_METRES, INFERRED_SNAP_METRES, RADIUS_METRES, 3, 3));
    BenchFigures figures = new BenchFigures();
    figures.put("communities", input.communities().size());
    figures.put("manholes", input.manholes().size());
    figures.put("reaches", input.reaches().size());
    figures.put("faults", city.faults().size());
    measure(input, figures.map());
    figures.print(spec.commandLine().getOut());
    return Failures.OK;
  }

  private static void measure(SewerInput input, Map<String, Object> figures) {
    PipeSurvey survey = DrainageModel.survey(input.manholes(), input.reaches());
    figures.put(
        "joinFromArrays",
        repeat(() -> PipeNetwork.join(survey, SNAP_METRES, INFERRED_SNAP_METRES)));
    PipeNetwork network = PipeNetwork.join(survey, SNAP_METRES, INFERRED_SNAP_METRES);
    figures.put("networkMegabytes", network.bytes() / 1_000_000);
    figures.put(
        "outcomesOfAllNodes",
        repeat(() -> Outcomes.of(network, new SurveyEdges(network, RADIUS_METRES))));
    traces(network, figures);
    StatusPass pass = new StatusPass(input);
    long started = System.nanoTime();
    DrainageModel model = DrainageModel.of(input.manholes(), input.reaches(), input.parameters());
    figures.put("modelFromFeaturesMillis", millis(System.nanoTime() - started));
    figures.put("statusesOfAllCommunities", repeat(() -> pass.run(model)));
    Map<String, Long> counts = new LinkedHashMap<>();
    pass.run(model).forEach(one -> counts.merge(one.status().name(), 1L, Long::sum));
    figures.put("statuses", counts);
  }

  private static Map<String, Object> repeat(Runnable work) {
    double[] cpu = new double[ROUNDS];
    double[] wall = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long cpuStarted = cpu();
      long started = System.nanoTime();
      work.run();
      wall[round] = millis(System.nanoTime() - started);
      cpu[round] = millis(cpu() - cpuStarted);
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("firstMillis", wall[0]);
    Arrays.sort(wall);
    Arrays.sort(cpu);
    figures.put("medianMillis", wall[ROUNDS / 2]);
    figures.put("medianCpuMillis", cpu[ROUNDS / 2]);
    return figures;
  }

  private static void traces(PipeNetwork network, Map<String, Object> figures) {
    FlowSearch search = new FlowSearch(network);
    figures.put("traceDownstream", trace(network, search::downstream));
    figures.put("traceUpstream", trace(network, search::upstream));
    figures.put(
        "traceToPlant",
        trace(
            network,
            node -> {
              search.toPlant(node);
              return null;
            }));
  }

  /** Traces from random nodes, after as many to warm up. */
  private static Map<String, Object> trace(PipeNetwork network, IntFunction<FlowTrace> search) {
    SplittableRandom random = new SplittableRandom(1);
    double[] millis = new double[TRACES];
    long[] reached = new long[TRACES];
    for (int i = -TRACES; i < TRACES; i++) {
      int node = random.nextInt(network.nodeCount());
      long started = System.nanoTime();
      FlowTrace trace = search.apply(node);
      long ended = System.nanoTime();
      if (i >= 0) {
        millis[i] = millis(ended - started);
        reached[i] = trace == null ? 0 : trace.nodes().length;
      }
    }
    Arrays.sort(millis);
    Arrays.sort(reached);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("p50Millis", millis[TRACES / 2]);
    figures.put("p95Millis", millis[TRACES * 95 / 100]);
    figures.put("maxMillis", millis[TRACES - 1]);
    figures.put("nodesP50", reached[TRACES / 2]);
    figures.put("nodesMax", reached[TRACES - 1]);
    return figures;
  }

  private static double millis(long nanos) {
    return Math.round(nanos / 1e2) / 1e4;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
