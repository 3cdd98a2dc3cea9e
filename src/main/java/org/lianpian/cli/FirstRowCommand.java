package org.lianpian.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lianpian.app.Components;
import org.lianpian.frontage.FrontageInput;
import org.lianpian.frontage.FrontageMode;
import org.lianpian.frontage.FrontageParameters;
import org.lianpian.frontage.FrontageVerdicts;
import org.lianpian.geo.Crs;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PolicyProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * Finds who stands in the first row along rivers: the communities of a dataset, or the units of a
 * file along the rivers of another.
 *
 * <p>In parcel mode units and blockers are parcels, in building mode both are buildings; without a
 * mode the units are communities, the blockers their buildings and others, and the rule chooses.
 */
@Command(name = "first-row")
final class FirstRowCommand extends FileAnalysis implements Callable<Integer> {
  /** Sets the ids of blockers apart from those of units in another file. */
  private static final String BLOCKER = "blocker/";

  @Option(names = "--water", paramLabel = "FILE")
  private @Nullable Path water;

  @Option(names = "--blockers", paramLabel = "FILE")
  private @Nullable Path blockers;

  @Option(names = "--distance", paramLabel = "METRES")
  private @Nullable Double distance;

  @Option(names = "--mode", paramLabel = "parcel|building")
  private @Nullable FrontageMode mode;

  @Override
  public Integer call() {
    Components components = components();
    return hasUnits() ? onFiles(components) : onDataset(components);
  }

  private int onDataset(Components components) {
    if (water != null || blockers != null || mode != null) {
      throw new ParameterException(
          spec.commandLine(),
          Cli.Language.say(
              "--water、--blockers、--mode 用于文件,须同时给出 --units",
              "--water, --blockers and --mode are for files and need --units"));
    }
    try (FeatureStore store = components.openStore()) {
      List<Community> communities = store.list(Community.TYPE);
      FrontageInput input =
          new FrontageInput(communities, store.list(Building.TYPE), store.list(Watercourse.TYPE));
      PolicyProfile profile = components.profile(store.dataset().profile());
      return classify(components, profile, input, communities, store.dataset().crs());
    }
  }

  private int onFiles(Components components) {
    if (water == null) {
      throw new ParameterException(
          spec.commandLine(),
          Cli.Language.say("缺少选项 --water=FILE", "Missing required option: '--water=FILE'"));
    }
    FileInputs inputs = inputs(components);
    List<Community> units = inputs.read(units(), Community.TYPE);
    List<Community> communities = new ArrayList<>(units);
    List<Building> buildings = new ArrayList<>();
    if (mode == FrontageMode.PARCEL) {
      communities.addAll(blockers(Community.TYPE, inputs));
    } else {
      buildings.addAll(blockers(Building.TYPE, inputs));
    }
    List<Watercourse> watercourses = inputs.read(water, Watercourse.TYPE);
    inputs.requireNoErrors();
    if (mode == FrontageMode.BUILDING) {
      units.forEach(unit -> buildings.add(building(unit)));
      communities.replaceAll(unit -> unit.withPosition(null, PositionLevel.UNKNOWN, 0));
    }
    FrontageInput input = new FrontageInput(communities, buildings, watercourses);
    return classify(components, profile(components), input, units, inputs.metric());
  }

  private <T extends Feature> List<T> blockers(FeatureType<T> type, FileInputs inputs) {
    return inputs.read(blockers, type).stream()
        .map(
            one ->
                type.create(BLOCKER + one.id(), one.geometry(), one.provenance(), type.toRow(one)))
        .toList();
  }

  /** Returns the one building that a unit is in building mode. */
  private static Building building(Community unit) {
    return new Building(
        unit.id(),
        unit.geometry(),
        Provenance.of("units"),
        unit.id(),
        unit.name(),
        BuildingUse.RESIDENTIAL,
        OriginType.UNKNOWN,
        null,
        null,
        null,
        BalconyRiser.UNKNOWN);
  }

  private int classify(
      Components components,
      PolicyProfile profile,
      FrontageInput input,
      List<Community> units,
      Crs metric) {
    LocalDate on = components.assessmentDate();
    FrontageParameters parameters = FrontageParameters.from(profile, on);
    if (distance != null) {
      parameters = parameters.withDistanceMetres(distance);
    }
    if (mode == FrontageMode.PARCEL) {
      parameters = parameters.withParcelCoverage(0);
    }
    try (ConsoleProgress progress = new ConsoleProgress()) {
      List<Verdict> verdicts =
          components.engines().frontageClassifier().classify(input, parameters, progress).stream()
              // blockers are asked about only for what they hide
              .filter(result -> result.subject().kind() == Subject.Kind.COMMUNITY)
              .filter(result -> !result.subject().id().startsWith(BLOCKER))
              .map(result -> FrontageVerdicts.of(result, profile, on))
              .toList();
      return finish(metric, units, verdicts);
    }
  }
}
