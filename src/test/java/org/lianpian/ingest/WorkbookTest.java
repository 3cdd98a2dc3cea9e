package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.ingest.source.Notice;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.BuiltPrecision;
import org.lianpian.model.Community;

/** Ledgers as offices send them: titles, merged headings, units, totals, formulas. */
class WorkbookTest {
  @TempDir Path directory;
  private final ImportFixture world = new ImportFixture();

  /**
   * The usual ledger.
   *
   * <pre>
   *        A     B      C          D     E     F          G
   *   1    三元区老旧小区改造台账 (merged A1:G1)
   *   2                                            单位：万平方米
   *   3    序号   街道    小区名称     改造规模 (D3:F3)     建成年份
   *   4                            户数   栋数   建筑面积
   *   5    1     列东    红岩新村     120   3    0.84       1998
   *   6    2     (B5:B6) 工人新村     85    2    0.51       80年代
   *   7    3             人民新村     40    1    0.3        2000年底前
   *   8          小计               245   6    1.65
   *   9    填表人：…
   * </pre>
   */
  private static void ledger(Worksheet sheet) {
    SampleFiles.rows(
        sheet,
        new Object[] {"三元区老旧小区改造台账"},
        new Object[] {null, null, null, null, null, null, "单位：万平方米"},
        new Object[] {"序号", "街道", "小区名称", "改造规模", null, null, "建成年份"},
        new Object[] {null, null, null, "户数", "栋数", "建筑面积", null},
        new Object[] {1, "列东街道", "红岩新村", 120, 3, 0.84, 1998},
        new Object[] {2, null, "工人新村", 85, 2, 0.51, "80年代"},
        new Object[] {3, null, "人民新村", 40, 1, 0.3, "2000年底前"},
        new Object[] {null, "小计", null, 245, 6, 1.65},
        new Object[] {"填表人：某某", null, null, "审核人："});
    sheet.range(0, 0, 0, 6).merge();
    sheet.range(2, 0, 3, 0).merge();
    sheet.range(2, 1, 3, 1).merge();
    sheet.range(2, 2, 3, 2).merge();
    sheet.range(2, 3, 2, 5).merge();
    sheet.range(2, 6, 3, 6).merge();
    sheet.range(4, 1, 5, 1).merge();
  }

  @Test
  @Tag("US-C01")
  @Tag("B-01")
  void mergedHeadingsAreJoinedAndTitlesSkipped() throws IOException {
    Path file = SampleFiles.xlsx(directory.resolve("台账.xlsx"), "汇总", WorkbookTest::ledger);

    ImportReport report = world.dryRun(file, ImportOptions.DEFAULTS);

    LayerReport layer = report.layers().get(0);
    assertThat(layer.reading().mapping())
        .extracting(mapping -> mapping.column().name())
        .containsExactly("序号", "街道", "小区名称", "改造规模/户数", "改造规模/栋数", "改造规模/建筑面积", "建成年份");
    assertThat(layer.reading().mapping())
        .extracting(ColumnMapping::property)
        .containsExactly(
            null, "street", "name", "households", "buildings", "gross_floor_area", "built_text");
    assertThat(report.committable()).as("%s", ImportFixture.issues(report)).isTrue();
    assertThat(report.counts().inserted()).isEqualTo(3);
  }

  @Test
  @Tag("B-02")
  @Tag("B-03")
  @Tag("B-04")
  void unitLineIsUsedMergedCellsAreFilledAndTotalsOnlyChecked() throws IOException {
    Path file = SampleFiles.xlsx(directory.resolve("台账.xlsx"), "汇总", WorkbookTest::ledger);

    List<Community> communities = world.read(file, Community.TYPE).features();

    assertThat(communities).extracting(Community::name).containsExactly("红岩新村", "工人新村", "人民新村");
    assertThat(communities)
        .extracting(Community::street)
        .as("filled down where merged, blank where blank")
        .containsExactly("列东街道", "列东街道", "");
    assertThat(communities)
        .extracting(Community::grossFloorArea)
        .containsExactly(8400., 5100., 3000.);
    assertThat(communities)
        .extracting(Community::built)
        .containsExactly(
            new BuildPeriod(1998, 1998, BuiltPrecision.YEAR, "1998"),
            new BuildPeriod(1980, 1989, BuiltPrecision.DECADE, "80年代"),
            new BuildPeriod(null, 2000, BuiltPrecision.BEFORE, "2000年底前"));
    assertThat(ImportFixture.codes(world.dryRun(file, ImportOptions.DEFAULTS))).isEmpty();
  }

