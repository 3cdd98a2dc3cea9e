package org.lianpian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about a network in files: W1 → M1 → M2 → WSC, and R1 → O1 apart from it. */
@Tag("US-E06")
class SewerCommandTest {
  private static final String MODEL =
      """
      [OPTIONS]
      FLOW_UNITS  LPS
      [JUNCTIONS]
      WS1  9.5  2
      WS2  9.2  2
      WS3  9.1  2
      YS1  9.0  2
      [OUTFALLS]
      WSC  8.0  FREE NO
      O1   7.0  FREE NO
      [CONDUITS]
      L1  WS1  WS2  50 0.013 0 0 0 0
      L2  WS2  WS3  50 0.013 0 0 0 0
      L3  WS3  WSC  50 0.013 0 0 0 0
      L4  YS1  O1   50 0.013 0 0 0 0
      [DWF]
      YS1 FLOW 0.5
      [COORDINATES]
      WS1  563000  2906500
      WS2  563050  2906500
      WS3  563100  2906500
      WSC  563150  2906500
      YS1  563000  2906600
      O1   563050  2906600
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init")
  private Path model;

  @BeforeEach
  void write() throws IOException {
    model = Files.writeString(directory.resolve("model.inp"), MODEL);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("sewer"));
    all.addAll(List.of(arguments));
    return Cli.run(all.toArray(new String[0]));
  }

  private JsonNode answer(String... arguments) throws IOException {
    Path file = directory.resolve("answer.json");
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--inp", model.toString(), "--crs", "EPSG:4548", "--out", file.toString()));
    assertThat(run(all.toArray(new String[0]))).isZero();
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void aModelIsTracedUpDownToThePlantAndBetween() throws IOException {
    assertThat(answer("trace", "--from", "WS3", "--up").get("pipes").asInt()).isEqualTo(2);
    assertThat(answer("trace", "--from", "L4", "--down").at("/ends/0/result").asText())
        .isEqualTo("REACHES_OUTFALL");
    JsonNode plant = answer("trace", "--from", "WS1", "--to-plant");
    assertThat(plant.at("/route/pipes")).hasSize(3);
    assertThat(plant.at("/route/length_m").asDouble()).isEqualTo(150);
    assertThat(answer("trace", "--from", "WS3", "--to", "WS1").at("/route/against").asBoolean())
        .isTrue();
  }

  @Test
  void statusNamesOutletsThatBelongToNoCommunity() throws IOException {
    JsonNode status = answer("status");

    assertThat(status.get("communities")).isEmpty();
    assertThat(status.at("/outlets/0/node").asText()).isEqualTo("YS1");
    assertThat(status.at("/outlets/0/connection").asText()).isEqualTo("DIRECT_TO_RIVER");
  }

  @Test
  @Tag("SM-04")
  void newWorksAreSummedUp() throws IOException {
    assertThat(answer("works", "--year", "2024").get("pipes")).isEmpty();
  }

  @Test
  void layersAreReadWithTheColumnsThatWereNamed() throws IOException {
    Path nodes =
        Files.writeString(
            directory.resolve("nodes.csv"),
            "Brunnen,x,y,kind\nA,563000,2906500,\nB,563050,2906500,WWTP\n");
    Path pipes =
        Files.writeString(directory.resolve("pipes.csv"), "id,von,nach,medium\nP,A,B,SEWAGE\n");
    Path out = directory.resolve("trace.geojson");

    int code =
        run(
            "trace",
            "--from",
            "A",
            "--to-plant",
            "--nodes",
            nodes.toString(),
            "--pipes",
            pipes.toString(),
            "--crs",
            "EPSG:4548",
            "--map",
            "nodes.Brunnen=@id",
            "--map",
            "pipes.von=from_node",
            "--map",
            "pipes.nach=to_node",
            "--out",
            out.toString());

    assertThat(code).isZero();
    JsonNode features = new ObjectMapper().readTree(out.toFile()).get("features");
    assertThat(features.get(0).get("id").asText()).isEqualTo("P");
    assertThat(features.at("/0/properties/on_route").asBoolean()).isTrue();
  }

  @Test
  void theSectionIsDrawn() throws IOException {
    Path svg = directory.resolve("section.svg");

    int code =
        run(
            "profile",
            "--from",
            "WS1",
            "--inp",
            model.toString(),
            "--crs",
            "EPSG:4548",
            "--out",
            svg.toString(),
            "--lang",
            "zh",
            "--height-datum",
            "罗零高程");

    assertThat(code).isZero();
    assertThat(Files.readString(svg)).contains("高程基准:罗零高程", "逆坡");
  }

  @Test
  void anUnknownIdIsACallersMistakeThatNamesIdsLikeIt() {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    int code;
    try {
      code = run("trace", "--from", "WS9", "--up", "--inp", model.toString(), "--crs", "EPSG:4548");
    } finally {
      System.setErr(before);
    }

    assertThat(code).isEqualTo(Failures.BAD_INPUT);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("WS9").contains("WS1, WS2, WS3");
  }

  @Test
  void aQuestionWithoutGoalOrWithHalfANetworkIsRefused() {
    assertThat(run("trace", "--from", "WS1", "--inp", model.toString())).isEqualTo(2);
    assertThat(run("trace", "--from", "WS1", "--up", "--nodes", model.toString())).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }
}
