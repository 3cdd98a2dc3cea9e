package org.lianpian.ingest.source;

import com.linuxense.javadbf.DBFException;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.value.Severity;

/**
 * The dBASE table of a shapefile. Texts are taken as bytes and decoded here, so that the character
 * set can be tried out and a text cut in the middle of a character is noticed (B-16, B-17).
 */
final class DbfTable {
  private static final int SAMPLE_ROWS = 500;
  private static final int LANGUAGE_DRIVER_OFFSET = 29;

  /** Marks a deleted row: its shape is still in the .shp. */
  static final Record DELETED = new Record(Map.of(), List.of());

  /**
   * One row.
   *
   * @param cut columns whose text ends in the middle of a character
   */
  record Record(Map<String, String> texts, List<String> cut) {}

  private final Path file;
  private final Charset charset;
  private final List<String> columns;

  private DbfTable(Path file, Charset charset, List<String> columns) {
    this.file = file;
    this.charset = charset;
    this.columns = columns;
  }

  static DbfTable open(Path file, ReadOptions options, List<Notice> notices, List<RowIssue> issues)
      throws IOException {
    String layer = SourceFiles.baseName(file);
    Charset declared = declared(file);
    try {
      List<byte[]> sample = sample(file);
      CharsetDetector.Detection detection = CharsetDetector.detect(sample, declared);
      Charset charset = options.encoding();
      if (charset != null) {
        CharsetDetector.checkStated(charset, detection.charset(), sample, layer);
      } else {
        charset = detection.charset();
        if (detection.declaredWrong()) {
          issues.add(
              RowIssue.ofLayer(
                  "encoding.declared-wrong",
                  Severity.WARNING,
                  layer,
                  layer + "：声明的编码 " + declared + " 不对，按 " + charset + " 读取",
                  layer + ": the declared encoding " + declared + " is wrong; read as " + charset,
                  ""));
        }
      }
      notices.add(new Notice("encoding.detected", "文件编码 " + charset, "Character set " + charset));
      try (DBFReader reader = reader(file)) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < reader.getFieldCount(); i++) {
          if (!reader.getField(i).isSystem()) {
            columns.add(decode(reader.getField(i).getName(), charset).text().strip());
          }
        }
        columns.remove("deleted");
        options.limits().checkColumns(layer, columns.size());
        return new DbfTable(file, charset, List.copyOf(columns));
      }
    } catch (DBFException e) {
      throw damaged(layer, e);
    }
  }

  Charset charset() {
    return charset;
  }

  List<SourceColumn> columns() {
    return columns.stream().map(SourceColumn::of).toList();
  }

  /** Streams all rows, deleted ones as {@link #DELETED}. */
  Stream<Record> records() throws IOException {
    DBFReader reader = reader(file);
    return Streams.of(reader, () -> next(reader));
  }

  private @Nullable Record next(DBFReader reader) {
    Object[] values;
    try {
      values = reader.nextRecord();
    } catch (DBFException e) {
      throw damaged(SourceFiles.baseName(file), e);
    }
    if (values == null) {
      return null;
    }
    if (Boolean.TRUE.equals(values[0])) {
      return DELETED;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    List<String> cut = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Object value = values[i + 1];
      String column = columns.get(i);
      if (value instanceof String bytes) {
        CharsetDetector.Decoded decoded = decode(bytes, charset);
        // only a field filled to its end can have been cut
        DBFField field = reader.getField(i + 1);
        if (decoded.cut() && bytes.length() >= field.getLength() - 1) {
          cut.add(column);
        }
        put(texts, column, decoded.text().strip());
      } else if (value != null) {
        put(texts, column, text(value));
      }
    }
    return new Record(texts, cut);
  }

  private static void put(Map<String, String> texts, String column, String text) {
    if (!text.isEmpty()) {
      texts.put(column, text);
    }
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).toPlainString();
    }
    return value instanceof Date date
        ? date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate().toString()
        : value.toString();
  }

  /** Opens with one character for each byte, and a first field that tells deleted rows. */
  private static DBFReader reader(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return new DBFReader(in, StandardCharsets.ISO_8859_1, true);
  }

  private static CharsetDetector.Decoded decode(String bytes, Charset charset) {
    return CharsetDetector.decode(bytes.getBytes(StandardCharsets.ISO_8859_1), charset);
  }

  private static List<byte[]> sample(Path file) throws IOException {
    List<byte[]> sample = new ArrayList<>();
    try (DBFReader reader = reader(file)) {
      for (int i = 0; i < reader.getFieldCount(); i++) {
        sample.add(reader.getField(i).getName().getBytes(StandardCharsets.ISO_8859_1));
      }
      for (int row = 0; row < SAMPLE_ROWS; row++) {
        Object[] values = reader.nextRecord();
        if (values == null) {
          break;
        }
        for (Object value : values) {
          if (value instanceof String text) {
            sample.add(text.getBytes(StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
    return sample;
  }

  /** Returns the charset of the .cpg, else of the table's language driver, or null. */
  private static @Nullable Charset declared(Path file) throws IOException {
    Optional<Path> cpg = SourceFiles.sibling(file, "cpg");
    if (cpg.isPresent()) {
      String name = Files.readString(cpg.get(), StandardCharsets.ISO_8859_1).strip();
      Charset charset = named(name);
      if (charset != null) {
        return charset;
      }
    }
    byte[] head = SourceFiles.head(file);
    int driver = head.length > LANGUAGE_DRIVER_OFFSET ? head[LANGUAGE_DRIVER_OFFSET] & 0xFF : 0;
    return driver == 0x4D || driver == 0x7A ? CharsetDetector.GB18030 : null;
  }

  private static @Nullable Charset named(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replace("ANSI ", "").replace("OEM ", "");
    return switch (plain) {
      case "" -> null;
      case "936", "CP936", "GBK", "GB2312", "GB18030", "54936" -> CharsetDetector.GB18030;
      case "65001", "UTF8" -> StandardCharsets.UTF_8;
      default -> {
        try {
          yield Charset.forName(plain);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
          // a .cpg with an unheard-of name says nothing; the text itself decides
          yield null;
        }
      }
    };
  }

  private static SourceException damaged(String layer, DBFException cause) {
    return new SourceException(
        RowIssue.ofLayer(
            "dbf.malformed",
            Severity.ERROR,
            layer,
            layer + "：.dbf 文件损坏",
            layer + ": the .dbf file is damaged",
            ""),
        cause);
  }
}
