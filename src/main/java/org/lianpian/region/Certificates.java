package org.lianpian.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.region.solver.Certificate;

/** Says in plain words how good a plan is, for planners who have to defend it. */
public final class Certificates {
  private static final double ROUNDING = 1e-9;

  private Certificates() {}

  /** Says how good the answer for one connected part is. */
  public static String zh(Certificate certificate, PackagingGoal goal) {
    String part = "所在相连部分共" + certificate.areas() + "个小区,未整合" + certificate.leftovers() + "个";
    return switch (certificate.proof()) {
      case OPTIMAL -> "已证明最优:" + part + ",不可能更好";
      case OBJECTIVE_OPTIMAL -> "已证明最优(未整合数和" + whatZh(goal) + "):" + part + ";相似和紧凑程度为搜索所得";
      case GAP ->
          "未证明最优:" + part + ";" + gapsZh(leftoverGap(certificate), objectiveGap(certificate), goal);
    };
  }

  /** Says the same in English. */
  public static String en(Certificate certificate, PackagingGoal goal) {
    String part =
        "the connected part has "
            + certificate.areas()
            + " communities, "
            + certificate.leftovers()
            + " left over";
    return switch (certificate.proof()) {
      case OPTIMAL -> "Proven optimal: " + part + "; nothing better is possible";
      case OBJECTIVE_OPTIMAL ->
          "Proven optimal (leftovers and "
              + whatEn(goal)
              + "): "
              + part
              + "; similarity and compactness as found by search";
      case GAP ->
          "Not proven: "
              + part
              + "; "
              + gapsEn(leftoverGap(certificate), objectiveGap(certificate), goal);
    };
  }

  public static Map<String, @Nullable Object> toTree(Certificate certificate, PackagingGoal goal) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("proof", certificate.proof().name());
    tree.put("component", certificate.component());
    tree.put("communities", certificate.areas());
    tree.put("leftovers", certificate.leftovers());
    tree.put("leastLeftovers", certificate.leastLeftovers());
    tree.put("objective", certificate.objective());
    tree.put("bound", certificate.bound());
    tree.put("zh", zh(certificate, goal));
    tree.put("en", en(certificate, goal));
    return tree;
  }

  /** Sums up all connected parts; null where the regionalizer proves nothing. */
  public static @Nullable Map<String, @Nullable Object> summary(PackagePlan plan) {
    List<Certificate> all = plan.certificates();
    if (all.isEmpty()) {
      return null;
    }
    List<Certificate> open = new ArrayList<>(all);
    open.removeIf(certificate -> certificate.proof() != Certificate.Proof.GAP);
    int leftovers = open.stream().mapToInt(Certificates::leftoverGap).sum();
    int objective = open.stream().mapToInt(Certificates::objectiveGap).sum();
    PackagingGoal goal = plan.parameters().goal();
    int proven = all.size() - open.size();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("components", all.size());
    tree.put("proven", proven);
    tree.put("leftoverGap", leftovers);
    tree.put("objectiveGap", objective);
    tree.put(
        "zh",
        all.size()
            + "个相连部分中"
            + proven
            + "个已证明最优"
            + (open.isEmpty() ? "" : ";其余合计" + gapsZh(leftovers, objective, goal)));
    tree.put(
        "en",
        proven
            + " of "
            + all.size()
            + " connected parts proven optimal"
            + (open.isEmpty()
                ? ""
                : "; the others together: " + gapsEn(leftovers, objective, goal)));
    return tree;
  }

  private static int leftoverGap(Certificate certificate) {
    return certificate.leftovers() - certificate.leastLeftovers();
  }

  /** Packages, or households of deviation, that may be missing to the bound. */
  private static int objectiveGap(Certificate certificate) {
    return (int) Math.floor(Math.abs(certificate.objective() - certificate.bound()) + ROUNDING);
  }

  private static String whatZh(PackagingGoal goal) {
    return goal.size() == SizeGoal.TARGET ? "与目标户数的偏差" : "片区数";
  }

  private static String whatEn(PackagingGoal goal) {
    return goal.size() == SizeGoal.TARGET ? "deviation from the target" : "number of packages";
  }

  private static String gapsZh(int leftovers, int objective, PackagingGoal goal) {
    List<String> gaps = new ArrayList<>();
    if (leftovers > 0) {
      gaps.add("未整合数距理论下限至多" + leftovers + "个");
    }
    if (objective > 0 || gaps.isEmpty()) {
      gaps.add(
          whatZh(goal)
              + (goal.size() == SizeGoal.MOST ? "距理论上限至多" : "距理论下限至多")
              + objective
              + (goal.size() == SizeGoal.TARGET ? "户" : "个"));
    }
    return String.join(",", gaps);
  }

  private static String gapsEn(int leftovers, int objective, PackagingGoal goal) {
    List<String> gaps = new ArrayList<>();
    if (leftovers > 0) {
      gaps.add("leftovers at most " + leftovers + " above the bound");
    }
    if (objective > 0 || gaps.isEmpty()) {
      gaps.add(
          whatEn(goal)
              + " at most "
              + objective
              + (goal.size() == SizeGoal.MOST ? " below the bound" : " above the bound"));
    }
    return String.join(", ", gaps);
  }
}
