package org.lianpian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files in metres of EPSG:4548.
 *
 * <pre>
 *   [ behind ]                         y = 35
 *   [ front  ]    [ other ] (blocker)  y = 10
 *   ~~~~~~~~~~~~~~~ river ~~~~~~~~~~   y = 0
 * </pre>
 */
@Tag("FZ-03")
@Tag("US-E02")
class FirstRowCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  private Path file(String name, String... idsAndBoxes) throws IOException {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < idsAndBoxes.length; i += 2) {
      String[] box = idsAndBoxes[i + 1].split(" ");
      double[] at = new double[4];
      for (int k = 0; k < 4; k++) {
        at[k] = Double.parseDouble(box[k]) + (k % 2 == 0 ? 563000 : 2906500);
      }
      features.add(
          """
          {"type":"Feature","properties":{"id":"%s","name":"%s"},"geometry":{"type":"Polygon",
          "coordinates":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}"""
              .formatted(
                  idsAndBoxes[i],
                  idsAndBoxes[i],
                  at[0],
                  at[1],
                  at[2],
                  at[1],
                  at[2],
                  at[3],
                  at[0],
                  at[3],
                  at[0],
                  at[1]));
    }
    return Files.writeString(
        directory.resolve(name),
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private Map<String, String> statuses(String... more) throws IOException {
    Path units = file("units.geojson", "front", "100 10 150 30", "behind", "105 35 145 49");
    Path water = file("water.geojson", "river", "0 -30 500 0");
    Path blockers = file("blockers.geojson", "front", "99 2 151 8");
    List<String> arguments =
        new ArrayList<>(
            List.of("first-row", "--units", units.toString(), "--water", water.toString()));
    for (String one : more) {
      arguments.add(one.equals("BLOCKERS") ? blockers.toString() : one);
    }
    Path out = directory.resolve("out.geojson");
    arguments.addAll(List.of("--crs", "EPSG:4548", "--out", out.toString(), "--lang=en"));
    assertThat(Cli.run(arguments.toArray(new String[0]))).isZero();
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode feature : new ObjectMapper().readTree(out.toFile()).get("features")) {
      JsonNode properties = feature.get("properties");
      statuses.put(
          properties.get("id").asText(),
          properties.get("status").asText() + " " + properties.get("mode").asText());
    }
    return statuses;
  }

  @Test
  @DisplayName("Units are parcels or buildings; each stands in the other's way")
  void everyModeAnswersForEveryUnit() throws IOException {
    assertThat(statuses("--mode", "parcel"))
        .containsExactly(
            Map.entry("behind", "BEHIND PARCEL"), Map.entry("front", "FIRST_ROW PARCEL"));
    assertThat(statuses("--mode", "building"))
        .containsExactly(
            Map.entry("behind", "BEHIND BUILDING"), Map.entry("front", "FIRST_ROW BUILDING"));
  }

  @Test
  @DisplayName("A blocker hides in either mode, though it has the id of a unit")
  void blockersHideInEitherMode() throws IOException {
    assertThat(statuses("--mode", "parcel", "--blockers", "BLOCKERS"))
        .containsEntry("front", "BEHIND PARCEL")
        .hasSize(2);
    assertThat(statuses("--mode", "building", "--blockers", "BLOCKERS"))
        .containsEntry("front", "BEHIND BUILDING")
        .hasSize(2);
  }

  @Test
  void theDistanceIsInclusive() throws IOException {
    assertThat(statuses("--mode", "building", "--distance", "10"))
        .containsEntry("front", "FIRST_ROW BUILDING")
        .containsEntry("behind", "OUTSIDE BUILDING");
  }

  @Test
  void withoutFilesADatasetIsNeeded() {
    Path out = directory.resolve("out.geojson");
    assertThat(
            Cli.run(
                "first-row",
                "--store",
                directory.resolve("none.gpkg").toString(),
                "--out",
                out.toString()))
        .isEqualTo(2);
    assertThat(out).doesNotExist();
  }
}
