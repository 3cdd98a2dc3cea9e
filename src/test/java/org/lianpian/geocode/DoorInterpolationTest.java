package org.lianpian.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.geocode.DoorInterpolation.Door;
import org.lianpian.geocode.DoorInterpolation.Placed;
import org.lianpian.geocode.GeocodeResult.Match;
import org.lianpian.model.Place;
import org.lianpian.model.PlaceLevel;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * A road that turns, odd numbers on its left:
 *
 * <pre>
 *              |
 *   1     11   | 21
 *   -----------+
 *   2     20
 * </pre>
 */
@Tag("US-P01")
@Tag("US-P02")
class DoorInterpolationTest {
  private static final List<Geometry> ROAD =
      List.of(wkt("LINESTRING(100 0, 200 0, 200 100)"), wkt("LINESTRING(0 0, 100 0)"));
  private static final List<Door> DOORS =
      List.of(
          door(1, 0, 10),
          door(11, 100, 10),
          door(21, 190, 100),
          door(2, 0, -10),
          door(20, 90, -10));

  @Test
  void numberStandsOnItsSideBetweenItsNeighbours() {
    Placed placed = DoorInterpolation.place(6, DOORS, ROAD).orElseThrow();

    assertThat(placed.point().getX()).isEqualTo(20);
    assertThat(placed.point().getY()).isEqualTo(-10);
    assertThat(placed.below().number()).isEqualTo(2);
    assertThat(placed.above().number()).isEqualTo(20);
    assertThat(placed.sigmaMetres()).isEqualTo(0.29 * 90);
  }

  @Test
  void numberFollowsTheTurnOfTheRoad() {
    Point point = DoorInterpolation.place(17, DOORS, ROAD).orElseThrow().point();

    // six tenths of the 200 m from number 11 on: 20 m beyond the turn, to the left of it
    assertThat(point.getX()).isEqualTo(190);
    assertThat(point.getY()).isEqualTo(20);
  }

  @Test
  void directionAndOrderOfTheLinesDoNotMatter() {
    List<Geometry> reversed = List.of(ROAD.get(1).reverse(), ROAD.get(0).reverse());

    assertThat(DoorInterpolation.place(6, DOORS, reversed).orElseThrow().point())
        .isEqualTo(DoorInterpolation.place(6, DOORS, ROAD).orElseThrow().point());
  }

  @Test
  void nothingIsPlacedBeyondTheLastDoorOrWithoutTheRoad() {
    assertThat(DoorInterpolation.place(22, DOORS, ROAD)).isEmpty();
    assertThat(DoorInterpolation.place(23, DOORS, ROAD)).isEmpty();
    assertThat(DoorInterpolation.place(6, DOORS, List.of())).isEmpty();
    List<Geometry> elsewhere = List.of(wkt("LINESTRING(0 500, 200 500)"));
    assertThat(DoorInterpolation.place(6, DOORS, elsewhere)).isEmpty();
  }

  @Test
  void rowWhoseDoorIsNotKnownIsPlacedAlongTheRoad() {
    Place road = place("R", PlaceLevel.ROAD, "新和路", "", wkt("LINESTRING(0 0, 200 0)"));
    Place one = place("H1", PlaceLevel.HOUSE_NUMBER, "新和路", "1号", wkt("POINT(0 8)"));
    Place other = place("H9", PlaceLevel.HOUSE_NUMBER, "新和路", "9号", wkt("POINT(80 8)"));
    Geocoder geocoder =
        new StructuredGeocoder(GazetteerIndex.of(List.of(road, one, other), List.of()));

    Match match =
        (Match) geocoder.geocode(new GeocodeQuery("", "新和路5号", "", "", LocalDate.of(2024, 1, 1)));

    assertThat(match.point().getX()).isEqualTo(40);
    assertThat(match.level()).isEqualTo(PositionLevel.ROAD);
    assertThat(match.sigmaMetres()).isEqualTo(30);
    assertThat(match.best().reasons()).extracting(Reason::code).contains("HOUSE_INTERPOLATED");
  }

  private static Place place(
      String id, PlaceLevel level, String road, String number, Geometry geometry) {
    return new Place(
        id,
        geometry,
        Provenance.of("test"),
        road + number,
        List.of(),
        level,
        "",
        "",
        "",
        "",
        road,
        number,
        "");
  }

  private static Door door(int number, double x, double y) {
    return new Door(number, (Point) wkt("POINT(" + x + " " + y + ")"));
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
