package org.lianpian.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lianpian.app.Components;
import org.lianpian.demo.DemoParameters;
import org.lianpian.demo.DemoTown;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Generates the demonstration town, analyses it and may serve its map. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  @Mixin private final Common common = new Common();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--communities", defaultValue = "200")
  private int communities;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--out", defaultValue = "demo")
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @Option(names = "--no-analysis")
  private boolean withoutAnalysis;

  @Option(names = "--serve")
  private boolean serve;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Path file = directory.resolve("demo.gpkg");
    Files.createDirectories(directory);
    Components components = common.components(Map.of("store", file.toString()));
    removeOldDemo(components, file);
    try (FeatureStore store = components.createStore(DemoTown.dataset());
        ConsoleProgress progress = new ConsoleProgress()) {
      DemoTown.generate(
          new DemoParameters(communities, seed),
          store,
          directory,
          components.change("示意数据 / demonstration data"),
          progress);
      out.println(
          Cli.Language.say(
              "示意城区已生成:" + store.count(Community.TYPE) + " 个小区,数据集 " + file,
              "Generated a town of "
                  + store.count(Community.TYPE)
                  + " communities (示意数据, not real) in "
                  + file));
      if (!withoutAnalysis) {
        AnalyseCommand.analyse(components, store, false, progress, out);
      }
    }
    return serve ? ServeCommand.serve(components, out) : Failures.OK;
  }

  /** Only a generated dataset may be replaced; anything else is somebody's work. */
  private static void removeOldDemo(Components components, Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (FeatureStore old = components.openStore()) {
      if (!old.dataset().synthetic()) {
        throw new IllegalArgumentException(
            Cli.Language.say(
                file + " 不是示意数据,不会覆盖;请换一个 --out 目录",
                file + " is no demonstration data and is not replaced; choose another --out"));
      }
    }
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
  }
}
