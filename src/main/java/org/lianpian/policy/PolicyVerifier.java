package org.lianpian.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the profiles are sound and do what their worked cases say (政策核验).
 *
 * <p>The rules of this package are known; rules that live above it are plugged in by name. Results
 * depend only on the registry. Thread-safe if the plugged-in rules are.
 */
public final class PolicyVerifier {
  private final Map<String, SpecEvaluator> evaluators;

  /**
   * @param evaluators further rules by the name that cases use in {@code evaluate}, for example
   *     范围认定
   */
  public PolicyVerifier(Map<String, SpecEvaluator> evaluators) {
    this.evaluators = Map.copyOf(evaluators);
  }

  /** Lists every check with its result: format, citations, sums, worked cases. */
  public PolicyReport verify(PolicyRegistry registry) {
    List<PolicyCheck> checks = new ArrayList<>();
    // a registry exists only when every file was read and matched the schema
    checks.add(check("格式", "全部文件", "", registry.fileCount() + " 个文件符合 profile.schema.json", ""));
    for (PolicyProfile profile : registry.list()) {
      checks.add(references(profile));
      for (PolicySums.Sum sum : PolicySums.of(profile)) {
        checks.add(check("合计", profile.id(), "", sum.zh(), sum.wrong()));
      }
    }
    Map<String, SpecEvaluator> all = new TreeMap<>(SpecEvaluators.with(registry.calendar()));
    all.putAll(evaluators);
    registry.cases().forEach(spec -> checks.add(run(registry, spec, all)));
    return new PolicyReport(checks);
  }

  private static PolicyCheck references(PolicyProfile profile) {
    int cited = 0;
    int decided = 0;
    List<String> wrong = new ArrayList<>();
    for (Parameter parameter : profile.parameters()) {
      for (ParameterValue value : parameter.values().values()) {
        Citation citation = value.citation();
        if (citation.isDecision()) {
          decided++;
        } else {
          cited++;
        }
        if (citation.clause().isBlank() || citation.text().isBlank()) {
          wrong.add(parameter.key());
        }
      }
    }
    return check(
        "依据",
        profile.id(),
        "",
        "每个值都有依据:引自文件 " + cited + " 个,建议值 " + decided + " 个",
        String.join("、", wrong));
  }

  private static PolicyCheck run(
      PolicyRegistry registry, SpecCase spec, Map<String, SpecEvaluator> all) {
    SpecEvaluator evaluator = all.get(spec.evaluator());
    if (evaluator == null) {
      return new PolicyCheck(
          "算例",
          spec.file(),
          spec.requirement(),
          spec.title(),
          PolicyCheck.State.SKIPPED,
          "没有规则“" + spec.evaluator() + "”");
    }
    String wrong;
    try {
      SpecFacts given = new SpecFacts(spec.given());
      Map<String, @Nullable Object> actual =
          evaluator.evaluate(registry.get(spec.profile()), spec.on(), given);
      wrong = difference(spec.expected(), actual, given.unread());
    } catch (RuntimeException e) {
      // whatever a rule throws on a case is that case's failure, and the others still run
      wrong = "规则出错:" + e.getMessage();
    }
    return check("算例", spec.file(), spec.requirement(), spec.title(), wrong);
  }

  private static String difference(
      Map<String, @Nullable Object> expected,
      Map<String, @Nullable Object> actual,
      Set<String> unread) {
    List<String> wrong = new ArrayList<>();
    expected.forEach(
        (name, value) -> {
          if (!actual.containsKey(name)) {
            wrong.add("没有结果“" + name + "”,有的是 " + actual);
          } else if (!same(value, actual.get(name))) {
            wrong.add(name + " 应为 " + value + ",得到 " + actual.get(name));
          }
        });
    unread.stream().sorted().forEach(name -> wrong.add("规则没有用到已知事实“" + name + "”"));
    return String.join(";", wrong);
  }

  /** Compares numbers by value, lists without regard to order, and all else as text. */
  private static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected == null || actual == null) {
      return expected == actual;
    }
    if (expected instanceof List<?> left && actual instanceof List<?> right) {
      return sorted(left).equals(sorted(right));
    }
    if (expected instanceof Number left && actual instanceof Number right) {
      return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
    }
    return expected.toString().equals(actual.toString());
  }

  private static List<String> sorted(List<?> list) {
    return list.stream().map(Objects::toString).sorted().toList();
  }

  private static PolicyCheck check(
      String group, String subject, String requirement, String title, String wrong) {
    return new PolicyCheck(
        group,
        subject,
        requirement,
        title,
        wrong.isEmpty() ? PolicyCheck.State.PASSED : PolicyCheck.State.FAILED,
        wrong);
  }
}
