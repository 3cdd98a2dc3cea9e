package org.lianpian.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureType;

/** The workbook that offices download, fill in and send back. */
@Tag("US-C08")
class LedgerTemplateTest {
  @TempDir Path directory;
  private final ImportFixture world = new ImportFixture();

  @Test
  @DisplayName("Codes and flags have drop-down lists of a hidden sheet")
  void listsAreThere() throws IOException {
    Map<String, String> entries = entries(template(Community.TYPE));

    String sheet = entries.get("xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("<dataValidation ", "type=\"list\"", "!$M$1:$M$7</formula1>");
    assertThat(entries.get("xl/workbook.xml")).contains("state=\"hidden\"");
    Path file = Files.write(directory.resolve("模板.xlsx"), template(Community.TYPE));
    assertThat(
            world.importer.rows(file, ImportOptions.DEFAULTS, "小区", 1, 1).columns().stream()
                .map(column -> column.name()))
        .contains("小区名称", "户数(户)", "建筑面积(平方米)", "设施状况");
  }

  @Test
  @DisplayName("Every column is recognised, the example is not imported, a filled row is")
  void filledTemplateComesIn() throws IOException {
    byte[] empty = template(Community.TYPE);
    Path file = Files.write(directory.resolve("空表.xlsx"), empty);
    assertThat(world.dryRun(file, ImportOptions.DEFAULTS).counts().inserted()).isZero();

    Path filled = directory.resolve("填好.xlsx");
    Files.write(filled, withRow(empty));
    ImportReport report = world.commit(filled, ImportOptions.DEFAULTS);

    assertThat(report.committed()).as("%s", ImportFixture.issues(report)).isTrue();
    assertThat(report.layers().get(0).reading().mapping().stream().skip(1))
        .allSatisfy(column -> assertThat(column.use()).isNotEqualTo(ColumnMapping.Use.ORIGINAL));
    assertThat(world.store.list(Community.TYPE))
        .singleElement()
        .satisfies(community -> assertThat(community.name()).isEqualTo("工人新村"));
  }

  @Test
  @DisplayName("Every type that can be imported has a template that the readers recognise")
  void everyTypeHasOne() throws IOException {
    for (FeatureType<?> type : Choices.roles()) {
      Path file = Files.write(directory.resolve(type.name() + ".xlsx"), template(type));
      assertThat(world.importer.inspect(file, ImportOptions.DEFAULTS).issues())
          .as(type.name())
          .isEmpty();
    }
  }

  private static byte[] template(FeatureType<?> type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LedgerTemplate.write(type, out);
    return out.toByteArray();
  }

  /** Writes a number into A3 and a name into B3, as a clerk would. */
  private byte[] withRow(byte[] workbook) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries(workbook)
        .forEach((name, text) -> entries.put(name, text.getBytes(StandardCharsets.UTF_8)));
    String sheet =
        new String(entries.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8)
            .replaceFirst(
                "</sheetData>",
                "<row r=\"3\"><c r=\"A3\"><v>1</v></c>"
                    + "<c r=\"B3\" t=\"inlineStr\"><is><t>工人新村</t></is></c></row></sheetData>");
    entries.put("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8));
    return Files.readAllBytes(
        SampleFiles.zip(directory.resolve("with-row.zip"), StandardCharsets.UTF_8, entries));
  }

  private Map<String, String> entries(byte[] workbook) throws IOException {
    Path file = Files.write(directory.resolve("read.zip"), workbook);
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        entries.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
