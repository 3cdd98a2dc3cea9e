package org.lianpian.ingest;

import org.jspecify.annotations.Nullable;
import org.lianpian.geo.LonLat;

/**
 * A row and a community of the dataset that may be the same estate, with what was decided.
 *
 * @param row counted from 1 as the source shows it
 * @param cell the address of its name, or empty
 * @param name as the row writes it
 * @param storedId the community of the dataset
 * @param storedName its name
 * @param storedPlace where it came from: file and place in it
 * @param sure whether nothing speaks against their being the same
 * @param zh what speaks for and against it, in Chinese
 * @param en the same in English
 * @param decision what was decided, or null when the row waits
 * @param position where the row lies, WGS 84, or null
 * @param storedPosition where the community lies, WGS 84, or null
 */
public record EstatePair(
    long row,
    String cell,
    String name,
    String storedId,
    String storedName,
    String storedPlace,
    boolean sure,
    String zh,
    String en,
    @Nullable Decision decision,
    @Nullable LonLat position,
    @Nullable LonLat storedPosition) {

  /** What a person may decide. */
  public enum Decision {
    /** The same estate: both sources are kept in one community. */
    MERGE,
    /** Another estate: the row becomes a community of its own. */
    NEW
  }
}
