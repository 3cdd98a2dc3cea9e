package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.CoordinateRow;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.ColumnMapping.Use;
import org.lianpian.ingest.source.ChoiceException;
import org.lianpian.ingest.source.Notice;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Decides what a layer is and how to read it, in at most three passes over its rows. */
final class LayerPlanner {
  private static final int SAMPLE_ROWS = 500;
  private static final double UNSURE = 0.3;

  private final String file;
  private final ImportOptions options;
  private final @Nullable Crs target;

  LayerPlanner(String file, ImportOptions options, @Nullable Crs target) {
    this.file = file;
    this.options = options;
    this.target = target;
  }

  /**
   * Looks at the first rows: recognises the layer's role, or takes the one that the options say.
   *
   * @throws ChoiceException when they say one that does not exist
   */
  LayerLook look(SourceLayer layer) {
    List<SourceFeature> sample;
    try (Stream<SourceFeature> features = layer.features()) {
      sample = features.limit(SAMPLE_ROWS).toList();
    }
    String decided = options.of(layer.name()).role();
    LayerRole role = RoleRecogniser.recognise(file, layer, decided, sample, classes(layer));
    return new LayerLook(role, LayerLook.samples(sample));
  }

  /**
   * Plans a layer whose role has a type.
   *
   * @throws ChoiceException when what was chosen for the layer does not fit it
   */
  <T extends Feature> LayerPlan<T> plan(SourceLayer layer, LayerLook look, FeatureType<T> type) {
    LayerOptions decided = options.of(layer.name());
    Choices.checkAccepted(decided, layer.name());
    LayerRole role = look.role();
    List<ColumnMapping> mappings =
        ColumnMapper.map(type, layer, decided, options.keepPersonalData());
    Map<String, ColumnMapping> byProperty = LayerPlan.byProperty(mappings);
    CoordinateColumns columns = CoordinateColumns.of(mappings);
    ColumnMapping id = ColumnMapper.find(mappings, Use.ID);
    FeatureIds ids =
        new FeatureIds(
            type,
            layer.style(),
            id == null ? null : id.column().name(),
            (feature, property) ->
                LayerPlan.text(feature, type, byProperty, layer.style(), property));
    Survey survey = survey(layer, role, ids, columns, byProperty);
    CoordinatePlan coordinates = coordinates(layer, decided, survey, columns);
    List<RowIssue> issues = new ArrayList<>(layer.issues());
    issues.addAll(coordinates.issues());
    List<Notice> notices = new ArrayList<>(layer.notices());
    describe(layer, role, mappings, ids, survey, notices, issues);
    return new LayerPlan<>(
        layer,
        file,
        type,
        look,
        mappings,
        coordinates,
        decided,
        Choices.describeReading(options, layer.name()),
        ids,
        survey.rows,
        survey.ignored,
        notices,
        issues);
  }

  /** What one pass over all rows finds. */
  private static final class Survey {
    private final List<CoordinateRow> pairs = new ArrayList<>();
    private final List<CoordinateRow> vertices = new ArrayList<>();
    private boolean beyondDegrees;
    private long rows;
    private long ignored;
  }

  private static Survey survey(
      SourceLayer layer,
      LayerRole role,
      FeatureIds ids,
      CoordinateColumns columns,
      Map<String, ColumnMapping> byProperty) {
    Survey survey = new Survey();
    ColumnMapping name = byProperty.get("name");
    try (Stream<SourceFeature> features = layer.features()) {
      features.forEach(
          feature -> {
            RowFilter filter = role.filter();
            if (filter != null && !filter.keeps(feature)) {
              survey.ignored++;
              return;
            }
            survey.rows++;
            ids.count(feature);
            String title = name == null ? "" : feature.text(name.column().name());
            Geometry geometry = feature.geometry();
            if (geometry != null && !geometry.isEmpty()) {
              Coordinate vertex = geometry.getCoordinate();
              survey.vertices.add(
                  new CoordinateRow((int) feature.row(), title, vertex.x, vertex.y));
              survey.beyondDegrees |= Math.abs(vertex.x) > 180 || Math.abs(vertex.y) > 180;
            } else if (columns.isPresent()) {
              CoordinateColumns.Pair pair = columns.read(feature);
              if (pair.first() != null && pair.second() != null) {
                survey.pairs.add(
                    new CoordinateRow((int) feature.row(), title, pair.first(), pair.second()));
              }
            }
          });
    }
    return survey;
  }

