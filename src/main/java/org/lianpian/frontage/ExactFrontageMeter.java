package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.frontage.sight.EffortExceededException;
import org.lianpian.frontage.sight.ExposedRun;
import org.lianpian.frontage.sight.Exposure;
import org.lianpian.frontage.sight.Occluders;
import org.lianpian.frontage.sight.Outline;
import org.lianpian.frontage.sight.Quadrant;
import org.lianpian.frontage.sight.SightMeter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/** Measures in closed form, see {@link org.lianpian.frontage.sight}. Thread-safe. */
final class ExactFrontageMeter implements FrontageMeter {
  private final Map<FrontageMode, Scene> scenes = new EnumMap<>(FrontageMode.class);
  private final FrontageParameters parameters;
  private final FrontageJudge judge;

  /** What can stand in the way in one mode; an occluder has the number of its obstacle. */
  private static final class Scene {
    final List<Obstacle> obstacles;
    final Map<String, Integer> numbers = new HashMap<>();
    final ThreadLocal<SightMeter> meters;

    Scene(List<Obstacle> obstacles) {
      this.obstacles = obstacles;
      List<List<double[]>> areas = new ArrayList<>(obstacles.size());
      for (Obstacle obstacle : obstacles) {
        numbers.put(obstacle.id(), areas.size());
        areas.add(Outlines.paths(obstacle.area()));
      }
      Occluders occluders = Occluders.of(areas);
      // a meter keeps working memory, so each thread needs its own
      this.meters = ThreadLocal.withInitial(() -> new SightMeter(occluders));
    }

    int[] numbersOf(Set<String> own) {
      return own.stream()
          .map(numbers::get)
          .filter(Objects::nonNull)
          .mapToInt(Integer::intValue)
          .sorted()
          .toArray();
    }
  }

  private final boolean evidence;

  ExactFrontageMeter(
      Map<FrontageMode, List<Obstacle>> obstacles,
      FrontageParameters parameters,
      boolean evidence) {
    obstacles.forEach((mode, ofMode) -> scenes.put(mode, new Scene(ofMode)));
    this.parameters = parameters;
    this.judge = new FrontageJudge(parameters, evidence);
    this.evidence = evidence;
  }

  @Override
  public FrontageMeasurement measure(
      FrontageMode mode, Geometry unit, double sigmaMetres, NearBank near, Set<String> own) {
    Outline outline = near.outlineOf(unit);
    BankLine bank = near.bank();
    LineString nearest = near.wayFrom(unit, outline);
    Sighting sighting =
        judge.isWithin(nearest.getLength())
            ? look(mode, unit, outline, bank, own)
            : Sighting.none(unit);
    return judge.judge(mode, unit, sigmaMetres, bank, nearest, sighting);
  }

  private @Nullable Sighting look(
      FrontageMode mode, Geometry unit, Outline outline, BankLine bank, Set<String> own) {
    Scene scene = Objects.requireNonNull(scenes.get(mode));
    SightMeter meter = scene.meters.get();
    try {
      Exposure exposure =
          meter.measure(outline, bank.shore(), scene.numbersOf(own), parameters.distanceMetres());
      return sighting(exposure, scene, unit.getFactory());
    } catch (EffortExceededException e) {
      return null;
    }
  }

  private Sighting sighting(Exposure exposure, Scene scene, GeometryFactory factory) {
    LineString[] runs =
        evidence
            ? exposure.runs().stream()
                .map(run -> line(factory, run.path()))
                .toArray(LineString[]::new)
            : new LineString[0];
    return new Sighting(
        exposure.frontageMetres(),
        exposure.exposedMetres(),
        exposure.isInWater(),
        bySide(exposure.frontageByQuadrant()),
        bySide(exposure.exposedByQuadrant()),
        factory.createMultiLineString(runs),
        evidence ? shields(exposure, scene) : List.of(),
        evidence ? sight(exposure, factory) : null);
  }

  private static List<Shield> shields(Exposure exposure, Scene scene) {
    List<Shield> shields = new ArrayList<>();
    exposure
        .hiddenMetres()
        .forEach(
            (number, metres) -> {
              Obstacle obstacle = scene.obstacles.get(number);
              shields.add(new Shield(obstacle.id(), obstacle.label(), metres, obstacle.area()));
            });
    shields.sort(
        Comparator.comparingDouble(Shield::hiddenMetres).reversed().thenComparing(Shield::id));
    return shields;
  }

  private static Map<BankSide, Double> bySide(Map<Quadrant, Double> metres) {
    Map<BankSide, Double> bySide = new EnumMap<>(BankSide.class);
    metres.forEach((quadrant, value) -> bySide.put(BankSide.of(quadrant), value));
    return bySide;
  }

  private static @Nullable LineString sight(Exposure exposure, GeometryFactory factory) {
    ExposedRun longest = null;
    for (ExposedRun run : exposure.runs()) {
      if (longest == null || run.metres() > longest.metres() + FrontageJudge.TOLERANCE_METRES) {
        longest = run;
      }
    }
    return longest == null ? null : line(factory, longest.middleSight());
  }

  private static LineString line(GeometryFactory factory, double[] path) {
    Coordinate[] coordinates = new Coordinate[path.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(path[2 * i], path[2 * i + 1]);
    }
    return factory.createLineString(coordinates);
  }
}
