package org.lianpian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WarmUpCommandTest {

  @Test
  void servesATownOnceAndLeavesNothingBehind() throws IOException {
    Set<Path> before = towns();
    assertThat(Cli.run("warm-up")).isZero();
    assertThat(towns()).isEqualTo(before);
  }

  private static Set<Path> towns() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("lianpian-town"))
          .collect(Collectors.toSet());
    }
  }
}
