package org.lianpian.ingest;

/**
 * What an import does, or would do, to a store.
 *
 * @param rejected rows with errors
 * @param ignored rows of other kinds than the layer's
 */
public record ImportCounts(
    long inserted, long updated, long unchanged, long rejected, long ignored) {

  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  public ImportCounts plus(ImportCounts other) {
    return new ImportCounts(
        inserted + other.inserted,
        updated + other.updated,
        unchanged + other.unchanged,
        rejected + other.rejected,
        ignored + other.ignored);
  }
}
