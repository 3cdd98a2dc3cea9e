package org.lianpian.ingest.source;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.value.Severity;

/** The shapes of a {@code .shp} with the rows of its {@code .dbf}, one by one. */
record ShapefileLayer(
    Path shp,
    String name,
    DbfTable table,
    @Nullable Crs crs,
    ImportLimits limits,
    List<Notice> notices,
    List<RowIssue> issues)
    implements SourceLayer {

  @Override
  public String format() {
    return "Shapefile";
  }

  @Override
  public Style style() {
    List<SourceColumn> columns = table.columns();
    return columns.stream().anyMatch(column -> column.name().equals("osm_id"))
        ? Style.OSM
        : Style.FEATURES;
  }

  @Override
  public Charset encoding() {
    return table.charset();
  }

  @Override
  public List<SourceColumn> columns() {
    return table.columns();
  }

  @Override
  public Stream<SourceFeature> features() {
    try {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(shp), 1 << 16));
      ShapeRecords shapes = new ShapeRecords(in, name, limits);
      Stream<DbfTable.Record> records = table.records();
      Iterator<DbfTable.Record> rows = records.iterator();
      AutoCloseable both =
          () -> {
            in.close();
            records.close();
          };
      long[] row = {0};
      return Streams.of(both, () -> next(shapes, rows, row));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable SourceFeature next(
      ShapeRecords shapes, Iterator<DbfTable.Record> rows, long[] row) throws IOException {
    while (true) {
      ShapeRecords.Shape shape = shapes.next();
      if (shape == null) {
        return null;
      }
      limits.checkRows(name, ++row[0]);
      boolean hasRow = rows.hasNext();
      DbfTable.Record record = hasRow ? rows.next() : new DbfTable.Record(Map.of(), List.of());
      if (record == DbfTable.DELETED) {
        continue;
      }
      return feature(row[0], shape, record, hasRow);
    }
  }

  private SourceFeature feature(
      long row, ShapeRecords.Shape shape, DbfTable.Record record, boolean hasRow) {
    List<RowIssue> found = new ArrayList<>();
    if (!hasRow) {
      found.add(issue("shp.no-row", Severity.ERROR, row, "", "图形没有对应的属性行", "the shape has no row"));
    }
    for (String column : record.cut()) {
      found.add(
          issue(
              "text.cut",
              Severity.WARNING,
              row,
              column,
              "“" + column + "” 的文字被截断",
              "the text of '" + column + "' was cut"));
    }
    if (shape.problem() != null) {
      found.add(
          issue(
              "geometry.unreadable",
              Severity.ERROR,
              row,
              "",
              "图形无法读取：" + shape.problem(),
              "the shape cannot be read: " + shape.problem()));
    }
    return new SourceFeature(row, name + "#" + row, record.texts(), shape.geometry(), found);
  }

  private RowIssue issue(
      String code, Severity severity, long row, String column, String zh, String en) {
    return new RowIssue(
        code,
        severity,
        name,
        row,
        column,
        "",
        "",
        name + "#" + row + "：" + zh,
        name + "#" + row + ": " + en,
        "");
  }
}
