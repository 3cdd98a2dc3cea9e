package org.lianpian.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.app.Config;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Common {

  @Option(names = "--config", paramLabel = "FILE", defaultValue = "lianpian.properties")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path configFile;

  @Option(names = "--store", paramLabel = "FILE|JDBC")
  private @Nullable String store;

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  private final Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--lang", paramLabel = "zh|en")
  private @Nullable String language; // read by Cli before the commands exist

  @Option(names = {"-v", "--verbose"})
  private boolean verbose; // read by Failures

  Components components() {
    return components(Map.of());
  }

  /** Returns the components; {@code more} are settings that the command's own options make. */
  Components components(Map<String, String> more) {
    Map<String, String> flags = new LinkedHashMap<>(settings);
    if (store != null) {
      flags.put("store", store);
    }
    flags.putAll(more);
    return new Components(
        Config.read(configFile, System.getenv(), flags), Clock.systemDefaultZone());
  }

  boolean isVerbose() {
    return verbose;
  }

  @Nullable String language() {
    return language;
  }
}
