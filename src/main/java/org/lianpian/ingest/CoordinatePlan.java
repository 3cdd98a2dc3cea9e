package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.CoordinateInspector;
import org.lianpian.geo.CoordinateProposal;
import org.lianpian.geo.CoordinateRow;
import org.lianpian.geo.Crs;
import org.lianpian.geo.LonLat;
import org.lianpian.geo.MetricCrs;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.value.ProposalKind;
import org.lianpian.ingest.value.Severity;
import org.locationtech.jts.geom.Envelope;

/**
 * Decides for each row of a layer in which CRS and order its coordinates are read.
 *
 * <p>What follows from the numbers alone (a zone prefix; a northing in the first column) is applied
 * and reported. What is only likely (swapped axes, a zone guessed from the region, a missing CRS)
 * is proposed; until a person accepts it, the rows are rejected.
 */
final class CoordinatePlan {

  /**
   * How to read one row.
   *
   * @param crs the system of the pair
   * @param swap whether the second number comes first
   * @param accepted the codes of accepted proposals that it rests on
   */
  record Reading(Crs crs, boolean swap, Set<String> accepted) {
    Reading {
      accepted = Set.copyOf(accepted);
    }
  }

  /**
   * Nothing is applied silently, but these need no decision: the numbers allow no other reading.
   */
  private static final Set<String> CERTAIN =
      Set.of(CoordinateProposal.NORTH_FIRST, CoordinateProposal.ZONE_PREFIX);

  private static final Set<String> REMARKS =
      Set.of(
          CoordinateProposal.PACKED_DMS,
          CoordinateProposal.FLOAT32,
          CoordinateProposal.PLACEHOLDER);

  /** About 30 km: districts do not end where their box does. */
  private static final double NEAR_DEGREES = 0.3;

  private final Map<Long, Reading> readings = new HashMap<>();
  private final Set<Long> rejected = new HashSet<>();
  private final List<RowIssue> issues = new ArrayList<>();
  private final List<Proposal> proposals = new ArrayList<>();
  private final PairLocator locator = new PairLocator();
  private final LayerOptions decided;
  private Reading fallback;
  private CrsOrigin origin;
  private double sigmaMetres;

  private CoordinatePlan(Crs fallback, CrsOrigin origin, LayerOptions decided) {
    this.fallback = new Reading(fallback, false, Set.of());
    this.origin = origin;
    this.decided = decided;
  }

  /** Returns the plan for coordinates whose CRS is known, or for none. */
  static CoordinatePlan of(Crs crs, CrsOrigin origin) {
    return new CoordinatePlan(crs, origin, LayerOptions.NONE);
  }

  /**
   * Returns the plan for the geometries of a GIS layer whose CRS a person stated.
   *
   * @param target the dataset's CRS, or null when there is no dataset yet
   * @param region where the data should lie, longitude and latitude, or null for the CRS's zone
   */
  static CoordinatePlan stated(
      String layer,
      List<CoordinateRow> rows,
      Crs stated,
      @Nullable Crs target,
      @Nullable Envelope region) {
    CoordinatePlan plan = of(stated, CrsOrigin.STATED);
    MetricCrs expected = ExpectedZone.of(rows, stated, target);
    if (expected != null) {
      plan.compareStated(layer, rows, region == null ? ExpectedZone.region(expected) : region);
    }
    return plan;
  }

  /**
   * Finds out how to read rows.
   *
   * @param decided what a person decided about the layer: its CRS, the proposals
   * @param mustConfirm whether even the plainest reading needs to be confirmed: a GIS layer that
   *     should have had a CRS
   * @param target the dataset's CRS, or null when there is no dataset yet
   * @param region where the data should lie, longitude and latitude, or null for the CRS's zone
   */
  static CoordinatePlan inspect(
      String layer,
      List<CoordinateRow> rows,
      LayerOptions decided,
      boolean mustConfirm,
      @Nullable Crs target,
      @Nullable Envelope region) {
    Crs stated = decided.crs();
    MetricCrs expected = ExpectedZone.of(rows, stated, target);
    Crs plain =
        stated != null
            ? stated
            : ExpectedZone.isDegrees(rows) || expected == null ? Crs.WGS84 : expected.crs();
    CrsOrigin origin =
        rows.isEmpty() ? CrsOrigin.NONE : stated != null ? CrsOrigin.STATED : CrsOrigin.ASSUMED;
    CoordinatePlan plan = new CoordinatePlan(plain, origin, decided);
    if (expected == null) {
      if (!rows.isEmpty() && !ExpectedZone.isDegrees(rows)) {
        plan.rejectAll(layer, rows);
      }
      return plan;
    }
    Envelope wanted = region == null ? ExpectedZone.region(expected) : region;
    List<CoordinateProposal> found =
        new CoordinateInspector(wanted, expected.withoutPrefix().crs()).inspect(rows);
    Map<Integer, CoordinateRow> byRow = new HashMap<>();
    rows.forEach(row -> byRow.put(row.row(), row));
    for (CoordinateProposal proposal : found) {
      plan.apply(layer, proposal, byRow);
    }
    if (stated != null) {
      plan.compareStated(layer, rows, wanted);
    } else if (mustConfirm && !rows.isEmpty()) {
      plan.confirmMissing(layer, rows);
    }
    return plan;
  }

