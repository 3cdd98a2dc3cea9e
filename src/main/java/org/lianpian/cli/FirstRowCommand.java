package org.lianpian.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.frontage.FrontageInput;
import org.lianpian.frontage.FrontageParameters;
import org.lianpian.frontage.FrontageVerdicts;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PolicyProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds the communities of a file that stand in the first row along the rivers of another. */
@Command(name = "first-row")
final class FirstRowCommand extends FileAnalysis implements Callable<Integer> {
  @Option(names = "--water", required = true, paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  private Path water;

  @Option(names = "--blockers", paramLabel = "FILE")
  private @Nullable Path blockers;

  @Option(names = "--distance", paramLabel = "METRES")
  private @Nullable Double distance;

  @Override
  public Integer call() {
    Components components = components();
    PolicyProfile profile = profile(components);
    LocalDate on = components.assessmentDate();
    FrontageParameters parameters = FrontageParameters.from(profile, on);
    Double metres = distance;
    if (metres != null) {
      parameters = parameters.withDistanceMetres(metres);
    }
    FileInputs inputs = inputs(components);
    List<Community> communities = inputs.read(units(), Community.TYPE);
    FrontageInput input =
        new FrontageInput(
            communities,
            inputs.read(blockers, Building.TYPE),
            inputs.read(water, Watercourse.TYPE));
    inputs.requireNoErrors();
    try (ConsoleProgress progress = new ConsoleProgress()) {
      List<Verdict> verdicts =
          components.engines().frontageClassifier().classify(input, parameters, progress).stream()
              // blockers are asked about only for what they hide
              .filter(result -> result.subject().kind() == Subject.Kind.COMMUNITY)
              .map(result -> FrontageVerdicts.of(result, profile, on))
              .toList();
      return finish(inputs.metric(), communities, verdicts);
    }
  }
}
