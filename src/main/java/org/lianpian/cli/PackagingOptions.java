package org.lianpian.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.region.PackagingGoal;
import org.lianpian.region.PackagingLocks;
import org.lianpian.region.PackagingParameters;
import org.lianpian.region.ShapeGoal;
import org.lianpian.region.SizeGoal;
import picocli.CommandLine.Option;

/** What a planner wants of packages beside the profile's rules: a goal and locks. */
final class PackagingOptions {
  @Option(names = "--goal", paramLabel = "NAME")
  private @Nullable SizeGoal goal;

  @Option(names = "--target-households", paramLabel = "HOUSEHOLDS")
  private @Nullable Integer targetHouseholds;

  @Option(names = "--prefer", paramLabel = "NAME")
  private @Nullable ShapeGoal prefer;

  @Option(names = "--together", paramLabel = "ID,ID")
  private final List<String> together = new ArrayList<>();

  @Option(names = "--apart", paramLabel = "ID,ID")
  private final List<String> apart = new ArrayList<>();

  @Option(names = "--keep", paramLabel = "ID,ID")
  private final List<String> keep = new ArrayList<>();

  @Option(names = "--anchor", paramLabel = "ID")
  private final List<String> anchors = new ArrayList<>();

  PackagingParameters apply(PackagingParameters parameters) {
    SizeGoal size = goal;
    ShapeGoal shape = prefer;
    PackagingGoal usual = parameters.goal();
    if (size == null && shape == null && targetHouseholds == null) {
      return parameters;
    }
    return parameters.withGoal(
        new PackagingGoal(
            size != null ? size : targetHouseholds != null ? SizeGoal.TARGET : usual.size(),
            targetHouseholds,
            shape == null ? usual.shape() : shape));
  }

  PackagingLocks locks() {
    List<PackagingLocks.Pair> pairs = new ArrayList<>();
    for (String pair : apart) {
      String[] ids = pair.split(",", -1);
      if (ids.length != 2) {
        throw new IllegalArgumentException(
            Cli.Language.say("--apart 须为两个编号:", "--apart takes two ids, was ") + pair);
      }
      pairs.add(new PackagingLocks.Pair(ids[0].strip(), ids[1].strip()));
    }
    return new PackagingLocks(sets(together), pairs, sets(keep), new HashSet<>(anchors));
  }

  private static List<Set<String>> sets(List<String> lists) {
    List<Set<String>> sets = new ArrayList<>();
    for (String list : lists) {
      Set<String> ids = new HashSet<>();
      for (String id : list.split(",", -1)) {
        ids.add(id.strip());
      }
      sets.add(ids);
    }
    return sets;
  }
}
