package org.lianpian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.geo.Crs;
import org.lianpian.model.Analysis;
import org.lianpian.model.Building;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Dataset;
import org.lianpian.model.EstateMerge;
import org.lianpian.model.EvidenceShape;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.PlanRevision;
import org.lianpian.model.PlanScenario;
import org.lianpian.model.Progress;
import org.lianpian.model.Provenance;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.model.WriteCounts;
import org.lianpian.policy.Citation;
import org.lianpian.store.geopackage.GeoPackageFeatureStore;
import org.lianpian.store.postgis.PostgisFeatureStore;
import org.lianpian.support.PostgisServer;

@NullUnmarked
class StoreCopierTest {
  private static final Dataset DATASET = new Dataset("三元区示意", new Crs(4548), "SANYUAN-2022", true);
  private static final ChangeContext CONTEXT =
      new ChangeContext("测试", "复制", Instant.parse("2026-01-02T03:04:05Z"));
  private static final int FEATURES_OF_A_TYPE = 150;
  private static final Set<FeatureType<?>> MADE_BY_HAND =
      Set.of(Verdict.TYPE, PlanScenario.TYPE, PlanRevision.TYPE, EstateMerge.TYPE);

  @TempDir Path folder;

  private static void fill(FeatureStore store) {
    store.write(
        CONTEXT,
        writer -> {
          WriteCounts counts = WriteCounts.NONE;
          for (FeatureType<?> type : FeatureTypes.ALL) {
            if (!MADE_BY_HAND.contains(type)) {
              counts = counts.plus(fill(writer, type));
            }
          }
          writer.putOne(
              PlanScenario.TYPE,
              new PlanScenario("s-2", Provenance.of("plan"), 2, "方案 B", 1, 0, false, "main", "甲"));
          writer.putOne(PlanRevision.TYPE, PlanRevision.head("main", 1));
          writer.putOne(
              EstateMerge.TYPE,
              new EstateMerge(
                  "c-1",
                  Provenance.of("merge"),
                  List.of(Map.of("id", "c-1"), Map.of("id", "c-2"))));
          return counts.plus(writer.putOne(Verdict.TYPE, verdict()));
        });
  }

  private static <T extends Feature> WriteCounts fill(
      FeatureStore.Writer writer, FeatureType<T> type) {
    return writer.put(type, SampleFeatures.of(type, FEATURES_OF_A_TYPE, 42).stream());
  }

  private static Verdict verdict() {
    return new Verdict(
        Subject.community("community-000001"),
        Analysis.FRONTAGE,
        "FIRST_ROW",
        "临河第一排",
        "First row",
        List.of(new Citation("riverside.distance", null, "", null, "50 m")),
        "DEMO-SANYUAN",
        "1",
        "00ff",
        Map.of("distance", 12.5, "rows", List.of(1, 2)),
        List.of(new EvidenceShape("sight", "视线", "Sight", Probe.geometry("POINT (1 2)"))));
  }

  @Test
  void aRoundTripThroughPostgisLosesNothing() {
    try (FeatureStore first = GeoPackageFeatureStore.create(folder.resolve("1.gpkg"), DATASET);
        FeatureStore server = PostgisFeatureStore.create(PostgisServer.newSchema(), DATASET);
        FeatureStore last = GeoPackageFeatureStore.create(folder.resolve("2.gpkg"), DATASET)) {
      fill(first);
      CopyReport there = StoreCopier.copy(first, server, CONTEXT, Progress.NONE);
      CopyReport back = StoreCopier.copy(server, last, CONTEXT, Progress.NONE);

      assertThat(there.matches()).as("%s", there).isTrue();
      assertThat(back.matches()).as("%s", back).isTrue();
      assertThat(there.types()).hasSize(FeatureTypes.ALL.size());
      for (int i = 0; i < there.types().size(); i++) {
        CopyReport.TypeCopy out = there.types().get(i);
        CopyReport.TypeCopy home = back.types().get(i);
        assertThat(out.sourceCount()).as(out.type()).isPositive();
        assertThat(home.targetChecksum()).as(out.type()).isEqualTo(out.sourceChecksum());
        assertThat(home.counts().inserted()).as(out.type()).isEqualTo(out.sourceCount());
      }
      assertThat(last.list(Building.TYPE))
          .as("and the features themselves are equal")
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("geometry")
          .isEqualTo(first.list(Building.TYPE));
      assertThat(last.extent(Building.TYPE)).isEqualTo(first.extent(Building.TYPE));

      CopyReport again = StoreCopier.copy(last, server, CONTEXT, Progress.NONE);
      assertThat(again.counts().unchanged())
          .isEqualTo(FeatureTypes.ALL.stream().mapToLong(first::count).sum());
      assertThat(again.counts().inserted() + again.counts().updated()).isZero();
      assertThat(server.revision()).as("an equal copy is no change").isEqualTo(1);
    }
  }

  @Test
  void whatOnlyTheTargetHasShowsInTheReport() {
    try (FeatureStore from = GeoPackageFeatureStore.create(folder.resolve("1.gpkg"), DATASET);
        FeatureStore to = GeoPackageFeatureStore.create(folder.resolve("2.gpkg"), DATASET)) {
      List<Building> buildings = SampleFeatures.of(Building.TYPE, 3, 1);
      from.write(CONTEXT, writer -> writer.put(Building.TYPE, buildings.stream().limit(2)));
      to.write(CONTEXT, writer -> writer.put(Building.TYPE, buildings.stream().skip(1)));
      CopyReport report = StoreCopier.copy(from, to, CONTEXT, Progress.NONE);
      assertThat(report.matches()).isFalse();
      assertThat(report.counts()).isEqualTo(new WriteCounts(1, 0, 1, 0));
      assertThat(report.types())
          .filteredOn(type -> !type.matches())
          .extracting(CopyReport.TypeCopy::type)
          .containsExactly("building");
    }
  }

  @Test
  void reportsItsProgress() {
    List<String> heard = new ArrayList<>();
    try (FeatureStore from = GeoPackageFeatureStore.create(folder.resolve("1.gpkg"), DATASET);
        FeatureStore to = GeoPackageFeatureStore.create(folder.resolve("2.gpkg"), DATASET)) {
      from.write(
          CONTEXT,
          writer -> writer.put(Building.TYPE, SampleFeatures.of(Building.TYPE, 1500, 1).stream()));
      StoreCopier.copy(
          from, to, CONTEXT, (stage, done, total) -> heard.add(stage + " " + done + "/" + total));
    }
    assertThat(heard)
        .containsExactly(
            "copy 0/1500",
            "copy 1000/1500",
            "copy 1500/1500",
            "verify 0/1500",
            "verify 1000/1500",
            "verify 1500/1500");
  }

  @Test
  void refusesAnotherCrs() {
    Dataset elsewhere = new Dataset("濮阳", new Crs(4547), "PUYANG-2020", false);
    try (FeatureStore from = GeoPackageFeatureStore.create(folder.resolve("1.gpkg"), DATASET);
        FeatureStore to = GeoPackageFeatureStore.create(folder.resolve("2.gpkg"), elsewhere)) {
      assertThatThrownBy(() -> StoreCopier.copy(from, to, CONTEXT, Progress.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("EPSG:4548")
          .hasMessageContaining("EPSG:4547");
    }
  }
}
