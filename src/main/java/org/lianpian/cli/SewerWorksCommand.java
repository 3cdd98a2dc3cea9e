package org.lianpian.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Reach;
import org.lianpian.sewer.SeparationWorks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sums up the pipes newly laid for separation, year by year (SM-04). */
@Command(name = "works")
final class SewerWorksCommand implements Callable<Integer> {
  @Mixin private final SewerSource source = new SewerSource();

  @Mixin private final SewerOutput output = new SewerOutput();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--year", paramLabel = "YEAR")
  private @Nullable Integer year;

  @Override
  public Integer call() {
    List<Reach> reaches = source.load(spec).input().reaches();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put(
        "years",
        SeparationWorks.byYear(reaches).stream().map(SeparationWorks.Year::toTree).toList());
    Integer asked = year;
    if (asked != null) {
      tree.put(
          "pipes",
          SeparationWorks.laidIn(reaches, asked).stream().map(SeparationWorks::toTree).toList());
    }
    output.json(tree, spec);
    return Failures.OK;
  }
}
