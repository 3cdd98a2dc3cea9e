package org.lianpian.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.Analysis;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.BuiltPrecision;
import org.lianpian.model.Community;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.OriginType;
import org.lianpian.model.Place;
import org.lianpian.model.PlaceLevel;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Verdict;
import org.lianpian.model.Willingness;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LocationVerdictsTest {
  private static final LocalDate ON = LocalDate.of(2022, 4, 29);
  private static final PolicyProfile PROFILE = new PolicyProfile("SANYUAN-2022", "v1", List.of());

  private static final List<Place> PLACES =
      List.of(
          place("E2", "红岩新村", PlaceLevel.ESTATE, "三元区", "POINT(562000 2906500)"),
          place("E3", "工人新村", PlaceLevel.ESTATE, "三元区", "POINT(564000 2909000)"),
          place("E4", "工人新村", PlaceLevel.ESTATE, "沙县区", "POINT(575000 2920000)"),
          place("R1", "崇宁路", PlaceLevel.ROAD, "", "LINESTRING(563000 2906300,563000 2906900)"));

  private final Geocoder geocoder =
      new StructuredGeocoder(GazetteerIndex.of(PLACES, DivisionTable.shipped()));

  @Test
  @Tag("US-P02")
  void locatedSaysLevelErrorTokensAndSource() {
    Verdict verdict = verdict(community("红岩新村", "三明市梅列区红岩新村", null));
    assertThat(verdict.analysis()).isEqualTo(Analysis.LOCATION);
    assertThat(verdict.code()).isEqualTo("LOCATED");
    assertThat(verdict.zh()).contains("小区").contains("50米").contains("梅列区→三元区(2021)");
    assertThat(verdict.evidence())
        .containsEntry("level", "COMMUNITY_POI")
        .containsEntry("sigma_m", 50.0)
        .containsEntry("source", "地名库");
    assertThat(verdict.evidence().get("tokens").toString()).contains("梅列区");
    assertThat(verdict.citations()).isNotEmpty().allMatch(citation -> citation.isDecision());
    assertThat(verdict.profile()).isEqualTo("SANYUAN-2022");
  }

  @Test
  @Tag("US-P02")
  void roadsAreApproximate() {
    Verdict verdict = verdict(community("未知宿舍", "崇宁路", null));
    assertThat(verdict.code()).isEqualTo("LOCATED_APPROXIMATE");
    assertThat((Double) verdict.evidence().get("sigma_m")).isGreaterThanOrEqualTo(200);
  }

  @Test
  @Tag("B-14")
  void ambiguousDrawsItsCandidatesAsPoints() {
    Verdict verdict = verdict(community("工人新村", "", null));
    assertThat(verdict.code()).isEqualTo("AMBIGUOUS");
    assertThat(verdict.shapes()).hasSize(2).allMatch(shape -> shape.role().equals("candidate"));
    assertThat((List<?>) verdict.evidence().get("candidates")).hasSize(2);
  }

  @Test
  @Tag("B-13")
  void areasAndUnknownPlacesHaveNoPosition() {
    Verdict area = verdict(community("西侧片区(钟法路以东、胜利路以南)", "", null));
    assertThat(area.code()).isEqualTo("AREA_DESCRIPTION");
    assertThat(area.evidence().get("bounds")).isEqualTo(List.of("钟法路以东", "胜利路以南"));
    Verdict unknown = verdict(community("无此新村", "", null));
    assertThat(unknown.code()).isEqualTo("NOT_FOUND");
    assertThat(unknown.zh()).contains("地名库中没有");
  }

  @Test
  @Tag("US-P03")
  void aGivenPositionWinsAndIsComparedWithTheAddress() {
    Verdict near = verdict(community("红岩新村", "三元区", "POINT(562020 2906500)"));
    assertThat(near.code()).isEqualTo("GIVEN");
    assertThat(near.zh()).contains("人工");
    Verdict far = verdict(community("红岩新村", "三元区", "POINT(566000 2906500)"));
    assertThat(far.code()).isEqualTo("GIVEN");
    assertThat(far.zh()).contains("相距4000米");
  }

  @Test
  void sameInputGivesTheSameVerdictAndOtherInputAnotherHash() {
    Community community = community("红岩新村", "三元区", null);
    assertThat(verdict(community)).isEqualTo(verdict(community));
    assertThat(verdict(community).inputHash())
        .isNotEqualTo(verdict(community("红岩新村", "三元区红岩新村", null)).inputHash());
  }

  @Test
  void placesAreDerivedFromCommunitiesBuildingsAndRoads() {
    Community community = community("碧湖新村", "", "POINT(562000 2906500)");
    Building building =
        new Building(
            "b",
            wkt("POLYGON((0 0,10 0,10 10,0 10,0 0))"),
            Provenance.of("test"),
            "C1",
            "3",
            BuildingUse.UNKNOWN,
            OriginType.UNKNOWN,
            null,
            null,
            null,
            BalconyRiser.UNKNOWN);
    Road nameless =
        new Road(
            "r",
            wkt("LINESTRING(0 0,1 1)"),
            Provenance.of("test"),
            "",
            RoadClass.UNKNOWN,
            null,
            false,
            false);
    List<Place> places =
        GazetteerIndex.placesOf(List.of(community), List.of(building), List.of(nameless));
    assertThat(places).extracting(Place::name).containsExactly("碧湖新村", "碧湖新村3幢");
    Geocoder own = new StructuredGeocoder(GazetteerIndex.of(places, DivisionTable.shipped()));
    GeocodeResult result = own.geocode(new GeocodeQuery("碧湖新村3幢", "", "", "", ON));
    assertThat(((GeocodeResult.Match) result).level()).isEqualTo(PositionLevel.BUILDING);
  }

  private Verdict verdict(Community community) {
    return LocationVerdicts.of(
        community, geocoder.geocode(GeocodeQuery.of(community, ON)), PROFILE);
  }

  private static Community community(String name, String address, @Nullable String wkt) {
    return new Community(
        "C1",
        wkt == null ? null : wkt(wkt),
        new Provenance("台账.xlsx", "Sheet1!7", Map.of()),
        name,
        List.of(),
        address,
        "",
        "",
        "",
        "",
        wkt == null ? PositionLevel.UNKNOWN : PositionLevel.MANUAL,
        wkt == null ? 0 : 2,
        new BuildPeriod(null, null, BuiltPrecision.UNKNOWN, ""),
        null,
        null,
        null,
        OriginType.UNKNOWN,
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

  private static Place place(
      String id, String name, PlaceLevel level, String district, String wkt) {
    return new Place(
        id,
        wkt(wkt),
        Provenance.of("地名库"),
        name,
        List.of(),
        level,
        "",
        district,
        "",
        "",
        "",
        "",
        "");
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
