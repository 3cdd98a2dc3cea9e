package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.ColumnMapping.Use;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceColumn;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.value.Finding;
import org.lianpian.ingest.value.Parsed;
import org.lianpian.ingest.value.ProposalKind;
import org.lianpian.ingest.value.Severity;
import org.lianpian.ingest.value.ValueParsers;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Property;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;

/**
 * Makes features of the rows of one layer, in their order; one assembler for each pass.
 *
 * <p>A row with an error gives no feature. A proposal's value is used only when it was accepted;
 * until then the property stays unknown. In layers with OSM's tags, which nobody here can correct,
 * an unreadable value is a warning and the property unknown.
 */
final class FeatureAssembler<T extends Feature> {
  private final LayerPlan<T> plan;
  private final Map<String, ColumnMapping> byProperty;
  private final GeometryAssembler geometries;
  private final SameFile sameFile;

  FeatureAssembler(LayerPlan<T> plan, Crs target, SameFile sameFile) {
    this.plan = plan;
    this.byProperty = LayerPlan.byProperty(plan.mappings());
    this.geometries = new GeometryAssembler(plan, target);
    this.sameFile = sameFile;
    plan.ids().restart();
  }

  Outcome<T> assemble(SourceFeature source) {
    List<RowIssue> issues = new ArrayList<>(source.issues());
    Map<String, @Nullable Object> values = values(source, issues);
    GeometryAssembler.Result geometry = geometries.assemble(source, issues);
    String id = id(source, issues);
    new TypeRules(source, plan, issues).complete(values, geometry.geometry());
    sameFile.complete(plan, source, values, geometry.geometry(), issues);
    boolean failed = issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    if (failed || geometry.waits()) {
      return new Outcome<>(null, geometry.geometry(), issues);
    }
    try {
      T feature =
          plan.type()
              .create(
                  id, geometry.geometry(), provenance(source, geometry, issues), new Row(values));
      return new Outcome<>(feature, geometry.geometry(), issues);
    } catch (IllegalArgumentException e) {
      issues.add(
          RowIssue.ofRow(
              "row.invalid",
              Severity.ERROR,
              source,
              plan.layer().name(),
              source.locator() + "：这一行不能成为" + plan.type().zh() + "：" + e.getMessage(),
              source.locator() + ": cannot become a " + plan.type().en() + ": " + e.getMessage()));
      return new Outcome<>(null, geometry.geometry(), issues);
    }
  }

  private Map<String, @Nullable Object> values(SourceFeature source, List<RowIssue> issues) {
    FeatureType<T> type = plan.type();
    boolean osm = plan.layer().style() == SourceLayer.Style.OSM;
    Map<String, String> tags = osm ? TagRules.read(type, source.attributes()) : Map.of();
    Map<String, @Nullable Object> values = new HashMap<>();
    for (Property<T> property : type.properties()) {
      ColumnMapping mapping = byProperty.get(property.name());
      String text = tags.get(property.name());
      if (text == null && mapping != null) {
        text = source.text(mapping.column().name());
      }
      if (text == null || text.isBlank()) {
        continue;
      }
      SourceColumn column = mapping == null ? SourceColumn.of(property.name()) : mapping.column();
      Parsed<?> parsed =
          ValueParsers.parse(
              property, TypeRules.prepared(type, property.name(), text), column.unit());
      Finding finding = parsed.finding();
      Object value = parsed.value();
      if (finding != null) {
        value = judge(finding, value, source, column, text, osm, issues);
      }
      values.put(property.name(), value);
    }
    return values;
  }

  /** Reports a finding and returns the value that may be used. */
  private @Nullable Object judge(
      Finding finding,
      @Nullable Object value,
      SourceFeature source,
      SourceColumn column,
      String text,
      boolean osm,
      List<RowIssue> issues) {
    if (osm && finding.code().equals("code.unknown")) {
      // tags are an open vocabulary; an unlisted word is no mistake
      return value;
    }
    RowIssue issue = issue(finding, source, column, text);
    if (finding.severity() == Severity.ERROR) {
      issues.add(osm ? issue.withSeverity(Severity.WARNING) : issue);
      return null;
    }
    if (finding.severity() == Severity.PROPOSAL) {
      boolean accepted = plan.decided().accepts(finding.code());
      issues.add(accepted ? issue.withSeverity(Severity.ACCEPTED) : issue);
      return accepted ? value : null;
    }
    issues.add(issue);
    return value;
  }

  private RowIssue issue(Finding finding, SourceFeature source, SourceColumn column, String text) {
    String cell = column.cell(source.row());
    return RowIssue.ofCell(
        finding,
        plan.layer().name(),
        source.row(),
        column.name(),
        cell.isEmpty() && plan.layer().style() == SourceLayer.Style.OSM ? source.locator() : cell,
        text);
  }

  private String id(SourceFeature source, List<RowIssue> issues) {
    FeatureIds ids = plan.ids();
    if (ids.isRepeated(source)) {
      boolean osm = plan.layer().style() == SourceLayer.Style.OSM;
      issues.add(
          RowIssue.ofRow(
              "id.repeated",
              osm ? Severity.WARNING : Severity.ERROR,
              source,
              plan.layer().name(),
              source.locator() + "：编号在文件中重复",
              source.locator() + ": the id occurs more than once in the file"));
    } else if (ids.isSuspectedTwin(source)) {
      issues.add(
          RowIssue.ofRow(
              ProposalKind.DUPLICATE_SUSPECTED.code(),
              Severity.PROPOSAL,
              source,
              plan.layer().name(),
              source.locator() + "：疑似重复，同一街道内有同名行，请核对是否为同一小区",
              source.locator()
                  + ": suspected duplicate, another row has the same name in the same place"));
    }
    return ids.idOf(source);
  }

  private Provenance provenance(
      SourceFeature source, GeometryAssembler.Result geometry, List<RowIssue> issues) {
    Map<String, String> original = new LinkedHashMap<>(source.attributes());
    for (ColumnMapping mapping : plan.mappings()) {
      if (mapping.use() == Use.DROPPED || mapping.use() == Use.NOT_IMPORTED) {
        original.remove(mapping.column().name());
      }
    }
    if (!geometry.originalWkt().isEmpty()) {
      original.put("@geometry", geometry.originalWkt());
    }
    String choices = choices(source, issues);
    if (!choices.isEmpty()) {
      original.put("@choices", choices);
    }
    return new Provenance(plan.file(), source.locator(), original);
  }

  /** Returns what people chose about reading this row, in words: a row without is as recognised. */
  private String choices(SourceFeature source, List<RowIssue> issues) {
    Set<String> accepted = new TreeSet<>();
    for (RowIssue issue : issues) {
      if (issue.severity() == Severity.ACCEPTED) {
        accepted.add(issue.code());
      }
    }
    CoordinatePlan.Reading reading = plan.coordinates().reading(source.row());
    if (reading != null) {
      accepted.addAll(reading.accepted());
    }
    List<String> parts = new ArrayList<>();
    if (!plan.choices().isEmpty()) {
      parts.add(plan.choices());
    }
    accepted.forEach(code -> parts.add("accept=" + code));
    return String.join(", ", parts);
  }
}
