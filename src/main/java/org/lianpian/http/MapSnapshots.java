package org.lianpian.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.http.MapSnapshot.Area;
import org.lianpian.http.MapSnapshot.MapContent;
import org.lianpian.model.Analysis;
import org.lianpian.model.Community;
import org.lianpian.model.Excerpt;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Subject;
import org.lianpian.model.Verdict;
import org.lianpian.region.AreaOutline;
import org.lianpian.region.PlanArea;
import org.lianpian.region.PlanScenarios;
import org.lianpian.region.PlanState;
import org.locationtech.jts.geom.Geometry;

/**
 * Keeps the {@link MapSnapshot} of the store's latest revision. Thread-safe.
 *
 * <p>An edit of the plan rebuilds only the areas: the content is kept while nothing but plans and
 * their scenarios has been written.
 */
final class MapSnapshots {
  private static final Excerpt<Verdict> ANSWERS =
      Excerpt.of(Verdict.TYPE, "subject_kind", "subject_id", "analysis", "code");

  private final FeatureStore store;
  private final PlanScenarios plans;
  private final double outlineGapMetres;
  private final GeoJson geoJson;
  private @Nullable MapSnapshot latest;

  /**
   * @param outlineGapMetres members this near to each other are drawn as one area
   */
  MapSnapshots(FeatureStore store, PlanScenarios plans, double outlineGapMetres) {
    this.store = store;
    this.plans = plans;
    this.outlineGapMetres = outlineGapMetres;
    this.geoJson = new GeoJson(store.dataset().crs());
  }

  /** Returns the snapshot of what is committed now; the first call after a write rebuilds it. */
  synchronized MapSnapshot current() {
    long revision = store.revision();
    MapSnapshot known = latest;
    if (known != null && known.revision() == revision) {
      return known;
    }
    PlanState plan = plans.activePlan().current();
    int planClock = plans.clock();
    boolean onlyPlanChanged =
        known != null && revision - planClock == known.revision() - known.planClock();
    MapContent content = known != null && onlyPlanChanged ? known.content() : readContent();
    MapSnapshot snapshot = withAreas(revision, content, plan, planClock);
    latest = snapshot;
    return snapshot;
  }

  private MapContent readContent() {
    List<String> communities;
    try (var stream = store.stream(Excerpt.of(Community.TYPE))) {
      communities = stream.map(Community::id).toList();
    }
    Map<Subject, Map<Analysis, String>> codes = new HashMap<>();
    try (var stream = store.stream(ANSWERS)) {
      stream.forEach(
          verdict ->
              codes
                  .computeIfAbsent(verdict.subject(), id -> new EnumMap<>(Analysis.class))
                  .put(verdict.analysis(), verdict.code()));
    }
    return new MapContent(communities, codes);
  }

  private MapSnapshot withAreas(long revision, MapContent content, PlanState plan, int planClock) {
    List<Area> areas = new ArrayList<>();
    Map<String, String> areaOf = new HashMap<>();
    for (PlanArea area : plan.draft().areas()) {
      Geometry outline = AreaOutline.of(area, store, outlineGapMetres);
      areas.add(new Area(area.id(), area.name(), area.locked(), outline, geoJson.bbox(outline)));
      area.members().forEach(member -> areaOf.put(member, area.id()));
    }
    return new MapSnapshot(revision, content, plan.revision(), planClock, areas, areaOf);
  }
}
