package org.lianpian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.lianpian.app.Components;
import org.lianpian.demo.DemoParameters;
import org.lianpian.demo.DemoTown;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Progress;

/** A demonstration town in a directory of its own that goes when it is closed. */
final class ScratchTown implements AutoCloseable {
  private final Path directory;
  private final int communities;
  private final long seed;

  ScratchTown(int communities, long seed) throws IOException {
    this.directory = Files.createTempDirectory("lianpian-town");
    this.communities = communities;
    this.seed = seed;
  }

  /** Returns the settings under which a command finds the town. */
  Map<String, String> settings() {
    return Map.of("store", store().toString());
  }

  Path store() {
    return directory.resolve("town.gpkg");
  }

  /** Fills an empty store with the town. */
  void generate(Components components, FeatureStore store) {
    DemoTown.generate(
        new DemoParameters(communities, seed),
        store,
        directory,
        components.change("示意数据 / demonstration data"),
        Progress.NONE);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(directory);
  }
}
