package org.lianpian.geocode.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lianpian.geocode.GeocodeParameters;
import org.lianpian.geocode.match.Estate;
import org.lianpian.geocode.match.EstateMatcher;
import org.lianpian.geocode.match.EstateStem;
import org.lianpian.geocode.match.NameQuery;
import org.lianpian.geocode.match.Ranking;
import org.lianpian.geocode.match.ScoredEstate;
import org.lianpian.geocode.match.Weights;
import org.lianpian.geocode.match.WeightsFit;
import org.lianpian.geocode.match.WeightsFit.Truth;

/**
 * Fits on every second city, measures on the others.
 *
 * <p>Of corrupted rows the truth is known. Of real rows it is where two other sources agree: an
 * estate within {@value #RIGHT_METRES} m counts as right, beyond {@value #WRONG_METRES} m as wrong,
 * and what lies between, or bears the very name elsewhere, says nothing. Rows whose estate the
 * gazetteer lacks count as absent only when it was taken out.
 */
public final class Trial {
  /** From this confidence on an answer is accepted without a person. */
  private static final double ACCEPT = GeocodeParameters.DEFAULT.acceptSimilar();

  private static final double RIGHT_METRES = 250;
  private static final double WRONG_METRES = 1000;
  private static final double ENTERED_TWICE_METRES = 100;

  private final List<City> training = new ArrayList<>();
  private final List<City> tested = new ArrayList<>();
  private final int perCity;
  private final long seed;

  /**
   * @param perCity how many estates of each city are corrupted, each in every way
   */
  public Trial(List<City> cities, int perCity, long seed) {
    for (int i = 0; i < cities.size(); i++) {
      (i % 2 == 0 ? training : tested).add(cities.get(i));
    }
    this.perCity = perCity;
    this.seed = seed;
  }

  /** Returns weights fitted on the training cities alone. */
  public Weights fit() {
    Weights pair = Weights.rough();
    for (int round = 0; round < 2; round++) {
      WeightsFit fit = new WeightsFit();
      for (City city : training) {
        EstateMatcher matcher = EstateMatcher.of(city.estates(), pair);
        for (RealRow row : city.rows()) {
          fit.addPairs(matcher, row.query(), estate -> truth(row, estate));
        }
        forSample(
            city,
            (estate, way, query) -> fit.addPairs(matcher, query, one -> pairTruth(estate, one)));
      }
      pair = fit.fit(pair);
    }
    WeightsFit fit = new WeightsFit();
    for (City city : training) {
      EstateMatcher matcher = EstateMatcher.of(city.estates(), pair);
      for (RealRow row : city.rows()) {
        fit.addBest(matcher, row.query(), one -> false, estate -> truth(row, estate));
        fit.addBest(
            matcher, row.query(), one -> isNear(row, one), estate -> absentTruth(row, estate));
      }
      forSample(
          city,
          (estate, way, query) -> {
            fit.addBest(matcher, query, one -> false, one -> estateTruth(estate, one));
            fit.addBest(matcher, query, one -> isSame(estate, one), one -> Truth.WRONG);
          });
    }
    return fit.fit(pair);
  }

