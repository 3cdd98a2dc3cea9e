package org.lianpian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of rows in, a table of positions out. */
@Tag("US-P01")
@Tag("US-P02")
class GeocodeTableTest {
  private static final String GAZETTEER =
      """
      id,name,district,address,lon,lat
      1,杜鹃新村,三元区,新市北路25号,117.630000,26.270000
      2,雅戈尔西湖花园一期,三元区,江滨南路8号,117.640000,26.260000
      3,雅戈尔西湖花园二期,三元区,江滨南路10号,117.642000,26.260000
      """;
  private static final String ROWS =
      """
      编号\t名称\t地址\t区县
      a\t杜鹃新村\t\t三元区
      b\t杜娟新邨\t新市北路25号\t三元区
      c\t西湖花园\t\t三元区
      d\t杜鹃新村\t\t三元区
      e\t狮子山庄\t\t三元区
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init")
  private Path out;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("places.csv"), GAZETTEER);
    Files.writeString(directory.resolve("rows.tsv"), ROWS);
    out = directory.resolve("out.tsv");
  }

  @Test
  void everyRowIsAnsweredInItsOrder() throws IOException {
    assertThat(run()).isEqualTo(Failures.OK);

    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).isEqualTo(PositionTable.TITLES);
    assertThat(lines.get(1)).startsWith("a\tMATCH\t\t").contains("杜鹃新村", "117.6300");
    assertThat(lines.get(2)).startsWith("b\tMATCH\t\t").contains("杜鹃新村", "117.6300");
    assertThat(lines.get(3)).startsWith("c\t").doesNotContain("MATCH\t\t");
    assertThat(lines.get(4).substring(1)).isEqualTo(lines.get(1).substring(1));
    assertThat(lines.get(5)).startsWith("e\tNO_MATCH\t");
  }

  @Test
  void resumingGoesOnWhereItStopped() throws IOException {
    run();
    List<String> whole = Files.readAllLines(out);
    Files.write(out, whole.subList(0, 3));

    assertThat(run("--resume")).isEqualTo(Failures.OK);
    assertThat(Files.readAllLines(out)).isEqualTo(whole);
  }

  @Test
  void tableOfOtherRowsIsNotResumed() throws IOException {
    Files.writeString(out, PositionTable.TITLES + "\nzz\tMATCH\n");

    assertThat(run("--resume")).isEqualTo(2);
  }

  @Test
  void tableWithoutNamesIsRefused() throws IOException {
    Files.writeString(directory.resolve("rows.tsv"), "编号\t户数\n1\t20\n");

    assertThat(run()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  private int run(String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("geocode", "--gazetteer"));
    arguments.add(directory.resolve("places.csv").toString());
    arguments.addAll(List.of("--in", directory.resolve("rows.tsv").toString()));
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(more));
    return Cli.run(arguments.toArray(String[]::new));
  }
}
