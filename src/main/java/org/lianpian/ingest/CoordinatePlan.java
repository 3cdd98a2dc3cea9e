package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.lianpian.geo.MetricCrs;
import org.lianpian.ingest.source.RowIssue;
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
   */
  record Reading(Crs crs, boolean swap) {}

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

  private static final Envelope CHINA = new Envelope(73, 136, 3, 54);

  private final Map<Long, Reading> readings = new HashMap<>();
  private final Set<Long> rejected = new HashSet<>();
  private final List<RowIssue> issues = new ArrayList<>();
  private final Crs fallback;
  private double sigmaMetres;

  private CoordinatePlan(Crs fallback) {
    this.fallback = fallback;
  }

  /** Returns the plan for coordinates whose CRS is known. */
  static CoordinatePlan of(Crs crs) {
    return new CoordinatePlan(crs);
  }

  /**
   * Finds out how to read rows.
   *
   * @param stated the CRS that a person stated, or null
   * @param mustConfirm whether even the plainest reading needs to be confirmed: a GIS layer that
   *     should have had a CRS
   * @param target the dataset's CRS, or null when there is no dataset yet
   */
  static CoordinatePlan inspect(
      String layer,
      List<CoordinateRow> rows,
      @Nullable Crs stated,
      boolean mustConfirm,
      @Nullable Crs target,
      ImportOptions options) {
    MetricCrs expected = expected(rows, stated, target);
    Crs plain =
        stated != null ? stated : isDegrees(rows) || expected == null ? Crs.WGS84 : expected.crs();
    CoordinatePlan plan = new CoordinatePlan(plain);
    if (expected == null) {
      if (!rows.isEmpty() && !isDegrees(rows)) {
        plan.rejectAll(layer, rows);
      }
      return plan;
    }
    List<CoordinateProposal> proposals =
        new CoordinateInspector(region(expected, options), expected.withoutPrefix().crs())
            .inspect(rows);
    Map<Integer, CoordinateRow> byRow = new HashMap<>();
    rows.forEach(row -> byRow.put(row.row(), row));
    for (CoordinateProposal proposal : proposals) {
      plan.apply(layer, proposal, stated, byRow, options);
    }
    if (mustConfirm && stated == null && !rows.isEmpty()) {
      plan.confirmMissing(layer, rows, options);
    }
    return plan;
  }

  /** Returns how a row is read, or null when it waits for a decision. */
  @Nullable Reading reading(long row) {
    return rejected.contains(row) ? null : readings.getOrDefault(row, new Reading(fallback, false));
  }

  List<RowIssue> issues() {
    return List.copyOf(issues);
  }

  /** Returns the CRS of rows without special finding. */
  Crs crs() {
    return readings.isEmpty() ? fallback : readings.values().iterator().next().crs();
  }

  /** Returns the standard error that the numbers' own precision implies, metres. */
  double sigmaMetres() {
    return sigmaMetres;
  }

  private void apply(
      String layer,
      CoordinateProposal proposal,
      @Nullable Crs stated,
      Map<Integer, CoordinateRow> byRow,
      ImportOptions options) {
    if (proposal.sigmaMetres() != null) {
      sigmaMetres = Math.max(sigmaMetres, proposal.sigmaMetres());
    }
    boolean remark = REMARKS.contains(proposal.code());
    if (proposal.code().equals(CoordinateProposal.OUT_OF_REGION)) {
      outOfRegion(layer, proposal, stated, byRow);
      return;
    }
    if (stated != null && proposal.crs() != null && !proposal.swap()) {
      return;
    }
    boolean applies = CERTAIN.contains(proposal.code()) || options.accepts(proposal.code());
    issues.add(issue(proposal, remark || applies ? Severity.WARNING : Severity.PROPOSAL, layer));
    if (remark) {
      return;
    }
    for (int row : proposal.affectedRows()) {
      Crs crs = stated != null ? stated : proposal.crs();
      if (applies && crs != null) {
        Reading before = readings.get((long) row);
        readings.put(
            (long) row, new Reading(crs, proposal.swap() || (before != null && before.swap())));
      } else if (!applies) {
        rejected.add((long) row);
      }
    }
    if (!applies) {
      issues.add(waiting(layer, proposal.code(), proposal.affectedRows().size()));
    }
  }

  private void outOfRegion(
      String layer,
      CoordinateProposal proposal,
      @Nullable Crs stated,
      Map<Integer, CoordinateRow> byRow) {
    int far = 0;
    for (int row : proposal.affectedRows()) {
      CoordinateRow pair = byRow.get(row);
      boolean degrees =
          pair != null
              && pair.first() != null
              && pair.second() != null
              && CHINA.contains(pair.first(), pair.second());
      if (stated == null && !degrees) {
        rejected.add((long) row);
        far++;
      }
    }
    issues.add(issue(proposal, far > 0 ? Severity.ERROR : Severity.WARNING, layer));
  }

  private void rejectAll(String layer, List<CoordinateRow> rows) {
    rows.forEach(row -> rejected.add((long) row.row()));
    issues.add(
        RowIssue.ofLayer(
            "crs.missing",
            Severity.ERROR,
            layer,
            layer + "：坐标不是经纬度，又没有说明坐标系",
            layer + ": the coordinates are no degrees, and no CRS is stated",
            "EPSG:4548"));
  }

  private void confirmMissing(String layer, List<CoordinateRow> rows, ImportOptions options) {
    boolean accepted = options.accepts("crs.missing");
    issues.add(
        RowIssue.ofLayer(
            "crs.missing",
            accepted ? Severity.WARNING : Severity.PROPOSAL,
            layer,
            layer + "：没有坐标系说明（缺少 .prj？），按数值判断为 " + crs(),
            layer + ": states no CRS (missing .prj?); the numbers look like " + crs(),
            crs().toString()));
    if (!accepted) {
      rows.forEach(row -> rejected.add((long) row.row()));
      issues.add(waiting(layer, "crs.missing", rows.size()));
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

  private static boolean isDegrees(List<CoordinateRow> rows) {
    return rows.stream()
        .allMatch(
            row ->
                row.first() == null
                    || row.second() == null
                    || (Math.abs(row.first()) <= 180 && Math.abs(row.second()) <= 180));
  }

  /**
   * Returns the metric CRS around the data: the dataset's, the stated one, else the numbers' own.
   */
  private static @Nullable MetricCrs expected(
      List<CoordinateRow> rows, @Nullable Crs stated, @Nullable Crs target) {
    for (Crs crs : new Crs[] {target, stated}) {
      if (crs != null && MetricCrs.of(crs).isPresent()) {
        return MetricCrs.of(crs).get();
      }
    }
    double[] largest =
        rows.stream()
            .filter(row -> row.first() != null && row.second() != null)
            .mapToDouble(CoordinatePlan::larger)
            .filter(number -> number != 0)
            .sorted()
            .toArray();
    if (largest.length == 0) {
      return null;
    }
    double median = largest[largest.length / 2];
    if (median >= 73.5 && median < 136.5) {
      return MetricCrs.forLongitude(median);
    }
    return median > 10_000_000
        ? MetricCrs.withPrefix((int) (median / 1_000_000)).orElse(null)
        : null;
  }

  private static double larger(CoordinateRow row) {
    double[] pair = {
      row.first() == null ? 0 : row.first(), row.second() == null ? 0 : row.second()
    };
    return Arrays.stream(pair).max().orElse(0);
  }

  private static Envelope region(MetricCrs expected, ImportOptions options) {
    if (options.region() != null) {
      return options.region();
    }
    double west = Math.max(73, expected.centralMeridian() - 2.5);
    double east = Math.min(137, expected.centralMeridian() + 2.5);
    return new Envelope(west, east, CHINA.getMinY(), CHINA.getMaxY());
  }
}
