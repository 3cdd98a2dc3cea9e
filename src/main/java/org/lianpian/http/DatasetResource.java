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
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Analysis;
import org.lianpian.model.Community;
import org.lianpian.model.Dataset;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Labelled;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Envelope;

/** What the map must know first: extent, counts, policy, themes with their legends. */
final class DatasetResource implements HttpApi.Resource {
  private static final int MAX_LIST = 500;

  /** An answer and how many communities have it. */
  record ThemeClass(String code, String zh, String en, long count) {}

  /** One way to colour the communities. */
  record Theme(String id, String zh, String en, List<ThemeClass> classes) {}

  private final HttpServices services;
  private final HttpSettings settings;
  private final MapSnapshots snapshots;

  DatasetResource(HttpServices services, HttpSettings settings, MapSnapshots snapshots) {
    this.services = services;
    this.settings = settings;
    this.snapshots = snapshots;
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/dataset", this::dataset);
    config.routes.get("/api/themes/{theme}/communities", this::communities);
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
                code.name(), code.zh(), code.en(), snapshot.count(analysis, code.name())));
      }
      classes.add(
          new ThemeClass(
              MapSnapshot.NO_VERDICT,
              "无数据",
              "No data",
              snapshot.count(analysis, MapSnapshot.NO_VERDICT)));
      themes.add(
          new Theme(
              analysis.name().toLowerCase(Locale.ROOT), analysis.zh(), analysis.en(), classes));
    }
    return themes;
  }

  private void communities(Context ctx) {
    Analysis analysis = analysis(ctx.pathParam("theme"));
    String code = Params.text(ctx, "code", 60);
    int limit = Params.integer(ctx, "limit", MAX_LIST, 1, MAX_LIST);
    MapSnapshot snapshot = snapshots.current();
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (MapSnapshot.Summary summary : snapshot.communities()) {
      if (items.size() < limit && snapshot.code(summary.id(), analysis).equals(code)) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", summary.id());
        item.put("name", summary.name());
        item.put("street", summary.street());
        item.put("households", summary.households());
        item.put("lon", summary.lon());
        item.put("lat", summary.lat());
        items.add(item);
      }
    }
    ctx.json(Map.of("total", snapshot.count(analysis, code), "items", items));
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
