package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.assessment.VerdictCodes;
import org.lianpian.export.GeoJson;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Analysis;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Labelled;
import org.lianpian.model.Subject;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What the map must know first: extent, counts, policy, themes with their legends. */
final class DatasetResource implements HttpApi.Resource {
  private static final int MAX_LIST = 500;

  /** An answer and how many communities and scattered buildings have it. */
  record ThemeClass(String code, String zh, String en, long count, long buildings) {}

  /** One way to colour the communities. */
  record Theme(String id, String zh, String en, List<ThemeClass> classes) {}

  private final HttpServices services;
  private final HttpSettings settings;
  private final MapSnapshots snapshots;
  private final Directories directories;
  private final GeoJson geoJson;

  DatasetResource(
      HttpServices services,
      HttpSettings settings,
      MapSnapshots snapshots,
      Directories directories) {
    this.services = services;
    this.settings = settings;
    this.snapshots = snapshots;
    this.directories = directories;
    this.geoJson = new GeoJson(services.store().dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/dataset", this::dataset);
    config.routes.get("/api/themes/{theme}/subjects", this::subjects);
  }

  private void dataset(Context ctx) {
    FeatureStore store = services.store();
    MapSnapshot snapshot = snapshots.current();
    if (Etag.matches(ctx, "d" + snapshot.revision())) {
      return;
    }
    Dataset dataset = store.dataset();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (FeatureType<?> type : store.types()) {
      counts.put(type.name(), store.count(type));
    }
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("name", dataset.name());
    body.put("synthetic", dataset.synthetic());
    body.put("crs", dataset.crs().toString());
    body.put("revision", snapshot.revision());
    body.put("planRevision", snapshot.planRevision());
    body.put("bounds", bounds(store));
    body.put("counts", counts);
    body.put("profile", profile(services.profile()));
    body.put("mapReviewNumber", settings.mapReviewNumber());
    body.put("baseMap", settings.baseMap());
    body.put("pipesVisible", settings.pipesVisible());
    body.put(
        "tiles",
        Map.of(
            "urlTemplate",
            "/tiles/{z}/{x}/{y}.mvt?v=" + snapshot.revision(),
            "minZoom",
            TilesResource.MIN_ZOOM,
            "maxZoom",
            TilesResource.MAX_ZOOM));
    body.put("themes", themes(snapshot));
    ctx.json(body);
  }

  private static Map<String, Object> profile(PolicyProfile profile) {
    return Map.of(
        "id",
        profile.id(),
        "version",
        profile.version(),
        "title",
        profile.titleZh(),
        "titleEn",
        profile.titleEn(),
        "documents",
        profile.documents().stream()
            .map(
                document ->
                    Map.of(
                        "number",
                        document.number(),
                        "title",
                        document.title(),
                        "date",
                        document.date().toString()))
            .toList());
  }

  private static double @Nullable [] bounds(FeatureStore store) {
    Envelope box = store.extent(Community.TYPE);
    if (box.isNull()) {
      box = store.extent(Watercourse.TYPE);
    }
    if (box.isNull()) {
      return null;
    }
    Envelope degrees = Reprojector.between(store.dataset().crs(), Crs.WGS84).apply(box);
    return new double[] {
      degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY()
    };
  }

  private static List<Theme> themes(MapSnapshot snapshot) {
    List<Theme> themes = new ArrayList<>();
    for (Analysis analysis : Analysis.values()) {
      List<ThemeClass> classes = new ArrayList<>();
      for (Labelled code : VerdictCodes.of(analysis)) {
        classes.add(
            new ThemeClass(
                code.name(),
                code.zh(),
                code.en(),
                snapshot.count(analysis, code.name()),
                snapshot.buildings(analysis, code.name()).size()));
      }
      classes.add(
          new ThemeClass(
              MapSnapshot.NO_VERDICT,
              "无数据",
              "No data",
              snapshot.count(analysis, MapSnapshot.NO_VERDICT),
              0));
      themes.add(
          new Theme(
              analysis.name().toLowerCase(Locale.ROOT), analysis.zh(), analysis.en(), classes));
    }
    return themes;
  }

  /** Lists who has an answer: communities, then scattered buildings. */
  private void subjects(Context ctx) {
    Analysis analysis = analysis(ctx.pathParam("theme"));
    String code = Params.text(ctx, "code", 60);
    int limit = Params.integer(ctx, "limit", MAX_LIST, 1, MAX_LIST);
    MapSnapshot snapshot = snapshots.current();
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (Directory.Summary summary : directories.of(snapshot).communities()) {
      if (items.size() < limit
          && snapshot.code(Subject.community(summary.id()), analysis).equals(code)) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("kind", Community.TYPE.name());
        item.put("id", summary.id());
        item.put("name", summary.name());
        item.put("street", summary.street());
        item.put("households", summary.households());
        item.put("lon", summary.lon());
        item.put("lat", summary.lat());
        items.add(item);
      }
    }
    List<String> buildings = snapshot.buildings(analysis, code);
    List<String> listed = buildings.subList(0, Math.min(buildings.size(), limit - items.size()));
    for (Building building : services.store().findAll(Building.TYPE, listed)) {
      items.add(item(building));
    }
    ctx.json(Map.of("total", snapshot.count(analysis, code) + buildings.size(), "items", items));
  }

  private Map<String, @Nullable Object> item(Building building) {
    Geometry geometry = building.geometry();
    double[] at =
        geometry == null || geometry.isEmpty()
            ? null
            : geoJson.lonLat(geometry.getInteriorPoint().getCoordinate());
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("kind", Building.TYPE.name());
    item.put("id", building.id());
    item.put("name", building.number());
    item.put("street", null);
    item.put("households", building.households());
    item.put("lon", at == null ? null : at[0]);
    item.put("lat", at == null ? null : at[1]);
    return item;
  }

  private static Analysis analysis(String theme) {
    for (Analysis analysis : Analysis.values()) {
      if (analysis.name().equalsIgnoreCase(theme)) {
        return analysis;
      }
    }
    throw ProblemException.notFound("没有专题:" + theme, "There is no theme " + theme);
  }
}
