package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.Watercourse;
import org.lianpian.region.PackagingUnit;
import org.lianpian.region.RoadBlock;
import org.lianpian.region.RoadBlocks;
import org.lianpian.region.Totals;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Selects communities by a shape drawn on the map, by the sub-district or the road block of one of
 * them, or by attributes; and adds up any selection.
 */
final class SelectionResource implements HttpApi.Resource {
  private static final int MAX_SELECTED = 5_000;
  private static final int MAX_VERTICES = 10_000;

  private final FeatureStore store;
  private final MapSnapshots snapshots;
  private final Reprojector fromLonLat;
  private final GeometryFactory factory = new GeometryFactory();
  private MapSnapshot.@Nullable MapContent content;
  private List<RoadBlock> blocks = List.of();

  SelectionResource(HttpServices services, MapSnapshots snapshots) {
    this.store = services.store();
    this.snapshots = snapshots;
    this.fromLonLat = Reprojector.between(Crs.WGS84, store.dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.post("/api/select", this::select);
    config.routes.get(
        "/api/select/attributes",
        ctx -> ctx.json(Map.of("attributes", AttributeFilter.vocabulary())));
    config.routes.post("/api/totals", this::totals);
  }

  private void select(Context ctx) {
    JsonNode body = Params.body(ctx);
    List<String> ids;
    if (body.has("where")) {
      ids = matching(AttributeFilter.parse(body.get("where")));
    } else if (body.has("streetOf")) {
      ids = inStreetOf(get(body.get("streetOf").asText()));
    } else if (body.has("blockOf")) {
      ids = inBlockOf(get(body.get("blockOf").asText()));
    } else {
      ids = within(fromLonLat.apply(body.has("bbox") ? box(body) : polygon(body)));
    }
    if (ids.size() > MAX_SELECTED) {
      throw ProblemException.badRequest(
          "一次最多选择 " + MAX_SELECTED + " 个小区,请缩小范围",
          "At most " + MAX_SELECTED + " communities can be selected at once");
    }
    ctx.json(Map.of("ids", ids));
  }

  private Community get(String id) {
    return store
        .find(Community.TYPE, id)
        .orElseThrow(() -> ProblemException.notFound("没有小区 " + id, "There is no community " + id));
  }

  private List<String> matching(Predicate<Community> wanted) {
    try (Stream<Community> all = store.stream(Community.TYPE)) {
      return all.filter(wanted).map(Community::id).sorted().toList();
    }
  }

  /** Sub-districts of one name lie in several districts: both must be the same. */
  private List<String> inStreetOf(Community one) {
    if (one.street().isBlank()) {
      throw ProblemException.badRequest(
          "小区「" + one.name() + "」的街道不详", "The sub-district of " + one.name() + " is not known");
    }
    return matching(
        other ->
            other.street().equals(one.street())
                && other.district().equals(one.district())
                && other.adcode().equals(one.adcode()));
  }

  private List<String> inBlockOf(Community one) {
    Geometry geometry = one.geometry();
    Point inside = geometry == null || geometry.isEmpty() ? null : geometry.getInteriorPoint();
    RoadBlock block =
        blocks().stream()
            .filter(each -> inside != null && each.polygon().covers(inside))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "小区「" + one.name() + "」不在任何道路区块内,或没有位置",
                        one.name() + " lies in no road block, or has no position"));
    return within(block.polygon());
  }

  /** The blocks of the present content; made at the first need. */
  private synchronized List<RoadBlock> blocks() {
    MapSnapshot.MapContent now = snapshots.current().content();
    if (content != now) {
      blocks =
          RoadBlocks.from(
              store.list(Road.TYPE), store.list(Watercourse.TYPE), store.list(Railway.TYPE));
      content = now;
    }
    return blocks;
  }

  /** A community is selected when a point inside it lies in the shape. */
  private List<String> within(Geometry shape) {
    List<String> ids = new ArrayList<>();
    for (Community community :
        store.findWithin(Community.TYPE, shape.getEnvelopeInternal(), MAX_SELECTED + 1)) {
      Geometry geometry = community.geometry();
      if (geometry != null && shape.covers(geometry.getInteriorPoint())) {
        ids.add(community.id());
      }
    }
    return ids;
  }

  private Geometry box(JsonNode body) {
    List<Double> numbers = new ArrayList<>();
    body.get("bbox").forEach(number -> numbers.add(number.asDouble(Double.NaN)));
    return factory.toGeometry(Params.box(numbers, body.get("bbox").toString()));
  }

  private Geometry polygon(JsonNode body) {
    JsonNode rings = body.path("polygon").path("coordinates");
    if (!rings.isArray() || rings.isEmpty()) {
      throw ProblemException.badRequest(
          "请给出 bbox 或 polygon(GeoJSON 面)", "Give bbox or polygon (a GeoJSON Polygon)");
    }
    List<LinearRing> holes = new ArrayList<>();
    LinearRing shell = ring(rings.get(0));
    for (int i = 1; i < rings.size(); i++) {
      holes.add(ring(rings.get(i)));
    }
    Geometry polygon = factory.createPolygon(shell, holes.toArray(new LinearRing[0]));
    TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      throw ProblemException.badRequest(
          String.format("图形自相交,位置:%.6f, %.6f", at.x, at.y),
          String.format("The shape crosses itself at %.6f, %.6f", at.x, at.y));
    }
    return polygon;
  }

  private LinearRing ring(JsonNode positions) {
    if (positions.size() < 4 || positions.size() > MAX_VERTICES) {
      throw ProblemException.badRequest(
          "图形的顶点数须为 4 到 " + MAX_VERTICES, "A ring must have 4 to " + MAX_VERTICES + " positions");
    }
    Coordinate[] coordinates = new Coordinate[positions.size()];
    for (int i = 0; i < coordinates.length; i++) {
      double lon = positions.get(i).path(0).asDouble(Double.NaN);
      double lat = positions.get(i).path(1).asDouble(Double.NaN);
      if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 85.06)) {
        throw ProblemException.badRequest(
            "图形的坐标有误:" + positions.get(i), "Bad position " + positions.get(i));
      }
      coordinates[i] = new Coordinate(lon, lat);
    }
    if (!coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
      throw ProblemException.badRequest("图形没有闭合", "The ring is not closed");
    }
    return factory.createLinearRing(coordinates);
  }

  private void totals(Context ctx) {
    List<String> ids = Params.ids(Params.body(ctx), "ids", 0, MAX_SELECTED);
    List<PackagingUnit> units =
        store.findAll(Community.TYPE, ids).stream().map(PackagingUnit::of).toList();
    ctx.json(Totals.of(units).toTree());
  }
}
