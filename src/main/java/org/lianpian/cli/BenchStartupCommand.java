package org.lianpian.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.lianpian.app.Components;
import org.lianpian.demo.DemoTown;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the time from the start of the server's process to the first map of the demonstration
 * town, with the Java and the options that this command runs under; figures as JSON.
 */
@Command(name = "startup")
final class BenchStartupCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--communities", defaultValue = "200")
  private int communities;

  @Option(names = "--runs", defaultValue = "5")
  private int runs;

  @Override
  public Integer call() throws IOException, InterruptedException {
    BenchFigures figures = new BenchFigures();
    figures.put("options", options());
    figures.put("communities", communities);
    List<Map<String, Object>> measured = new ArrayList<>();
    try (ScratchTown town = new ScratchTown(communities, 1)) {
      Components components = common.components(town.settings());
      try (FeatureStore store = components.createStore(DemoTown.dataset())) {
        town.generate(components, store);
        components.assessmentRun(store).run(components.change("bench"), Progress.NONE);
      }
      for (int run = 0; run < runs; run++) {
        measured.add(start(town.store()));
      }
    }
    figures.put("runs", measured);
    figures.print(spec.commandLine().getOut());
    return Failures.OK;
  }

  private static Map<String, Object> start(Path store) throws IOException, InterruptedException {
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Cli.class.getName()));
    command.addAll(List.of("serve", "--store", store.toString(), "--port", "" + port));
    FirstMap map = new FirstMap(URI.create("http://localhost:" + port));
    long started = System.nanoTime();
    Process server =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      while (!map.answers()) {
        if (server.waitFor(20, TimeUnit.MILLISECONDS)) {
          throw new IOException("the server ended with code " + server.exitValue());
        }
        if (System.nanoTime() - started > PATIENCE.toNanos()) {
          throw new IOException("the server does not answer after " + PATIENCE);
        }
      }
      Map<String, Object> figures = map.load(started);
      server
          .info()
          .totalCpuDuration()
          .ifPresent(used -> figures.put("serverCpuMillis", used.toMillis()));
      return figures;
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
