package org.lianpian.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.export.GeoJson;
import org.lianpian.http.MapSnapshot.MapContent;
import org.lianpian.lifecircle.LifeCircle;
import org.lianpian.lifecircle.LifeCircleParameters;
import org.lianpian.lifecircle.LifeCircles;
import org.lianpian.lifecircle.WalkingNetwork;
import org.lianpian.model.Community;
import org.lianpian.model.Facility;
import org.lianpian.model.FacilityClass;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.Watercourse;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The life circle of a community or an area (FZ-06): circles, services in reach, what is missing.
 */
final class LifeCirclesResource implements HttpApi.Resource {
  private final FeatureStore store;
  private final HttpServices services;
  private final MapSnapshots snapshots;
  private final GeoJson geoJson;
  private @Nullable MapContent content;
  private @Nullable LifeCircles circles;

  LifeCirclesResource(HttpServices services, MapSnapshots snapshots) {
    this.store = services.store();
    this.services = services;
    this.snapshots = snapshots;
    this.geoJson = new GeoJson(store.dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.get("/api/communities/{id}/life-circle", this::ofCommunity);
    config.routes.get("/api/plan/areas/{id}/life-circle", this::ofArea);
  }

  private void ofCommunity(Context ctx) {
    String id = ctx.pathParam("id");
    Community community =
        store
            .find(Community.TYPE, id)
            .orElseThrow(
                () -> ProblemException.notFound("没有编号为 " + id + " 的小区", "No community " + id));
    answer(ctx, Stream.ofNullable(community.geometry()).toList());
  }

  private void ofArea(Context ctx) {
    String id = ctx.pathParam("id");
    List<String> members =
        services.plans().activePlan().current().draft().areas().stream()
            .filter(area -> area.id().equals(id))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("没有片区 " + id, "No area " + id))
            .members();
    answer(
        ctx,
        store.findAll(Community.TYPE, members).stream()
            .map(Community::geometry)
            .flatMap(Stream::ofNullable)
            .toList());
  }

  private void answer(Context ctx, List<Geometry> places) {
    if (places.isEmpty()) {
      throw ProblemException.badRequest(
          "还没有位置,不能画生活圈;请先定位", "It has no position yet; locate it first");
    }
    Geometry place = places.size() == 1 ? places.get(0) : OverlayNGRobust.union(places);
    ctx.json(body(circles().find(place)));
  }

  /** Makes the walking network when it is first asked for, and again when the data changed. */
  private synchronized LifeCircles circles() {
    MapContent now = snapshots.current().content();
    LifeCircles known = circles;
    if (known == null || content != now) {
      List<Geometry> obstacles = new ArrayList<>();
      for (Watercourse water : store.list(Watercourse.TYPE)) {
        Stream.ofNullable(water.culverted() ? null : water.geometry()).forEach(obstacles::add);
      }
      for (Railway railway : store.list(Railway.TYPE)) {
        Stream.ofNullable(railway.crossable() ? null : railway.geometry()).forEach(obstacles::add);
      }
      known =
          new LifeCircles(
              WalkingNetwork.of(store.list(Road.TYPE)),
              store.list(Facility.TYPE),
              obstacles,
              LifeCircleParameters.from(services.profile(), services.on()));
      circles = known;
      content = now;
    }
    return known;
  }

  private Map<String, @Nullable Object> body(LifeCircle circle) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    PolicyProfile profile = services.profile();
    body.put("method", circle.method().name());
    body.put("zh", circle.method().zh());
    body.put("en", circle.method().en());
    List<Integer> minutes = circle.rings().stream().map(LifeCircle.Ring::minutes).toList();
    body.put("minutes", minutes);
    body.put(
        "classes",
        Stream.of(FacilityClass.values())
            .map(service -> service(service, circle, minutes))
            .toList());
    body.put("facilities", circle.facilities().stream().map(this::facility).toList());
    List<Map<String, @Nullable Object>> shapes = new ArrayList<>();
    for (int i = circle.rings().size() - 1; i >= 0; i--) {
      LifeCircle.Ring ring = circle.rings().get(i);
      Map<String, @Nullable Object> properties = new LinkedHashMap<>();
      properties.put("role", "circle");
      properties.put("zh", ring.minutes() + " 分钟");
      properties.put("en", ring.minutes() + " min");
      shapes.add(geoJson.feature("circle/" + ring.minutes(), ring.area(), properties));
    }
    body.put("shapes", Map.of("type", "FeatureCollection", "features", shapes));
    body.put("profile", profile.id());
    body.put("profileVersion", profile.version());
    body.put("inputHash", circle.inputHash());
    return body;
  }

  private static Map<String, Object> service(
      FacilityClass service, LifeCircle circle, List<Integer> minutes) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("code", service.name());
    row.put("zh", service.zh());
    row.put("en", service.en());
    row.put("counts", minutes.stream().map(each -> circle.count(service, each)).toList());
    row.put(
        "state",
        circle.missing().contains(service)
            ? "MISSING"
            : circle.unknown().contains(service)
                ? "UNKNOWN"
                : circle.parameters().services().contains(service) ? "PRESENT" : "NOT_ASKED");
    return row;
  }

  private Map<String, @Nullable Object> facility(LifeCircle.Reached reached) {
    Facility facility = reached.facility();
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put("id", facility.id());
    item.put("name", facility.name());
    item.put("code", facility.facilityClass().name());
    item.put("zh", facility.facilityClass().zh());
    item.put("en", facility.facilityClass().en());
    item.put("metres", Math.round(reached.metres()));
    item.put("minutes", Math.round(reached.minutes() * 10) / 10.0);
    item.put("position", position(facility));
    return item;
  }

  private double @Nullable [] position(Feature facility) {
    Geometry geometry = facility.geometry();
    return geometry == null ? null : geoJson.lonLat(geometry.getInteriorPoint().getCoordinate());
  }
}
