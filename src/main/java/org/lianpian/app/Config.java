package org.lianpian.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operator's settings: defaults, then a file, then the environment, then flags; later wins.
 *
 * <p>A key that does not exist is refused wherever it stands, so that a typing error never goes
 * unnoticed. Immutable.
 */
public final class Config {
  private static final String VARIABLE_PREFIX = "LIANPIAN_";

  private final Map<ConfigKey, String> values;

  private Config(Map<ConfigKey, String> values) {
    this.values = values;
  }

  /**
   * Reads the settings.
   *
   * @param file a UTF-8 properties file; skipped when it does not exist
   * @param environment the process's environment
   * @param flags keys and values from the command line
   * @throws IllegalArgumentException when a key is unknown or the file cannot be read
   */
  public static Config read(Path file, Map<String, String> environment, Map<String, String> flags) {
    Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
    for (ConfigKey key : ConfigKey.values()) {
      values.put(key, key.defaultValue());
    }
    if (Files.exists(file)) {
      Properties properties = properties(file);
      for (String name : properties.stringPropertyNames()) {
        values.put(find(name, file.toString()), properties.getProperty(name).strip());
      }
    }
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(VARIABLE_PREFIX)) {
            values.put(findVariable(name), value);
          }
        });
    flags.forEach((name, value) -> values.put(find(name, "--set"), value));
    return new Config(values);
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new IllegalArgumentException("无法读取配置文件 / Cannot read settings from " + file, e);
    }
  }

  private static ConfigKey find(String name, String where) {
    return Stream.of(ConfigKey.values())
        .filter(key -> key.key().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, where));
  }

  private static ConfigKey findVariable(String name) {
    return Stream.of(ConfigKey.values())
        .filter(key -> key.variable().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name, "environment"));
  }

  private static IllegalArgumentException unknown(String name, String where) {
    String known =
        Stream.of(ConfigKey.values()).map(ConfigKey::key).collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "未知的配置项 / Unknown setting '" + name + "' (" + where + "); 可用 / known: " + known);
  }

  public String get(ConfigKey key) {
    return values.getOrDefault(key, key.defaultValue());
  }

  /** Returns a whole number within a range. */
  public int integer(ConfigKey key, int min, int max) {
    try {
      int value = Integer.parseInt(get(key));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // the one message below serves words and numbers out of range alike
    }
    throw new IllegalArgumentException(
        key.key() + " must be an integer in [" + min + ", " + max + "], was '" + get(key) + "'");
  }

  public boolean flag(ConfigKey key) {
    return switch (get(key)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              key.key() + " must be true or false, was '" + get(key) + "'");
    };
  }
}
