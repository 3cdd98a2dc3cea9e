package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lianpian.frontage.World.box;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Geometry;

/**
 * Fixture F1: a river 1000 m long and 30 m wide, communities on both banks.
 *
 * <pre>
 *            R2        R3                     . . . 50 m
 *   R4  R5                          R8
 *     R1            R7            [office]
 *   ~~~~~~~~~~~~~~~~~~~~ river ~~~~~~~~~~~~~~~~~~~~~~~~
 *                  R6
 * </pre>
 */
@NullUnmarked
@ParameterizedClass
@EnumSource(Engine.class)
@Tag("FZ-03")
@Tag("US-E02")
class RiversideFixtureTest {
  @Parameter Engine engine;

  static final String RIVER = box(0, -30, 1000, 0);

  private World communities() {
    return engine
        .world()
        .community("R1", box(100, 10, 160, 25))
        .community("R2", box(240, 50, 300, 90))
        .home("R2-1", "R2", box(245, 60, 295, 75))
        .community("R3", box(320, 50.01, 380, 90))
        .community("R4", box(100, 30, 135, 70))
        .community("R5", box(140, 30, 220, 70))
        .community("R6", box(400, -70, 460, -45))
        .community("R7", box(480, 8, 540, 40))
        .community("R8", box(560, 40, 620, 80))
        .building("office", null, BuildingUse.NON_RESIDENTIAL, box(560, 10, 620, 30));
  }

  private World fixture() {
    return communities().river("闽江", RIVER);
  }

  @ParameterizedTest(name = "at {0}, {1}")
  @CsvSource({"0, 0", "563000, 2906500", "429900, 2885800", "39429900, 2885800"})
  void eachCommunityGetsTheStatusDistanceAndShareOfTheTable(double easting, double northing) {
    Map<String, FrontageResult> results = fixture().at(easting, northing).classify();

    assertRow(results.get("R1"), FrontageStatus.FIRST_ROW, BankSide.NORTH, 10.00, 1.00);
    assertRow(results.get("R2"), FrontageStatus.FIRST_ROW, BankSide.NORTH, 50.00, 1.00);
    assertRow(results.get("R3"), FrontageStatus.OUTSIDE, BankSide.NORTH, 50.01, 0.00);
    assertRow(results.get("R4"), FrontageStatus.BEHIND, BankSide.NORTH, 30.00, 0.00);
    assertRow(results.get("R5"), FrontageStatus.FIRST_ROW, BankSide.NORTH, 30.00, 0.75);
    assertRow(results.get("R6"), FrontageStatus.FIRST_ROW, BankSide.SOUTH, 15.00, 1.00);
    assertRow(results.get("R7"), FrontageStatus.FIRST_ROW, BankSide.NORTH, 8.00, 1.00);
    assertRow(results.get("R8"), FrontageStatus.FIRST_ROW, BankSide.NORTH, 40.00, 1.00);
  }

  private static void assertRow(
      FrontageResult result, FrontageStatus status, BankSide side, double distance, double share) {
    FrontageMeasurement measured = result.deciding().orElseThrow();
    assertThat(result.status()).as(result.subject().id()).isEqualTo(status);
    assertThat(result.mode()).isEqualTo(FrontageMode.PARCEL);
    assertThat(measured.side()).isEqualTo(side);
    assertThat(measured.distanceMetres()).isCloseTo(distance, within(1e-6));
    assertThat(measured.share()).isCloseTo(share, within(1e-6));
  }

