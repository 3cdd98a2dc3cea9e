package org.lianpian.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.http.MapSnapshot.Area;
import org.lianpian.http.MapSnapshot.MapContent;
import org.lianpian.http.MapSnapshot.Named;
import org.lianpian.http.MapSnapshot.Summary;
import org.lianpian.model.Analysis;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Place;
import org.lianpian.model.Road;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.region.AreaOutline;
import org.lianpian.region.PlanArea;
import org.lianpian.region.PlanService;
import org.lianpian.region.PlanState;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Keeps the {@link MapSnapshot} of the store's latest revision. Thread-safe.
 *
 * <p>An edit of the plan rebuilds only the areas: the content is kept while nothing but the plan's
 * own revisions has been written.
 */
final class MapSnapshots {
  private final FeatureStore store;
  private final PlanService plans;
  private final double outlineGapMetres;
  private final GeoJson geoJson;
  private final Reprojector toLonLat;
  private @Nullable MapSnapshot latest;

  /**
   * @param outlineGapMetres members this near to each other are drawn as one area
   */
  MapSnapshots(FeatureStore store, PlanService plans, double outlineGapMetres) {
    this.store = store;
    this.plans = plans;
    this.outlineGapMetres = outlineGapMetres;
    this.geoJson = new GeoJson(store.dataset().crs());
    this.toLonLat = Reprojector.between(store.dataset().crs(), Crs.WGS84);
  }

  /** Returns the snapshot of what is committed now; the first call after a write rebuilds it. */
  synchronized MapSnapshot current() {
    long revision = store.revision();
    MapSnapshot known = latest;
    if (known != null && known.revision() == revision) {
      return known;
    }
    PlanState plan = plans.current();
    boolean onlyPlanChanged =
        known != null && revision - plan.revision() == known.revision() - known.planRevision();
    MapContent content = known != null && onlyPlanChanged ? known.content() : readContent();
    MapSnapshot snapshot = withAreas(revision, content, plan);
    latest = snapshot;
    return snapshot;
  }

  private MapContent readContent() {
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
    Map<Subject, Map<Analysis, String>> codes = new HashMap<>();
    try (var stream = store.stream(Verdict.TYPE)) {
      stream.forEach(
          verdict ->
              codes
                  .computeIfAbsent(verdict.subject(), id -> new EnumMap<>(Analysis.class))
                  .put(verdict.analysis(), verdict.code()));
    }
    return new MapContent(communities, places, codes);
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
        bbox(geometry));
  }

  private double @Nullable [] bbox(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return null;
    }
    Envelope box = toLonLat.apply(geometry.getEnvelopeInternal());
    return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
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

  private MapSnapshot withAreas(long revision, MapContent content, PlanState plan) {
    List<Area> areas = new ArrayList<>();
    Map<String, String> areaOf = new HashMap<>();
    for (PlanArea area : plan.draft().areas()) {
      List<Geometry> members = new ArrayList<>();
      for (Community community : store.findAll(Community.TYPE, area.members())) {
        Geometry geometry = community.geometry();
        if (geometry != null) {
          members.add(geometry);
        }
      }
      Geometry outline = AreaOutline.of(members, outlineGapMetres);
      areas.add(new Area(area.id(), area.name(), area.locked(), outline, bbox(outline)));
      area.members().forEach(member -> areaOf.put(member, area.id()));
    }
    return new MapSnapshot(revision, content, plan.revision(), areas, areaOf);
  }
}
