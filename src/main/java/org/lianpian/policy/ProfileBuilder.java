package org.lianpian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes one profile from its checked file, its tables and the profile it inherits.
 *
 * <p>A value of the child holds from its first day on; before that day the parent's values do.
 */
final class ProfileBuilder {
  private final String file;
  private final JsonNode tree;
  private final Function<String, @Nullable JsonNode> files;
  private final Function<JsonNode, List<PolicyIssue>> check;
  private final @Nullable PolicyProfile parent;
  private final List<PolicyIssue> issues = new ArrayList<>();
  private final Map<String, PolicyDocument> documents = new LinkedHashMap<>();

  /**
   * @param files finds the tree of a file by its path
   * @param check tells what is wrong with the whole tree, its tables in place
   */
  ProfileBuilder(
      String file,
      JsonNode tree,
      Function<String, @Nullable JsonNode> files,
      Function<JsonNode, List<PolicyIssue>> check,
      @Nullable PolicyProfile parent) {
    this.file = file;
    this.tree = tree;
    this.files = files;
    this.check = check;
    this.parent = parent;
  }

  PolicyProfile build() {
    readDocuments();
    JsonNode whole = withTables();
    if (issues.isEmpty()) {
      issues.addAll(check.apply(whole));
    }
    Map<String, Parameter> parameters = new TreeMap<>();
    if (parent != null) {
      parent.parameters().forEach(parameter -> parameters.put(parameter.key(), parameter));
    }
    whole
        .path("parameters")
        .properties()
        .forEach(
            entry ->
                parameters.put(
                    entry.getKey(),
                    parameter(entry.getKey(), entry.getValue(), parameters.get(entry.getKey()))));
    LocalDate validFrom = date(tree.path("validFrom").asText(), "/validFrom");
    LocalDate validTo =
        tree.hasNonNull("validTo") ? date(tree.path("validTo").asText(), "/validTo") : null;
    if (!issues.isEmpty()) {
      throw new PolicyFormatException(issues);
    }
    List<String> adcodes = new ArrayList<>();
    tree.path("adcodes").forEach(code -> adcodes.add(code.asText()));
    ProfileHeader header =
        new ProfileHeader(
            tree.path("id").asText(),
            tree.path("version").asText() + "-" + hash(whole),
            tree.path("title").path("zh").asText(),
            tree.path("title").path("en").asText(),
            adcodes,
            validFrom,
            validTo,
            parent == null ? null : parent.id(),
            tree.path("automatic").asBoolean(true),
            List.copyOf(documents.values()));
    return new PolicyProfile(header, parameters.values());
  }

  private void readDocuments() {
    for (JsonNode node : tree.path("documents")) {
      PolicyDocument document =
          new PolicyDocument(
              node.path("id").asText(),
              node.path("number").asText(),
              node.path("title").asText(),
              node.path("issuer").asText(),
              date(node.path("date").asText(), "/documents"));
      if (documents.put(document.id(), document) != null) {
        issues.add(
            issue(
                "policy.duplicate-document",
                "/documents",
                "文件代号“" + document.id() + "”重复,请改名",
                "document id " + document.id() + " occurs twice"));
      }
    }
    if (parent != null) {
      parent.documents().forEach(document -> documents.putIfAbsent(document.id(), document));
    }
  }

  /** Puts the rows of a table file in the place of {@code {table: file}}. */
  private JsonNode withTables() {
    JsonNode whole = tree.deepCopy();
    whole
        .path("parameters")
        .properties()
        .forEach(
            parameter -> {
              if (!(parameter.getValue().path("values") instanceof ObjectNode values)) {
                return;
              }
              for (Map.Entry<String, JsonNode> value : List.copyOf(values.properties())) {
                if (value.getValue().has("table")) {
                  String path = "/parameters/" + parameter.getKey();
                  values.set(value.getKey(), rows(value.getValue().path("table").asText(), path));
                }
              }
            });
    return whole;
  }

  private JsonNode rows(String name, String path) {
    String table = file.substring(0, file.lastIndexOf('/') + 1) + name;
    JsonNode found = files.apply(table);
    if (found == null || !found.has("rows")) {
      issues.add(
          issue(
              "policy.missing-table",
              path,
              "找不到表格文件“" + table + "”,请补上或改正文件名",
              "there is no table file " + table));
      return tree.path("none");
    }
    return found.path("rows");
  }

  private Parameter parameter(String key, JsonNode node, @Nullable Parameter inherited) {
    String path = "/parameters/" + key;
    String description = node.path("description").asText();
    String unit = node.path("unit").asText();
    if (description.isEmpty() && inherited == null) {
      issues.add(
          issue(
              "policy.missing-key",
              path,
              "缺少 description:请用中文写明这个参数是什么",
              "lacks a description, and inherits none"));
    }
    Citation citation = citation(key, node.path("reference"), path + "/reference");
    NavigableMap<LocalDate, ParameterValue> values = new TreeMap<>();
    node.path("values")
        .properties()
        .forEach(
            entry ->
                values.put(
                    date(entry.getKey(), path + "/values"),
                    new ParameterValue(PolicyFiles.value(entry.getValue()), citation)));
    if (inherited != null && !values.isEmpty()) {
      inherited.values().headMap(values.firstKey(), false).forEach(values::putIfAbsent);
    }
    return new Parameter(
        key,
        description.isEmpty() && inherited != null ? inherited.description() : description,
        unit.isEmpty() && inherited != null ? inherited.unit() : unit,
        values);
  }

  private Citation citation(String key, JsonNode reference, String path) {
    String requirement =
        reference.hasNonNull("requirement") ? reference.path("requirement").asText() : null;
    if (reference.has("decision")) {
      return new Citation(
          key,
          null,
          reference.path("decision").asText(),
          requirement,
          reference.path("reason").asText());
    }
    PolicyDocument document = documents.get(reference.path("document").asText());
    if (document == null) {
      issues.add(
          issue(
              "policy.unknown-document",
              path,
              "引用的文件代号“"
                  + reference.path("document").asText()
                  + "”不在 documents 中;可用的有 "
                  + String.join("、", documents.keySet()),
              "names a document that the profile does not list"));
    }
    return new Citation(
        key,
        document == null ? null : document.number(),
        reference.path("clause").asText(),
        requirement,
        reference.path("quote").asText());
  }

  private LocalDate date(String text, String path) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      issues.add(
          issue(
              "policy.bad-date",
              path,
              "“" + text + "”不是日期,请写成 2021-06-17 的样子",
              text + " is no date like 2021-06-17"));
      return LocalDate.EPOCH;
    }
  }

  private PolicyIssue issue(String code, String path, String zh, String en) {
    return new PolicyIssue(code, file, path, zh, en);
  }

  /** Hashes the content with its tables and the parent's version: eight hex digits of SHA-256. */
  private String hash(JsonNode whole) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(PolicyFiles.canonical(whole).getBytes(StandardCharsets.UTF_8));
      if (parent != null) {
        digest.update(parent.version().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
