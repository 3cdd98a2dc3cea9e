package org.lianpian.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A worked case (算例) that an official can check: given these facts, the rules say this.
 *
 * @param file where it stands
 * @param profile the profile it is about
 * @param evaluator the name of the rule, a key of {@link PolicyVerifier}
 * @param requirement ids, separated by {@code ", "}
 * @param given facts by their Chinese names
 * @param expected results by their Chinese names; results not named are not compared
 */
public record SpecCase(
    String file,
    String profile,
    String title,
    String requirement,
    String evaluator,
    LocalDate on,
    String why,
    Map<String, @Nullable Object> given,
    Map<String, @Nullable Object> expected) {

  static List<SpecCase> read(String file, JsonNode tree) {
    List<SpecCase> cases = new ArrayList<>();
    for (JsonNode node : tree.path("cases")) {
      cases.add(
          new SpecCase(
              file,
              tree.path("profile").asText(),
              node.path("title").asText(),
              node.path("requirement").asText(),
              node.path("evaluate").asText(),
              day(file, node.path("title").asText(), node.path("on").asText()),
              node.path("why").asText(),
              map(node.path("given")),
              map(node.path("expect"))));
    }
    return cases;
  }

  private static LocalDate day(String file, String title, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new PolicyFormatException(
          List.of(
              new PolicyIssue(
                  "policy.bad-date",
                  file,
                  "/cases/" + title,
                  "“" + text + "”不是日期,请写成 2021-06-17 的样子",
                  text + " is no date")));
    }
  }

  private static Map<String, @Nullable Object> map(JsonNode node) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> map.put(entry.getKey(), PolicyFiles.value(entry.getValue())));
    return map;
  }
}
