package org.lianpian.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Manhole;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.Verdict;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.SewerParameters;
import org.lianpian.sewer.SewerVerdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says of each community of a file whether its sewage reaches the plant. */
@Command(name = "sewer")
final class SewerCommand extends FileAnalysis implements Callable<Integer> {
  @Option(names = "--pipes", required = true, paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  private Path pipes;

  @Option(names = "--nodes", required = true, paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  private Path nodes;

  @Option(names = "--connections", required = true, paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  private Path connections;

  @Option(names = "--buildings", paramLabel = "FILE")
  private @Nullable Path buildings;

  @Override
  public Integer call() {
    Components components = components();
    PolicyProfile profile = profile(components);
    LocalDate on = components.assessmentDate();
    FileInputs inputs = inputs(components, nodes);
    List<Community> communities = inputs.read(units(), Community.TYPE);
    SewerInput input =
        new SewerInput(
            communities,
            inputs.read(buildings, Building.TYPE),
            inputs.read(nodes, Manhole.TYPE),
            inputs.read(pipes, Reach.TYPE),
            inputs.read(connections, ServiceConnection.TYPE),
            SewerParameters.from(profile, on));
    inputs.requireNoErrors();
    try (ConsoleProgress progress = new ConsoleProgress()) {
      List<Verdict> verdicts =
          components.engines().connectionAssessor().assess(input, progress).stream()
              .map(result -> SewerVerdicts.of(result, profile, on))
              .toList();
      return finish(inputs.metric(), communities, verdicts);
    }
  }
}
