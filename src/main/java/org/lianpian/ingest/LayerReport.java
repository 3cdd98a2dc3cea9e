package org.lianpian.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.ingest.source.RowIssue;
import org.locationtech.jts.geom.Envelope;

/**
 * What an import found in one layer.
 *
 * @param rows rows of the layer that belong to the role
 * @param extent box of the rows that pass, longitude and latitude, or null when none has a position
 * @param proposals what a person may accept or leave, accepted ones too
 * @param estates rows that may be communities of the dataset, the first ones
 * @param issues the first issues, errors first
 * @param issuesTotal how many issues there are
 * @param errors how many of them are errors
 */
public record LayerReport(
    LayerReading reading,
    long rows,
    ImportCounts counts,
    @Nullable Envelope extent,
    List<Proposal> proposals,
    List<EstatePair> estates,
    List<RowIssue> issues,
    long issuesTotal,
    long errors) {

  public LayerReport {
    proposals = List.copyOf(proposals);
    estates = List.copyOf(estates);
    issues = List.copyOf(issues);
  }

  public String name() {
    return reading.name();
  }

  /** Tells whether the layer has a role and is imported. */
  public boolean isImported() {
    return reading.role().type() != null;
  }

  LayerReport withCounts(ImportCounts written) {
    return new LayerReport(
        reading, rows, written, extent, proposals, estates, issues, issuesTotal, errors);
  }
}
