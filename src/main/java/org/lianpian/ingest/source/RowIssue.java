package org.lianpian.ingest.source;

import org.jspecify.annotations.Nullable;
import org.lianpian.geo.LonLat;
import org.lianpian.ingest.value.Finding;
import org.lianpian.ingest.value.Severity;

/**
 * Something about imported data that a person should know, with its place.
 *
 * @param code stable, for example {@code number.approximate}, {@code geometry.self-intersection}
 * @param layer the sheet, table or file
 * @param row the row in it, counted from 1 as a spreadsheet shows it, or null for the whole layer
 * @param column the source's column, or empty
 * @param cell the address of the cell ({@code F12}), the object ({@code way/123}), or empty
 * @param value the text as found, or empty
 * @param zh what is wrong and why, in Chinese
 * @param en the same in English
 * @param suggestion what to write or accept instead, or empty
 * @param position where the row's geometry lies, WGS 84, or null when it has none
 */
public record RowIssue(
    String code,
    Severity severity,
    String layer,
    @Nullable Long row,
    String column,
    String cell,
    String value,
    String zh,
    String en,
    String suggestion,
    @Nullable LonLat position) {

  public RowIssue(
      String code,
      Severity severity,
      String layer,
      @Nullable Long row,
      String column,
      String cell,
      String value,
      String zh,
      String en,
      String suggestion) {
    this(code, severity, layer, row, column, cell, value, zh, en, suggestion, null);
  }

  /** Makes an issue about a whole file or layer. */
  public static RowIssue ofLayer(
      String code, Severity severity, String layer, String zh, String en, String suggestion) {
    return new RowIssue(code, severity, layer, null, "", "", "", zh, en, suggestion);
  }

  /** Makes an issue about a row as a whole. */
  public static RowIssue ofRow(
      String code, Severity severity, SourceFeature feature, String layer, String zh, String en) {
    return new RowIssue(
        code, severity, layer, feature.row(), "", feature.locator(), "", zh, en, "");
  }

  /** Makes an issue about one cell. */
  public static RowIssue ofCell(
      Finding finding, String layer, long row, String column, String cell, String value) {
    String where = cell.isEmpty() ? column : cell;
    return new RowIssue(
        finding.code(),
        finding.severity(),
        layer,
        row,
        column,
        cell,
        value,
        where + "：" + finding.zh(),
        where + ": " + finding.en(),
        finding.suggestion());
  }

  /** Returns the issue with another severity. */
  public RowIssue withSeverity(Severity other) {
    return new RowIssue(code, other, layer, row, column, cell, value, zh, en, suggestion, position);
  }

  /** Returns the issue with the position of its row. */
  public RowIssue at(LonLat lonLat) {
    return new RowIssue(
        code, severity, layer, row, column, cell, value, zh, en, suggestion, lonLat);
  }
}
