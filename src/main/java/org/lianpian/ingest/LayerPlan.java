package org.lianpian.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Datum;
import org.lianpian.ingest.source.Notice;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;

/**
 * Everything that is decided about a layer before its rows become features.
 *
 * @param type what the layer holds
 * @param mappings its columns in order
 * @param coordinates how coordinates are read
 * @param datum the datum of longitudes and latitudes
 * @param ids counted over all rows
 * @param rows how many rows belong to the type
 * @param ignored how many do not
 * @param notices what was noticed while planning
 * @param issues what is wrong with the layer as a whole
 */
record LayerPlan<T extends Feature>(
    SourceLayer layer,
    String file,
    FeatureType<T> type,
    LayerRole role,
    List<ColumnMapping> mappings,
    CoordinatePlan coordinates,
    Datum datum,
    FeatureIds ids,
    long rows,
    long ignored,
    List<Notice> notices,
    List<RowIssue> issues) {

  LayerPlan {
    mappings = List.copyOf(mappings);
    notices = List.copyOf(notices);
    issues = List.copyOf(issues);
  }

  boolean keeps(SourceFeature feature) {
    RowFilter filter = role.filter();
    return filter == null || filter.keeps(feature);
  }

  /** Returns the text that a row brings for a property: from its tags, else from its column. */
  static String text(
      SourceFeature feature,
      FeatureType<?> type,
      Map<String, ColumnMapping> byProperty,
      SourceLayer.Style style,
      String property) {
    if (style == SourceLayer.Style.OSM) {
      String tag = TagRules.read(type, feature.attributes()).get(property);
      if (tag != null) {
        return tag;
      }
    }
    ColumnMapping mapping = byProperty.get(property);
    return mapping == null ? "" : feature.text(mapping.column().name());
  }

  static Map<String, ColumnMapping> byProperty(List<ColumnMapping> mappings) {
    Map<String, ColumnMapping> byProperty = new HashMap<>();
    for (ColumnMapping mapping : mappings) {
      String property = mapping.property();
      if (property != null) {
        byProperty.put(property, mapping);
      }
    }
    return byProperty;
  }

  @Nullable ColumnMapping find(ColumnMapping.Use use) {
    return ColumnMapper.find(mappings, use);
  }
}
