package org.lianpian.ingest.source;

/**
 * Bounds on what one import may bring; what exceeds them is refused with a clear message. The
 * defaults hold a whole city with room to spare, and keep one import within 2 GB of memory.
 *
 * @param fileBytes size of the file as sent
 * @param rows rows of one layer
 * @param vertices vertices of one geometry
 * @param unpackedBytes total size of an archive's entries
 * @param zipRatio unpacked by packed size of an archive's entry, above which it is taken for a bomb
 * @param zipEntries entries of an archive
 * @param cellCharacters characters of one cell
 * @param columns columns of one layer
 * @param issues issues kept in full for one layer; further ones are only counted
 */
public record ImportLimits(
    long fileBytes,
    long rows,
    int vertices,
    long unpackedBytes,
    int zipRatio,
    int zipEntries,
    int cellCharacters,
    int columns,
    int issues) {

  public static final ImportLimits DEFAULTS =
      new ImportLimits(500L << 20, 2_000_000, 1_000_000, 2L << 30, 200, 2_000, 32_767, 500, 1_000);

  public ImportLimits {
    long least =
        Math.min(
            Math.min(Math.min(fileBytes, rows), Math.min(vertices, unpackedBytes)),
            Math.min(
                Math.min(zipRatio, zipEntries),
                Math.min(Math.min(cellCharacters, columns), issues)));
    if (least <= 0) {
      throw new IllegalArgumentException("Every limit must be > 0, the least was " + least);
    }
  }

  /** Returns limits that keep another number of issues. */
  public ImportLimits withIssues(int count) {
    return new ImportLimits(
        fileBytes,
        rows,
        vertices,
        unpackedBytes,
        zipRatio,
        zipEntries,
        cellCharacters,
        columns,
        count);
  }

  /** Refuses a layer that grows beyond its rows. */
  void checkRows(String layer, long count) {
    if (count > rows) {
      throw SourceException.refuse(
          "limit.rows",
          layer,
          "超过 " + rows + " 行的上限",
          "has more than the permitted " + rows + " rows",
          "分成几个文件 / split the file");
    }
  }

  /** Refuses a cell that is longer than permitted. */
  void checkCell(String layer, long row, String text) {
    if (text.length() > cellCharacters) {
      throw SourceException.refuse(
          "limit.cell",
          layer,
          "第 " + row + " 行有超过 " + cellCharacters + " 字符的单元格",
          "row " + row + " has a cell of more than " + cellCharacters + " characters",
          "");
    }
  }

  void checkColumns(String layer, int count) {
    if (count > columns) {
      throw SourceException.refuse(
          "limit.columns",
          layer,
          "超过 " + columns + " 列的上限",
          "has more than the permitted " + columns + " columns",
          "");
    }
  }

  void checkVertices(String layer, String locator, long count) {
    if (count > vertices) {
      throw SourceException.refuse(
          "limit.vertices",
          layer,
          locator + " 的顶点超过 " + vertices + " 的上限",
          locator + " has more than the permitted " + vertices + " vertices",
          "");
    }
  }
}
