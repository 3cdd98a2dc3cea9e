package org.lianpian.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.assessment.Locator;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Community;
import org.lianpian.model.Place;
import org.lianpian.model.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds positions for the communities of a file. */
@Command(name = "geocode")
final class GeocodeCommand extends FileAnalysis implements Callable<Integer> {
  @Option(names = "--gazetteer", required = true, paramLabel = "FILE")
  @SuppressWarnings("NullAway.Init")
  private Path gazetteer;

  @Option(names = "--admin", paramLabel = "FILE")
  private @Nullable Path admin;

  @Override
  public Integer call() {
    Components components = components();
    FileInputs inputs = inputs(components, gazetteer);
    List<Community> communities = inputs.read(units(), Community.TYPE);
    List<Place> places = inputs.read(gazetteer, Place.TYPE);
    List<AdminUnit> adminUnits = inputs.read(admin, AdminUnit.TYPE);
    inputs.requireNoErrors();
    Locator locator =
        new Locator(places, adminUnits, profile(components), components.assessmentDate());
    List<Locator.Located> located = communities.stream().map(locator::locate).toList();
    List<Verdict> verdicts = located.stream().map(Locator.Located::verdict).toList();
    return finish(
        inputs.metric(), located.stream().map(Locator.Located::community).toList(), verdicts);
  }
}
