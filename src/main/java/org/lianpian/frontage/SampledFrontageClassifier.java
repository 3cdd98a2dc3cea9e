package org.lianpian.frontage;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Progress;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * The plain engine of the riverside rule: dense sampling, one unit after the other. The exact
 * engine is tested against it.
 *
 * <p>Stateless and thread-safe. Only units within the distance, the position error and a margin of
 * some bank are sampled; about 10 µs per sample.
 */
public final class SampledFrontageClassifier implements FrontageClassifier {
  /** Samples every 0.25 m: a share of a 20 m front is then right to about 2 %. */
  public static final double DEFAULT_STEP_METRES = 0.25;

  private final double stepMetres;

  public SampledFrontageClassifier() {
    this(DEFAULT_STEP_METRES);
  }

  /**
   * @param stepMetres greatest distance between samples along a boundary; a share is off by at most
   *     about two steps per end of an exposed run
   */
  public SampledFrontageClassifier(double stepMetres) {
    if (!(stepMetres > 0)) {
      throw new IllegalArgumentException("stepMetres must be > 0, was " + stepMetres);
    }
    this.stepMetres = stepMetres;
  }

  @Override
  public List<FrontageResult> classify(
      FrontageInput input, FrontageParameters parameters, Progress progress) {
    return new FrontageRun(
            input,
            parameters,
            (obstacles, rule, evidence) -> new Meter(obstacles, rule, stepMetres, evidence),
            true)
        .assessAll(1, progress);
  }

  /** Measures by samples; for one thread. */
  private static final class Meter implements FrontageMeter {
    private final Map<FrontageMode, SpatialIndex<Obstacle>> obstacles;
    private final Map<BankLine, SampledBank> banks = new IdentityHashMap<>();
    private final double limitMetres;
    private final double stepMetres;
    private final FrontageJudge judge;

    Meter(
        Map<FrontageMode, List<Obstacle>> obstacles,
        FrontageParameters parameters,
        double stepMetres,
        boolean evidence) {
      this.obstacles =
          obstacles.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      entry -> SpatialIndex.of(entry.getValue(), Obstacle::area)));
      this.limitMetres = parameters.distanceMetres();
      this.stepMetres = stepMetres;
      this.judge = new FrontageJudge(parameters, evidence);
    }

    @Override
    public FrontageMeasurement measure(
        FrontageMode mode, Geometry unit, double sigmaMetres, NearBank near, Set<String> own) {
      BankLine bank = near.bank();
      SampledBank sampled = banks.computeIfAbsent(bank, SampledBank::new);
      LineString nearest = sampled.nearestFrom(unit);
      Sighting sighting =
          judge.isWithin(nearest.getLength())
              ? FrontageSampler.look(
                  unit,
                  sampled,
                  Objects.requireNonNull(obstacles.get(mode)),
                  own,
                  limitMetres,
                  stepMetres)
              : Sighting.none(unit);
      return judge.judge(mode, unit, sigmaMetres, bank, nearest, sighting);
    }
  }
}
