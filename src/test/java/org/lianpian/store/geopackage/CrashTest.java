package org.lianpian.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.geo.Crs;
import org.lianpian.model.Building;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;

/** A process that dies in the middle of its writes takes nothing with it. */
@NullUnmarked
class CrashTest {
  private static final int COMMITS_BEFORE_THE_CRASH = 25;
  private static final int FEATURES_OF_A_COMMIT = 40;

  @TempDir Path folder;

  /** Commits until somebody stops it, and says so after each commit. */
  static final class Victim {
    public static void main(String[] arguments) {
      ChangeContext context = new ChangeContext("victim", "commit", Instant.EPOCH);
      try (FeatureStore store = GeoPackageFeatureStore.open(Path.of(arguments[0]))) {
        for (int commit = 0; ; commit++) {
          List<Building> buildings = new ArrayList<>();
          for (int i = 0; i < FEATURES_OF_A_COMMIT; i++) {
            buildings.add(building(commit, i));
          }
          store.write(context, writer -> writer.put(Building.TYPE, buildings.stream()));
          System.out.println("committed " + commit);
        }
      }
    }
  }

  private static Building building(int commit, int i) {
    return Building.TYPE.create(
        commit + "/" + i, null, Provenance.of("test"), new Row(Map.of("storeys", i)));
  }

  @Test
  void everyCommitThatWasToldOfIsThereAndNoneIsHalf() throws Exception {
    Path file = folder.resolve("crash.gpkg");
    GeoPackageFeatureStore.create(file, new Dataset("x", new Crs(4548), "GENERIC", true)).close();
    int told = killAfter(COMMITS_BEFORE_THE_CRASH, file);
    try (FeatureStore store = GeoPackageFeatureStore.open(file)) {
      long commits = store.revision();
      assertThat(commits).isGreaterThanOrEqualTo(told);
      assertThat(store.count(Building.TYPE)).isEqualTo(commits * FEATURES_OF_A_COMMIT);
      for (int commit = 0; commit < commits; commit++) {
        assertThat(store.find(Building.TYPE, commit + "/" + (FEATURES_OF_A_COMMIT - 1)))
            .as("commit %s", commit)
            .contains(building(commit, FEATURES_OF_A_COMMIT - 1));
      }
    }
  }

  /** Returns how many commits were told of before the process was killed. */
  private static int killAfter(int commits, Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = process.inputReader()) {
      int told = 0;
      while (told < commits && output.readLine() != null) {
        told++;
      }
      assertThat(told).as("the process ended by itself").isEqualTo(commits);
      // Process.destroyForcibly would close the output, the handle leaves it to be read
      process.toHandle().destroyForcibly();
      while (output.readLine() != null) {
        told++;
      }
      return told;
    } finally {
      process.destroyForcibly();
    }
  }
}
