package org.lianpian.ingest.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.ingest.value.Severity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * Turns the objects of an OSM extract into one layer for each {@link OsmTheme}: ways, closed ways,
 * and multipolygon relations, whose tags may stand on the relation or, as before 2014, on its outer
 * way.
 */
final class OsmLayers {
  private final String name;
  private final String format;
  private final OsmData data;
  private final GeometryFactory factory = new GeometryFactory();

  private OsmLayers(String name, String format, OsmData data) {
    this.name = name;
    this.format = format;
    this.data = data;
  }

  static List<SourceLayer> of(String name, String format, OsmData data) {
    OsmLayers layers = new OsmLayers(name, format, data);
    List<SourceLayer> result = new ArrayList<>();
    for (OsmTheme theme : OsmTheme.values()) {
      SourceLayer layer = layers.layer(theme);
      if (layer != null) {
        result.add(layer);
      }
    }
    return result;
  }

  private @Nullable SourceLayer layer(OsmTheme theme) {
    String layerName = name + "/" + theme.type().name();
    List<SourceFeature> features = new ArrayList<>();
    List<RowIssue> issues = new ArrayList<>();
    Set<Long> taken = new HashSet<>();
    for (OsmData.Relation relation : data.relations()) {
      Map<String, String> tags = areaTags(relation, theme);
      if (tags != null) {
        String locator = "relation/" + relation.id();
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        boolean complete = rings(relation, false, shells) & rings(relation, true, holes);
        takeOuters(relation, theme, taken);
        if (!shells.isEmpty()) {
          Geometry area = Rings.assemble(shells, holes, factory);
          features.add(feature(features.size(), locator, tags, area));
        }
        if (!complete) {
          issues.add(shells.isEmpty() ? missing(layerName, locator) : partial(layerName, locator));
        }
      }
    }
    for (OsmData.Way way : data.ways()) {
      if (way.tags().isEmpty() || taken.contains(way.id())) {
        continue;
      }
      String locator = "way/" + way.id();
      boolean area = way.isClosed() && theme.holdsArea(way.tags());
      if (!area && !theme.holdsLine(way.tags())) {
        if (theme.holdsArea(way.tags())) {
          issues.add(unclosed(layerName, locator));
        }
        continue;
      }
      Geometry geometry = area ? ring(way) : line(way);
      if (geometry == null) {
        issues.add(missing(layerName, locator));
      } else {
        features.add(feature(features.size(), locator, way.tags(), geometry));
      }
    }
    for (OsmData.Node node : data.taggedNodes()) {
      if (theme.holdsPoint(node.tags())) {
        Geometry point = factory.createPoint(data.findNode(node.id()));
        features.add(feature(features.size(), "node/" + node.id(), node.tags(), point));
      }
    }
    return features.isEmpty() && issues.isEmpty()
        ? null
        : new OsmLayer(layerName, format, theme, features, List.copyOf(issues));
  }

