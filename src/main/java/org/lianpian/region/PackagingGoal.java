package org.lianpian.region;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of two plans is the better: the one that leaves over fewer communities, then by size, then
 * by shape.
 *
 * @param targetHouseholds for {@link SizeGoal#TARGET}, else null
 */
public record PackagingGoal(SizeGoal size, @Nullable Integer targetHouseholds, ShapeGoal shape) {

  /** Few large packages, of similar communities. */
  public static final PackagingGoal FEWEST_SIMILAR =
      new PackagingGoal(SizeGoal.FEWEST, null, ShapeGoal.SIMILAR);

  public PackagingGoal {
    boolean wanted = size == SizeGoal.TARGET;
    if (targetHouseholds == null ? wanted : !wanted || targetHouseholds < 1) {
      throw new IllegalArgumentException(
          "目标户数 targetHouseholds 须为正数,且只用于 TARGET / targetHouseholds must be >= 1 with size goal"
              + " TARGET and absent otherwise, was "
              + targetHouseholds
              + " with "
              + size);
    }
  }

  Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("size", size.name());
    tree.put("targetHouseholds", targetHouseholds);
    tree.put("shape", shape.name());
    return tree;
  }
}
