package org.lianpian.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.geo.Crs;
import org.lianpian.model.ChangeContext;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.Progress;
import org.lianpian.store.geopackage.GeoPackageFeatureStore;

@NullUnmarked // a missing value fails the test
class DemoFilesTest {
  private static final ChangeContext CONTEXT =
      new ChangeContext("test", "示意数据", Instant.parse("2026-03-01T00:00:00Z"));
  private static final DemoParameters PARAMETERS = new DemoParameters(230, 350404);

  @TempDir static Path first;
  @TempDir static Path second;

  private static DemoSummary summary;

  @BeforeAll
  static void generateTwice() {
    summary = generate(first);
    generate(second);
  }

  private static DemoSummary generate(Path directory) {
    try (FeatureStore store =
        GeoPackageFeatureStore.create(directory.resolve("demo.gpkg"), DemoTown.dataset())) {
      return DemoTown.generate(PARAMETERS, store, directory, CONTEXT, Progress.NONE);
    }
  }

  @Test
  void storeHoldsWhatTheSummarySays() {
    try (FeatureStore store = GeoPackageFeatureStore.open(first.resolve("demo.gpkg"))) {
      assertThat(store.dataset().synthetic()).isTrue();
      for (var type : FeatureTypes.ALL) {
        assertThat(store.count(type))
            .as(type.name())
            .isEqualTo(summary.features().getOrDefault(type.name(), 0L));
      }
      assertThat(store.list(Community.TYPE)).hasSize(230);
    }
    assertThat(summary.plantedFaults().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(230);
  }

  @Test
  void filesHaveTheSameBytesForTheSameSeed() throws IOException {
    assertThat(summary.files()).hasSize(3);
    for (Path file : summary.files()) {
      assertThat(Files.mismatch(file, second.resolve(file.getFileName())))
          .as(file.toString())
          .isEqualTo(-1);
    }
  }

  @Test
  void demonstrationDataGoOnlyIntoSyntheticDatasets(@TempDir Path directory) {
    Dataset real = new Dataset("真实数据", new Crs(4548), DemoTown.PROFILE, false);
    try (FeatureStore store = GeoPackageFeatureStore.create(directory.resolve("real.gpkg"), real)) {
      assertThatThrownBy(
              () -> DemoTown.generate(PARAMETERS, store, directory, CONTEXT, Progress.NONE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("真实数据");
    }
  }

  @Test
  void truthNamesEveryCommunityAndTheObjectsOfEveryFault() throws IOException {
    JsonNode truth = new ObjectMapper().readTree(first.resolve("truth.json").toFile());

    assertThat(truth.get("synthetic").asBoolean()).isTrue();
    assertThat(truth.get("communities")).hasSize(230);
    for (JsonNode community : truth.get("communities")) {
      String fault = community.get("fault").asText();
      boolean harmless = Set.of("NONE", "NOT_SURVEYED", "OUTLET_NOT_SURVEYED").contains(fault);
      assertThat(community.get("objects").isEmpty()).as("%s", community).isEqualTo(harmless);
    }
  }

  @Test
  @Tag("B-01")
  @Tag("B-04")
  @Tag("B-08")
  @Tag("B-09")
  @Tag("B-15")
  @Tag("B-45")
  @Tag("B-51")
  void ledgerIsMessyInEveryPlannedWay() throws IOException {
    List<Row> rows = rows(first.resolve(Ledger.FILE_NAME));
    Set<String> quirks =
        Ledger.of(DemoTown.towns(PARAMETERS).findFirst().orElseThrow(), PARAMETERS.seed())
            .rows()
            .stream()
            .flatMap(row -> row.quirks().stream())
            .collect(Collectors.toSet());

    assertThat(quirks)
        .contains(
            "approximate-count",
            "full-width-digits",
            "decade",
            "before-year",
            "year-range",
            "area-with-unit",
            "area-in-square-metres",
            "typo-in-name",
            "former-district",
            "formula-injection",
            "html-in-name",
            "thousands-separator",
            "duplicate");
    assertThat(rows.get(0).getCellText(0)).contains("示意数据");
    assertThat(rows.get(1).getCellText(8)).contains("单位");
    assertThat(rows.get(2).getCellText(6)).isEqualTo("改造规模");
    assertThat(rows.get(3).getCellText(6)).isEqualTo("户数");
    assertThat(rows.stream().filter(row -> row.getCellText(1).equals("小计"))).hasSize(8);
  }

  @Test
  @Tag("B-04")
  void totalOfTheLedgerHasTwoDigitsSwapped() throws IOException {
    List<Row> rows = rows(first.resolve(Ledger.FILE_NAME));
    long subtotals =
        rows.stream()
            .filter(row -> row.getCellText(1).equals("小计"))
            .mapToLong(row -> Long.parseLong(row.getCellText(6)))
            .sum();
    long total =
        rows.stream()
            .filter(row -> row.getCellText(0).equals("合计"))
            .mapToLong(row -> Long.parseLong(row.getCellText(6)))
            .sum();

    assertThat(total).isNotEqualTo(subtotals);
    assertThat(digits(total)).isEqualTo(digits(subtotals));
  }

  @Test
  @Tag("US-P01")
  void truthTellsWhichCommunityEachLedgerRowMeans() throws IOException {
    JsonNode truth = new ObjectMapper().readTree(first.resolve("truth.json").toFile());
    List<Row> rows = rows(first.resolve(Ledger.FILE_NAME));
    int unregistered = 0;
    for (JsonNode row : truth.get("ledger")) {
      assertThat(rows.get(row.get("row").asInt() - 1).getCellText(3))
          .isEqualTo(row.get("name").asText());
      unregistered += row.get("communityId").isNull() ? 1 : 0;
    }
    assertThat(truth.get("ledger")).hasSize(41);
    assertThat(unregistered).isEqualTo(10);
  }

  @Test
  @Tag("B-42")
  void secondLedgerHasClearErrors() throws IOException {
    List<Row> rows = rows(first.resolve(BadLedger.FILE_NAME));

    assertThat(rows).hasSize(9);
    assertThat(rows.stream().map(row -> row.getCellText(3))).contains("2999");
    assertThat(rows.stream().map(row -> row.getCellText(4))).contains("-3", "三百来户吧");
  }

  private static List<Integer> digits(long number) {
    return Long.toString(number).chars().sorted().boxed().toList();
  }

  private static List<Row> rows(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      return new ArrayList<>(workbook.getFirstSheet().read());
    }
  }
}
