package org.lianpian.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.assessment.EligibilityAssessor;
import org.lianpian.frontage.FrontageInput;
import org.lianpian.frontage.FrontageParameters;
import org.lianpian.frontage.FrontageResult;
import org.lianpian.frontage.SampledFrontageClassifier;
import org.lianpian.geocode.GazetteerIndex;
import org.lianpian.geocode.GeocodeQuery;
import org.lianpian.geocode.GeocodeResult;
import org.lianpian.geocode.StructuredGeocoder;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.Manhole;
import org.lianpian.model.Place;
import org.lianpian.model.PlaceLevel;
import org.lianpian.model.Progress;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.policy.PolicyRegistry;
import org.lianpian.sewer.PlainConnectionAssessor;
import org.lianpian.sewer.SewerInput;
import org.lianpian.sewer.SewerParameters;
import org.lianpian.sewer.SewerResult;
import org.locationtech.jts.geom.Point;

/** Scores the analyses against what was planted; no truth was taken from an analysis. */
@DisplayName("every analysis finds what was planted")
@NullUnmarked // a missing value fails the test
class DemoScoreTest {
  private static final LocalDate ON = LocalDate.of(2026, 3, 1);
  private static final PolicyProfile PROFILE = PolicyRegistry.builtIn().get(DemoTown.PROFILE);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {350404, 1, 2, 3})
  @Tag("FZ-03")
  @Tag("US-E02")
  void riversideClassesAreThosePlanted(long seed) {
    TownData town = town(seed);
    List<FrontageResult> results =
        new SampledFrontageClassifier()
            .classify(
                new FrontageInput(
                    town.features(Community.TYPE),
                    town.features(Building.TYPE),
                    town.features(Watercourse.TYPE)),
                FrontageParameters.from(PROFILE, ON),
                Progress.NONE);
    Map<String, FrontageResult> found =
        results.stream()
            .collect(Collectors.toMap(FrontageResult::communityId, Function.identity()));
    List<String> wrong = new ArrayList<>();
    for (DemoTruth truth : town.truths()) {
      FrontageResult result = found.get(truth.communityId());
      if (truth.frontage() != null && !truth.frontage().equals(result.status().name())) {
        wrong.add(truth + ", found " + result.status() + " " + result.deciding());
      }
    }
    assertThat(wrong).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {350404, 1, 2})
  @Tag("US-E01")
  @Tag("SM-30")
  void drainageStatusesAreThosePlanted(long seed) {
    TownData town = town(seed);
    List<SewerResult> results =
        new PlainConnectionAssessor()
            .assess(
                new SewerInput(
                    town.features(Community.TYPE),
                    town.features(Building.TYPE),
                    town.features(Manhole.TYPE),
                    town.features(Reach.TYPE),
                    town.features(ServiceConnection.TYPE),
                    SewerParameters.from(PROFILE, ON)),
                Progress.NONE);
    Map<String, SewerResult> found =
        results.stream().collect(Collectors.toMap(SewerResult::communityId, Function.identity()));
    List<String> wrong = new ArrayList<>();
    for (DemoTruth truth : town.truths()) {
      SewerResult result = found.get(truth.communityId());
      if (!truth.fault().drainageStatus().equals(result.status().name())) {
        wrong.add(
            truth
                + ", found "
                + result.status()
                + " rule "
                + result.rule()
                + " "
                + result.blocking()
                + result.risers());
      }
    }
    assertThat(wrong).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {350404, 1})
  @Tag("SY-25")
  @Tag("US-P05")
  void eligibilityIsAsPlanted(long seed) {
    TownData town = town(seed);
    EligibilityAssessor assessor = new EligibilityAssessor(PROFILE, ON);
    Map<String, List<Building>> buildings =
        town.features(Building.TYPE).stream()
            .filter(b -> b.communityId() != null)
            .collect(Collectors.groupingBy(Building::communityId));
    Map<String, Community> communities =
        town.features(Community.TYPE).stream()
            .collect(Collectors.toMap(Community::id, Function.identity()));
    List<String> wrong = new ArrayList<>();
    for (DemoTruth truth : town.truths()) {
      var verdict =
          assessor.assess(
              communities.get(truth.communityId()),
              buildings.getOrDefault(truth.communityId(), List.of()),
              town.features(ExclusionZone.TYPE));
      if (truth.eligibility() != null && !truth.eligibility().equals(verdict.code())) {
        wrong.add(truth + ", found " + verdict.code() + " " + verdict.zh());
      }
    }
    assertThat(wrong).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {350404, 1})
  @Tag("US-P01")
  @DisplayName(
      "nine in ten ledger rows are found where their estate stands, none elsewhere unnoticed")
  void ledgerRowsAreFoundInTheGazetteer(long seed) {
    TownData town = town(seed);
    var geocoder =
        new StructuredGeocoder(
            GazetteerIndex.of(town.features(Place.TYPE), town.features(AdminUnit.TYPE)));
    Map<String, Point> where = new HashMap<>();
    for (Place place : town.features(Place.TYPE)) {
      if (place.level() == PlaceLevel.ESTATE || place.level() == PlaceLevel.PHASE) {
        where.put(place.street() + place.name(), (Point) place.geometry());
      }
    }
    Map<String, Community> communities =
        town.features(Community.TYPE).stream()
            .collect(Collectors.toMap(Community::id, Function.identity()));
    List<String> missed = new ArrayList<>();
    List<LedgerRow> rows = Ledger.of(town, seed).rows();
    for (LedgerRow row : rows) {
      if (row.communityId() == null) {
        continue;
      }
      var result =
          geocoder.geocode(new GeocodeQuery(row.name(), row.address(), "三元区", row.street(), ON));
      Point truth = where.get(row.street() + communities.get(row.communityId()).name());
      boolean found =
          result instanceof GeocodeResult.Match match
              && match.best().geometry().distance(truth) < 150;
      if (!found) {
        missed.add(row.name() + " " + row.address() + " " + row.quirks() + " " + result);
      }
    }
    assertThat(missed).as("seed %d", seed).hasSizeLessThanOrEqualTo(rows.size() / 10);
  }

  private static TownData town(long seed) {
    return DemoTown.towns(new DemoParameters(200, seed)).findFirst().orElseThrow();
  }
}