  /** Returns the figures of the tested cities. */
  public Map<String, Object> measure(Weights weights) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("trainingCities", training.stream().map(City::name).toList());
    figures.put("testedCities", tested.stream().map(City::name).toList());
    figures.put("acceptFromConfidence", ACCEPT);
    Synthetic synthetic = new Synthetic();
    Real real = new Real();
    for (City city : tested) {
      EstateMatcher matcher = EstateMatcher.of(city.estates(), weights);
      forSample(city, (estate, way, query) -> synthetic.add(matcher, estate, way, query));
      city.rows().forEach(row -> real.add(matcher, city, row));
    }
    figures.put("synthetic", synthetic.figures());
    figures.put("real", real.figures());
    return figures;
  }

  List<City> tested() {
    return List.copyOf(tested);
  }

  /** Takes an estate and a query for it that is written wrongly. */
  interface Corrupted {
    void accept(Estate estate, Corruption way, NameQuery query);
  }

  /** Corrupts some estates of a city in every way. */
  void forSample(City city, Corrupted action) {
    List<Estate> estates = new ArrayList<>(city.estates());
    Collections.shuffle(estates, new Random(seed));
    Corruptor corruptor = new Corruptor(seed);
    for (Estate estate : estates.subList(0, Math.min(perCity, estates.size()))) {
      for (Corruption way : Corruption.values()) {
        action.accept(estate, way, corruptor.corrupt(estate, way));
      }
    }
  }

  static Truth truth(RealRow row, Estate estate) {
    double metres = Math.hypot(row.x() - estate.x(), row.y() - estate.y());
    if (metres <= RIGHT_METRES) {
      return Truth.RIGHT;
    }
    boolean sameName = estate.name().equals(row.query().name());
    return metres > WRONG_METRES && !sameName ? Truth.WRONG : Truth.UNKNOWN;
  }

  private static Truth absentTruth(RealRow row, Estate estate) {
    return estate.name().equals(row.query().name()) ? Truth.UNKNOWN : Truth.WRONG;
  }

  private static boolean isNear(RealRow row, Estate estate) {
    return Math.hypot(row.x() - estate.x(), row.y() - estate.y()) <= WRONG_METRES;
  }

  static boolean isEnteredTwice(Estate one, Estate other) {
    return one.id().equals(other.id())
        || (one.name().equals(other.name()) && one.distance(other) <= ENTERED_TWICE_METRES);
  }

  private static boolean isSame(Estate one, Estate other) {
    return isEnteredTwice(one, other) || EstateStem.isSameEstate(one, other);
  }

  private static Truth pairTruth(Estate truth, Estate estate) {
    return isEnteredTwice(truth, estate) ? Truth.RIGHT : Truth.WRONG;
  }

  private static Truth estateTruth(Estate truth, Estate estate) {
    return isSame(truth, estate) ? Truth.RIGHT : Truth.WRONG;
  }

  /** Figures of corrupted rows. */
  private static final class Synthetic {
    private final Map<Corruption, Tally> byWay = new EnumMap<>(Corruption.class);
    private final Tally withAddress = new Tally();
    private final Tally withoutAddress = new Tally();
    private final Tally all = new Tally();
    private final Calibration calibration = new Calibration();
    private final Thresholds thresholds = new Thresholds();
    private int absent;
    private int falselyAccepted;

    void add(EstateMatcher matcher, Estate estate, Corruption way, NameQuery query) {
      Ranking ranking = matcher.match(query);
      List<ScoredEstate> found = ranking.candidates();
      boolean first = !found.isEmpty() && isEnteredTwice(estate, found.get(0).estate());
      boolean same = !found.isEmpty() && isSame(estate, found.get(0).estate());
      boolean three = found.stream().limit(3).anyMatch(one -> isEnteredTwice(estate, one.estate()));
      boolean accepted = ranking.confidence() >= ACCEPT;
      byWay.computeIfAbsent(way, key -> new Tally()).add(first, same, three, accepted);
      (query.address().isEmpty() ? withoutAddress : withAddress).add(first, same, three, accepted);
      all.add(first, same, three, accepted);
      calibration.add(ranking.confidence(), same);
      thresholds.addResolvable(ranking.confidence(), same);
      absent++;
      Ranking without = matcher.matchWithout(query, one -> isSame(estate, one));
      falselyAccepted += without.confidence() >= ACCEPT ? 1 : 0;
      calibration.add(without.confidence(), false);
      thresholds.addAbsent(without.confidence());
    }

    Map<String, Object> figures() {
      Map<String, Object> figures = new LinkedHashMap<>(all.figures());
      figures.put("falselyAcceptedWhenAbsentPercent", Tally.percent(falselyAccepted, absent));
      figures.put("calibrationError", calibration.error());
      figures.put("byThreshold", thresholds.figures());
      figures.put("withAddress", withAddress.figures());
      figures.put("withoutAddress", withoutAddress.figures());
      byWay.forEach((way, tally) -> figures.put(way.name(), tally.figures()));
      return figures;
    }
  }

  /** Figures of rows of other sources, by position. */
  private static final class Real {
    private final Tally exact = new Tally();
    private final Tally hard = new Tally();
    private final Calibration calibration = new Calibration();
    private final Thresholds thresholds = new Thresholds();
    private int absent;
    private int falselyAccepted;
    private int hardRows;
    private int accepted;

    void add(EstateMatcher matcher, City city, RealRow row) {
      Ranking ranking = matcher.match(row.query());
      List<ScoredEstate> found = ranking.candidates();
      boolean isAccepted = ranking.confidence() >= ACCEPT;
      boolean inGazetteer =
          row.exact() || found.stream().anyMatch(one -> truth(row, one.estate()) == Truth.RIGHT);
      Truth best = found.isEmpty() ? Truth.WRONG : truth(row, found.get(0).estate());
      boolean three =
          found.stream().limit(3).anyMatch(one -> truth(row, one.estate()) == Truth.RIGHT);
      hardRows += row.exact() ? 0 : 1;
      accepted += !row.exact() && isAccepted ? 1 : 0;
      if (inGazetteer && best != Truth.UNKNOWN) {
        boolean right = best == Truth.RIGHT;
        (row.exact() ? exact : hard).add(right, right, three, isAccepted);
        thresholds.addResolvable(ranking.confidence(), right);
      }
      if (best != Truth.UNKNOWN) {
        calibration.add(ranking.confidence(), best == Truth.RIGHT);
      }
      Ranking without = matcher.matchWithout(row.query(), one -> isNear(row, one));
      boolean sameName =
          !without.candidates().isEmpty()
              && without.candidates().get(0).estate().name().equals(row.query().name());
      if (!sameName) {
        absent++;
        falselyAccepted += without.confidence() >= ACCEPT ? 1 : 0;
        calibration.add(without.confidence(), false);
        thresholds.addAbsent(without.confidence());
      }
    }

    Map<String, Object> figures() {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("exactNames", exact.figures());
      figures.put("hardNamesFoundNear", hard.figures());
      figures.put("hardRows", hardRows);
      figures.put("hardRowsAcceptedPercent", Tally.percent(accepted, hardRows));
      figures.put("falselyAcceptedWhenAbsentPercent", Tally.percent(falselyAccepted, absent));
      figures.put("calibrationError", calibration.error());
      figures.put("byThreshold", thresholds.figures());
      return figures;
    }
  }

  /**
   * Returns the speed on the real rows of the tested cities, on one thread, each city in its own
   * gazetteer; after as many rounds to warm up.
   */
  public Map<String, Object> speed(Weights weights) {
    List<EstateMatcher> matchers = new ArrayList<>();
    for (City city : tested) {
      matchers.add(EstateMatcher.of(city.estates(), weights));
    }
    long rows = 0;
    long started = 0;
    for (int round = -3; round < 3; round++) {
      if (round == 0) {
        started = cpu();
        rows = 0;
      }
      for (int i = 0; i < tested.size(); i++) {
        for (RealRow row : tested.get(i).rows()) {
          matchers.get(i).match(row.query());
          rows++;
        }
      }
    }
    double seconds = (cpu() - started) / 1e9;
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("rows", rows);
    figures.put("cpuSeconds", Math.round(seconds * 1e3) / 1e3);
    figures.put("rowsPerCpuSecond", Math.round(rows / seconds));
    return figures;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
