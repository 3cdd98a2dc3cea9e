package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.locationtech.jts.geom.Envelope;

/** The features themselves, in the manner of OGC API Features. */
final class CollectionsResource implements HttpApi.Resource {
  private static final int MAX_LIMIT = 10_000;

  private final FeatureStore store;
  private final CollectionAccess access;
  private final GeoJson geoJson;
  private final Reprojector fromLonLat;

  CollectionsResource(HttpServices services, HttpSettings settings) {
    this.store = services.store();
    this.access = new CollectionAccess(store, settings.pipesVisible());
    this.geoJson = new GeoJson(store.dataset().crs());
    this.fromLonLat = Reprojector.between(Crs.WGS84, store.dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/collections", this::collections);
    config.routes.get("/api/collections/{type}/items", this::items);
  }

  private void collections(Context ctx) {
    List<Map<String, Object>> collections = new ArrayList<>();
    for (FeatureType<?> type : access.types()) {
      collections.add(
          Map.of(
              "id",
              type.name(),
              "zh",
              type.zh(),
              "en",
              type.en(),
              "count",
              store.count(type),
              "items",
              "/api/collections/" + type.name() + "/items"));
    }
    ctx.json(Map.of("collections", collections));
  }

  private void items(Context ctx) {
    FeatureType<?> type = access.get(ctx.pathParam("type"));
    int limit = Params.integer(ctx, "limit", 1000, 1, MAX_LIMIT);
    int offset = Params.integer(ctx, "offset", 0, 0, Integer.MAX_VALUE);
    Envelope degrees = Params.bbox(ctx);
    ctx.json(page(type, degrees, limit, offset)).contentType("application/geo+json");
  }

  private <T extends Feature> Map<String, @Nullable Object> page(
      FeatureType<T> type, @Nullable Envelope degrees, int limit, int offset) {
    List<Map<String, @Nullable Object>> features = new ArrayList<>();
    if (degrees == null) {
      try (var stream = store.stream(type)) {
        stream
            .skip(offset)
            .limit(limit)
            .forEach(feature -> features.add(geoJson.feature(type, feature, Map.of())));
      }
    } else {
      int reach = (int) Math.min(Integer.MAX_VALUE, (long) offset + limit);
      store.findWithin(type, fromLonLat.apply(degrees), reach).stream()
          .skip(offset)
          .forEach(feature -> features.add(geoJson.feature(type, feature, Map.of())));
    }
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("type", "FeatureCollection");
    page.put("numberReturned", features.size());
    page.put("features", features);
    return page;
  }
}
