package org.lianpian.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Decides eligibility of the communities of a file. */
@Command(name = "eligibility")
final class EligibilityCommand extends FileAnalysis implements Callable<Integer> {
  @Option(names = "--buildings", paramLabel = "FILE")
  private @Nullable Path buildings;

  @Option(names = "--zones", paramLabel = "FILE")
  private @Nullable Path zones;

  @Override
  public Integer call() {
    Components components = components();
    FileInputs inputs = inputs(components);
    List<Community> communities = inputs.read(units(), Community.TYPE);
    var input =
        input(
            communities,
            inputs.read(buildings, Building.TYPE),
            inputs.read(zones, ExclusionZone.TYPE));
    inputs.requireNoErrors();
    var verdicts = components.assessor(profile(components)).eligibility(input, Progress.NONE);
    return finish(inputs.metric(), communities, List.copyOf(verdicts.values()));
  }
}
