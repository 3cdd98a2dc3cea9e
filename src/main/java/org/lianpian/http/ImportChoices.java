package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.lianpian.ingest.Choices;
import org.lianpian.ingest.ImportOptions;
import org.lianpian.ingest.LayerOptions;
import org.lianpian.ingest.source.ChoiceException;

/**
 * What a person chose for the files of an upload, as the page sends it.
 *
 * <pre>{@code
 * {"files": {"台账.csv": {"skip": false, "encoding": "GB18030", "layers": {"台账": {
 *   "role": "community", "columns": {"户数": "households"}, "crs": "EPSG:4548",
 *   "datum": "GCJ02", "accept": ["number.approximate"],
 *   "estates": {"7": "osm-w123", "9": ""}}}}}, "onlyPassing": false}
 * }</pre>
 *
 * <p>Everything may be absent and is then recognised. What is not known is refused, never left out.
 */
final class ImportChoices {
  private static final Set<String> BODY = Set.of("files", "onlyPassing");
  private static final Set<String> FILE = Set.of("skip", "encoding", "layers");
  private static final Set<String> LAYER =
      Set.of("role", "columns", "crs", "datum", "accept", "estates");

  /** Nothing chosen: all is recognised. */
  static final ImportChoices NONE = new ImportChoices(false);

  private final Map<String, ImportOptions> options = new HashMap<>();
  private final Set<String> skipped = new HashSet<>();
  private final boolean onlyPassing;

  private ImportChoices(boolean onlyPassing) {
    this.onlyPassing = onlyPassing;
  }

  /**
   * Reads choices.
   *
   * @param files the names of the upload's files
   */
  static ImportChoices read(JsonNode body, Set<String> files) {
    refuseOthers(body, BODY, "");
    ImportChoices choices = new ImportChoices(flag(body, "onlyPassing"));
    Map<String, JsonNode> byFile = members(body, "files");
    byFile.forEach(
        (file, node) -> {
          if (!files.contains(file)) {
            throw unfit(
                Map.of("file", file, "control", "file"),
                "上传的文件里没有“" + file + "”",
                "The upload has no file '" + file + "'");
          }
          refuseOthers(node, FILE, file);
          if (flag(node, "skip")) {
            choices.skipped.add(file);
          }
          choices.options.put(file, fitting(file, () -> options(node)));
        });
    return choices;
  }

  /** Runs what uses the choices of a file; one that does not fit is a problem with its place. */
  static <R> R fitting(String file, Supplier<R> work) {
    try {
      return work.get();
    } catch (ChoiceException e) {
      throw unfit(
          Map.of(
              "file",
              file,
              "layer",
              e.layer(),
              "control",
              e.control().name().toLowerCase(Locale.ROOT),
              "choice",
              e.choice()),
          e.zh(),
          e.en());
    }
  }

  private static ProblemException unfit(Map<String, String> place, String zh, String en) {
    return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "choice-unfit", zh, en).at(place);
  }

  boolean leavesOut(String file) {
    return skipped.contains(file);
  }

  boolean onlyPassing() {
    return onlyPassing;
  }

  ImportOptions of(String file) {
    return options.getOrDefault(file, ImportOptions.DEFAULTS).withOnlyPassing(onlyPassing);
  }

  private static ImportOptions options(JsonNode node) {
    ImportOptions options = ImportOptions.DEFAULTS;
    if (node.hasNonNull("encoding")) {
      options = options.withEncoding(Choices.encoding(text(node, "encoding")));
    }
    for (Map.Entry<String, JsonNode> layer : members(node, "layers").entrySet()) {
      options = options.withLayer(layer.getKey(), layer(layer.getKey(), layer.getValue()));
    }
    return options;
  }

  private static LayerOptions layer(String name, JsonNode node) {
    refuseOthers(node, LAYER, name);
    LayerOptions layer = LayerOptions.NONE;
    try {
      if (node.hasNonNull("role")) {
        layer = layer.withRole(text(node, "role"));
      }
      if (node.hasNonNull("crs")) {
        layer = layer.withCrs(Choices.crs(text(node, "crs")));
      }
      if (node.hasNonNull("datum")) {
        layer = layer.withDatum(Choices.datum(text(node, "datum")));
      }
    } catch (ChoiceException e) {
      throw e.in(name);
    }
    Map<String, String> columns = new HashMap<>();
    members(node, "columns")
        .keySet()
        .forEach(key -> columns.put(key, text(node.get("columns"), key)));
    List<String> accepted = new ArrayList<>();
    JsonNode codes = node.get("accept");
    if (codes != null) {
      accepted.addAll(Params.ids(node, "accept", 0, 100));
    }
    Map<Long, String> estates = new HashMap<>();
    members(node, "estates")
        .keySet()
        .forEach(row -> estates.put(rowNumber(row), text(node.get("estates"), row)));
    return layer.withColumns(columns).accepting(accepted).withEstates(estates);
  }

  private static long rowNumber(String row) {
    if (!row.matches("[1-9]\\d{0,9}")) {
      throw ProblemException.badRequest(
          "estates 的键须为行号,收到:" + row, "a key of estates is a row number, was " + row);
    }
    return Long.parseLong(row);
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (!value.isTextual()) {
      throw ProblemException.badRequest(
          field + " 须为文本,收到:" + value, field + " must be text, was " + value);
    }
    return value.asText();
  }

  private static boolean flag(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value != null && !value.isBoolean()) {
      throw ProblemException.badRequest(
          field + " 须为 true 或 false,收到:" + value, field + " must be true or false, was " + value);
    }
    return value != null && value.asBoolean();
  }

  private static Map<String, JsonNode> members(JsonNode node, String field) {
    JsonNode object = node.get(field);
    Map<String, JsonNode> members = new HashMap<>();
    if (object != null && !object.isObject()) {
      throw ProblemException.badRequest(
          field + " 须为对象,收到:" + object, field + " must be an object, was " + object);
    }
    if (object != null) {
      object.fields().forEachRemaining(entry -> members.put(entry.getKey(), entry.getValue()));
    }
    return members;
  }

  /** A misspelt field must not leave a choice out. */
  private static void refuseOthers(JsonNode node, Set<String> known, String where) {
    if (!node.isObject()) {
      throw ProblemException.badRequest(
          where + " 的选择须为对象,收到:" + node, "Choices of " + where + " must be an object, was " + node);
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw ProblemException.badRequest(
            "未知的选择:" + name + ",可用:" + known, "Unknown choice " + name + ", use " + known);
      }
    }
  }
}
