package org.lianpian.frontage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lianpian.frontage.World.box;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;

/**
 * Buildings that belong to no community (零散楼) along a river.
 *
 * <pre>
 *            [ behind ]
 *   [ home ] [ front  ]  [ office ]      . . . 50 m
 *   ~~~~~~~~~~~~~~~ river ~~~~~~~~~~~~~~
 * </pre>
 */
@NullUnmarked
@ParameterizedClass
@EnumSource(Engine.class)
@Tag("FZ-03")
@Tag("U-9")
class ScatteredBuildingTest {
  @Parameter Engine engine;

  private World world() {
    return engine
        .world()
        .river("河", RiversideFixtureTest.RIVER)
        .building("home", null, BuildingUse.RESIDENTIAL, box(100, 20, 120, 30))
        .building("front", null, BuildingUse.UNKNOWN, box(200, 20, 260, 30))
        .building("behind", null, BuildingUse.RESIDENTIAL, box(205, 35, 255, 45))
        .building("office", null, BuildingUse.NON_RESIDENTIAL, box(300, 10, 340, 30))
        .building("inland", null, BuildingUse.RESIDENTIAL, box(100, 101, 120, 130));
  }

  @Test
  void standsInTheFirstRowOnItsOwn() {
    FrontageResult home = world().classify("home");

    assertThat(home.subject()).isEqualTo(Subject.building("home"));
    assertThat(home.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(home.mode()).isEqualTo(FrontageMode.BUILDING);
    assertThat(home.deciding().orElseThrow().distanceMetres()).isCloseTo(20, within(1e-6));
    assertThat(home.deciding().orElseThrow().exposedMetres()).isCloseTo(20, within(1e-6));
  }

  @Test
  void isHiddenByAnyBuildingWhateverItsUse() {
    FrontageResult behind = world().classify("behind");

    assertThat(behind.status()).isEqualTo(FrontageStatus.BEHIND);
    assertThat(behind.deciding().orElseThrow().shields())
        .extracting(Shield::id)
        .containsExactly("front");
  }

  @Test
  @DisplayName("An unknown use is counted as a dwelling, and said")
  void unknownUseIsNoPass() {
    FrontageResult front = world().classify("front");

    assertThat(front.status()).isEqualTo(FrontageStatus.FIRST_ROW);
    assertThat(front.notes()).contains(FrontageNote.USE_UNSTATED);
  }

  @Test
  @DisplayName("What is no dwelling is measured, but the rule does not apply to it")
  void officesAreExplained() {
    FrontageResult office = world().classify("office");
    Verdict verdict = FrontageVerdicts.of(office, World.profile(true), World.DAY);

    assertThat(office.status()).isEqualTo(FrontageStatus.NOT_APPLICABLE);
    assertThat(office.deciding().orElseThrow().distanceMetres()).isCloseTo(10, within(1e-6));
    assertThat(verdict.zh()).startsWith("零散楼 office:不适用").contains("10.00 m", "不是住宅");
    assertThat(verdict.id()).isEqualTo("FRONTAGE/building/office");
    assertThat(verdict.citations()).extracting("parameter").contains("riverside.distance");
  }

  @Test
  @DisplayName("Beyond the distance and the margin nothing is said about a single building")
  void isLeftOutFarFromRivers() {
    assertThat(world().classify()).doesNotContainKey("inland");
  }

  @Test
  void belongsToTheParcelItStandsIn() {
    assertThat(world().community("estate", box(90, 15, 130, 40)).classify())
        .containsKey("estate")
        .doesNotContainKey("home");
  }

  @Test
  @DisplayName("A building that names a community nobody knows is not lost")
  void namesAnUnknownCommunity() {
    FrontageResult lost = world().home("lost", "gone", box(500, 20, 520, 30)).classify("lost");

    assertThat(lost.subject().kind()).isEqualTo(Subject.Kind.BUILDING);
    assertThat(lost.status()).isEqualTo(FrontageStatus.FIRST_ROW);
  }

  @Test
  @DisplayName("Among parcels a scattered building hides nobody: parcels hide parcels (U-3)")
  void doesNotHideParcels() {
    FrontageResult estate = world().community("estate", box(300, 35, 340, 60)).classify("estate");

    assertThat(estate.mode()).isEqualTo(FrontageMode.PARCEL);
    assertThat(estate.status()).isEqualTo(FrontageStatus.FIRST_ROW);
  }
}
