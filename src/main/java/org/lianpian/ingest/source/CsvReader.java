package org.lianpian.ingest.source;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads text tables in UTF-8 (with or without mark), GBK/GB18030 or UTF-16, separated by comma,
 * semicolon, tab or the full-width comma; all of that is detected. Streams.
 */
final class CsvReader implements SourceReader {
  private static final int SAMPLE_BYTES = 256 * 1024;
  private static final char[] SEPARATORS = {',', '\t', ';', '，', '|'};

  @Override
  public String format() {
    return "CSV";
  }

  @Override
  public boolean accepts(Path file, byte[] head) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    byte[] sample;
    try (InputStream in = Files.newInputStream(file)) {
      sample = in.readNBytes(SAMPLE_BYTES);
    }
    List<Notice> notices = new ArrayList<>();
    String name = SourceFiles.baseName(file);
    Charset detected = detect(sample);
    Charset stated = options.encoding();
    if (stated != null) {
      CharsetDetector.checkStated(stated, detected, List.of(sample), name);
    }
    Charset charset = stated == null ? detected : stated;
    notices.add(new Notice("encoding.detected", "文件编码 " + charset, "Character set " + charset));
    String text = CharsetDetector.decode(sample, charset).text();
    char separator = separator(text);
    return List.of(
        TableLayer.open(
            name,
            "CSV",
            charset,
            () -> rows(file, charset, separator, name, options.limits()),
            Merges.NONE,
            options.limits(),
            notices));
  }

  private static Charset detect(byte[] sample) {
    Charset marked = CharsetDetector.ofByteOrderMark(sample);
    if (marked != null) {
      return marked;
    }
    Charset wide = CharsetDetector.ofZeroBytes(sample);
    return wide != null ? wide : CharsetDetector.detect(List.of(sample), null).charset();
  }

  /** Takes the separator that splits the first lines most evenly, comma first. */
  private static char separator(String text) {
    List<String> lines = new BufferedReader(new StringReader(text)).lines().limit(20).toList();
    char best = ',';
    long bestScore = 0;
    for (char candidate : SEPARATORS) {
      long lineCount = lines.stream().filter(line -> line.indexOf(candidate) >= 0).count();
      long signs =
          lines.stream().mapToLong(line -> line.chars().filter(c -> c == candidate).count()).sum();
      // a sign inside free text is rare and uneven: what is on more lines wins, then what is more
      // frequent
      long score = lineCount * 1000 + Math.min(signs, 999);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static Stream<RawRow> rows(
      Path file, Charset charset, char separator, String layer, ImportLimits limits)
      throws IOException {
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file)),
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setLenientEof(true)
            .setTrailingData(true)
            .get()
            .parse(reader);
    Iterator<CSVRecord> records = parser.iterator();
    long[] row = {0};
    return Streams.of(parser, () -> next(records, row, layer, limits));
  }

  private static @Nullable RawRow next(
      Iterator<CSVRecord> records, long[] row, String layer, ImportLimits limits) {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord record = records.next();
      row[0]++;
      limits.checkColumns(layer, record.size());
      List<String> cells = new ArrayList<>(record.size());
      for (String cell : record) {
        limits.checkCell(layer, row[0], cell);
        cells.add(row[0] == 1 && cells.isEmpty() ? withoutMark(cell) : cell);
      }
      return new RawRow(row[0], cells, false);
    } catch (IllegalStateException | java.io.UncheckedIOException e) {
      throw new SourceException(
          RowIssue.ofLayer(
              "csv.malformed",
              org.lianpian.ingest.value.Severity.ERROR,
              layer,
              layer + "：第 " + (row[0] + 1) + " 行之后无法按 CSV 解析（引号不成对？）",
              layer + ": cannot be parsed as CSV after row " + row[0] + " (unbalanced quotes?)",
              ""),
          e);
    }
  }

  private static String withoutMark(String cell) {
    return cell.startsWith("\uFEFF") ? cell.substring(1) : cell;
  }
}
