package org.lianpian.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Excerpt;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FlowDirection;
import org.lianpian.model.Manhole;
import org.lianpian.model.Railway;
import org.lianpian.model.Reach;
import org.lianpian.model.Road;
import org.lianpian.model.Subject;
import org.lianpian.model.Watercourse;
import org.lianpian.tiles.TileFeature;
import org.lianpian.tiles.TileLayer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The layers of the map: which features show from which zoom, with which properties.
 *
 * <p>The one place where a map layer is added.
 */
final class MapLayers {
  /** More of one layer than this in one tile is not readable anyway. */
  private static final int MAX_FEATURES = 60_000;

  private static final Excerpt<AdminUnit> ADMIN_UNITS =
      Excerpt.of(AdminUnit.TYPE, "name", "level", "valid_to");
  private static final Excerpt<Watercourse> WATERCOURSES =
      Excerpt.of(Watercourse.TYPE, "name", "kind", "culverted");
  private static final Excerpt<Road> ROADS = Excerpt.of(Road.TYPE, "name", "road_class", "bridge");
  private static final Excerpt<Railway> RAILWAYS = Excerpt.of(Railway.TYPE, "name");
  private static final Excerpt<ExclusionZone> EXCLUSION_ZONES =
      Excerpt.of(ExclusionZone.TYPE, "name", "kind");
  private static final Excerpt<Community> COMMUNITIES =
      Excerpt.of(Community.TYPE, "name", "households");
  private static final Excerpt<Building> BUILDINGS = Excerpt.of(Building.TYPE, "number", "use");
  private static final Excerpt<Reach> REACHES =
      Excerpt.of(
          Reach.TYPE, "medium", "level", "state", "flow_direction", "invert_from", "invert_to");
  private static final Excerpt<Manhole> MANHOLES = Excerpt.of(Manhole.TYPE, "kind");

  private final FeatureStore store;
  private final boolean pipesVisible;

  MapLayers(FeatureStore store, boolean pipesVisible) {
    this.store = store;
    this.pipesVisible = pipesVisible;
  }

  /** Reads what shows at a zoom within a box (dataset CRS), bottom layer first. */
  List<TileLayer> read(int zoom, Envelope box, MapSnapshot snapshot) {
    List<TileLayer> layers = new ArrayList<>();
    layers.add(layer(ADMIN_UNITS, box, unit -> unit.validTo() == null ? ofAdminUnit(unit) : null));
    layers.add(layer(WATERCOURSES, box, MapLayers::ofWatercourse));
    layers.add(layer(ROADS, box, road -> zoom < 13 && isMinor(road) ? null : ofRoad(road)));
    layers.add(layer(RAILWAYS, box, railway -> properties("name", railway.name())));
    layers.add(layer(EXCLUSION_ZONES, box, MapLayers::ofExclusionZone));
    layers.add(layer(COMMUNITIES, box, community -> ofCommunity(community, snapshot)));
    if (zoom >= 14) {
      layers.add(layer(BUILDINGS, box, building -> ofBuilding(building, snapshot)));
    }
    if (pipesVisible && zoom >= 14) {
      layers.add(reaches(box));
    }
    if (pipesVisible && zoom >= 16) {
      layers.add(layer(MANHOLES, box, node -> properties("kind", node.kind().name())));
    }
    layers.add(areas(box, snapshot));
    return layers;
  }

  private <T extends Feature> TileLayer layer(
      Excerpt<T> excerpt, Envelope box, Function<T, @Nullable Map<String, Object>> properties) {
    List<TileFeature> features = new ArrayList<>();
    for (T feature : store.findWithin(excerpt, box, MAX_FEATURES)) {
      Geometry geometry = feature.geometry();
      Map<String, Object> values = properties.apply(feature);
      if (geometry != null && values != null) {
        values.put("id", feature.id());
        features.add(new TileFeature(geometry, values));
      }
    }
    return new TileLayer(excerpt.type().name(), features);
  }

  private TileLayer reaches(Envelope box) {
    List<TileFeature> features = new ArrayList<>();
    for (Reach reach : store.findWithin(REACHES, box, MAX_FEATURES)) {
      Geometry geometry = reach.geometry();
      if (geometry != null) {
        boolean reverse = reach.flowDirection() == FlowDirection.BACKWARD || fallsBackward(reach);
        features.add(
            new TileFeature(
                reverse ? geometry.reverse() : geometry,
                properties(
                    "id", reach.id(),
                    "medium", reach.medium().name(),
                    "level", reach.level().name(),
                    "state", reach.state().name())));
      }
    }
    return new TileLayer(Reach.TYPE.name(), features);
  }

  private static boolean fallsBackward(Reach reach) {
    Double from = reach.invertFromMetres();
    Double to = reach.invertToMetres();
    return reach.flowDirection() == FlowDirection.UNKNOWN
        && from != null
        && to != null
        && from < to;
  }

  private static TileLayer areas(Envelope box, MapSnapshot snapshot) {
    List<TileFeature> features = new ArrayList<>();
    for (MapSnapshot.Area area : snapshot.areas()) {
      Geometry outline = area.outline();
      if (outline != null && outline.getEnvelopeInternal().intersects(box)) {
        features.add(
            new TileFeature(
                outline,
                properties("id", area.id(), "name", area.name(), "locked", area.locked())));
      }
    }
    return new TileLayer("area", features);
  }

  private static Map<String, Object> ofCommunity(Community community, MapSnapshot snapshot) {
    Map<String, Object> values = properties("name", community.name());
    Integer households = community.households();
    if (households != null) {
      values.put("households", households);
    }
    putCodes(Subject.community(community.id()), snapshot, values);
    String area = snapshot.areaOf(community.id());
    if (area != null) {
      values.put("area", area);
    }
    return values;
  }

  private static Map<String, Object> ofAdminUnit(AdminUnit unit) {
    return properties("name", unit.name(), "level", unit.level().name());
  }

  private static Map<String, Object> ofWatercourse(Watercourse water) {
    return properties(
        "name", water.name(), "kind", water.kind().name(), "culverted", water.culverted());
  }

  private static Map<String, Object> ofRoad(Road road) {
    return properties(
        "name", road.name(), "road_class", road.roadClass().name(), "bridge", road.bridge());
  }

  private static boolean isMinor(Road road) {
    return switch (road.roadClass()) {
      case LOCAL, ALLEY, UNKNOWN -> true;
      case EXPRESSWAY, ARTERIAL, COLLECTOR -> false;
    };
  }

  private static Map<String, Object> ofExclusionZone(ExclusionZone zone) {
    return properties("name", zone.name(), "kind", zone.kind().name());
  }

  private static Map<String, Object> ofBuilding(Building building, MapSnapshot snapshot) {
    Map<String, Object> values =
        properties("number", building.number(), "use", building.use().name());
    putCodes(Subject.building(building.id()), snapshot, values);
    return values;
  }

  private static void putCodes(Subject subject, MapSnapshot snapshot, Map<String, Object> values) {
    snapshot
        .codes(subject)
        .forEach((analysis, code) -> values.put(analysis.name().toLowerCase(Locale.ROOT), code));
  }

  private static Map<String, Object> properties(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
