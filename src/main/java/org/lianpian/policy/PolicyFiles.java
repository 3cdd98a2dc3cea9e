package org.lianpian.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the YAML files of a policy directory, from the jar or from disk, into trees by path.
 *
 * <p>In the jar {@code index.yml} names the files, since a jar's directories cannot be listed; on
 * disk every {@code .yml} file below the directory is read.
 */
final class PolicyFiles {
  static final String ROOT = "/policy/";
  private static final String INDEX = "index.yml";

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private PolicyFiles() {}

  /** Returns the texts of the files in the jar by their relative path. */
  static Map<String, String> builtIn() {
    Map<String, String> texts = new TreeMap<>();
    packed().forEach(file -> texts.put(file, resource(file)));
    return texts;
  }

  /** Returns the relative paths of the files in the jar. */
  static List<String> packed() {
    List<String> files = new ArrayList<>();
    packed(INDEX).path("files").forEach(file -> files.add(file.asText()));
    return files;
  }

  /** Returns the tree of a file in the jar. */
  static JsonNode packed(String file) {
    return parse(file, resource(file));
  }

  /** Returns the texts of the YAML files below a directory by their relative path. */
  static Map<String, String> in(Path directory) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.filter(PolicyFiles::isPolicyFile).sorted().toList()) {
        String name = directory.relativize(path).toString().replace('\\', '/');
        texts.put(name, Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the policy directory " + directory, e);
    }
    return texts;
  }

  private static boolean isPolicyFile(Path path) {
    return path.toString().endsWith(".yml") && !path.endsWith(INDEX);
  }

  /** Parses every file; a file that is no YAML, or repeats a key, is an issue. */
  static Map<String, JsonNode> parse(Map<String, String> texts) {
    Map<String, JsonNode> trees = new TreeMap<>();
    List<PolicyIssue> issues = new ArrayList<>();
    texts.forEach(
        (file, text) -> {
          try {
            trees.put(file, parse(file, text));
          } catch (PolicyFormatException e) {
            issues.addAll(e.issues());
          }
        });
    if (!issues.isEmpty()) {
      throw new PolicyFormatException(issues);
    }
    return trees;
  }

  private static JsonNode parse(String file, String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String why = e.getOriginalMessage();
      boolean duplicate = why.startsWith("Duplicate");
      throw new PolicyFormatException(
          List.of(
              new PolicyIssue(
                  duplicate ? "policy.duplicate-key" : "policy.not-yaml",
                  file,
                  "第" + line + "行",
                  duplicate ? "同一个键写了两次,请删去一处(" + why + ")" : "不是有效的 YAML,请检查缩进、冒号和引号(" + why + ")",
                  duplicate ? "a key is written twice, delete one" : "not valid YAML: " + why)));
    }
  }

  static String resource(String name) {
    try (InputStream stream = PolicyFiles.class.getResourceAsStream(ROOT + name)) {
      if (stream == null) {
        throw new IllegalStateException("The jar lacks " + ROOT + name + "; index.yml names it");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + ROOT + name + " from the jar", e);
    }
  }

  /** Returns the tree as text that does not depend on comments and layout. */
  static String canonical(JsonNode tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was read can be written", e);
    }
  }

  /** Converts to Boolean, Integer, Long, Double, String, List, Map or null. */
  static @Nullable Object value(JsonNode node) {
    return node.isNull() ? null : YAML.convertValue(node, Object.class);
  }
}