  @Test
  @Tag("B-04")
  @Tag("B-41")
  void wrongTotalIsReportedWithItsCell() throws IOException {
    Path file =
        SampleFiles.xlsx(
            directory.resolve("台账.xlsx"),
            "汇总",
            sheet -> {
              ledger(sheet);
              sheet.value(7, 3, 246);
            });

    ImportReport report = world.dryRun(file, ImportOptions.DEFAULTS);

    assertThat(ImportFixture.issues(report))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("sum.mismatch");
              assertThat(issue.cell()).isEqualTo("D8");
              assertThat(issue.zh()).contains("246", "245");
            });
  }

  @Test
  @Tag("US-C02")
  void cellAddressIsThatOfTheSheet() throws IOException {
    Path file =
        SampleFiles.xlsx(
            directory.resolve("台账.xlsx"),
            "汇总",
            sheet -> {
              ledger(sheet);
              sheet.value(5, 3, "约85户");
            });

    assertThat(ImportFixture.issues(world.dryRun(file, ImportOptions.DEFAULTS)))
        .filteredOn(issue -> issue.code().equals("number.approximate"))
        .extracting(issue -> issue.layer() + "!" + issue.cell())
        .containsExactly("汇总!D6");
  }

  @Test
  @Tag("B-43")
  @DisplayName(
      "Formulas give their cached value, dates are ISO, error cells are errors, hidden rows come with a notice")
  void cellsOfManyKinds() throws IOException {
    Path file =
        SampleFiles.xlsx(
            directory.resolve("台账.xlsx"),
            "小区",
            sheet -> {
              SampleFiles.rows(
                  sheet,
                  new Object[] {"小区名称", "户数", "验收日期", "城镇范围内"},
                  new Object[] {"红岩新村", null, null, "是"},
                  new Object[] {"工人新村", 85, null, "否"});
              sheet.value(1, 1, 120);
              sheet.value(1, 2, LocalDate.of(2022, 3, 10));
              sheet.style(1, 2).format("yyyy-mm-dd").set();
              sheet.value(2, 2, LocalDate.of(2021, 12, 1));
              sheet.style(2, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
              sheet.hideRow(2);
            });

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    assertThat(world.store.list(Community.TYPE))
        .extracting(Community::acceptedOn)
        .containsExactlyInAnyOrder(LocalDate.of(2022, 3, 10), LocalDate.of(2021, 12, 1));
    assertThat(report.layers().get(0).reading().notices())
        .extracting(Notice::code)
        .contains("table.hidden-rows");
  }

  @Test
  @Tag("B-43")
  void formulaErrorsAreErrors() throws IOException {
    Path file =
        SampleFiles.xlsx(
            directory.resolve("台账.xlsx"),
            "小区",
            sheet ->
                SampleFiles.rows(
                    sheet, new Object[] {"小区名称", "户数"}, new Object[] {"红岩新村", "#REF!"}));

    assertThat(ImportFixture.codes(world.dryRun(file, ImportOptions.DEFAULTS)))
        .containsExactly("value.error-cell");
  }

  @Test
  @Tag("B-43")
  void everySheetIsALayer() throws IOException {
    Map<String, SampleFiles.SheetWriter> sheets = new LinkedHashMap<>();
    sheets.put(
        "列东",
        sheet ->
            SampleFiles.rows(
                sheet, new Object[] {"小区名称", "街道", "户数"}, new Object[] {"红岩新村", "列东街道", 120}));
    sheets.put(
        "列西",
        sheet ->
            SampleFiles.rows(
                sheet, new Object[] {"小区名称", "街道", "户数"}, new Object[] {"工人新村", "列西街道", 85}));
    Path file = SampleFiles.xlsx(directory.resolve("台账.xlsx"), sheets);

    ImportReport report = world.commit(file, ImportOptions.DEFAULTS);

    assertThat(report.layers()).extracting(LayerReport::name).containsExactly("列东", "列西");
    assertThat(world.store.count(Community.TYPE)).isEqualTo(2);
  }

  @Test
  @Tag("B-44")
  void lookAlikesAreRefusedWithTheirReason() throws IOException {
    byte[] ole = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    Path old = Files.write(directory.resolve("旧.xlsx"), ole);
    assertThat(codes(old)).containsExactly("format.xls");

    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    byte[] encrypted = new byte[1024 + name.length];
    System.arraycopy(ole, 0, encrypted, 0, ole.length);
    System.arraycopy(name, 0, encrypted, 1024, name.length);
    assertThat(codes(Files.write(directory.resolve("密.xlsx"), encrypted)))
        .containsExactly("format.encrypted");

    Path html =
        ImportFixture.text(
            directory.resolve("网页.xls"), "<html><table><tr><td>x</td></tr></table></html>");
    assertThat(codes(html)).containsExactly("format.html");

    Path plain = SampleFiles.xlsx(directory.resolve("宏.xlsx"), "小区", WorkbookTest::ledger);
    assertThat(codes(withEntry(plain, "xl/vbaProject.bin", new byte[] {1})))
        .containsExactly("format.macro");

    assertThat(codes(ImportFixture.text(directory.resolve("图.dxf"), "0\nSECTION\n")))
        .containsExactly("format.cad");
  }

  @Test
  @Tag("B-44")
  @DisplayName("Entities in a workbook's XML are neither fetched nor expanded")
  void externalEntitiesAreNotFetched() throws IOException {
    Path secret = ImportFixture.text(directory.resolve("secret.txt"), "geheim");
    Path plain =
        SampleFiles.xlsx(
            directory.resolve("台账.xlsx"),
            "小区",
            sheet ->
                SampleFiles.rows(sheet, new Object[] {"小区名称", "户数"}, new Object[] {"红岩新村", 120}));
    String strings =
        "<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<si><t>小区名称</t></si><si><t>户数</t></si><si><t>&x;</t></si></sst>";
    Path evil = withEntry(plain, "xl/sharedStrings.xml", strings.getBytes(StandardCharsets.UTF_8));

    ImportReport report = world.commit(evil, ImportOptions.DEFAULTS);

    assertThat(report.toString()).doesNotContain("geheim");
    assertThat(world.store.list(Community.TYPE).toString()).doesNotContain("geheim");
  }

  private List<String> codes(Path file) {
    ImportReport report = world.dryRun(file, ImportOptions.DEFAULTS);
    assertThat(report.committable()).isFalse();
    return ImportFixture.codes(report);
  }

  private Path withEntry(Path workbook, String name, byte[] content) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (var entry : java.util.Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    entries.put(name, content);
    return SampleFiles.zip(directory.resolve("with-entry.xlsm"), StandardCharsets.UTF_8, entries);
  }
}
