package org.lianpian.ingest.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.value.Dates;
import org.lianpian.ingest.value.Severity;

/**
 * Reads the visible sheets of an {@code .xlsx} workbook, each as a layer, streaming its rows.
 *
 * <p>A formula gives its cached value, a cell with a date format an ISO date, a number at most the
 * 15 digits that a spreadsheet shows. Workbooks with macros are refused (B-44).
 */
final class ExcelReader implements SourceReader {
  private static final MathContext SHEET_PRECISION = new MathContext(15);
  private static final int DAYS_FROM_1900_TO_1904 = 1462;

  /** Number formats that are dates and that workbooks need not spell out (ECMA-376, 18.8.30). */
  private static final Set<Integer> DATE_FORMATS =
      Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

  @Override
  public String format() {
    return "XLSX";
  }

  @Override
  public boolean accepts(Path file, byte[] head) throws IOException {
    if (!Archives.isZip(head)) {
      return false;
    }
    try (ZipFile zip = Archives.open(file)) {
      return zip.getEntry("xl/workbook.xml") != null;
    }
  }

  @Override
  public List<SourceLayer> open(Path file, ReadOptions options) throws IOException {
    String name = SourceFiles.name(file);
    Map<String, SheetMarkup> markups;
    try (ZipFile zip = Archives.open(file)) {
      if (zip.getEntry("xl/vbaProject.bin") != null) {
        throw SourceException.refuse(
            "format.macro",
            name,
            "工作簿含有宏，不予读取",
            "holds macros and is not read",
            "另存为不含宏的 .xlsx / save as .xlsx without macros");
      }
      Archives.check(zip, name, options.limits());
      markups = SheetMarkup.read(zip, name);
    }
    try (ReadableWorkbook workbook = workbook(file)) {
      List<SourceLayer> layers = new ArrayList<>();
      List<String> hidden = new ArrayList<>();
      for (Sheet sheet : workbook.getSheets().toList()) {
        if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
          hidden.add(sheet.getName());
          continue;
        }
        TableLayer layer = layer(file, sheet, markups, hidden, options.limits());
        if (!layer.columns().isEmpty()) {
          layers.add(layer);
        }
      }
      return layers;
    } catch (ExcelReaderException e) {
      throw damaged(name, e);
    }
  }

  private static TableLayer layer(
      Path file,
      Sheet sheet,
      Map<String, SheetMarkup> markups,
      List<String> hidden,
      ImportLimits limits)
      throws IOException {
    SheetMarkup markup = markups.getOrDefault(sheet.getName(), SheetMarkup.NONE);
    List<Notice> notices = new ArrayList<>();
    if (!hidden.isEmpty()) {
      notices.add(
          new Notice(
              "table.hidden-sheets",
              "隐藏的工作表不读取：" + hidden,
              "Hidden sheets are not read: " + hidden));
    }
    int index = sheet.getIndex();
    return TableLayer.open(
        sheet.getName(),
        "XLSX",
        null,
        () -> rows(file, index, limits),
        markup.merges(),
        limits,
        notices);
  }

  /** Opens a workbook whose archive is sound: what fails now is its content. */
  private static ReadableWorkbook workbook(Path file) {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
    } catch (IOException | ExcelReaderException e) {
      throw damaged(SourceFiles.name(file), e);
    }
  }

  private static Stream<Row> stream(Sheet sheet) {
    try {
      return sheet.openStream();
    } catch (IOException | ExcelReaderException e) {
      throw damaged(sheet.getName(), e);
    }
  }

  private static Stream<RawRow> rows(Path file, int index, ImportLimits limits) throws IOException {
    ReadableWorkbook workbook = workbook(file);
    Sheet sheet = workbook.getSheet(index).orElseThrow();
    Stream<Row> rows = stream(sheet);
    Iterator<Row> iterator = rows.iterator();
    boolean from1904 = workbook.isDate1904();
    AutoCloseable both =
        () -> {
          rows.close();
          workbook.close();
        };
    return Streams.of(both, () -> next(iterator, sheet.getName(), from1904, limits));
  }

  private static @Nullable RawRow next(
      Iterator<Row> rows, String sheet, boolean from1904, ImportLimits limits) {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      Row row = rows.next();
      limits.checkColumns(sheet, row.getCellCount());
      List<String> cells = new ArrayList<>();
      for (Cell cell : row) {
        String text = cell == null ? "" : text(cell, from1904);
        limits.checkCell(sheet, row.getRowNum(), text);
        cells.add(text);
      }
      return new RawRow(row.getRowNum(), cells, row.isHidden());
    } catch (ExcelReaderException e) {
      throw damaged(sheet, e);
    }
  }

  private static SourceException damaged(String name, Exception cause) {
    return new SourceException(
        RowIssue.ofLayer(
            "xlsx.malformed",
            Severity.ERROR,
            name,
            name + "：工作簿损坏，无法读取",
            name + ": the workbook is damaged",
            "重新保存 / save again"),
        cause);
  }

  private static String text(Cell cell, boolean from1904) {
    String raw = cell.getRawValue();
    if (cell.getType() == CellType.STRING) {
      String text = cell.getText();
      return text == null ? "" : text;
    }
    if (raw == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return raw.equals("1") ? "TRUE" : "FALSE";
    }
    if (cell.getType() == CellType.ERROR || !isNumber(raw)) {
      return raw;
    }
    BigDecimal number = new BigDecimal(raw).round(SHEET_PRECISION);
    if (isDate(cell) && number.signum() > 0) {
      double serial = number.doubleValue() + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
      return Dates.ofSerial(serial).toString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static boolean isNumber(String raw) {
    return raw.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && DATE_FORMATS.contains(id)) {
      return true;
    }
    String format = cell.getDataFormatString();
    if (format == null) {
      return false;
    }
    String bare =
        format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
            .toLowerCase(Locale.ROOT)
            .replace("general", "");
    return bare.contains("yy") || (bare.contains("d") && bare.contains("m"));
  }
}