  private static SourceFeature feature(
      int index, String locator, Map<String, String> tags, Geometry geometry) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("@id", locator);
    attributes.putAll(tags);
    return new SourceFeature(index + 1L, locator, attributes, geometry, List.of());
  }

  private static RowIssue missing(String layer, String locator) {
    return issue(
        "osm.incomplete",
        layer,
        locator,
        " 在摘录边界处不完整，未导入",
        " is cut by the extract's edge and not imported");
  }

  private static RowIssue partial(String layer, String locator) {
    return issue(
        "osm.partial",
        layer,
        locator,
        " 在摘录边界处不完整，只导入完整的部分",
        " is cut by the extract's edge; only its complete parts are imported");
  }

  private static RowIssue unclosed(String layer, String locator) {
    return issue(
        "osm.unclosed", layer, locator, " 是面却没有闭合，未导入", " is an area but not closed; not imported");
  }

  private static RowIssue issue(String code, String layer, String locator, String zh, String en) {
    return new RowIssue(
        code, Severity.WARNING, layer, null, "", locator, "", locator + zh, locator + en, "");
  }

  /** Returns the tags of a multipolygon that belongs to a theme, or null. */
  private @Nullable Map<String, String> areaTags(OsmData.Relation relation, OsmTheme theme) {
    String type = relation.tags().getOrDefault("type", "");
    if (!type.equals("multipolygon") && !(type.equals("boundary") && theme == OsmTheme.COMMUNITY)) {
      return null;
    }
    if (theme.holdsArea(relation.tags())) {
      return relation.tags();
    }
    if (relation.tags().size() > 1 || !type.equals("multipolygon")) {
      return null;
    }
    // old style: the relation says only that it is a multipolygon
    Map<String, String> tags = null;
    for (OsmData.Member member : relation.members()) {
      OsmData.Way way = data.findWay(member.way());
      if (way != null && !member.role().equals("inner") && theme.holdsArea(way.tags())) {
        tags = way.tags();
      }
    }
    return tags;
  }

  /** Marks outer ways that repeat their relation's tags, so that they do not come twice. */
  private void takeOuters(OsmData.Relation relation, OsmTheme theme, Set<Long> taken) {
    for (OsmData.Member member : relation.members()) {
      OsmData.Way way = data.findWay(member.way());
      if (way != null && !member.role().equals("inner") && theme.holdsArea(way.tags())) {
        taken.add(way.id());
      }
    }
  }

  /**
   * Joins member ways end to end and adds the closed rings.
   *
   * @return false when a way or node is missing, or a ring stays open
   */
  private boolean rings(OsmData.Relation relation, boolean inner, List<LinearRing> rings) {
    Deque<long[]> parts = new ArrayDeque<>();
    boolean complete = true;
    for (OsmData.Member member : relation.members()) {
      if (member.role().equals("inner") == inner) {
        OsmData.Way way = data.findWay(member.way());
        if (way != null && way.nodes().length >= 2) {
          parts.add(way.nodes());
        } else {
          complete = false;
        }
      }
    }
    while (!parts.isEmpty()) {
      long[] ring = parts.removeFirst();
      long[] longer = ring;
      while (longer != null && ring[0] != ring[ring.length - 1]) {
        longer = extended(ring, parts);
        ring = longer == null ? ring : longer;
      }
      Coordinate[] coordinates = longer == null ? null : coordinates(ring);
      if (coordinates == null || coordinates.length < 4) {
        complete = false;
      } else {
        rings.add(factory.createLinearRing(coordinates));
      }
    }
    return complete;
  }

  private static long @Nullable [] extended(long[] ring, Deque<long[]> parts) {
    long end = ring[ring.length - 1];
    for (long[] part : parts) {
      boolean forward = part[0] == end;
      if (!forward && part[part.length - 1] != end) {
        continue;
      }
      parts.remove(part);
      long[] longer = java.util.Arrays.copyOf(ring, ring.length + part.length - 1);
      for (int i = 1; i < part.length; i++) {
        longer[ring.length + i - 1] = forward ? part[i] : part[part.length - 1 - i];
      }
      return longer;
    }
    return null;
  }

  private @Nullable Geometry ring(OsmData.Way way) {
    Coordinate[] coordinates = coordinates(way.nodes());
    return coordinates == null ? null : factory.createPolygon(coordinates);
  }

  /** Returns the line over the nodes that are there: an extract often cuts long ways. */
  private @Nullable Geometry line(OsmData.Way way) {
    List<Coordinate> present = new ArrayList<>();
    for (long node : way.nodes()) {
      Coordinate position = data.findNode(node);
      if (position != null) {
        present.add(position);
      }
    }
    return present.size() < 2 ? null : factory.createLineString(present.toArray(Coordinate[]::new));
  }

  private Coordinate @Nullable [] coordinates(long[] nodes) {
    Coordinate[] coordinates = new Coordinate[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      Coordinate position = data.findNode(nodes[i]);
      if (position == null) {
        return null;
      }
      coordinates[i] = position;
    }
    return coordinates;
  }

  private record OsmLayer(
      String name, String format, OsmTheme theme, List<SourceFeature> rows, List<RowIssue> issues)
      implements SourceLayer {

    @Override
    public Style style() {
      return Style.OSM;
    }

    @Override
    public List<SourceColumn> columns() {
      Set<String> names = new LinkedHashSet<>();
      rows.forEach(row -> names.addAll(row.attributes().keySet()));
      return names.stream().map(SourceColumn::of).toList();
    }

    @Override
    public Crs crs() {
      return Crs.WGS84;
    }

    @Override
    public String knownRole() {
      return theme.type().name();
    }

    @Override
    public List<Notice> notices() {
      return List.of();
    }

    @Override
    public Stream<SourceFeature> features() {
      return rows.stream();
    }
  }
}
