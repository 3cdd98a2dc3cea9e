package org.lianpian.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes workbooks whose bytes depend only on their content: no time of writing is kept. */
final class WorkbookFile {
  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final String CREATED_AT = "2026-01-01T00:00:00Z";
  private static final Pattern CREATED = Pattern.compile("(?<tag><dcterms:created[^>]*>)[^<]*<");
  private static final Pattern MERGED = Pattern.compile("<mergeCell [^>]*/>");

  private WorkbookFile() {}

  static Path write(Path file, String sheetName, Consumer<Worksheet> content) {
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      Path dated = Files.createTempFile(directory, "ledger", ".tmp");
      try {
        try (OutputStream out = Files.newOutputStream(dated);
            Workbook workbook = new Workbook(out, "lianpian", "1.0")) {
          Worksheet sheet = workbook.newWorksheet(sheetName);
          content.accept(sheet);
          sheet.finish();
        }
        withoutTimes(dated, file);
      } finally {
        Files.delete(dated);
      }
      return file;
    } catch (IOException e) {
      throw new DemoException("Cannot write the ledger " + file, e);
    }
  }

  private static void withoutTimes(Path dated, Path file) throws IOException {
    try (ZipFile in = new ZipFile(dated.toFile());
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(copy);
        byte[] content = in.getInputStream(entry).readAllBytes();
        zip.write(settled(entry.getName(), content));
        zip.closeEntry();
      }
    }
  }

  /** Fixes what differs from run to run: the time of writing, the order of merged cells. */
  private static byte[] settled(String entry, byte[] content) {
    String xml = new String(content, UTF_8);
    if (entry.equals("docProps/core.xml")) {
      return CREATED.matcher(xml).replaceFirst("${tag}" + CREATED_AT + "<").getBytes(UTF_8);
    }
    if (!entry.startsWith("xl/worksheets/")) {
      return content;
    }
    List<String> cells = MERGED.matcher(xml).results().map(MatchResult::group).sorted().toList();
    Iterator<String> sorted = cells.iterator();
    return MERGED
        .matcher(xml)
        .replaceAll(merged -> Matcher.quoteReplacement(sorted.next()))
        .getBytes(UTF_8);
  }
}
