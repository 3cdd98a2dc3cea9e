package org.lianpian.ingest.source;

import java.util.Map;
import java.util.Set;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Facility;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.Watercourse;

/**
 * What we take from OSM, and how an object shows that it belongs to it.
 *
 * <p>Source: OpenStreetMap wiki, Map features (building, landuse, place, natural, waterway,
 * highway, railway, amenity, leisure, shop).
 */
enum OsmTheme {
  WATERCOURSE(Watercourse.TYPE),
  ROAD(Road.TYPE),
  RAILWAY(Railway.TYPE),
  COMMUNITY(Community.TYPE),
  BUILDING(Building.TYPE),
  FACILITY(Facility.TYPE);

  private static final Set<String> AMENITIES =
      Set.of(
          "arts_centre",
          "charging_station",
          "childcare",
          "clinic",
          "community_centre",
          "doctors",
          "hospital",
          "kindergarten",
          "library",
          "marketplace",
          "nursing_home",
          "parcel_locker",
          "parking",
          "pharmacy",
          "post_office",
          "social_facility",
          "theatre",
          "toilets");
  private static final Set<String> LEISURE =
      Set.of("fitness_centre", "fitness_station", "pitch", "playground", "sports_centre");

  private static final Set<String> PLACES = Set.of("neighbourhood", "quarter", "city_block");
  private static final Set<String> WATERWAYS = Set.of("river", "canal", "stream", "ditch", "drain");
  private static final Set<String> RAILWAYS =
      Set.of("rail", "subway", "light_rail", "narrow_gauge", "monorail", "funicular");
  private static final Set<String> NO_ROADS =
      Set.of("proposed", "platform", "rest_area", "services", "elevator", "bus_stop", "razed");

  private final FeatureType<?> type;

  OsmTheme(FeatureType<?> type) {
    this.type = type;
  }

  FeatureType<?> type() {
    return type;
  }

  /** Tells whether an area with these tags belongs here. */
  boolean holdsArea(Map<String, String> tags) {
    return switch (this) {
      case BUILDING -> tags.containsKey("building") && !is(tags, "building", "no");
      case COMMUNITY ->
          is(tags, "landuse", "residential")
              || (PLACES.contains(tags.getOrDefault("place", "")) && tags.containsKey("name"));
      case WATERCOURSE ->
          is(tags, "natural", "water")
              || is(tags, "waterway", "riverbank")
              || is(tags, "landuse", "reservoir")
              || is(tags, "landuse", "basin");
      case ROAD -> isRoad(tags) && is(tags, "area", "yes");
      case RAILWAY -> false;
      case FACILITY -> isFacility(tags);
    };
  }

  /** Tells whether a line with these tags belongs here. */
  boolean holdsLine(Map<String, String> tags) {
    return switch (this) {
      case WATERCOURSE -> WATERWAYS.contains(tags.getOrDefault("waterway", ""));
      case ROAD -> isRoad(tags) && !is(tags, "area", "yes");
      case RAILWAY -> RAILWAYS.contains(tags.getOrDefault("railway", ""));
      case BUILDING, COMMUNITY, FACILITY -> false;
    };
  }

  /** Tells whether a node with these tags belongs here. */
  boolean holdsPoint(Map<String, String> tags) {
    return switch (this) {
      case COMMUNITY -> is(tags, "landuse", "residential") && tags.containsKey("name");
      case FACILITY -> isFacility(tags);
      case BUILDING, RAILWAY, ROAD, WATERCOURSE -> false;
    };
  }

  private static boolean isFacility(Map<String, String> tags) {
    return AMENITIES.contains(tags.getOrDefault("amenity", ""))
        || LEISURE.contains(tags.getOrDefault("leisure", ""))
        || (tags.containsKey("shop") && !is(tags, "shop", "vacant"));
  }

  private static boolean isRoad(Map<String, String> tags) {
    return tags.containsKey("highway") && !NO_ROADS.contains(tags.get("highway"));
  }

  private static boolean is(Map<String, String> tags, String key, String value) {
    return value.equals(tags.get(key));
  }
}
