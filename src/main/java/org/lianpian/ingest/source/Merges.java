package org.lianpian.ingest.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The merged regions of a sheet. Immutable. */
final class Merges {
  static final Merges NONE = new Merges(List.of());

  /** A rectangle of cells; rows from 1, columns from 0, both ends included. */
  record Region(long firstRow, long lastRow, int firstColumn, int lastColumn) {
    boolean isWide() {
      return lastColumn > firstColumn;
    }

    boolean isTall() {
      return lastRow > firstRow;
    }
  }

  private final Map<Long, List<Region>> byRow = new HashMap<>();
  private final boolean hasTall;

  Merges(List<Region> regions) {
    boolean tall = false;
    for (Region region : regions) {
      tall |= region.isTall();
      for (long row = region.firstRow(); row <= region.lastRow(); row++) {
        byRow.computeIfAbsent(row, key -> new ArrayList<>()).add(region);
      }
    }
    this.hasTall = tall;
  }

  /** Returns the region that covers a cell, or null. */
  @Nullable Region find(long row, int column) {
    for (Region region : byRow.getOrDefault(row, List.of())) {
      if (column >= region.firstColumn() && column <= region.lastColumn()) {
        return region;
      }
    }
    return null;
  }

  List<Region> inRow(long row) {
    return byRow.getOrDefault(row, List.of());
  }

  boolean hasTall() {
    return hasTall;
  }
}