  @Test
  @DisplayName("U-2: R2's parcel is within 50 m, its building is not; both are reported")
  @Tag("U-2")
  void buildingModeStandsBesideParcelMode() {
    RiverFrontage river = fixture().classify("R2").decidingRiver().orElseThrow();

    assertThat(river.parcel().status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(river.building().status()).isEqualTo(FrontageStatus.OUTSIDE);
    assertThat(river.building().distanceMetres()).isCloseTo(60, within(1e-6));
  }

  @Test
  @Tag("U-3")
  void theShieldOfR4IsR1AndHidesAllOfIt() {
    FrontageMeasurement r4 = fixture().measure("R4");
    FrontageMeasurement r5 = fixture().measure("R5");

    assertThat(r4.shields()).extracting(Shield::id).containsExactly("R1");
    assertThat(r4.shields().get(0).hiddenMetres()).isCloseTo(35, within(1e-6));
    assertThat(r4.sight()).isNull();
    assertThat(r5.shields().get(0).hiddenMetres()).isCloseTo(20, within(0.5));
    assertThat(r5.exposed().getLength()).isCloseTo(60, within(0.5));
    assertThat(r5.sight().crosses(World.wkt(box(100, 10, 160, 25)))).isFalse();
  }

  @Test
  @DisplayName("U-5: R7 as a point known to 50 m needs a survey")
  @Tag("U-5")
  void pointWithALargeErrorNeedsASurvey() {
    FrontageResult result =
        fixture().without("R7").community("R7", "POINT (510 24)", 50).classify("R7");

    assertThat(result.status()).isEqualTo(FrontageStatus.NEEDS_SURVEY);
    assertThat(result.notes()).contains(FrontageNote.POSITION_UNCERTAIN);
  }

  @Test
  @Tag("U-1")
  void centreLineWithoutWidthGivesNoData() {
    Map<String, FrontageResult> results =
        communities().river("闽江", "LINESTRING (0 -15, 1000 -15)").classify();

    assertThat(results.values())
        .filteredOn(result -> result.subject().kind() == Subject.Kind.COMMUNITY)
        .hasSize(8)
        .extracting(FrontageResult::status)
        .containsOnly(FrontageStatus.NO_DATA);
    assertThat(results.get("R1").unmeasured().get(0).centreLineDistanceMetres()).isEqualTo(25);
  }

  @Test
  @Tag("U-1")
  void centreLineWithWidthGivesTheAnswersOfThePolygon() {
    Map<String, FrontageResult> results =
        communities()
            .water(
                "闽江",
                "闽江",
                "LINESTRING (0 -15, 1000 -15)",
                WatercourseKind.RIVER,
                30.0,
                true,
                false)
            .classify();

    fixture()
        .classify()
        .forEach(
            (id, expected) -> {
              assertThat(results.get(id).status()).as(id).isEqualTo(expected.status());
              assertThat(results.get(id).deciding().orElseThrow().distanceMetres())
                  .isCloseTo(expected.deciding().orElseThrow().distanceMetres(), within(1e-6));
            });
  }

  @Test
  @DisplayName("US-E04: R3 moved 0.01 m south is first row, and its input hash differs")
  @Tag("US-E04")
  void oneCentimetreDecides() {
    FrontageResult before = fixture().classify("R3");
    FrontageResult after =
        fixture().without("R3").community("R3", box(320, 50, 380, 89.99)).classify("R3");

    assertThat(before.status()).isEqualTo(FrontageStatus.OUTSIDE);
    assertThat(after.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(after.inputs().hash()).isNotEqualTo(before.inputs().hash());
  }

  @Test
  @DisplayName("U-4: 50 m is inclusive, one millimetre more is outside")
  @Tag("U-4")
  void fiftyMetresIsInclusive() {
    World world =
        engine
            .world()
            .river("河", RIVER)
            .community("at", box(100, 50.000, 160, 90))
            .community("beyond", box(300, 50.001, 360, 90));

    assertThat(world.classify("at").status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(world.classify("beyond").status()).isEqualTo(FrontageStatus.OUTSIDE);
  }

  @Test
  @DisplayName("R2 would measure 55.8 m in EPSG:3857; brought back to metres it is kept")
  void dataFromWebMercatorIsMeasuredInMetres() {
    Reprojector out = Reprojector.between(new Crs(4548), Crs.WEB_MERCATOR);
    Reprojector back = Reprojector.between(Crs.WEB_MERCATOR, new Crs(4548));
    World mercator = fixture().at(563000, 2906500).copy(out::apply);
    World metric = mercator.copy(back::apply);

    Geometry river = mercator.input().watercourses().get(0).geometry();
    Geometry r2 = mercator.input().communities().get(1).geometry();
    assertThat(river.distance(r2)).isCloseTo(55.8, within(0.3));
    assertThat(metric.classify("R2").status()).isEqualTo(FrontageStatus.FIRST_ROW);
  }

  @Test
  @Tag("US-E03")
  void theVerdictCarriesTheGeometryOfTheCheckAndItsRules() {
    Verdict verdict = FrontageVerdicts.of(fixture().classify("R4"), World.profile(true), World.DAY);

    assertThat(verdict.code()).isEqualTo("BEHIND");
    assertThat(verdict.zh()).contains("R4", "闽江", "北岸", "30.00 m", "R1");
    assertThat(verdict.shapes()).extracting("role").containsExactly("bank", "sight", "blocker");
    assertThat(verdict.citations()).extracting("parameter").contains("riverside.distance");
    assertThat(verdict.evidence())
        .containsEntry("distance_m", 30.0)
        .containsEntry("side", "NORTH")
        .containsEntry("baseline", "WATER_EDGE")
        .containsEntry("frontage_m", 35.0)
        .containsEntry("exposed_m", 0.0);
  }

  @Test
  void withoutTheRuleTheQuestionDoesNotArise() {
    FrontageParameters parameters = FrontageParameters.from(World.profile(false), World.DAY);
    FrontageResult result = fixture().classify(parameters).get("R1");

    assertThat(result.status()).isEqualTo(FrontageStatus.NOT_APPLICABLE);
    Verdict verdict = FrontageVerdicts.of(result, World.profile(false), World.DAY);
    assertThat(verdict.citations()).hasSize(1);
    assertThat(FrontageParameters.from(World.profile(true), World.DAY)).isEqualTo(World.RULE);
  }

  @Test
  void resultsComeByIdWhateverTheOrderOfTheInput() {
    Map<String, FrontageResult> expected = fixture().classify();

    for (long seed : List.of(1L, 2L, 3L)) {
      Map<String, FrontageResult> shuffled = fixture().shuffled(seed).classify();
      assertThat(FrontageVerdictsOf.all(shuffled)).isEqualTo(FrontageVerdictsOf.all(expected));
    }
  }

  /** Whole verdicts, so that evidence and shapes are compared too. */
  private static final class FrontageVerdictsOf {
    static List<String> all(Map<String, FrontageResult> results) {
      return results.values().stream()
          .map(one -> FrontageVerdicts.of(one, World.profile(true), World.DAY))
          .map(verdict -> Verdict.TYPE.toRow(verdict).toString())
          .toList();
    }
  }
}
