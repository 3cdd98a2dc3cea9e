package org.lianpian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with a Java that only writes down how it was called. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
  @TempDir Path home;

  @BeforeEach
  void install() throws IOException {
    Files.copy(Path.of("src/main/launcher/lianpian"), home.resolve("lianpian"));
    Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        echo "$LC_ALL $*" >> "%1$s/calls"
        [ -e "%1$s/unwilling" ] && exit 1
        case $1 in -XX:ArchiveClassesAtExit=*) echo archive > "${1#*=}" ;; *) exit 7 ;; esac
        """
            .formatted(home));
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void theFirstStartMakesTheArchiveAndLaterStartsUseIt() throws Exception {
    Files.writeString(home.resolve("lianpian.jar"), "jar");
    assertThat(start("serve", "--store", "我的 数据.gpkg")).isEqualTo(7);
    assertThat(start("--help")).isEqualTo(7);
    List<String> calls = calls();
    assertThat(calls).hasSize(3);
    assertThat(calls.get(0)).startsWith("C.UTF-8 -XX:ArchiveClassesAtExit=").endsWith(" warm-up");
    assertThat(calls.get(1))
        .contains("-XX:SharedArchiveFile=" + home.resolve("lianpian.jsa"))
        .endsWith("lianpian.jar serve --store 我的 数据.gpkg");
    assertThat(calls.get(2)).endsWith("lianpian.jar --help");
  }

  @Test
  void startsWithoutAnArchiveWhereNoneCanBeMade() throws Exception {
    Files.writeString(home.resolve("lianpian.jar"), "jar");
    Files.writeString(home.resolve("unwilling"), "");
    assertThat(start("serve")).isEqualTo(1);
    assertThat(calls()).hasSize(2);
    try (var files = Files.list(home)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".jsa"));
    }
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThat(start("serve")).isEqualTo(2);
    assertThat(Files.readString(home.resolve("messages"))).contains("mvn -DskipTests package");
  }

  private int start(String... arguments) throws Exception {
    ProcessBuilder script = new ProcessBuilder("sh", home.resolve("lianpian").toString());
    script.command().addAll(List.of(arguments));
    script.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    script.environment().put("LC_ALL", "C");
    script.redirectErrorStream(true).redirectOutput(home.resolve("messages").toFile());
    return script.start().waitFor();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(home.resolve("calls"), StandardCharsets.UTF_8);
  }
}
