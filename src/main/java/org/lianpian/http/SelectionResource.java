package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.region.PackagingUnit;
import org.lianpian.region.Totals;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Selects communities by a shape drawn on the map, and adds up any selection. */
final class SelectionResource implements HttpApi.Resource {
  private static final int MAX_SELECTED = 5_000;
  private static final int MAX_VERTICES = 10_000;

  private final FeatureStore store;
  private final Reprojector fromLonLat;
  private final GeometryFactory factory = new GeometryFactory();

  SelectionResource(HttpServices services) {
    this.store = services.store();
    this.fromLonLat = Reprojector.between(Crs.WGS84, store.dataset().crs());
  }

  @Override
  public void addRoutes(JavalinConfig config) {
    config.routes.post("/api/select", this::select);
    config.routes.post("/api/totals", this::totals);
  }

  /** A community is selected when a point inside it lies in the shape. */
  private void select(Context ctx) {
    JsonNode body = Params.body(ctx);
    Geometry shape = fromLonLat.apply(body.has("bbox") ? box(body) : polygon(body));
    List<String> ids = new ArrayList<>();
    for (Community community :
        store.findWithin(Community.TYPE, shape.getEnvelopeInternal(), MAX_SELECTED + 1)) {
      Geometry geometry = community.geometry();
      if (geometry != null && shape.covers(geometry.getInteriorPoint())) {
        ids.add(community.id());
      }
    }
    if (ids.size() > MAX_SELECTED) {
      throw ProblemException.badRequest(
          "一次最多选择 " + MAX_SELECTED + " 个小区,请缩小范围",
          "At most " + MAX_SELECTED + " communities can be selected at once");
    }
    ctx.json(Map.of("ids", ids));
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
