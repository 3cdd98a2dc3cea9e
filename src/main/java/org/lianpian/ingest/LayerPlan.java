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
 * @param decided what a person decided about it
 * @param choices what a person chose about how it is read, in words; empty when nothing
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
    LayerLook look,
    List<ColumnMapping> mappings,
    CoordinatePlan coordinates,
    LayerOptions decided,
    String choices,
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

  LayerRole role() {
    return look.role();
  }

  /** Returns the datum of longitudes and latitudes: the stated one, else CGCS2000. */
  Datum datum() {
    Datum stated = decided.datum();
    return stated == null ? Datum.CGCS2000 : stated;
  }

  /** Returns how the layer is read, for people. */
  LayerReading reading() {
    return new LayerReading(
        layer.name(),
        layer.format(),
        role(),
        mappings,
        look.samples(),
        coordinates.crs(),
        coordinates.origin(),
        datum(),
        layer.encoding(),
        notices);
  }

  boolean keeps(SourceFeature feature) {
    RowFilter filter = role().filter();
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
