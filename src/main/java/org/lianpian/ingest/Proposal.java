package org.lianpian.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Datum;
import org.lianpian.geo.LonLat;
import org.lianpian.ingest.value.ProposalKind;

/**
 * A correction of a layer that a person may accept or leave.
 *
 * @param zh the finding behind it in Chinese, or empty when its examples say it
 * @param en the same in English
 * @param datum the datum that accepting it states, or null when it is accepted by its code
 * @param rows how many rows it would change
 * @param columns the columns in which it was found, in the order of the rows
 * @param examples a few of what it would change
 * @param accepted whether it was accepted
 */
public record Proposal(
    ProposalKind kind,
    String zh,
    String en,
    @Nullable Datum datum,
    long rows,
    List<String> columns,
    List<Example> examples,
    boolean accepted) {

  /** How many examples are given. */
  static final int EXAMPLES = 3;

  /**
   * One place that would change.
   *
   * @param row counted from 1 as the source shows it
   * @param cell the cell's address, or empty
   * @param before as the source says
   * @param after as it would be read
   * @param position where it would lie, WGS 84, or null
   */
  public record Example(
      long row, String cell, String before, String after, @Nullable LonLat position) {}

  public Proposal {
    columns = List.copyOf(columns);
    examples = List.copyOf(examples);
  }
}
