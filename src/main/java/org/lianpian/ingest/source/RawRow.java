package org.lianpian.ingest.source;

import java.util.List;

/**
 * A row of a table before anybody knows which row is the heading.
 *
 * @param number counted from 1 as a spreadsheet shows it
 * @param cells the texts by position, empty when blank; may be shorter than other rows
 * @param hidden whether the spreadsheet hides it
 */
record RawRow(long number, List<String> cells, boolean hidden) {

  RawRow {
    cells = List.copyOf(cells);
  }

  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
