package org.lianpian.model;

/** How many features a write inserted, updated, found unchanged and deleted. */
public record WriteCounts(long inserted, long updated, long unchanged, long deleted) {

  public static final WriteCounts NONE = new WriteCounts(0, 0, 0, 0);

  public WriteCounts plus(WriteCounts other) {
    return new WriteCounts(
        inserted + other.inserted,
        updated + other.updated,
        unchanged + other.unchanged,
        deleted + other.deleted);
  }
}
