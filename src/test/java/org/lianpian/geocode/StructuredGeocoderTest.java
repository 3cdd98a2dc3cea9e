package org.lianpian.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianpian.geocode.GeocodeResult.Ambiguous;
import org.lianpian.geocode.GeocodeResult.Match;
import org.lianpian.geocode.GeocodeResult.NoMatch;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Place;
import org.lianpian.model.PlaceLevel;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A small Sanyuan in metres around (563000, 2906000), EPSG:4548. */
class StructuredGeocoderTest {
  private static final LocalDate ON = LocalDate.of(2022, 4, 29);

  private final List<Place> places = new ArrayList<>();

  StructuredGeocoderTest() {
    house("H1", "列东街道", "新和路", "45", 563000, 2906000);
    estate("E1", "杜鹃(牡丹)新村", "三元区", "列东街道", 563500, 2906000);
    estate("E2", "红岩新村", "三元区", "列西街道", 562000, 2906500);
    estate("E3", "工人新村", "三元区", "徐碧街道", 564000, 2909000);
    estate("E4", "工人新村", "沙县区", "", 575000, 2920000);
    estate("E5", "东霞花园一期", "三元区", "列东街道", 563100, 2907000);
    estate("E6", "东霞花园二期", "三元区", "列东街道", 563300, 2907100);
    estate("E7", "芙蓉花园", "三元区", "城关街道", 561000, 2904000);
    places.add(place("B1", "红岩新村17幢", PlaceLevel.BUILDING, "三元区", "列西街道", "", "", box(562000)));
    places.add(place("B2", "红岩新村18幢", PlaceLevel.BUILDING, "三元区", "列西街道", "", "", box(562030)));
    places.add(
        place(
            "R1",
            "崇宁路",
            PlaceLevel.ROAD,
            "",
            "",
            "崇宁路",
            "",
            wkt("LINESTRING(563000 2906300,563000 2906900)")));
  }

  @Test
  @Tag("US-P01")
  void ledgerRowFindsItsDoorAndTheDistrictOfToday() {
    Match match = match("三明市梅列区列东街道新和路45号小区", "");
    assertMatchesTheDoor(match);
    assertMatchesTheDoor(match("", "三明市梅列区列东街道新和路45号小区"));
    assertMatchesTheDoor(match("小区", "三明市梅列区列东街道新和路45号小区"));
  }

  private static void assertMatchesTheDoor(Match match) {
    assertThat(match.best().id()).isEqualTo("H1");
    assertThat(match.level()).isEqualTo(PositionLevel.DOOR);
    assertThat(match.sigmaMetres()).isEqualTo(15);
    assertThat(match.confidence()).isGreaterThanOrEqualTo(0.9);
    assertThat(match.point()).isEqualTo(wkt("POINT(563000 2906000)"));
    assertThat(match.notes()).extracting(Reason::zh).anyMatch(zh -> zh.contains("梅列区→三元区(2021)"));
    assertThat(match.best().reasons()).extracting(Reason::code).contains("DISTRICT_AGREES");
  }

  @Test
  @Tag("US-P02")
  void matchesListTheTokensAndTheSource() {
    Match match = match("", "三明市三元区列东街道新和路45号");
    assertThat(match.best().tokens())
        .extracting(token -> token.field() + ":" + token.component().text())
        .containsExactly("address:新和路", "address:45号", "address:三元区", "address:列东街道");
    assertThat(match.best().source()).isEqualTo("test");
    double sum = match.best().reasons().stream().mapToDouble(Reason::weight).sum();
    assertThat(match.confidence()).isEqualTo(Math.min(0.99, sum));
  }

  @Test
  @Tag("B-12")
  @Tag("SY-11")
  void mudanNewVillageFindsTheEstateWithBracketsInItsName() {
    for (String name : List.of("牡丹新村", "杜鹃新村", "杜鹃(牡丹)新村", "杜鹃（牡丹）新村", "牡丹新村小区")) {
      assertThat(match(name, "列东街道").best().id()).as(name).isEqualTo("E1");
    }
  }

  @Test
  @Tag("B-12")
  void lookAlikesAreShownButNeverTaken() {
    for (String name : List.of("牡丹花园", "红岩公寓", "芙蓉新村")) {
      GeocodeResult result = geocode(name, "三元区");
      assertThat(result).as(name).isInstanceOf(NoMatch.class);
      assertThat(result.candidates()).as(name).hasSize(1);
      assertThat(result.candidates().get(0).reasons().get(0).code()).isEqualTo("NAME_STEM");
    }
    NoMatch none = (NoMatch) geocode("碧湖新村", "三元区");
    assertThat(none.reasons().get(0).code()).isEqualTo("NOT_IN_GAZETTEER");
    assertThat(none.candidates()).isEmpty();
  }

