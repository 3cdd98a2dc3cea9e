package org.lianpian.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Facility;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.Watercourse;

/**
 * Reads OSM tags, and the columns of shapefile extracts made of them ({@code fclass}), as texts of
 * our properties.
 *
 * <p>Source: OpenStreetMap wiki (highway, bridge, tunnel, layer, waterway, water, building);
 * classes of Chinese roads after its page 中国道路标记: motorway and trunk 快速路, primary 主干路, secondary
 * 次干路, tertiary and below 支路. A road on a bridge or in a tunnel can be crossed on the ground.
 */
final class TagRules {
  private static final Set<String> NO = Set.of("", "no", "f", "0", "false", "n");
  private static final Set<String> COVERED = Set.of("yes", "culvert", "flooded", "t", "1", "true");

  private TagRules() {}

  /** Returns texts by property name; properties that the tags say nothing about are absent. */
  static Map<String, String> read(FeatureType<?> type, Map<String, String> tags) {
    Map<String, String> texts = new HashMap<>();
    if (type == Road.TYPE) {
      road(tags, texts);
    } else if (type == Railway.TYPE) {
      boolean above = isSet(tags, "bridge") || "monorail".equals(tags.get("railway"));
      put(texts, "crossable", Boolean.toString(above || isSet(tags, "tunnel")));
    } else if (type == Watercourse.TYPE) {
      watercourse(tags, texts);
    } else if (type == Building.TYPE) {
      put(texts, "use", first(tags, "building", "type"));
      put(texts, "number", first(tags, "name", "addr:housenumber", "ref"));
      put(texts, "storeys", tags.get("building:levels"));
      put(texts, "households", tags.get("building:flats"));
      put(texts, "built_year", first(tags, "start_date", "year_of_construction"));
    } else if (type == Community.TYPE) {
      put(texts, "address", address(tags));
      put(texts, "built_text", tags.get("start_date"));
    } else if (type == Facility.TYPE) {
      put(texts, "address", address(tags));
      String service = first(tags, "amenity", "leisure");
      put(texts, "facility_class", tags.containsKey("shop") ? "SHOPPING" : service);
    }
    return texts;
  }

  private static void road(Map<String, String> tags, Map<String, String> texts) {
    String highway = first(tags, "highway", "fclass");
    put(texts, "road_class", "construction".equals(highway) ? "UNKNOWN" : highway);
    boolean bridge = isSet(tags, "bridge");
    put(texts, "bridge", Boolean.toString(bridge));
    put(texts, "crossable", Boolean.toString(bridge || isSet(tags, "tunnel")));
    put(texts, "width", tags.get("width"));
  }

  private static void watercourse(Map<String, String> tags, Map<String, String> texts) {
    String kind = first(tags, "fclass", "water", "waterway");
    String landuse = tags.get("landuse");
    put(texts, "kind", kind == null || kind.equals("water") ? orUnknown(landuse) : kind);
    String tunnel = tags.getOrDefault("tunnel", "").toLowerCase(java.util.Locale.ROOT);
    boolean covered = COVERED.contains(tunnel) || "yes".equals(tags.get("covered"));
    put(texts, "culverted", Boolean.toString(covered));
    put(texts, "width", tags.get("width"));
  }

  private static String orUnknown(@Nullable String landuse) {
    return landuse == null ? "UNKNOWN" : landuse;
  }

  private static @Nullable String address(Map<String, String> tags) {
    String full = tags.get("addr:full");
    String street = tags.get("addr:street");
    return full != null || street == null
        ? full
        : street + tags.getOrDefault("addr:housenumber", "");
  }

  private static boolean isSet(Map<String, String> tags, String key) {
    return !NO.contains(tags.getOrDefault(key, "").toLowerCase(java.util.Locale.ROOT));
  }

  private static @Nullable String first(Map<String, String> tags, String... keys) {
    for (String key : keys) {
      String value = tags.get(key);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  private static void put(Map<String, String> texts, String property, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      texts.put(property, text);
    }
  }
}
