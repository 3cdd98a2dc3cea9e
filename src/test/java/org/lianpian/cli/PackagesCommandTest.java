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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six plots of 100 households in a row, 10 m apart, in metres of EPSG:4548. */
@Tag("FZ-04")
class PackagesCommandTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  private Path plots = Path.of("");

  @BeforeEach
  void writePlots() throws IOException {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double x = 563000 + 30 * i;
      features.add(
          """
          {"type":"Feature","properties":{"id":"p%d","name":"小区%d","households":100},
          "geometry":{"type":"Polygon","coordinates":[[[%f,2906500],[%f,2906500],[%f,2906520],
          [%f,2906520],[%f,2906500]]]}}"""
              .formatted(i, i, x, x + 20, x + 20, x, x));
    }
    plots = directory.resolve("小区.geojson");
    Files.writeString(
        plots,
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
            + "{\"name\":\"EPSG:4548\"}},\"features\":["
            + String.join(",", features)
            + "]}");
  }

  private int run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("packages", "--units", plots.toString()));
    arguments.addAll(List.of("--out", directory.resolve("out.geojson").toString()));
    arguments.addAll(List.of(options));
    return Cli.run(arguments.toArray(String[]::new));
  }

  /** Returns the members of each package by its id. */
  private Map<String, List<String>> packages() throws IOException {
    Map<String, List<String>> packages = new TreeMap<>();
    JsonNode out = new ObjectMapper().readTree(directory.resolve("out.geojson").toFile());
    for (JsonNode feature : out.get("features")) {
      JsonNode made = feature.at("/properties/package");
      if (!made.isMissingNode()) {
        packages
            .computeIfAbsent(made.get("id").asText(), id -> new ArrayList<>())
            .add(feature.at("/properties/id").asText());
      }
    }
    return packages;
  }

  @Test
  void packagesFollowTheGoal() throws IOException {
    assertThat(run()).isZero();
    assertThat(packages()).hasSize(1);
    assertThat(run("--goal", "most", "--min", "200")).isZero();
    assertThat(packages()).hasSize(3);
    assertThat(run("--target-households", "300", "--prefer", "compact")).isZero();
    assertThat(packages()).hasSize(2);
  }

  @Test
  void packagesKeepLocks() throws IOException {
    assertThat(run("--apart", "p1,p2")).isZero();
    assertThat(packages()).hasSize(2);
    assertThat(run("--keep", "p2,p3", "--keep", "p4")).isZero();
    assertThat(packages()).hasSize(3);
  }

  @Test
  @Tag("US-P12")
  void scenariosOfADatasetAreListedAndCompared() {
    String store = directory.resolve("town.gpkg").toString();
    assertThat(Cli.run("import", "--store", store, plots.toString())).isZero();
    assertThat(Cli.run("scenarios", "--store", store)).isZero();
    assertThat(Cli.run("scenarios", "--store", store, "--compare", "main", "main")).isZero();
    assertThat(Cli.run("scenarios", "--store", store, "--compare", "main", "s-9")).isEqualTo(2);
  }

  @Test
  void whatCannotBeSolvedIsNamedWithExitCodeTwo() {
    assertThat(run("--min", "500", "--max", "400")).isEqualTo(2);
    assertThat(run("--max-gap", "-3")).isEqualTo(2);
    assertThat(run("--anchor", "nowhere")).isEqualTo(2);
    assertThat(run("--together", "p0,p2")).isEqualTo(2);
    assertThat(run("--together", "p0,p1", "--apart", "p0,p1")).isEqualTo(2);
    assertThat(run("--apart", "p0")).isEqualTo(2);
    assertThat(run("--goal", "target")).isEqualTo(2);
    // solvable, and every community has a reason
    assertThat(run("--min", "4000")).isZero();
    assertThat(run("--max", "50")).isZero();
  }
}