  @Test
  @Tag("B-14")
  void workersNewVillageNeedsItsDistrict() {
    Ambiguous ambiguous = (Ambiguous) geocode("工人新村", "");
    assertThat(ambiguous.candidates()).extracting(Candidate::id).containsExactly("E3", "E4");
    assertThat(match("工人新村", "沙县").best().id()).isEqualTo("E4");
    assertThat(match("工人新村", "三明市三元区").best().id()).isEqualTo("E3");
    assertThat(match("工人新村", "梅列区").best().id()).isEqualTo("E3");
    assertThat(geocode("工人新村", "永安市")).isInstanceOf(NoMatch.class);
    assertThat(geocode("工人新村", "福州市台江区")).isInstanceOf(NoMatch.class);
  }

  @Test
  @Tag("B-12")
  void estateWithPhasesIsAmbiguousUntilThePhaseIsNamed() {
    Ambiguous ambiguous = (Ambiguous) geocode("东霞花园", "三元区");
    assertThat(ambiguous.cause().code()).isEqualTo("PHASE_AMBIGUOUS");
    assertThat(ambiguous.candidates()).extracting(Candidate::id).containsExactly("E5", "E6");
    for (String name : List.of("东霞花园二期", "东霞花园2期", "东霞花园(二期)", "东霞花园小区二期")) {
      assertThat(match(name, "三元区").best().id()).as(name).isEqualTo("E6");
    }
    assertThat(geocode("东霞花园三期", "三元区")).isInstanceOf(NoMatch.class);
  }

  @Test
  void severalPhasesBesideTheWholeStayAmbiguousButOneDoesNot() {
    estate("W", "东霞花园", "三元区", "列东街道", 563200, 2907050);
    assertThat(geocode("东霞花园", "三元区")).isInstanceOf(Ambiguous.class);
    estate("F1", "芙蓉花园二期", "三元区", "城关街道", 561500, 2904000);
    assertThat(match("芙蓉花园", "三元区").best().id()).isEqualTo("E7");
  }

  @ParameterizedTest
  @CsvSource({"区政府西侧片区(钟法路以东、区政府以西、胜利路以南、南昌路以北), ", "红岩新村周边片区, 三元区", "红岩新村附近, ", "'', 三元区红岩新村对面"})
  @Tag("B-13")
  void surroundingsAreNeverThePlaceItself(String name, @Nullable String address) {
    NoMatch none = (NoMatch) geocode(name, address == null ? "" : address);
    assertThat(none.reasons().get(0).code()).isEqualTo("AREA_RELATIVE");
    assertThat(none.bounds()).hasSize(name.contains("以") ? 4 : 0);
  }

  @Test
  @Tag("SY-A")
  void baishaIsBothItsLevelsAndNeverOneOfThem() {
    Ambiguous ambiguous = (Ambiguous) geocode("白沙", "");
    assertThat(ambiguous.candidates())
        .extracting(Candidate::name)
        .containsExactlyInAnyOrder("白沙街道", "白沙社区");
  }

  @Test
  @Tag("B-11")
  void namedBuildingsGiveTheUnionOfTheirPolygons() {
    Match both = match("红岩新村", "三元区红岩新村17-18幢");
    assertThat(both.level()).isEqualTo(PositionLevel.BUILDING);
    assertThat(both.sigmaMetres()).isEqualTo(5);
    assertThat(both.geometry().getArea()).isEqualTo(400);
    Match missing = match("红岩新村17、18、19幢", "三元区");
    assertThat(missing.level()).isEqualTo(PositionLevel.COMMUNITY_POI);
    assertThat(missing.best().reasons())
        .anySatisfy(
            reason -> {
              assertThat(reason.code()).isEqualTo("BUILDINGS_MISSING");
              assertThat(reason.zh()).contains("缺19");
            });
  }

  @Test
  @Tag("US-P02")
  void roadsAndStreetsStandInOnlyWithTheirOwnError() {
    Match road = match("未知宿舍", "崇宁路");
    assertThat(road.level()).isEqualTo(PositionLevel.ROAD);
    assertThat(road.sigmaMetres()).isGreaterThanOrEqualTo(200);
    assertThat(road.confidence()).isLessThan(0.65);
    Match street =
        (Match)
            new StructuredGeocoder(gazetteer(unitsWithLiedong()))
                .geocode(new GeocodeQuery("未知宿舍", "", "三元区", "列东街道", ON));
    assertThat(street.level()).isEqualTo(PositionLevel.STREET);
    assertThat(street.sigmaMetres()).isGreaterThanOrEqualTo(1000);
  }

