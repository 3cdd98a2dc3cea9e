package org.lianpian.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.support.SharedData;

/** What the built-in profiles say, against the documents and the counts known from them. */
class PolicyContentTest {
  private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "FZ60", "policy/fuzhou-2021.md",
          "PY31", "policy/puyang-2020.md",
          "SM14", "policy/sanming-2024.md",
          "SY70", "policy/sanyuan-2022.md");

  private final PolicyRegistry registry = PolicyRegistry.builtIn();
  private final PolicyProfile fuzhou = registry.get("FUZHOU-2021");

  @Test
  @Tag("FZ-01")
  void everyQuotationStandsInItsDocument() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, String> document : DOCUMENTS.entrySet()) {
      texts.put(
          document.getKey(),
          Files.readString(SharedData.require(document.getValue())).replaceAll("\\s", ""));
    }
    List<String> wrong = new ArrayList<>();
    int[] quotations = {0};
    PolicyFiles.parse(PolicyFiles.builtIn())
        .forEach(
            (file, tree) -> {
              String document = tree.path("document").asText(tree.at("/documents/0/id").asText());
              walk(file, tree, document, texts, wrong, quotations);
            });
    assertThat(wrong).isEmpty();
    assertThat(quotations[0]).isGreaterThan(150);
  }

  private static void walk(
      String file,
      JsonNode node,
      String inherited,
      Map<String, String> texts,
      List<String> wrong,
      int[] quotations) {
    String document =
        texts.containsKey(node.path("document").asText())
            ? node.path("document").asText()
            : inherited;
    for (String key : List.of("quote", "content", "behaviour")) {
      if (node.path(key).isTextual()) {
        quotations[0]++;
        String quote = node.path(key).asText().replaceAll("\\s", "");
        if (!texts.getOrDefault(document, "").contains(quote)) {
          wrong.add(file + " " + document + ": " + node.path(key).asText());
        }
      }
    }
    node.forEach(child -> walk(file, child, document, texts, wrong, quotations));
  }

  @Test
  void theGenericProfileDescribesEveryParameterThereIs() {
    assertThat(registry.get("GENERIC").parameters())
        .extracting(Parameter::key)
        .containsExactlyInAnyOrderElementsOf(new PolicySchema().keys());
    assertThat(registry.get("GENERIC").parameters())
        .allSatisfy(
            parameter -> {
              assertThat(parameter.description()).isNotBlank();
              parameter
                  .values()
                  .values()
                  .forEach(value -> assertThat(value.citation().isDecision()).isTrue());
            });
  }

  @Test
  @Tag("FZ-33")
  void theCatalogueHasFourteenRequiredAndElevenOptionalItems() {
    List<Map<String, @Nullable Object>> items = fuzhou.table("catalogue.items", DAY);
    assertThat(items).hasSize(25);
    assertThat(items)
        .filteredOn(item -> Boolean.TRUE.equals(item.get("required")))
        .extracting(item -> item.get("tier") + "-" + item.get("seq"))
        .containsExactly(
            "BASE-1",
            "BASE-2",
            "BASE-3",
            "BASE-4",
            "BASE-5",
            "BASE-6",
            "BASE-7",
            "BASE-8",
            "BASE-9",
            "BASE-13",
            "ENHANCED-1",
            "ENHANCED-6",
            "DEMO-1",
            "DEMO-4");
    assertThat(items)
        .filteredOn(item -> Boolean.FALSE.equals(item.get("required")))
        .extracting(item -> item.get("tier") + "-" + item.get("seq"))
        .containsExactly(
            "BASE-10",
            "BASE-11",
            "BASE-12",
            "ENHANCED-2",
            "ENHANCED-3",
            "ENHANCED-4",
            "ENHANCED-5",
            "DEMO-2",
            "DEMO-3",
            "DEMO-5",
            "DEMO-6");
  }

  @Test
  @Tag("NL-01")
  void theNegativeListKeepsOrderNumbersAndClassesOfTheDocument() {
    List<Map<String, @Nullable Object>> rows = fuzhou.table("negative_list.items", DAY);
    Map<String, Integer> counts = new LinkedHashMap<>();
    rows.forEach(row -> counts.merge(String.valueOf(row.get("class")), 1, Integer::sum));
    assertThat(List.copyOf(counts.entrySet()))
        .containsExactly(
            Map.entry("改造范围", 2),
            Map.entry("改造方案", 6),
            Map.entry("资金使用", 4),
            Map.entry("工程管理", 5),
            Map.entry("机制建设", 3));
    assertThat(rows).extracting(row -> row.get("seq")).containsSequence(1, 2, 3, 4, 5);
    assertThat(rows).hasSize(20);
  }

  @Test
  @Tag("FZ-13")
  @Tag("SY-03")
  @Tag("SM-02")
  void theTargetsOfTheFourDocumentsAreCounted() {
    assertThat(targets("FUZHOU-2021"))
        .containsEntry("FZ-5Y", 1000)
        .containsEntry("FZ-2021", 458)
        .containsEntry("FZ-2021-COMPREHENSIVE", 198)
        .containsEntry("FZ-2021-RAIN-SEWAGE", 260);
    assertThat(targets("PUYANG-2020"))
        .containsEntry("PY-2019", 48)
        .containsEntry("PY-2020", 251)
        .containsEntry("PY-REST", 0);
    assertThat(targets("SANMING-2024"))
        .containsEntry("SM-BATCH1", 24300)
        .containsEntry("SM-BATCH2", 10100)
        .containsEntry("SM-PIPES", 111.5);
    assertThat(targets("SANYUAN-2022"))
        .containsEntry("SY-HOUSEHOLDS", 12197)
        .containsEntry("SY-AREA", 997000)
        .containsEntry("SY-INVESTMENT", 180000000);
  }

  private Map<String, @Nullable Object> targets(String profile) {
    Map<String, @Nullable Object> targets = new LinkedHashMap<>();
    registry
        .get(profile)
        .table("targets.items", DAY)
        .forEach(row -> targets.put(String.valueOf(row.get("id")), row.get("value")));
    return targets;
  }

  @Test
  @Tag("SM-20")
  @Tag("PY-29")
  @Tag("SM-11")
  void theListsThatMustBeCompleteHaveTheirFiveParts() {
    assertThat(registry.get("SANMING-2024").texts("plan.mandatory_design_contents", DAY))
        .hasSize(5);
    assertThat(registry.get("PUYANG-2020").texts("plan.chapters", DAY)).hasSize(5);
    assertThat(registry.get("SANMING-2024").table("look_back.problem_categories", DAY)).hasSize(5);
    assertThat(registry.get("PUYANG-2020").table("roles.departments", DAY)).hasSize(16);
    assertThat(fuzhou.texts("procedure.steps", DAY)).hasSize(10);
  }

  @Test
  @Tag("FZ-13")
  @Tag("FZ-33")
  void aProfileWhoseSumsDoNotHoldIsRefused() {
    assertRefused("350100/fuzhou-2021.targets.yml", "value: 260", "value: 261", "459");
    assertRefused("350100/fuzhou-2021.catalogue.yml", "required: true", "required: false", "应为 14");
    assertRefused("350100/fuzhou-2021.catalogue.yml", "CARRIER: 65", "CARRIER: 66", "BASE-8");
    assertRefused("350100/fuzhou-2021.negative-list.yml", "seq: 20", "seq: 21", "第20行");
    assertRefused("000000/generic.yml", "{2000-01-01: 0.4}", "{2000-01-01: 0.5}", "合计为 1.1");
  }

  @Test
  void aTableRowWithAMisspeltKeyOrWithoutItsFileIsRefused() {
    assertRefused("350100/fuzhou-2021.negative-list.yml", "behaviour:", "behavior:", "behavior");
    assertRefused(
        "350100/fuzhou-2021.yml", "fuzhou-2021.targets.yml", "fuzhou.targets.yml", "找不到表格文件");
  }

  @Test
  void aHolidayThatIsNoDayOfItsYearIsRefused() {
    assertRefused("calendar/cn.yml", "2024-05-11", "2024-05-13", "不是可以调休上班的周六、周日");
    assertRefused("calendar/cn.yml", "2024-06-10", "2023-06-10", "不在本年");
  }

  private static void assertRefused(String file, String right, String wrong, String words) {
    Map<String, String> files = new TreeMap<>(PolicyFiles.builtIn());
    String text = String.valueOf(files.get(file));
    assertThat(text).contains(right);
    files.put(file, text.replaceFirst(Pattern.quote(right), wrong));
    PolicyFormatException refused =
        catchThrowableOfType(PolicyFormatException.class, () -> PolicyRegistry.of(files));
    assertThat(refused).as(file + " with " + wrong).isNotNull().hasMessageContaining(words);
  }

  @Test
  void theVerifierReportsACaseThatDoesNotHoldAndOneItCannotRun() {
    Map<String, String> files = new TreeMap<>(PolicyFiles.builtIn());
    files.put(
        "000000/wrong.spec.yml",
        """
        profile: GENERIC
        cases:
          - title: 错的算例
            requirement: U-7
            evaluate: 参数
            on: 2024-06-01
            why: 应为30
            given: {参数: packaging.max_gap}
            expect: {值: 31}
          - title: 写错的已知事实
            requirement: U-7
            evaluate: 参数
            on: 2024-06-01
            why: 多了一个字
            given: {参数: packaging.max_gap, 参数数: 1}
            expect: {值: 30}
          - title: 没有的规则
            requirement: U-7
            evaluate: 占卜
            on: 2024-06-01
            why: 没有这个规则
            given: {}
            expect: {值: 30}
        """);
    PolicyReport report = new PolicyVerifier(Map.of()).verify(PolicyRegistry.of(files));
    assertThat(report.passed()).isFalse();
    assertThat(report.checks())
        .filteredOn(check -> check.subject().equals("000000/wrong.spec.yml"))
        .extracting(PolicyCheck::line)
        .containsExactly(
            "[不通过] 算例 000000/wrong.spec.yml 错的算例 (U-7) —— 值 应为 31,得到 30",
            "[不通过] 算例 000000/wrong.spec.yml 写错的已知事实 (U-7) —— 规则没有用到已知事实“参数数”",
            "[未执行] 算例 000000/wrong.spec.yml 没有的规则 (U-7) —— 没有规则“占卜”");
    assertThat(report.text()).contains("不通过 2,");
  }
}
