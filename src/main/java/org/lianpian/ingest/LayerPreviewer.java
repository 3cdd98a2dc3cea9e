package org.lianpian.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Looks at a layer before there is a dataset. */
final class LayerPreviewer {
  private final String file;
  private final ImportOptions options;

  LayerPreviewer(String file, ImportOptions options) {
    this.file = file;
    this.options = options;
  }

  /** Returns role, mapping, extent and issues of the layer as a whole; its counts are zero. */
  LayerReport preview(SourceLayer layer) {
    LayerPlanner planner = new LayerPlanner(file, options, null);
    LayerLook look = planner.look(layer);
    FeatureType<?> type = look.role().type();
    // a layer of unknown kind is still located, as if it held communities
    FeatureType<?> shown = type == null ? Community.TYPE : type;
    LayerPlan<?> plan = plan(planner, layer, look, shown);
    return new LayerReport(
        plan.reading(),
        plan.rows(),
        ImportCounts.NONE,
        extent(plan),
        plan.coordinates().proposals(),
        List.of(),
        plan.issues(),
        plan.issues().size(),
        0);
  }

  private static <T extends Feature> LayerPlan<T> plan(
      LayerPlanner planner, SourceLayer layer, LayerLook look, FeatureType<T> type) {
    return planner.plan(layer, look, type);
  }

  private static @Nullable Envelope extent(LayerPlan<?> plan) {
    CoordinateColumns columns = CoordinateColumns.of(plan.mappings());
    Map<Crs, Envelope> boxes = new HashMap<>();
    try (Stream<SourceFeature> rows = plan.layer().features()) {
      rows.filter(plan::keeps).forEach(row -> expand(plan, columns, row, boxes));
    }
    Envelope all = new Envelope();
    boxes.forEach(
        (crs, box) ->
            all.expandToInclude(
                crs.isGeographic() ? box : Reprojector.between(crs, Crs.WGS84).apply(box)));
    return all.isNull() ? null : all;
  }

  private static void expand(
      LayerPlan<?> plan, CoordinateColumns columns, SourceFeature row, Map<Crs, Envelope> boxes) {
    CoordinatePlan.Reading reading = plan.coordinates().reading(row.row());
    if (reading == null) {
      return;
    }
    Envelope box = new Envelope();
    Geometry geometry = row.geometry();
    if (geometry != null) {
      box.expandToInclude(geometry.getEnvelopeInternal());
    } else if (columns.isPresent()) {
      CoordinateColumns.Pair pair = columns.read(row);
      if (pair.first() != null && pair.second() != null && pair.first() > 0) {
        box.expandToInclude(pair.first(), pair.second());
      }
    }
    if (!box.isNull()) {
      Envelope turned =
          reading.swap()
              ? new Envelope(box.getMinY(), box.getMaxY(), box.getMinX(), box.getMaxX())
              : box;
      boxes.computeIfAbsent(reading.crs(), crs -> new Envelope()).expandToInclude(turned);
    }
  }
}
