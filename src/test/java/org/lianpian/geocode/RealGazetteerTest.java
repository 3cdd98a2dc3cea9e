package org.lianpian.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.geo.LonLat;
import org.lianpian.geo.MetricCrs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Place;
import org.lianpian.model.PlaceLevel;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.lianpian.support.SharedData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * Real estates of one source as the gazetteer, the same as two other sources name them as queries,
 * city by city. The bounds are a little below what was measured; the truth itself is noisy.
 */
class RealGazetteerTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final LocalDate ON = LocalDate.of(2022, 1, 1);

  /** A hit is a match within this of the truth: sources agree within 300 m for 90 %. */
  private static final double HIT_METRES = 300;

  @Test
  void namesThatExistAreFoundAndOtherNamesAreNotInvented(TestReporter reporter) throws IOException {
    Map<String, List<String[]>> gazetteer = byCity("data/geocoding/gazetteer.tsv", 1);
    Map<String, List<String[]>> queries = byCity("data/geocoding/cross_source.tsv", 0);
    Tally exact = new Tally();
    Tally hard = new Tally();
    queries.forEach(
        (city, rows) -> {
          List<String[]> known = gazetteer.getOrDefault(city, List.of());
          if (!known.isEmpty()) {
            ask(known, rows, exact, hard);
          }
        });
    reporter.publishEntry("names that exist", exact.toString());
    reporter.publishEntry("hard names", hard.toString());
    assertThat(exact.hitRate()).as("%s", exact).isGreaterThan(0.90);
    assertThat(exact.precision()).as("%s", exact).isGreaterThan(0.95);
    assertThat(hard.precision()).as("%s", hard).isGreaterThan(0.87);
  }

  private static void ask(List<String[]> known, List<String[]> rows, Tally exact, Tally hard) {
    double longitude = Double.parseDouble(known.get(0)[5]);
    Reprojector metres = Reprojector.between(Crs.CGCS2000, MetricCrs.forLongitude(longitude).crs());
    List<Place> places = new ArrayList<>();
    for (String[] row : known) {
      places.add(
          new Place(
              row[0],
              point(row[5], row[6], metres),
              Provenance.of("gazetteer"),
              row[3],
              List.of(),
              PlaceLevel.ESTATE,
              "",
              row[2],
              "",
              "",
              "",
              "",
              row[4]));
    }
    Geocoder geocoder = new StructuredGeocoder(GazetteerIndex.of(places, List.of()));
    for (String[] row : rows) {
      GeocodeResult result = geocoder.geocode(new GeocodeQuery(row[1], row[2], "", "", ON));
      (row[5].equals("E") ? exact : hard).add(result, point(row[3], row[4], metres));
    }
  }

  private static Point point(String longitude, String latitude, Reprojector metres) {
    LonLat position =
        Datum.BD09.toCgcs2000(
            new LonLat(Double.parseDouble(longitude), Double.parseDouble(latitude)));
    Coordinate coordinate = metres.apply(position.toCoordinate());
    return FACTORY.createPoint(coordinate);
  }

  private static Map<String, List<String[]>> byCity(String file, int column) throws IOException {
    Path path = SharedData.require(file);
    Map<String, List<String[]>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(path)) {
      String[] cells = line.split("\t", -1);
      rows.computeIfAbsent(cells[column], key -> new ArrayList<>()).add(cells);
    }
    return rows;
  }

  /** Counts answers of one kind of query. */
  private static final class Tally {
    private int asked;
    private int matched;
    private int hits;
    private int ambiguous;
    private int shownHits;

    void add(GeocodeResult result, Point truth) {
      asked++;
      if (result instanceof GeocodeResult.Match match) {
        boolean precise = match.level().compareTo(PositionLevel.ROAD) < 0;
        matched += precise ? 1 : 0;
        hits += precise && match.point().isWithinDistance(truth, HIT_METRES) ? 1 : 0;
      } else if (result instanceof GeocodeResult.Ambiguous) {
        ambiguous++;
        boolean shown =
            result.candidates().stream()
                .map(Candidate::point)
                .anyMatch(point -> point != null && point.isWithinDistance(truth, HIT_METRES));
        shownHits += shown ? 1 : 0;
      }
    }

    double hitRate() {
      return (double) hits / asked;
    }

    double precision() {
      return (double) hits / matched;
    }

    @Override
    public String toString() {
      return "%d asked, %d matched (%.1f %%), %d within 300 m (%.1f %% of matches), %d ambiguous, %d of them with the truth shown"
          .formatted(
              asked,
              matched,
              100.0 * matched / asked,
              hits,
              100 * precision(),
              ambiguous,
              shownHits);
    }
  }
}
