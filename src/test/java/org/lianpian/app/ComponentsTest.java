package org.lianpian.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.policy.PolicyFormatException;

class ComponentsTest {

  @Test
  void everyProfileOfAnOperatorsDirectoryIsCheckedBeforeOneIsUsed(@TempDir Path directory)
      throws IOException {
    Components components =
        new Components(
            Config.read(
                directory.resolve("none.properties"),
                Map.of(),
                Map.of("policy.directory", directory.toString())),
            Clock.systemUTC());
    assertThat(components.profile("GENERIC").id()).isEqualTo("GENERIC");

    Files.writeString(directory.resolve("other.yml"), "parameters: 1\nidd: OTHER\n");

    assertThatThrownBy(() -> components.profile("GENERIC"))
        .isInstanceOf(PolicyFormatException.class)
        .hasMessageContaining("other.yml");
  }
}
