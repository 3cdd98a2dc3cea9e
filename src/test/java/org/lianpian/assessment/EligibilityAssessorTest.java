package org.lianpian.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Verdict;
import org.lianpian.model.Willingness;
import org.lianpian.policy.Citation;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.policy.PolicyRegistry;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Eligibility on the map; the vectors of years and conditions are the worked cases in {@code
 * data/policy}.
 *
 * <pre>
 *   y 100 +---------------+
 *         |   community   |   100 m x 100 m
 *   y   0 +---------------+
 *         x 0            100
 * </pre>
 */
class EligibilityAssessorTest {
  private static final LocalDate DAY = LocalDate.of(2022, 1, 1);
  private static final String SQUARE = "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))";

  private final PolicyProfile fuzhou = PolicyRegistry.builtIn().get("FUZHOU-2021");
  private final EligibilityAssessor assessor = new EligibilityAssessor(fuzhou, DAY);

  @ParameterizedTest
  @Tag("FZ-29")
  @CsvSource(
      delimiter = '|',
      value = {
        // west edge of the zone: 95 is exactly 5 %, not more
        "POLYGON ((100 0, 200 0, 200 100, 100 100, 100 0))|ELIGIBLE",
        "POLYGON ((95 0, 200 0, 200 100, 95 100, 95 0))|ELIGIBLE",
        "POLYGON ((94.9 0, 200 0, 200 100, 94.9 100, 94.9 0))|NOT_ELIGIBLE",
        "POLYGON ((-10 -10, 110 -10, 110 110, -10 110, -10 -10))|NOT_ELIGIBLE",
        "POLYGON ((100 100, 200 100, 200 200, 100 200, 100 100))|ELIGIBLE",
        "POLYGON ((300 0, 400 0, 400 100, 300 100, 300 0))|ELIGIBLE",
      })
  void moreThanAFewPercentInADemolitionPlanExcludesAndTouchingDoesNot(String zone, String code) {
    Verdict verdict =
        assessor.assess(community(SQUARE, 0), List.of(), List.of(demolition("Z1", zone)));
    assertThat(verdict.code()).isEqualTo(code);
    assertThat(reasons(verdict).contains("IN_DEMOLITION_PLAN"))
        .isEqualTo(code.equals("NOT_ELIGIBLE"));
  }

  @Test
  @Tag("FZ-29")
  void twoZonesOfOnePlanCountTogetherButTheirCommonPartOnce() {
    ExclusionZone west = demolition("Z1", "POLYGON ((-9 0, 3 0, 3 100, -9 100, -9 0))");
    ExclusionZone again = demolition("Z2", "POLYGON ((-9 0, 3 0, 3 100, -9 100, -9 0))");
    ExclusionZone east = demolition("Z3", "POLYGON ((97 0, 120 0, 120 100, 97 100, 97 0))");
    Community community = community(SQUARE, 0);
    assertThat(assessor.assess(community, List.of(), List.of(west, again)).code())
        .isEqualTo("ELIGIBLE");
    assertThat(assessor.assess(community, List.of(), List.of(west, again, east)).code())
        .isEqualTo("NOT_ELIGIBLE");
  }

