package org.lianpian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("FZ-04")
class PackagesInstanceTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  private int run(String instance, String... more) throws IOException {
    Path file = Files.writeString(directory.resolve("row.txt"), instance);
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {
          "packages", "--instance", file.toString(), "--out", labels().toString(), "--lang=en"
        },
        0,
        arguments,
        0,
        6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Cli.run(arguments);
  }

  private Path labels() {
    return directory.resolve("labels.txt");
  }

  private static final String ROW =
      "5\n0\t0\t0\t1\t10\t1\n1\t1\t0\t1\t10\t0,2\n2\t2\t0\t1\t10\t1,3\n"
          + "3\t3\t0\t1\t10\t2\n4\t9\t0\t1\t10\t\n";

  @Test
  void writesOneLabelForEachAreaAndMinusOneForLeftovers() throws IOException {
    assertThat(run(ROW, "--min", "20")).isZero();
    assertThat(Files.readString(labels())).isEqualTo("0\n0\n1\n1\n-1\n");
  }

  @Test
  void theObjectiveCanBeFewPackagesOrAFixedNumber() throws IOException {
    assertThat(run(ROW, "--min", "10", "--objective", "fewest")).isZero();
    assertThat(Files.readString(labels())).isEqualTo("0\n0\n0\n0\n1\n");
    assertThat(run(ROW, "--min", "10", "--objective", "similarity", "--p", "3")).isZero();
    assertThat(Files.readAllLines(labels()).stream().distinct()).hasSize(3);
  }

  @Test
  void mistakesAreTheCallers() throws IOException {
    assertThat(run(ROW, "--min", "20", "--max", "10")).isEqualTo(2);
    assertThat(run("2\n0\t0\tx\t1\t1\t\n", "--min", "20")).isEqualTo(2);
    assertThat(run(ROW, "--objective", "target")).isEqualTo(2);
  }
}
