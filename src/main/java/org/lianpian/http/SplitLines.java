package org.lianpian.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Reprojector;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Road;
import org.lianpian.region.PlanArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Reads the line by which an area is split: positions that were drawn, or a road of the data. */
final class SplitLines {
  private static final int MAX_POSITIONS = 2_000;

  /** How far beyond the area pieces of the same road are taken along. */
  private static final double ROAD_REACH_METRES = 200;

  private final FeatureStore store;
  private final Reprojector fromLonLat;
  private final GeometryFactory factory = new GeometryFactory();

  SplitLines(FeatureStore store) {
    this.store = store;
    this.fromLonLat = Reprojector.between(Crs.WGS84, store.dataset().crs());
  }

  /** Reads {@code line} (positions, longitude first) or {@code road} (an id), in metres. */
  Geometry read(JsonNode body, PlanArea area) {
    return body.hasNonNull("road")
        ? alongRoad(body.get("road").asText(), area)
        : fromLonLat.apply(drawn(body.path("line")));
  }

  private Geometry drawn(JsonNode positions) {
    if (!positions.isArray() || positions.size() < 2 || positions.size() > MAX_POSITIONS) {
      throw ProblemException.badRequest(
          "请给出 road(道路编号)或 line(2 到 " + MAX_POSITIONS + " 个经纬度)",
          "Give road (an id) or line (2 to " + MAX_POSITIONS + " positions)");
    }
    List<Coordinate> coordinates = new ArrayList<>();
    for (JsonNode position : positions) {
      double lon = position.path(0).asDouble(Double.NaN);
      double lat = position.path(1).asDouble(Double.NaN);
      if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 85.06)) {
        throw ProblemException.badRequest("线的坐标有误:" + position, "Bad position " + position);
      }
      Coordinate next = new Coordinate(lon, lat);
      if (coordinates.isEmpty() || !coordinates.get(coordinates.size() - 1).equals2D(next)) {
        coordinates.add(next);
      }
    }
    if (coordinates.size() < 2) {
      throw ProblemException.badRequest("线的起点和终点相同", "The line is a point");
    }
    return factory.createLineString(coordinates.toArray(new Coordinate[0]));
  }

  /** A road comes in pieces: those of one name near the area count as one line. */
  private Geometry alongRoad(String id, PlanArea area) {
    Road road =
        store
            .find(Road.TYPE, id)
            .orElseThrow(() -> ProblemException.notFound("没有道路 " + id, "No road " + id));
    Envelope near = new Envelope();
    for (Community member : store.findAll(Community.TYPE, area.members())) {
      Geometry geometry = member.geometry();
      if (geometry != null) {
        near.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    near.expandBy(ROAD_REACH_METRES);
    List<Geometry> pieces = new ArrayList<>();
    addLine(road, pieces);
    if (!road.name().isBlank()) {
      store.findWithin(Road.TYPE, near, Integer.MAX_VALUE).stream()
          .filter(other -> other.name().equals(road.name()) && !other.id().equals(road.id()))
          .forEach(other -> addLine(other, pieces));
    }
    if (pieces.isEmpty()) {
      throw ProblemException.badRequest(
          "道路「" + road.name() + "」没有中心线,请画线拆分", "The road has no centre line; draw a line instead");
    }
    return factory.buildGeometry(pieces);
  }

  private static void addLine(Road road, List<Geometry> pieces) {
    Geometry geometry = road.geometry();
    if (geometry != null && geometry.getDimension() == 1) {
      pieces.add(geometry);
    }
  }
}
