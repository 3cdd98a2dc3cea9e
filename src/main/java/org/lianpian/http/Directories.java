package org.lianpian.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.http.Directory.Named;
import org.lianpian.http.Directory.Summary;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Place;
import org.lianpian.model.Road;
import org.locationtech.jts.geom.Geometry;

/**
 * Keeps the {@link Directory} of the latest data. Thread-safe.
 *
 * <p>Made at the first need, as the map itself does without; made anew when data or answers change.
 */
final class Directories {
  private final FeatureStore store;
  private final GeoJson geoJson;
  private MapSnapshot.@Nullable MapContent content;
  private @Nullable Directory directory;
  private @Nullable NameDirectory names;

  Directories(FeatureStore store) {
    this.store = store;
    this.geoJson = new GeoJson(store.dataset().crs());
  }

  /** Returns the directory of what a snapshot shows. */
  synchronized Directory of(MapSnapshot snapshot) {
    Directory known = directory;
    if (known == null || content != snapshot.content()) {
      known = read();
      directory = known;
      names = null;
      content = snapshot.content();
    }
    return known;
  }

  /** Returns the names in the directory of what a snapshot shows, ready to be searched. */
  synchronized NameDirectory namesOf(MapSnapshot snapshot) {
    Directory current = of(snapshot);
    NameDirectory known = names;
    if (known == null) {
      known = new NameDirectory(current);
      names = known;
    }
    return known;
  }

  private Directory read() {
    List<Summary> communities = new ArrayList<>();
    try (var stream = store.stream(Community.TYPE)) {
      stream.map(this::summary).forEach(communities::add);
    }
    List<Named> places = new ArrayList<>();
    try (var stream = store.stream(Place.TYPE)) {
      stream.forEach(place -> addPlace(place, places));
    }
    Map<String, Named> roads = new HashMap<>();
    try (var stream = store.stream(Road.TYPE)) {
      stream.forEach(road -> addRoad(road, roads));
    }
    places.addAll(roads.values());
    return new Directory(communities, places);
  }

  private Summary summary(Community community) {
    Geometry geometry = community.geometry();
    double[] at =
        geometry == null || geometry.isEmpty()
            ? null
            : geoJson.lonLat(geometry.getInteriorPoint().getCoordinate());
    return new Summary(
        community.id(),
        community.name(),
        community.aliases(),
        community.address(),
        community.street(),
        community.households(),
        at == null ? null : at[0],
        at == null ? null : at[1],
        geoJson.bbox(geometry));
  }

  private void addPlace(Place place, List<Named> places) {
    Geometry geometry = place.geometry();
    if (geometry != null && !geometry.isEmpty()) {
      double[] at = geoJson.lonLat(geometry.getInteriorPoint().getCoordinate());
      places.add(
          new Named(
              "place",
              place.id(),
              place.name(),
              place.level().zh() + " " + place.district() + place.street() + place.address(),
              at[0],
              at[1]));
    }
  }

  /** A road is one thing to a person, however many segments it has. */
  private void addRoad(Road road, Map<String, Named> roads) {
    Geometry geometry = road.geometry();
    if (geometry != null && !geometry.isEmpty() && !road.name().isEmpty()) {
      double[] at = geoJson.lonLat(geometry.getInteriorPoint().getCoordinate());
      roads.putIfAbsent(
          road.name(),
          new Named("road", road.id(), road.name(), road.roadClass().zh(), at[0], at[1]));
    }
  }
}