  /** Returns how a row is read, or null when it waits for a decision. */
  @Nullable Reading reading(long row) {
    return rejected.contains(row) ? null : readings.getOrDefault(row, fallback);
  }

  /** Returns what a person may accept or leave, accepted ones too. */
  List<Proposal> proposals() {
    return List.copyOf(proposals);
  }

  CrsOrigin origin() {
    return origin;
  }

  /** Tells whether any row is read as longitude and latitude. */
  boolean hasDegrees() {
    return fallback.crs().isGeographic()
        || readings.values().stream().anyMatch(reading -> reading.crs().isGeographic());
  }

  List<RowIssue> issues() {
    return List.copyOf(issues);
  }

  /** Returns the CRS of rows without special finding. */
  Crs crs() {
    return readings.isEmpty() ? fallback.crs() : readings.values().iterator().next().crs();
  }

  /** Returns the standard error that the numbers' own precision implies, metres. */
  double sigmaMetres() {
    return sigmaMetres;
  }

  private void apply(String layer, CoordinateProposal proposal, Map<Integer, CoordinateRow> byRow) {
    if (proposal.sigmaMetres() != null) {
      sigmaMetres = Math.max(sigmaMetres, proposal.sigmaMetres());
    }
    Crs stated = decided.crs();
    if (proposal.code().equals(CoordinateProposal.OUT_OF_REGION)) {
      if (stated == null) {
        outOfRegion(layer, proposal, byRow);
      }
      return;
    }
    if (stated != null && proposal.crs() != null && !proposal.swap()) {
      return;
    }
    if (REMARKS.contains(proposal.code())) {
      issues.add(issue(proposal, Severity.WARNING, layer));
      return;
    }
    boolean certain = CERTAIN.contains(proposal.code());
    boolean accepted = !certain && decided.accepts(proposal.code());
    Crs crs = stated != null ? stated : proposal.crs();
    Reading reading =
        crs == null
            ? null
            : new Reading(crs, proposal.swap(), accepted ? Set.of(proposal.code()) : Set.of());
    issues.add(
        issue(
            proposal,
            certain ? Severity.WARNING : accepted ? Severity.ACCEPTED : Severity.PROPOSAL,
            layer));
    if (!certain) {
      ProposalKind.find(proposal.code())
          .ifPresent(kind -> propose(kind, proposal, reading, byRow, accepted));
    }
    if (certain || accepted) {
      if (reading != null) {
        proposal.affectedRows().forEach(row -> readings.merge((long) row, reading, this::both));
      }
    } else {
      reject(layer, proposal.code(), proposal.affectedRows());
    }
  }

  /** A pair may be swapped and carry a zone number: both hold. */
  private Reading both(Reading before, Reading next) {
    Set<String> accepted = new HashSet<>(before.accepted());
    accepted.addAll(next.accepted());
    return new Reading(next.crs(), before.swap() || next.swap(), accepted);
  }

  private void propose(
      ProposalKind kind,
      CoordinateProposal proposal,
      @Nullable Reading reading,
      Map<Integer, CoordinateRow> byRow,
      boolean accepted) {
    List<CoordinateRow> rows = new ArrayList<>();
    proposal.affectedRows().stream()
        .limit(Proposal.EXAMPLES)
        .forEach(row -> rows.add(byRow.get(row)));
    proposals.add(
        new Proposal(
            kind,
            proposal.zh(),
            proposal.en(),
            null,
            proposal.affectedRows().size(),
            List.of(),
            reading == null ? List.of() : locator.examples(rows, reading),
            accepted));
  }

