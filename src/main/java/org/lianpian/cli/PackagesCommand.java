package org.lianpian.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.Verdict;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.region.Barriers;
import org.lianpian.region.Exclusion;
import org.lianpian.region.PackagePlan;
import org.lianpian.region.PackageReplanner;
import org.lianpian.region.PackageVerdicts;
import org.lianpian.region.PackagingInput;
import org.lianpian.region.PackagingLocks;
import org.lianpian.region.PackagingParameters;
import org.lianpian.region.PackagingUnit;
import org.lianpian.region.Replanned;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proposes packages of neighbouring communities of a file, or solves a packaging benchmark. */
@Command(name = "packages")
final class PackagesCommand extends FileAnalysis implements Callable<Integer> {
  @Option(names = "--barriers", paramLabel = "FILE", arity = "1..*")
  private final List<Path> barriers = new ArrayList<>();

  @Option(names = "--zones", paramLabel = "FILE")
  private @Nullable Path zones;

  @Option(names = "--max-gap", paramLabel = "METRES")
  private @Nullable Double maxGap;

  @Option(names = "--min", paramLabel = "HOUSEHOLDS")
  private @Nullable Integer min;

  @Option(names = "--max", paramLabel = "HOUSEHOLDS")
  private @Nullable Integer max;

  @Mixin private final PackagingOptions options = new PackagingOptions();

  @ArgGroup(exclusive = false, multiplicity = "0..1", headingKey = "lianpian.packages.instances")
  private @Nullable InstancePackages instance;

  @Override
  public Integer call() throws IOException {
    InstancePackages benchmark = instance;
    return benchmark == null
        ? communities()
        : benchmark.run(min, max, out, spec.commandLine().getOut());
  }

  private int communities() {
    Components components = components();
    PolicyProfile profile = profile(components);
    LocalDate on = components.assessmentDate();
    PackagingParameters parameters = parameters(profile, on);
    FileInputs inputs = inputs(components);
    List<Community> communities = inputs.read(units(), Community.TYPE);
    List<Watercourse> waters = inputs.readAll(barriers, Watercourse.TYPE);
    List<Road> roads = inputs.readAll(barriers, Road.TYPE);
    List<Railway> railways = inputs.readAll(barriers, Railway.TYPE);
    List<ExclusionZone> excluded = inputs.read(zones, ExclusionZone.TYPE);
    inputs.requireNoErrors();
    List<PackagingUnit> members = new ArrayList<>();
    Map<String, Exclusion> exclusions = new HashMap<>();
    for (Community community : communities) {
      Exclusion.find(community, null, excluded)
          .ifPresent(exclusion -> exclusions.put(community.id(), exclusion));
      members.add(PackagingUnit.of(community, exclusions.get(community.id())));
    }
    try (ConsoleProgress progress = new ConsoleProgress()) {
      PackagePlan free =
          components
              .engines()
              .regionalizer()
              .plan(
                  new PackagingInput(members, Barriers.from(waters, roads, railways, parameters)),
                  parameters,
                  progress);
      PackagePlan plan = locked(free);
      List<Verdict> verdicts =
          communities.stream()
              .map(community -> PackageVerdicts.of(community.id(), plan, profile, on))
              .toList();
      return finish(inputs.metric(), communities, verdicts);
    }
  }

  private PackagingParameters parameters(PolicyProfile profile, LocalDate on) {
    PackagingParameters parameters = PackagingParameters.from(profile, on);
    Double gap = maxGap;
    if (gap != null) {
      parameters = parameters.withMaxGapMetres(gap);
    }
    if (min != null || max != null) {
      Integer most = max;
      parameters =
          parameters.withHouseholds(
              min == null ? parameters.minHouseholds() : min,
              most == null ? parameters.maxHouseholds() : most);
    }
    return options.apply(parameters);
  }

  /** Makes the plan keep the locks, if there are any, and says what they changed. */
  private PackagePlan locked(PackagePlan free) {
    PackagingLocks locks = options.locks();
    if (locks.isEmpty()) {
      return free;
    }
    Replanned made = new PackageReplanner().replan(free, locks);
    spec.commandLine()
        .getOut()
        .printf(
            Cli.Language.say(
                "锁定后重新求解 %d 个小区,其中 %d 个换了片区%n",
                "Locks: %d communities solved again, %d changed their package%n"),
            made.solvedAgain().size(),
            made.moved().size());
    return made.plan();
  }
}
