package org.lianpian.export;

import java.util.List;

/** Rows of CSV that Chinese Excel opens by double-click: comma, CRLF, after a byte order mark. */
public final class CsvText {

  /** Stands before the first row, so that Excel takes the text for UTF-8. */
  public static final String BYTE_ORDER_MARK = "\ufeff";

  public static final String END_OF_ROW = "\r\n";

  private CsvText() {}

  /** Returns a row with its end. */
  public static String row(List<String> cells) {
    return String.join(",", cells.stream().map(CsvText::cell).toList()) + END_OF_ROW;
  }

  /**
   * Returns a cell, quoted where needed; what a spreadsheet would run as a formula gets a leading
   * apostrophe (B-45).
   */
  public static String cell(String text) {
    String safe = text;
    if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !isNumber(text)) {
      safe = "'" + text;
    }
    boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  }
}
