package org.lianpian.http;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Datum;
import org.lianpian.geo.LonLat;
import org.lianpian.ingest.ColumnMapping;
import org.lianpian.ingest.EstatePair;
import org.lianpian.ingest.ImportReport;
import org.lianpian.ingest.LayerReading;
import org.lianpian.ingest.LayerReport;
import org.lianpian.ingest.LayerRows;
import org.lianpian.ingest.Proposal;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceColumn;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.model.FeatureType;
import org.locationtech.jts.geom.Envelope;

/** Shows what an import found, or did, as JSON. */
final class ImportViews {
  private static final int LONGEST_CELL = 500;

  private ImportViews() {}

  /** Shows a file that is not to be imported. */
  static Map<String, @Nullable Object> leftOut(String file) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("file", file);
    view.put("skipped", true);
    view.put("layers", List.of());
    view.put("issues", List.of());
    return view;
  }

  static Map<String, @Nullable Object> file(ImportReport report) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("file", report.file());
    view.put("skipped", report.isLeftOut());
    view.put("committable", report.committable());
    view.put("committed", report.committed());
    view.put("counts", report.counts());
    view.put("errors", report.errors());
    Charset encoding = report.encoding();
    view.put("encoding", encoding == null ? null : encoding.toString());
    view.put("issues", report.issues().stream().map(ImportViews::issue).toList());
    view.put("layers", report.layers().stream().map(ImportViews::layer).toList());
    return view;
  }

  private static Map<String, @Nullable Object> layer(LayerReport layer) {
    LayerReading reading = layer.reading();
    FeatureType<?> type = reading.role().type();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("name", layer.name());
    view.put("format", reading.format());
    view.put("role", type == null ? null : type.name());
    view.put("confidence", reading.role().confidence());
    view.put("reasons", reading.role().reasons());
    view.put("roles", reading.role().candidates().stream().map(FeatureType::name).toList());
    view.put("rows", layer.rows());
    view.put("crs", reading.crs().toString());
    view.put("crsOrigin", reading.crsOrigin().name().toLowerCase(Locale.ROOT));
    view.put("crsOriginZh", reading.crsOrigin().zh());
    view.put("crsOriginEn", reading.crsOrigin().en());
    view.put("degrees", reading.crs().isGeographic());
    view.put("datum", reading.datum().name());
    view.put("extent", extent(layer.extent()));
    view.put("mapping", reading.mapping().stream().map(m -> column(m, reading)).toList());
    view.put("proposals", layer.proposals().stream().map(ImportViews::proposal).toList());
    view.put("estates", layer.estates().stream().map(ImportViews::estate).toList());
    view.put("counts", layer.counts());
    view.put("issues", layer.issues().stream().map(ImportViews::issue).toList());
    view.put("issuesTotal", layer.issuesTotal());
    view.put("errors", layer.errors());
    view.put("notices", reading.notices());
    return view;
  }

  private static @Nullable List<Double> extent(@Nullable Envelope box) {
    return box == null ? null : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private static Map<String, @Nullable Object> column(ColumnMapping mapping, LayerReading reading) {
    SourceColumn column = mapping.column();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("column", column.name());
    view.put("letter", column.letter());
    view.put("unit", column.unit());
    view.put("use", mapping.use().name().toLowerCase(Locale.ROOT));
    view.put("choice", mapping.choice());
    view.put("zh", mapping.zh());
    view.put("en", mapping.en());
    view.put("samples", reading.samples().getOrDefault(column.name(), List.of()));
    return view;
  }

  private static Map<String, @Nullable Object> proposal(Proposal proposal) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    Datum datum = proposal.datum();
    view.put("code", proposal.kind().code());
    view.put("titleZh", proposal.kind().zh());
    view.put("titleEn", proposal.kind().en());
    view.put("zh", proposal.zh());
    view.put("en", proposal.en());
    view.put("effect", proposal.kind().effect().name().toLowerCase(Locale.ROOT));
    view.put("effectZh", proposal.kind().effect().zh());
    view.put("effectEn", proposal.kind().effect().en());
    view.put("acceptable", proposal.kind().isAcceptable());
    view.put("datum", datum == null ? null : datum.name());
    view.put("rows", proposal.rows());
    view.put("columns", proposal.columns());
    view.put("examples", proposal.examples().stream().map(ImportViews::example).toList());
    view.put("accepted", proposal.accepted());
    return view;
  }

  private static Map<String, @Nullable Object> estate(EstatePair pair) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    EstatePair.Decision decision = pair.decision();
    view.put("row", pair.row());
    view.put("cell", pair.cell());
    view.put("name", cut(pair.name()));
    view.put("storedId", pair.storedId());
    view.put("storedName", cut(pair.storedName()));
    view.put("storedPlace", cut(pair.storedPlace()));
    view.put("sure", pair.sure());
    view.put("zh", pair.zh());
    view.put("en", pair.en());
    view.put("decision", decision == null ? null : decision.name().toLowerCase(Locale.ROOT));
    view.put("lonLat", lonLat(pair.position()));
    view.put("storedLonLat", lonLat(pair.storedPosition()));
    return view;
  }

  private static Map<String, @Nullable Object> example(Proposal.Example example) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("row", example.row());
    view.put("cell", example.cell());
    view.put("before", cut(example.before()));
    view.put("after", cut(example.after()));
    view.put("lonLat", lonLat(example.position()));
    return view;
  }

  private static Map<String, @Nullable Object> issue(RowIssue issue) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("code", issue.code());
    view.put("severity", issue.severity().name().toLowerCase(Locale.ROOT));
    view.put("row", issue.row());
    view.put("column", issue.column());
    view.put("cell", issue.cell());
    view.put("value", cut(issue.value()));
    view.put("zh", cut(issue.zh()));
    view.put("en", cut(issue.en()));
    view.put("suggestion", cut(issue.suggestion()));
    view.put("lonLat", lonLat(issue.position()));
    return view;
  }

  private static @Nullable List<Double> lonLat(@Nullable LonLat position) {
    return position == null ? null : List.of(position.longitude(), position.latitude());
  }

  static Map<String, Object> rows(LayerRows rows) {
    List<Map<String, Object>> shown = rows.rows().stream().map(row -> row(row, rows)).toList();
    List<Map<String, String>> columns =
        rows.columns().stream()
            .map(column -> Map.of("name", column.name(), "letter", column.letter()))
            .toList();
    return Map.of("columns", columns, "rows", shown);
  }

  private static Map<String, Object> row(SourceFeature row, LayerRows rows) {
    return Map.of(
        "row",
        row.row(),
        "cells",
        rows.columns().stream().map(column -> cut(row.text(column.name()))).toList());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_CELL
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_CELL) - 1))
            + "…";
  }
}