  @ParameterizedTest
  @Tag("FZ-29")
  @CsvSource({"0, RESIDENTIAL, NOT_ELIGIBLE", "1, RESIDENTIAL, ELIGIBLE", "0, SHED, ELIGIBLE"})
  void aDwellingMostlyInsideExcludesThoughThePlanCoversLittleOfTheCommunity(
      double x, BuildingUse use, String code) {
    // the plan takes the strip x < 2; a house 3 m wide from x on
    ExclusionZone zone = demolition("Z1", "POLYGON ((-9 0, 2 0, 2 100, -9 100, -9 0))");
    String footprint =
        "POLYGON ((%1$s 40, %2$s 40, %2$s 50, %1$s 50, %1$s 40))".formatted(x, x + 3);
    Verdict verdict =
        assessor.assess(
            community(SQUARE, 0), List.of(building("B1", footprint, use)), List.of(zone));
    assertThat(verdict.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @Tag("FZ-29")
  @CsvSource(
      delimiter = '|',
      value = {
        "50 50|0|NOT_ELIGIBLE",
        "50 50|10|NOT_ELIGIBLE",
        "50 50|60|NEEDS_REVIEW",
        "130 50|0|ELIGIBLE",
        "130 50|20|ELIGIBLE",
        "130 50|50|NEEDS_REVIEW",
        "100 50|0|ELIGIBLE",
      })
  void aPointWhosePositionErrorReachesTheEdgeOfAPlanIsReviewed(
      String point, double sigma, String code) {
    Verdict verdict =
        assessor.assess(
            community("POINT (" + point + ")", sigma),
            List.of(),
            List.of(demolition("Z1", SQUARE)));
    assertThat(verdict.code()).isEqualTo(code);
  }

  @Test
  @Tag("FZ-29")
  void aCommunityWithoutPositionCannotPass() {
    Verdict verdict = assessor.assess(community(null, 0), List.of(), List.of());
    assertThat(verdict.code()).isEqualTo("NEEDS_REVIEW");
    assertThat(reasons(verdict)).contains("POSITION_UNKNOWN");
  }

  @Test
  @Tag("PY-17")
  void aSingleBuildingStandsForACommunityWithoutParcel() {
    Building house =
        building("B1", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", BuildingUse.RESIDENTIAL);
    ExclusionZone zone =
        zone("Z1", ExclusionKind.REBUILD_PLAN, "POLYGON ((0 0, 50 0, 50 50, 0 50, 0 0))");
    Verdict verdict = assessor.assess(community(null, 0), List.of(house), List.of(zone));
    assertThat(verdict.code()).isEqualTo("NOT_ELIGIBLE");
    assertThat(reasons(verdict)).contains("IN_REBUILD_PLAN");
  }

  @Test
  @Tag("FZ-25")
  void aHeritageAreaWarnsWithItsSquareMetresAndNeverExcludes() {
    ExclusionZone heritage = zone("H1", ExclusionKind.HERITAGE, SQUARE);
    Verdict verdict = assessor.assess(community(SQUARE, 0), List.of(), List.of(heritage));
    assertThat(verdict.code()).isEqualTo("ELIGIBLE");
    assertThat(reasons(verdict)).contains("HERITAGE_OVERLAP");
    assertThat(verdict.zh()).contains("10000平方米");
  }

  @Test
  @Tag("FZ-27")
  void everyReasonIsListedWithItsClauseAndTheOverlapIsDrawn() {
    ExclusionZone zone = demolition("Z1", "POLYGON ((80 0, 200 0, 200 100, 80 100, 80 0))");
    Verdict verdict =
        assessor.assess(community(SQUARE, 0, BuildPeriod.UNKNOWN), List.of(), List.of(zone));
    assertThat(verdict.code()).isEqualTo("NOT_ELIGIBLE");
    assertThat(reasons(verdict)).containsExactly("YEAR_UNKNOWN", "IN_DEMOLITION_PLAN");
    assertThat(verdict.zh()).isEqualTo("不符合：建成年份不详；列入五年内旧改拆迁计划(五年内旧改拆迁，重叠20.0%，2000平方米)");
    assertThat(verdict.citations())
        .filteredOn(citation -> !citation.isDecision())
        .extracting(Citation::document, Citation::clause)
        .contains(tuple("榕政办〔2021〕60号", "三(一)"), tuple("榕政办〔2021〕60号", "三(二)"));
    assertThat(verdict.profile()).isEqualTo("FUZHOU-2021");
    assertThat(verdict.profileVersion()).isEqualTo(fuzhou.version());
    EvidenceShape overlap = verdict.shapes().get(0);
    assertThat(overlap.role()).isEqualTo("overlap");
    assertThat(overlap.geometry().norm())
        .isEqualTo(wkt("POLYGON ((80 0, 80 100, 100 100, 100 0, 80 0))").norm());
  }

  @Test
  void kindsOfZoneThatTheDatasetLacksAreADoubtNotAPass() {
    Verdict verdict =
        assessor
            .withSuppliedZones(EnumSet.of(ExclusionKind.DEMOLITION_5Y))
            .assess(community(SQUARE, 0), List.of(), List.of());
    assertThat(verdict.code()).isEqualTo("NEEDS_REVIEW");
    assertThat(reasons(verdict)).contains("ZONES_NOT_SUPPLIED");
    assertThat(
            assessor
                .withSuppliedZones(EnumSet.allOf(ExclusionKind.class))
                .assess(community(SQUARE, 0), List.of(), List.of())
                .code())
        .isEqualTo("ELIGIBLE");
  }

  @Test
  void aProfileWithoutScopeDecidesNothing() {
    PolicyProfile empty = new PolicyProfile("EMPTY", "1", List.of());
    Verdict verdict =
        new EligibilityAssessor(empty, DAY).assess(community(SQUARE, 0), List.of(), List.of());
    assertThat(verdict.code()).isEqualTo("NEEDS_REVIEW");
    assertThat(reasons(verdict)).containsExactly("RULE_MISSING");
  }

  @Test
  void theAnswerDoesNotDependOnTheOrderOfTheInput() {
    List<Building> buildings = new ArrayList<>();
    List<ExclusionZone> zones = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < 8; i++) {
      double x = random.nextInt(95);
      double y = random.nextInt(95);
      String box =
          "POLYGON ((%1$s %3$s, %2$s %3$s, %2$s %4$s, %1$s %4$s, %1$s %3$s))"
              .formatted(x, x + 5, y, y + 5);
      buildings.add(building("B" + i, box, BuildingUse.RESIDENTIAL));
      zones.add(zone("Z" + i, ExclusionKind.values()[i], box));
    }
    Verdict first = assessor.assess(community(SQUARE, 0), buildings, zones);
    for (int run = 0; run < 10; run++) {
      Collections.shuffle(buildings, random);
      Collections.shuffle(zones, random);
      assertThat(assessor.assess(community(SQUARE, 0), buildings, zones))
          .as("seed 11, run %d", run)
          .isEqualTo(first);
    }
  }

  @Test
  void theInputHashFollowsWhatTheAnswerDependsOn() {
    String hash = assessor.assess(community(SQUARE, 0), List.of(), List.of()).inputHash();
    assertThat(assessor.assess(community(SQUARE, 1), List.of(), List.of()).inputHash())
        .isNotEqualTo(hash);
    assertThat(
            new EligibilityAssessor(fuzhou, DAY.plusDays(1))
                .assess(community(SQUARE, 0), List.of(), List.of())
                .inputHash())
        .isNotEqualTo(hash);
    // a village is no reason in Fuzhou
    assertThat(
            assessor
                .assess(
                    community(SQUARE, 0),
                    List.of(),
                    List.of(zone("V1", ExclusionKind.URBAN_VILLAGE, SQUARE)))
                .inputHash())
        .isEqualTo(hash);
  }

  @Test
  void theYearsOfAllBuildingsStandInForAnUnknownPeriod() {
    Building old = building("B1", 1988);
    Building newer = building("B2", 1999);
    Building unknown = building("B3", null);
    Community community = community(SQUARE, 0, BuildPeriod.UNKNOWN);
    assertThat(assessor.assess(community, List.of(old, newer), List.of()).code())
        .isEqualTo("ELIGIBLE");
    assertThat(assessor.assess(community, List.of(old, unknown), List.of()).code())
        .isEqualTo("NEEDS_REVIEW");
  }

  private static List<String> reasons(Verdict verdict) {
    List<String> codes = new ArrayList<>();
    for (Object item : (List<?>) verdict.evidence().getOrDefault("reasons", List.of())) {
      codes.add(String.valueOf(((Map<?, ?>) item).get("code")));
    }
    return codes;
  }

  private static ExclusionZone demolition(String id, String wkt) {
    return zone(id, ExclusionKind.DEMOLITION_5Y, wkt);
  }

  private static ExclusionZone zone(String id, ExclusionKind kind, String wkt) {
    return new ExclusionZone(id, wkt(wkt), Provenance.of("test"), "", kind, "");
  }

  private static Building building(String id, @Nullable Integer year) {
    return building(id, null, BuildingUse.RESIDENTIAL, year);
  }

  private static Building building(String id, String wkt, BuildingUse use) {
    return building(id, wkt, use, null);
  }

  private static Building building(
      String id, @Nullable String wkt, BuildingUse use, @Nullable Integer year) {
    return new Building(
        id,
        wkt == null ? null : wkt(wkt),
        Provenance.of("test"),
        "C1",
        id,
        use,
        OriginType.REFORMED,
        null,
        null,
        year,
        BalconyRiser.UNKNOWN);
  }

  private static Community community(@Nullable String wkt, double sigma) {
    return community(wkt, sigma, BuildPeriod.ofYear(1985));
  }

  private static Community community(@Nullable String wkt, double sigma, BuildPeriod built) {
    return new Community(
        "C1",
        wkt == null ? null : wkt(wkt),
        Provenance.of("test"),
        "某小区",
        List.of(),
        "",
        "350102",
        "",
        "",
        "",
        PositionLevel.UNKNOWN,
        sigma,
        built,
        null,
        null,
        null,
        OriginType.REFORMED,
        "",
        null,
        StructuralGrade.UNKNOWN,
        FacilityCondition.UNKNOWN,
        Willingness.UNKNOWN,
        null,
        null,
        null,
        "");
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
