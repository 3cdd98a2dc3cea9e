package org.lianpian.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.value.Severity;

/**
 * A sheet or text table as a layer: finds its heading, leaves out titles, notes and totals, and
 * fills merged cells down. Blank cells that are not merged stay blank.
 *
 * <p>Opening reads the table once, to check its totals; rows are streamed afterwards.
 */
final class TableLayer implements SourceLayer {
  private static final int HEAD_ROWS = 60;
  private static final int NAMED_ROWS = 10;
  private static final int KEPT_ROWS = 20_000;

  /** Opens the raw rows from the start. */
  private final Streams.Opener<Stream<RawRow>> rows;

  private final String name;
  private final String format;
  private final @Nullable Charset encoding;
  private final Merges merges;
  private final ImportLimits limits;
  private final TableHeader header;
  private final List<SourceColumn> columns;
  private final List<Notice> notices;
  private final List<RowIssue> issues = new ArrayList<>();

  /** The rows of a table small enough to be kept, so that it is parsed once; else null. */
  private @Nullable List<RawRow> kept;

  private TableLayer(
      String name,
      String format,
      @Nullable Charset encoding,
      Streams.Opener<Stream<RawRow>> rows,
      Merges merges,
      ImportLimits limits,
      TableHeader header,
      List<Notice> notices) {
    this.name = name;
    this.format = format;
    this.encoding = encoding;
    this.rows = rows;
    this.merges = merges;
    this.limits = limits;
    this.header = header;
    this.notices = new ArrayList<>(notices);
    this.columns = check();
  }

  /** Opens a table; {@code encoding} is null when the format fixes it. */
  static TableLayer open(
      String name,
      String format,
      @Nullable Charset encoding,
      Streams.Opener<Stream<RawRow>> rows,
      Merges merges,
      ImportLimits limits,
      List<Notice> notices)
      throws IOException {
    List<RawRow> head;
    try (Stream<RawRow> stream = rows.open()) {
      head = stream.limit(HEAD_ROWS).toList();
    }
    TableHeader header = TableHeader.find(head, merges);
    limits.checkColumns(name, header.columns().size());
    return new TableLayer(name, format, encoding, rows, merges, limits, header, notices);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public @Nullable Charset encoding() {
    return encoding;
  }

  @Override
  public Style style() {
    return Style.TABLE;
  }

  @Override
  public List<SourceColumn> columns() {
    return columns;
  }

  @Override
  public @Nullable Crs crs() {
    return null;
  }

  @Override
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  @Override
  public List<RowIssue> issues() {
    return List.copyOf(issues);
  }

  @Override
  public Stream<SourceFeature> features() {
    return dataRows().filter(row -> !Totals.isTotal(row)).map(this::feature);
  }

  /** Reads the table once: drops empty columns, checks totals, counts hidden rows. */
  private List<SourceColumn> check() {
    Totals totals = new Totals(name, header.columns());
    boolean[] used = new boolean[header.columns().size()];
    List<Long> hidden = new ArrayList<>();
    List<RawRow> rowsSoFar = new ArrayList<>();
    try (Stream<RawRow> stream = dataRows()) {
      long[] count = {0};
      stream.forEach(
          row -> {
            limits.checkRows(name, ++count[0]);
            if (count[0] <= KEPT_ROWS) {
              rowsSoFar.add(row);
            }
            totals.add(row);
            if (row.hidden()) {
              hidden.add(row.number());
            }
            for (int column = 0; column < used.length; column++) {
              used[column] |= !row.cell(column).isBlank();
            }
          });
      kept = count[0] <= KEPT_ROWS ? rowsSoFar : null;
    }
    issues.addAll(totals.issues());
    if (totals.count() > 0) {
      notices.add(
          new Notice(
              "table.totals",
              "小计、合计行 " + totals.count() + " 行不作为数据，只用于核对",
              totals.count() + " rows of totals are not data and only checked"));
    }
    if (!hidden.isEmpty()) {
      String some = hidden.stream().limit(NAMED_ROWS).map(String::valueOf).toList().toString();
      notices.add(
          new Notice(
              "table.hidden-rows",
              "隐藏行 " + hidden.size() + " 行也会导入：" + some,
              hidden.size() + " hidden rows are imported too: " + some));
    }
    if (!header.found() && !header.columns().isEmpty()) {
      issues.add(
          RowIssue.ofLayer(
              "table.no-header",
              Severity.WARNING,
              name,
              name + "：找不到表头，列名按 列A、列B 处理",
              name + ": no heading was found; the columns are called 列A, 列B",
              "在第一行写列名 / name the columns in the first row"));
    }
    return header.columns().stream()
        .filter(column -> used[column.index()] || !column.name().startsWith("列"))
        .toList();
  }

  private Stream<RawRow> dataRows() {
    if (kept != null) {
      return kept.stream();
    }
    Map<Merges.Region, String> merged = new HashMap<>();
    try {
      return rows.open()
          .filter(row -> row.number() > header.lastRow())
          .map(row -> filled(row, merged))
          .filter(row -> !row.isBlank() && !TableHeader.isNote(row) && !TableHeader.isExample(row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the text of a merged region into all its cells below the first. */
  private RawRow filled(RawRow row, Map<Merges.Region, String> merged) {
    if (!merges.hasTall()) {
      return row;
    }
    List<String> cells = null;
    for (Merges.Region region : merges.inRow(row.number())) {
      if (!region.isTall()) {
        continue;
      }
      if (region.firstRow() == row.number()) {
        merged.put(region, row.cell(region.firstColumn()));
        continue;
      }
      String text = merged.get(region);
      if (text != null) {
        cells = cells == null ? new ArrayList<>(row.cells()) : cells;
        while (cells.size() <= region.firstColumn()) {
          cells.add("");
        }
        cells.set(region.firstColumn(), text);
      }
    }
    return cells == null ? row : new RawRow(row.number(), cells, row.hidden());
  }

  private SourceFeature feature(RawRow row) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (SourceColumn column : columns) {
      String text = row.cell(column.index());
      if (!text.isBlank()) {
        attributes.put(column.name(), text);
      }
    }
    List<RowIssue> found = new ArrayList<>();
    int width = header.columns().size();
    for (int extra = width; extra < row.cells().size(); extra++) {
      if (!row.cell(extra).isBlank()) {
        String cell = new SourceColumn("", extra, null).cell(row.number());
        found.add(
            new RowIssue(
                "table.extra-cell",
                Severity.WARNING,
                name,
                row.number(),
                "",
                cell,
                row.cell(extra),
                cell + "：没有列名的单元格，未导入",
                cell + ": a cell outside the named columns is not imported",
                ""));
      }
    }
    return new SourceFeature(row.number(), name + "!" + row.number(), attributes, null, found);
  }
}
