package org.lianpian.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sums that must hold within a profile, checked when it is read and shown by {@code
 * verify-policy}.
 */
final class PolicySums {

  /** One sum: what was checked and, unless it holds, what is wrong. */
  record Sum(String key, String zh, String wrong) {
    boolean holds() {
      return wrong.isEmpty();
    }
  }

  private final PolicyProfile profile;
  private final LocalDate on;
  private final List<Sum> sums = new ArrayList<>();

  private PolicySums(PolicyProfile profile, LocalDate on) {
    this.profile = profile;
    this.on = on;
  }

  /** Checks every sum on each day on which a value changes. */
  static List<Sum> of(PolicyProfile profile) {
    Set<LocalDate> days = new TreeSet<>();
    profile.parameters().forEach(parameter -> days.addAll(parameter.values().keySet()));
    Map<String, Sum> all = new LinkedHashMap<>();
    for (LocalDate day : days) {
      PolicySums sums = new PolicySums(profile, day);
      sums.check();
      sums.sums.forEach(
          sum -> {
            if (sum.holds()) {
              all.putIfAbsent(sum.zh(), sum);
            } else {
              all.put(sum.zh(), sum);
            }
          });
    }
    return List.copyOf(all.values());
  }

  static List<PolicyIssue> issues(PolicyProfile profile) {
    return of(profile).stream()
        .filter(sum -> !sum.holds())
        .map(
            sum ->
                new PolicyIssue(
                    "policy.sum-mismatch",
                    profile.id(),
                    "/parameters/" + sum.key(),
                    sum.zh() + ":" + sum.wrong(),
                    "the sum does not hold"))
        .toList();
  }

  private void check() {
    catalogue();
    negativeList();
    targets();
    weights();
    order();
  }

  private void catalogue() {
    if (profile.find("catalogue.items", on).isEmpty()) {
      return;
    }
    Set<String> keys = new HashSet<>();
    List<String> repeated = new ArrayList<>();
    List<String> unbalanced = new ArrayList<>();
    int required = 0;
    List<Map<String, @Nullable Object>> items = profile.table("catalogue.items", on);
    for (Map<String, @Nullable Object> item : items) {
      String key = item.get("tier") + "-" + item.get("seq");
      if (!keys.add(key)) {
        repeated.add(key);
      }
      required += Boolean.TRUE.equals(item.get("required")) ? 1 : 0;
      for (Map<String, @Nullable Object> component : Catalogue.components(item)) {
        Object shares = component.get("shares");
        if (shares != null
            && Catalogue.shares(shares).values().stream().mapToLong(Long::longValue).sum() != 100) {
          unbalanced.add(key + " " + component.get("part"));
        }
      }
    }
    expect("catalogue.items", "改造内容目录必选项数", "catalogue.required_count", required);
    expect("catalogue.items", "改造内容目录自选项数", "catalogue.optional_count", items.size() - required);
    add("catalogue.items", "改造内容目录(版别,序号)不重复", repeated);
    add("catalogue.items", "改造内容目录各分项出资比例合计100%", unbalanced);
  }

  private void expect(String table, String zh, String key, int counted) {
    if (profile.find(key, on).isPresent()) {
      int expected = profile.integer(key, on);
      sums.add(new Sum(table, zh, counted == expected ? "" : "清点为 " + counted + ",应为 " + expected));
    }
  }

  private void negativeList() {
    if (profile.find("negative_list.items", on).isEmpty()) {
      return;
    }
    Map<String, Integer> counted = new LinkedHashMap<>();
    List<String> outOfOrder = new ArrayList<>();
    int seq = 0;
    for (Map<String, @Nullable Object> row : profile.table("negative_list.items", on)) {
      seq++;
      counted.merge(String.valueOf(row.get("class")), 1, Integer::sum);
      if (!Integer.valueOf(seq).equals(row.get("seq"))) {
        outOfOrder.add("第" + seq + "行编号为 " + row.get("seq"));
      }
    }
    add("negative_list.items", "负面清单编号连续", outOfOrder);
    if (profile.find("negative_list.class_counts", on).isPresent()) {
      Map<String, Integer> expected = new LinkedHashMap<>();
      for (Map<String, @Nullable Object> row : profile.table("negative_list.class_counts", on)) {
        expected.put(
            String.valueOf(row.get("class")), row.get("rows") instanceof Integer rows ? rows : 0);
      }
      // the order of the classes counts too, hence lists
      boolean equal = List.copyOf(expected.entrySet()).equals(List.copyOf(counted.entrySet()));
      sums.add(
          new Sum(
              "negative_list.items",
              "负面清单各类项数",
              equal ? "" : "清点为 " + counted + ",应为 " + expected));
    }
  }

  private void targets() {
    if (profile.find("targets.items", on).isEmpty()) {
      return;
    }
    Map<String, BigDecimal> values = new HashMap<>();
    List<String> repeated = new ArrayList<>();
    List<Map<String, @Nullable Object>> rows = profile.table("targets.items", on);
    for (Map<String, @Nullable Object> row : rows) {
      String id = String.valueOf(row.get("id"));
      if (values.put(id, new BigDecimal(String.valueOf(row.get("value")))) != null) {
        repeated.add(id);
      }
    }
    add("targets.items", "目标编号不重复", repeated);
    for (Map<String, @Nullable Object> row : rows) {
      if (row.get("parts") instanceof List<?> parts) {
        String id = String.valueOf(row.get("id"));
        List<BigDecimal> found =
            parts.stream()
                .map(part -> values.get(String.valueOf(part)))
                .filter(Objects::nonNull)
                .toList();
        Finding sum = Checks.sum(values.get(id), found);
        String wrong =
            found.size() < parts.size() ? "有分项找不到:" + parts : String.join(";", sum.reasons());
        sums.add(new Sum("targets.items", "目标 " + id + " 等于各分项之和", wrong));
      }
    }
  }

  private void weights() {
    List<String> keys = profile.keys("packaging.weight_", on);
    if (keys.isEmpty()) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (String key : keys) {
      sum = sum.add(profile.decimal(key, on));
    }
    boolean one = sum.compareTo(BigDecimal.ONE) == 0;
    sums.add(new Sum("packaging.weight_adjacent", "相似度权重合计为1", one ? "" : "合计为 " + sum));
  }

  private void order() {
    inOrder("riverside.partial_share", "riverside.first_row_share", "部分首排的比例不高于首排");
    inOrder("sewer.exact_snap", "sewer.inferred_snap", "重合的距离不大于推定相连的距离");
    inOrder("packaging.min_households", "packaging.max_households", "片区户数下限不高于上限");
  }

  private void inOrder(String low, String high, String zh) {
    if (profile.find(low, on).isPresent() && profile.find(high, on).isPresent()) {
      boolean holds = profile.number(low, on) <= profile.number(high, on);
      sums.add(new Sum(low, zh, holds ? "" : low + " 大于 " + high));
    }
  }

  private void add(String key, String zh, List<String> wrong) {
    sums.add(new Sum(key, zh, String.join(";", wrong)));
  }
}
