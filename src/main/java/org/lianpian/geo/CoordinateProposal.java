package org.lianpian.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CoordinateInspector} finds in two columns and proposes; people decide.
 *
 * @param code a stable code such as {@code coordinate.swapped-axes}
 * @param zh the finding and the proposal in Chinese
 * @param en the same in English
 * @param affectedRows source row numbers, ascending
 * @param wholeColumn whether all rows with usable numbers are affected
 * @param swap whether the columns are to be read as second, first
 * @param crs the CRS in which the affected rows are to be read, or null when the finding says none
 * @param sigmaMetres standard error that the finding implies, or null
 */
public record CoordinateProposal(
    String code,
    String zh,
    String en,
    List<Integer> affectedRows,
    boolean wholeColumn,
    boolean swap,
    @Nullable Crs crs,
    @Nullable Double sigmaMetres) {

  /** B-20: latitude stands before longitude. */
  public static final String SWAPPED_AXES = "coordinate.swapped-axes";

  /** B-21: the first column is the northing, as surveyors label X. */
  public static final String NORTH_FIRST = "coordinate.north-first";

  /** B-22: a zone number stands in front of the easting. */
  public static final String ZONE_PREFIX = "coordinate.zone-prefix";

  /** B-23: eastings without prefix fit the region in another zone than the expected one. */
  public static final String ZONE_GUESS = "coordinate.zone-guess";

  /** B-24: rows of one file are in different zones or systems. */
  public static final String MIXED_SYSTEMS = "coordinate.mixed-systems";

  /** B-26: decimals look like degrees, minutes and seconds written without signs. */
  public static final String PACKED_DMS = "coordinate.packed-dms";

  /** B-27: numbers went through 32-bit floating point. */
  public static final String FLOAT32 = "coordinate.float32";

  /** B-28: 0,0, -9999, or one point under three or more names. */
  public static final String PLACEHOLDER = "PLACEHOLDER_COORD";

  /** No reading of the numbers lies in or near the expected region. */
  public static final String OUT_OF_REGION = "coordinate.out-of-region";

  public CoordinateProposal {
    affectedRows = affectedRows.stream().sorted().toList();
  }
}
