package org.lianpian.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void fileInDirectory() {
    file = directory.resolve("lianpian.properties");
  }

  @Test
  void flagsBeatEnvironmentBeatsFileBeatsDefaults() throws IOException {
    Files.writeString(file, "server.port = 8001\nserver.host = 0.0.0.0\nactor = 区住建局\n");

    Config config =
        Config.read(
            file,
            Map.of("LIANPIAN_SERVER_PORT", "8002", "LIANPIAN_SERVER_HOST", "::1"),
            Map.of("server.port", "8003"));

    assertThat(config.integer(ConfigKey.SERVER_PORT, 0, 65535)).isEqualTo(8003);
    assertThat(config.get(ConfigKey.SERVER_HOST)).isEqualTo("::1");
    assertThat(config.get(ConfigKey.ACTOR)).isEqualTo("区住建局");
    assertThat(config.get(ConfigKey.STORE)).isEqualTo("lianpian.gpkg");
  }

  @Test
  void unknownKeyIsRefusedWhereverItStands() throws IOException {
    assertThatThrownBy(() -> Config.read(file, Map.of(), Map.of("server.prot", "1")))
        .hasMessageContaining("server.prot")
        .hasMessageContaining("server.port");
    assertThatThrownBy(() -> Config.read(file, Map.of("LIANPIAN_PROT", "1"), Map.of()))
        .hasMessageContaining("LIANPIAN_PROT");
    Files.writeString(file, "pipes.visble = false");
    assertThatThrownBy(() -> Config.read(file, Map.of(), Map.of()))
        .hasMessageContaining("pipes.visble")
        .hasMessageContaining(file.toString());
  }

  @Test
  void numberOutOfRangeSaysTheRange() {
    Config config = Config.read(file, Map.of(), Map.of("server.port", "70000"));

    assertThatThrownBy(() -> config.integer(ConfigKey.SERVER_PORT, 0, 65535))
        .hasMessageContaining("[0, 65535]")
        .hasMessageContaining("70000");
  }
}
