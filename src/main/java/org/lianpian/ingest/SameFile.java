package org.lianpian.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.source.SourceLayer;
import org.lianpian.ingest.value.Severity;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * What the layers of one file tell each other: in which community a building stands, and the name
 * of a river's polygon, which in OSM only its centre line has.
 *
 * <p>A building belongs to the smallest community polygon around its interior point. Immutable.
 */
final class SameFile {
  static final SameFile NOTHING = new SameFile(List.of(), List.of());

  private final SpatialIndex<Community> communities;
  private final SpatialIndex<Watercourse> lines;

  /** Takes the polygons among the communities and the named lines among the watercourses. */
  SameFile(List<Community> communities, List<Watercourse> watercourses) {
    this.communities =
        SpatialIndex.of(
            communities.stream()
                .filter(c -> c.geometry() != null && c.geometry().getDimension() == 2)
                .toList(),
            SameFile::geometry);
    this.lines =
        SpatialIndex.of(
            watercourses.stream()
                .filter(w -> w.geometry() != null && w.geometry().getDimension() == 1)
                .filter(w -> !w.name().isEmpty())
                .toList(),
            SameFile::geometry);
  }

  void complete(
      LayerPlan<?> plan,
      SourceFeature source,
      Map<String, @Nullable Object> values,
      @Nullable Geometry geometry,
      List<RowIssue> issues) {
    if (geometry == null || geometry.getDimension() != 2) {
      return;
    }
    if (plan.type() == Building.TYPE && values.get("community_id") == null) {
      values.put("community_id", communityAround(geometry));
    }
    if (plan.type() == Watercourse.TYPE
        && plan.layer().style() == SourceLayer.Style.OSM
        && values.get("name") == null) {
      String name = nameOfLineIn(geometry);
      if (name != null) {
        values.put("name", name);
        issues.add(
            RowIssue.ofRow(
                "watercourse.named-after-line",
                Severity.WARNING,
                source,
                plan.layer().name(),
                source.locator() + "：水面没有名称，按其中的河流中心线取名 " + name,
                source.locator() + ": unnamed water is named " + name + " after the line in it"));
      }
    }
  }

  private @Nullable String communityAround(Geometry building) {
    Point inside = building.getInteriorPoint();
    return communities.find(inside.getEnvelopeInternal()).stream()
        .filter(community -> geometry(community).intersects(inside))
        .min(
            Comparator.comparingDouble((Community community) -> geometry(community).getArea())
                .thenComparing(Community::id))
        .map(Community::id)
        .orElse(null);
  }

  private @Nullable String nameOfLineIn(Geometry water) {
    Map<String, Double> lengths = new TreeMap<>();
    for (Watercourse line : lines.find(water.getEnvelopeInternal())) {
      double length = geometry(line).intersection(water).getLength();
      if (length > 0) {
        lengths.merge(line.name(), length, Double::sum);
      }
    }
    return lengths.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static Geometry geometry(org.lianpian.model.Feature feature) {
    Geometry geometry = feature.geometry();
    if (geometry == null) {
      throw new IllegalArgumentException("Feature " + feature.id() + " has no geometry");
    }
    return geometry;
  }
}
