package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.LonLat;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.value.ProposalKind;
import org.lianpian.ingest.value.Severity;
import org.locationtech.jts.geom.Geometry;

/**
 * Keeps the issues of one layer: the first ones in full, the rest counted, and what they propose.
 * Not thread-safe.
 */
final class IssueLog {
  private final int kept;
  private final Degrees degrees;
  private final List<RowIssue> errorsKept = new ArrayList<>();
  private final List<RowIssue> othersKept = new ArrayList<>();
  private final List<Proposal> ofLayer = new ArrayList<>();
  private final Map<ProposalKind, Cells> ofCells = new LinkedHashMap<>();
  private long total;
  private long errors;

  /** What the cells of one kind propose. */
  private static final class Cells {
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<Proposal.Example> examples = new ArrayList<>();
    private boolean accepted = true;
    private long rows;
  }

  /**
   * @param kept how many errors, and how many others, are kept in full
   * @param degrees places the geometries that come with issues
   */
  IssueLog(int kept, Degrees degrees) {
    this.kept = kept;
    this.degrees = degrees;
  }

  /** Adds an issue of the layer as a whole, or of a row without a position. */
  void add(RowIssue issue) {
    add(issue, null);
  }

  /** Adds an issue of a row that lies somewhere. */
  void add(RowIssue issue, @Nullable Geometry geometry) {
    total++;
    boolean error = issue.severity() == Severity.ERROR;
    if (error) {
      errors++;
    }
    List<RowIssue> keptOfKind = error ? errorsKept : othersKept;
    if (keptOfKind.size() < kept) {
      LonLat position = degrees.inside(geometry);
      keptOfKind.add(position == null ? issue : issue.at(position));
    }
    Long row = issue.row();
    boolean proposal =
        issue.severity() == Severity.PROPOSAL || issue.severity() == Severity.ACCEPTED;
    if (proposal && row != null) {
      ProposalKind.find(issue.code()).ifPresent(kind -> collect(kind, issue, row));
    }
  }

  /** Adds a proposal about the layer as a whole. */
  void add(Proposal proposal) {
    ofLayer.add(proposal);
  }

  private void collect(ProposalKind kind, RowIssue issue, long row) {
    Cells cells = ofCells.computeIfAbsent(kind, key -> new Cells());
    cells.rows++;
    cells.accepted &= issue.severity() == Severity.ACCEPTED;
    if (!issue.column().isEmpty()) {
      cells.columns.add(issue.column());
    }
    if (cells.examples.size() < Proposal.EXAMPLES) {
      cells.examples.add(
          new Proposal.Example(row, issue.cell(), issue.value(), issue.suggestion(), null));
    }
  }

  /** Returns the issues that are kept, errors first. */
  List<RowIssue> issues() {
    List<RowIssue> issues = new ArrayList<>(errorsKept);
    othersKept.stream().limit(kept - errorsKept.size()).forEach(issues::add);
    return issues;
  }

  /** Returns the proposals, those about positions first. */
  List<Proposal> proposals() {
    List<Proposal> proposals = new ArrayList<>(ofLayer);
    ofCells.forEach(
        (kind, cells) ->
            proposals.add(
                new Proposal(
                    kind,
                    "",
                    "",
                    null,
                    cells.rows,
                    List.copyOf(cells.columns),
                    cells.examples,
                    cells.accepted)));
    return proposals;
  }

  long total() {
    return total;
  }

  long errors() {
    return errors;
  }
}