  private void reject(String layer, String code, List<Integer> rows) {
    rows.forEach(row -> rejected.add((long) row));
    issues.add(waiting(layer, code, rows.size()));
    if (decided.crs() == null) {
      origin = CrsOrigin.PROPOSED;
    }
  }

  private void outOfRegion(
      String layer, CoordinateProposal proposal, Map<Integer, CoordinateRow> byRow) {
    int far = 0;
    for (int row : proposal.affectedRows()) {
      CoordinateRow pair = byRow.get(row);
      boolean degrees =
          pair != null
              && pair.first() != null
              && pair.second() != null
              && ExpectedZone.CHINA.contains(pair.first(), pair.second());
      if (!degrees) {
        rejected.add((long) row);
        far++;
      }
    }
    issues.add(issue(proposal, far > 0 ? Severity.ERROR : Severity.WARNING, layer));
    if (far > 0 && proposal.wholeColumn()) {
      origin = CrsOrigin.MISSING;
    }
  }

  /** Warns when rows lie far from the region in the CRS that a person stated. */
  private void compareStated(String layer, List<CoordinateRow> rows, Envelope region) {
    Envelope near = new Envelope(region);
    near.expandBy(NEAR_DEGREES);
    long far = 0;
    for (CoordinateRow row : rows) {
      LonLat position = locator.position(row, readingOf(row));
      if (position != null && !near.contains(position.toCoordinate())) {
        far++;
      }
    }
    if (far > 0) {
      issues.add(
          RowIssue.ofLayer(
              "crs.far",
              Severity.WARNING,
              layer,
              layer + "：按 " + fallback.crs() + " 读取，" + far + " 行远在辖区之外，请核对坐标系",
              layer
                  + ": read in "
                  + fallback.crs()
                  + ", "
                  + far
                  + " rows lie far outside the region; please check the CRS",
              ""));
    }
  }

  private Reading readingOf(CoordinateRow row) {
    return readings.getOrDefault((long) row.row(), fallback);
  }

  private void rejectAll(String layer, List<CoordinateRow> rows) {
    rows.forEach(row -> rejected.add((long) row.row()));
    origin = CrsOrigin.MISSING;
    issues.add(
        RowIssue.ofLayer(
            "crs.missing",
            Severity.ERROR,
            layer,
            layer + "：坐标不是经纬度，又没有说明坐标系",
            layer + ": the coordinates are no degrees, and no CRS is stated",
            "EPSG:4548"));
  }

  private void confirmMissing(String layer, List<CoordinateRow> rows) {
    String code = ProposalKind.CRS_MISSING.code();
    boolean accepted = decided.accepts(code);
    String zh = "没有坐标系说明（缺少 .prj？），按数值判断为 " + crs();
    String en = "states no CRS (missing .prj?); the numbers look like " + crs();
    issues.add(
        RowIssue.ofLayer(
            code,
            accepted ? Severity.ACCEPTED : Severity.PROPOSAL,
            layer,
            layer + "：" + zh,
            layer + ": " + en,
            crs().toString()));
    List<CoordinateRow> first = rows.subList(0, Math.min(rows.size(), Proposal.EXAMPLES));
    List<Proposal.Example> examples = locator.examples(first, readingOf(rows.get(0)));
    proposals.add(
        new Proposal(
            ProposalKind.CRS_MISSING, zh, en, null, rows.size(), List.of(), examples, accepted));
    if (accepted) {
      Reading confirmed = new Reading(fallback.crs(), false, Set.of(code));
      readings.replaceAll((row, reading) -> both(confirmed, reading));
      fallback = confirmed;
    } else {
      reject(layer, code, rows.stream().map(CoordinateRow::row).toList());
    }
  }

  private static RowIssue waiting(String layer, String code, int rows) {
    return RowIssue.ofLayer(
        "coordinate.unconfirmed",
        Severity.ERROR,
        layer,
        layer + "：" + rows + " 行等待确认建议 " + code,
        layer + ": " + rows + " rows wait until the proposal " + code + " is accepted",
        "接受建议，或指定坐标系 / accept the proposal, or state the CRS");
  }

  private static RowIssue issue(CoordinateProposal proposal, Severity severity, String layer) {
    Crs crs = proposal.crs();
    return RowIssue.ofLayer(
        proposal.code(),
        severity,
        layer,
        layer + "：" + proposal.zh(),
        layer + ": " + proposal.en(),
        crs == null ? "" : crs.toString());
  }
}
