package org.lianpian.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.lianpian.app.Components;
import org.lianpian.app.Config;
import org.lianpian.demo.DemoParameters;
import org.lianpian.demo.DemoTown;
import org.lianpian.http.HttpApi;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Progress;

/**
 * The demonstration town, analysed and served on a free port of this machine.
 *
 * <p>The town is generated and analysed once per test JVM; every server gets its own copy of the
 * file, so that tests may change it.
 */
@NullUnmarked
public final class ServedTown implements AutoCloseable {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-03T01:00:00Z"), CHINA);
  private static Path analysed;

  private final Path directory;
  private final FeatureStore store;
  private final HttpApi api;
  private final int port;

  private ServedTown(Path directory, FeatureStore store, HttpApi api, int port) {
    this.directory = directory;
    this.store = store;
    this.api = api;
    this.port = port;
  }

  /** Serves a fresh copy of the town. */
  public static ServedTown start(Map<String, String> settings) {
    try {
      Path directory = Files.createTempDirectory("lianpian-served");
      Path file = directory.resolve("town.gpkg");
      Files.copy(analysed(), file);
      Map<String, String> flags = new java.util.HashMap<>(settings);
      flags.put("store", file.toString());
      flags.put("server.port", "0");
      Components components = components(directory, flags);
      FeatureStore store = components.openStore();
      HttpApi api = components.http(store);
      return new ServedTown(directory, store, api, api.start());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  public FeatureStore store() {
    return store;
  }

  /** Returns the directory that also holds the generated ledgers and truths. */
  public static Path generated() throws IOException {
    return analysed().getParent();
  }

  private static synchronized Path analysed() throws IOException {
    if (analysed == null) {
      Path directory = Files.createTempDirectory("lianpian-town");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
      Path file = directory.resolve("town.gpkg");
      Components components = components(directory, Map.of("store", file.toString()));
      try (FeatureStore store = components.createStore(DemoTown.dataset())) {
        DemoTown.generate(
            new DemoParameters(200, 1), store, directory, components.change("demo"), Progress.NONE);
        components.assessmentRun(store).run(components.change("analysis"), Progress.NONE);
      }
      analysed = file;
    }
    return analysed;
  }

  private static Components components(Path directory, Map<String, String> flags) {
    return new Components(
        Config.read(directory.resolve("none.properties"), Map.of(), flags), CLOCK);
  }

  @Override
  public void close() {
    api.close();
    store.close();
    remove(directory);
  }

  private static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException("temporary files stay behind in " + directory, e);
    }
  }
}
