package org.lianpian.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * A column of a layer.
 *
 * @param name as the source writes it; joined headings as {@code 改造规模/户数}; unique in the layer
 * @param index position in the sheet from 0, or -1 when the source has no cell addresses
 * @param unit the unit that the heading or a unit row names, or null
 */
public record SourceColumn(String name, int index, @Nullable String unit) {

  public static SourceColumn of(String name) {
    return new SourceColumn(name, -1, null);
  }

  /** Returns the address of this column's cell in a row, {@code F12}, or empty. */
  public String cell(long row) {
    return index < 0 ? "" : letters(index) + row;
  }

  /** Returns the letters that a spreadsheet shows above the column, or empty. */
  public String letter() {
    return index < 0 ? "" : letters(index);
  }

  /** Returns the letters of a column counted from 0: 0 is A, 26 is AA. */
  static String letters(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
