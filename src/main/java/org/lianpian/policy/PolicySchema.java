package org.lianpian.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a policy file against {@code data/policy/profile.schema.json} and says in plain words what
 * is wrong.
 *
 * <p>Thread-safe after construction.
 */
final class PolicySchema {

  /** What a policy file holds, told by the one key that only this kind has. */
  enum Kind {
    PROFILE("parameters"),
    TABLE("rows"),
    SPEC("cases"),
    CALENDAR("years");

    final String mark;

    Kind(String mark) {
      this.mark = mark;
    }
  }

  private final Map<Kind, JsonSchema> schemas = new EnumMap<>(Kind.class);
  private final Set<String> keys = new TreeSet<>();

  PolicySchema() {
    ObjectNode root = read();
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).failFast(false).build();
    for (Kind kind : Kind.values()) {
      ObjectNode schema = root.deepCopy();
      schema.remove("$id");
      schema.put("$ref", "#/$defs/" + kind.name().toLowerCase(Locale.ROOT));
      schemas.put(kind, factory.getSchema(schema, config));
    }
    root.at("/$defs/values/properties").fieldNames().forEachRemaining(keys::add);
  }

  /** Returns every parameter key that a profile may have. */
  Set<String> keys() {
    return Set.copyOf(keys);
  }

  Kind kindOf(String file, JsonNode tree) {
    for (Kind kind : Kind.values()) {
      if (tree.has(kind.mark)) {
        return kind;
      }
    }
    throw new PolicyFormatException(
        List.of(
            new PolicyIssue(
                "policy.unknown-file",
                file,
                "",
                "看不出这是什么文件:方案须有 parameters,表格须有 rows,算例须有 cases,日历须有 years",
                "needs one of parameters, rows, cases, years")));
  }

  /** Returns what is wrong with a file, in a fixed order; empty when nothing is. */
  List<PolicyIssue> check(String file, JsonNode tree) {
    JsonSchema schema = schemas.get(kindOf(file, tree));
    if (schema == null) {
      throw new IllegalStateException("every kind has a schema");
    }
    List<PolicyIssue> issues = new ArrayList<>();
    for (ValidationMessage message : schema.validate(tree)) {
      issues.add(issue(file, message));
    }
    issues.sort(Comparator.comparing(PolicyIssue::path).thenComparing(PolicyIssue::zh));
    return issues;
  }

  private PolicyIssue issue(String file, ValidationMessage message) {
    String path = message.getInstanceLocation().toString().replaceFirst("^\\$", "");
    String english = message.getMessage();
    String property = message.getProperty() == null ? "" : message.getProperty();
    return switch (message.getType()) {
      case "additionalProperties", "unevaluatedProperties" -> {
        Set<String> known = path.equals("/parameters") ? keys : fieldNames();
        String hint = nearest(property, known);
        yield new PolicyIssue(
            "policy.unknown-key",
            file,
            path + "/" + property,
            "未知的键“" + property + "”" + (hint.isEmpty() ? "" : ",是不是想写“" + hint + "”?"),
            "unknown key " + property + (hint.isEmpty() ? "" : ", did you mean " + hint + "?"));
      }
      case "required" ->
          new PolicyIssue(
              "policy.missing-key", file, path, "缺少必填的键“" + property + "”", "lacks " + property);
      default -> new PolicyIssue("policy.bad-value", file, path, "值不合规定:" + english, english);
    };
  }

  private static Set<String> fieldNames() {
    return Set.of(
        "id",
        "version",
        "title",
        "adcodes",
        "validFrom",
        "validTo",
        "inherits",
        "automatic",
        "documents",
        "parameters",
        "description",
        "unit",
        "values",
        "reference",
        "document",
        "clause",
        "requirement",
        "quote",
        "decision",
        "reason");
  }

  /** Returns the known key most like the given one, or an empty text when none is close. */
  private static String nearest(String key, Collection<String> known) {
    return Spelling.nearest(key, known, Math.max(1, key.length() / 4), 1).stream()
        .findFirst()
        .orElse("");
  }

  private static ObjectNode read() {
    try {
      return (ObjectNode)
          JsonMapper.builder().build().readTree(PolicyFiles.resource("profile.schema.json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("profile.schema.json in the jar is no JSON", e);
    }
  }
}