  @Test
  void placesWithoutPositionAreKnownButNotMatched() {
    places.add(place("E9", "台江新村", PlaceLevel.ESTATE, "三元区", "", "", "", null));
    NoMatch none = (NoMatch) geocode("台江新村", "三元区");
    assertThat(none.reasons().get(0).code()).isEqualTo("NO_GEOMETRY");
    assertThat(none.candidates()).extracting(Candidate::id).containsExactly("E9");
  }

  @Test
  @Tag("B-28")
  void placesOnAPileUpLoseConfidence() {
    for (int i = 0; i < 3; i++) {
      estate("P" + i, List.of("甲新村", "乙新村", "丙新村").get(i), "三元区", "", 563900, 2906900);
    }
    assertThat(geocode("甲新村", "").candidates().get(0).reasons())
        .extracting(Reason::code)
        .contains("PILE_UP");
    assertThat(geocode("甲新村", "")).isInstanceOf(NoMatch.class);
  }

  @Test
  void oneEstateEnteredTwiceNearbyIsOnePlace() {
    estate("E2b", "红岩新村", "三元区", "列西街道", 562040, 2906500);
    assertThat(match("红岩新村", "三元区").best().id()).isEqualTo("E2");
  }

  @Test
  void contradictingColumnAndAddressAreRemarkedOn() {
    GeocodeResult result = geocoder().geocode(new GeocodeQuery("工人新村", "沙县区工人新村", "三元区", "", ON));
    assertThat(result.notes()).extracting(Reason::code).contains("COLUMN_CONFLICT");
    assertThat(((Match) result).best().id()).isEqualTo("E3");
  }

  @Test
  void answersDoNotDependOnTheOrderOfTheGazetteer() {
    List<GeocodeQuery> queries = new ArrayList<>();
    for (String name : List.of("工人新村", "东霞花园", "牡丹新村", "白沙", "红岩新村17-18幢", "牡丹花园", "新和路45号")) {
      queries.add(new GeocodeQuery(name, "", "", "", ON));
    }
    List<GeocodeResult> first = queries.stream().map(geocoder()::geocode).toList();
    Collections.shuffle(places, new Random(3));
    assertThat(queries.stream().map(geocoder()::geocode).toList()).isEqualTo(first);
  }

  @Test
  void parametersWithoutErrorsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GeocodeParameters(Map.of(), 0.65, 0.97, 0.1, 100, 300, 3));
  }

  private StructuredGeocoder geocoder() {
    return new StructuredGeocoder(gazetteer(DivisionTable.shipped()));
  }

  private GazetteerIndex gazetteer(List<AdminUnit> units) {
    return GazetteerIndex.of(places, units);
  }

  private GeocodeResult geocode(String name, String address) {
    return geocoder().geocode(new GeocodeQuery(name, address, "", "", ON));
  }

  private Match match(String name, String address) {
    GeocodeResult result = geocode(name, address);
    assertThat(result).as("%s | %s", name, address).isInstanceOf(Match.class);
    return (Match) result;
  }

  private static List<AdminUnit> unitsWithLiedong() {
    List<AdminUnit> units = new ArrayList<>(DivisionTable.shipped());
    units.removeIf(unit -> unit.name().equals("列东街道"));
    units.add(
        new AdminUnit(
            "350404/列东街道",
            wkt(
                "POLYGON((562000 2905000,565000 2905000,565000 2908000,562000 2908000,562000 2905000))"),
            Provenance.of("test"),
            "",
            "列东街道",
            AdminLevel.STREET,
            "350404",
            null,
            null,
            List.of()));
    return units;
  }

  private void estate(String id, String name, String district, String street, double x, double y) {
    places.add(
        place(
            id,
            name,
            PlaceLevel.ESTATE,
            district,
            street,
            "",
            "",
            wkt("POINT(" + x + " " + y + ")")));
  }

  private void house(String id, String street, String road, String number, double x, double y) {
    places.add(
        place(
            id,
            road + number + "号",
            PlaceLevel.HOUSE_NUMBER,
            "",
            street,
            road,
            number,
            wkt("POINT(" + x + " " + y + ")")));
  }

  private static Place place(
      String id,
      String name,
      PlaceLevel level,
      String district,
      String street,
      String road,
      String number,
      @Nullable Geometry geometry) {
    return new Place(
        id,
        geometry,
        Provenance.of("test"),
        name,
        List.of(),
        level,
        "",
        district,
        street,
        "",
        road,
        number,
        "");
  }

  private static Geometry box(double x) {
    return wkt(
        "POLYGON((%1$f 2906500,%2$f 2906500,%2$f 2906520,%1$f 2906520,%1$f 2906500))"
            .formatted(x, x + 10));
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