  private CoordinatePlan coordinates(
      SourceLayer layer, LayerOptions decided, Survey survey, CoordinateColumns columns) {
    boolean inColumns = survey.vertices.isEmpty() && columns.isPresent();
    List<CoordinateRow> rows = inColumns ? survey.pairs : survey.vertices;
    if (decided.crs() != null) {
      StatedCrs.check(decided.crs(), layer.name(), rows, target);
    }
    CoordinatePlan plan = coordinates(layer, decided, rows, inColumns, survey.beyondDegrees);
    if (decided.datum() != null && !rows.isEmpty()) {
      StatedCrs.check(decided.datum(), layer.name(), plan);
    }
    return plan;
  }

  private CoordinatePlan coordinates(
      SourceLayer layer,
      LayerOptions decided,
      List<CoordinateRow> rows,
      boolean inColumns,
      boolean beyondDegrees) {
    Envelope region = options.region();
    Crs stated = decided.crs();
    if (inColumns) {
      return CoordinatePlan.inspect(layer.name(), rows, decided, false, target, region);
    }
    if (stated != null) {
      return CoordinatePlan.stated(layer.name(), rows, stated, target, region);
    }
    Crs declared = layer.crs();
    boolean contradicts = declared != null && declared.isGeographic() && beyondDegrees;
    if (declared == null || contradicts) {
      return rows.isEmpty()
          ? CoordinatePlan.of(Crs.WGS84, CrsOrigin.NONE)
          : CoordinatePlan.inspect(layer.name(), rows, decided, true, target, region);
    }
    return CoordinatePlan.of(declared, rows.isEmpty() ? CrsOrigin.NONE : CrsOrigin.DECLARED);
  }

  private static void describe(
      SourceLayer layer,
      LayerRole role,
      List<ColumnMapping> mappings,
      FeatureIds ids,
      Survey survey,
      List<Notice> notices,
      List<RowIssue> issues) {
    List<String> kept = names(mappings, Use.ORIGINAL);
    if (!kept.isEmpty() && layer.style() != SourceLayer.Style.OSM) {
      notices.add(
          new Notice(
              "columns.unmapped",
              "未对应的列仅保留原文：" + String.join("、", kept),
              "Columns kept as original text only: " + String.join(", ", kept)));
    }
    List<String> dropped = names(mappings, Use.DROPPED);
    if (!dropped.isEmpty()) {
      notices.add(
          new Notice(
              "columns.personal-data",
              "疑似个人信息的列不导入：" + String.join("、", dropped),
              "Columns that look like personal data are not imported: "
                  + String.join(", ", dropped)));
    }
    RowFilter filter = role.filter();
    if (filter != null) {
      notices.add(
          new Notice(
              "rows.other-kinds",
              survey.ignored + " 行不属于本类（" + filter.column() + " 不是 " + filter.values() + "），未导入",
              survey.ignored
                  + " rows are of other kinds ("
                  + filter.column()
                  + " not "
                  + filter.values()
                  + ") and not imported"));
    }
    if (ids.isRunningNumber()) {
      notices.add(
          new Notice(
              "id.running-number",
              "编号列只是顺序号，不作为唯一编号",
              "The id column only counts the rows and is not taken as identity"));
    }
    if (role.confidence() < UNSURE) {
      issues.add(
          RowIssue.ofLayer(
              "role.unsure",
              Severity.WARNING,
              layer.name(),
              layer.name() + "：内容类型是猜测，请确认",
              layer.name() + ": what it holds is a guess; please confirm",
              ""));
    }
  }

  private static List<String> names(List<ColumnMapping> mappings, Use use) {
    return mappings.stream().filter(m -> m.use() == use).map(m -> m.column().name()).toList();
  }

  private static Set<String> classes(SourceLayer layer) {
    Set<String> classes = new HashSet<>();
    if (layer.columns().stream().anyMatch(column -> column.name().equals("fclass"))) {
      try (Stream<SourceFeature> features = layer.features()) {
        features.forEach(feature -> classes.add(feature.text("fclass")));
      }
    }
    return classes;
  }
}
