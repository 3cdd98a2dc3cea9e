package org.lianpian.cli;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lianpian.app.Components;
import org.lianpian.demo.DemoTown;
import org.lianpian.http.HttpApi;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Generates, analyses and serves a small town once and ends: a start script lets Java write down
 * the classes of such a run ({@code -XX:ArchiveClassesAtExit}), so that later starts find them
 * ready.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final int COMMUNITIES = 20;

  @Mixin private final Common common = new Common();

  @Override
  public Integer call() throws IOException {
    try (ScratchTown town = new ScratchTown(COMMUNITIES, 1)) {
      Map<String, String> settings = new HashMap<>(town.settings());
      settings.put("server.port", "0");
      Components components = common.components(settings);
      long started = System.nanoTime();
      try (FeatureStore store = components.createStore(DemoTown.dataset())) {
        town.generate(components, store);
        components.assessmentRun(store).run(components.change("warm-up"), Progress.NONE);
        try (HttpApi api = components.http(store)) {
          new FirstMap(URI.create("http://localhost:" + api.start())).load(started);
        }
      }
    }
    return Failures.OK;
  }
}
