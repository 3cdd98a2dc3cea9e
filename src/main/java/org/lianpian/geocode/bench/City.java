package org.lianpian.geocode.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianpian.geocode.match.Estate;
import org.lianpian.geocode.match.NameQuery;

/**
 * One city's gazetteer and the rows that other sources have of it.
 *
 * <p>Positions are metres on a plane about the city's first estate, good to 0.1 % within 50 km.
 */
public record City(String name, List<Estate> estates, List<RealRow> rows) {
  private static final double METRES_PER_DEGREE = 111_195;

  public City {
    estates = List.copyOf(estates);
    rows = List.copyOf(rows);
  }

  /**
   * Reads {@code gazetteer.tsv} (id, city, district, name, address, longitude, latitude) and {@code
   * cross_source.tsv} (city, name, address, longitude, latitude, E or H) of a directory, both in
   * one datum; cities by name.
   */
  public static List<City> read(Path directory) throws IOException {
    Map<String, List<Estate>> estates = new TreeMap<>();
    Map<String, Double> latitudes = new TreeMap<>();
    for (String line : Files.readAllLines(directory.resolve("gazetteer.tsv"))) {
      String[] cells = line.split("\t", -1);
      double latitude = Double.parseDouble(cells[6]);
      double scale = latitudes.computeIfAbsent(cells[1], city -> latitude);
      estates
          .computeIfAbsent(cells[1], city -> new ArrayList<>())
          .add(
              new Estate(
                  cells[0],
                  cells[3],
                  List.of(),
                  cells[2],
                  cells[4],
                  east(cells[5], scale),
                  north(latitude)));
    }
    Map<String, List<RealRow>> rows = rows(directory, latitudes);
    List<City> cities = new ArrayList<>();
    estates.forEach(
        (city, known) -> cities.add(new City(city, known, rows.getOrDefault(city, List.of()))));
    return cities;
  }

  private static Map<String, List<RealRow>> rows(Path directory, Map<String, Double> latitudes)
      throws IOException {
    Map<String, List<RealRow>> rows = new TreeMap<>();
    int number = 0;
    for (String line : Files.readAllLines(directory.resolve("cross_source.tsv"))) {
      number++;
      String[] cells = line.split("\t", -1);
      double latitude = Double.parseDouble(cells[4]);
      double scale = latitudes.getOrDefault(cells[0], latitude);
      rows.computeIfAbsent(cells[0], city -> new ArrayList<>())
          .add(
              new RealRow(
                  number,
                  new NameQuery(cells[1], "", cells[2]),
                  east(cells[3], scale),
                  north(latitude),
                  cells[5].equals("E")));
    }
    return rows;
  }

  private static double east(String longitude, double latitude) {
    return Double.parseDouble(longitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
  }

  private static double north(double latitude) {
    return latitude * METRES_PER_DEGREE;
  }
}
