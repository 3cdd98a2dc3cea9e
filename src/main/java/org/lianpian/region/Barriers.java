package org.lianpian.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Finds what separates neighbours among rivers, roads and railways (阻隔要素, U-7).
 *
 * <ul>
 *   <li>Water separates unless it is a pond, a ditch or culverted; water of unknown kind does. A
 *       road bridge over it is a crossing, as wide as the road when that is known.
 *   <li>Roads of the classes that the rules name and railways separate, except where they are
 *       crossable (tunnel, viaduct). Crossable ways of lower class (underpass, footbridge) are
 *       crossings of the roads and railways that they meet.
 * </ul>
 *
 * <p>Lines stay lines: two units on one bank of a broad river do not cross its centre line. Ids are
 * the feature type and the feature's id, as the three types may use the same ids.
 */
public final class Barriers {
  private Barriers() {}

  /** Returns the barriers of the kinds that the parameters name; those without geometry never. */
  public static List<Barrier> from(
      List<Watercourse> watercourses,
      List<Road> roads,
      List<Railway> railways,
      PackagingParameters parameters) {
    SpatialIndex<Geometry> bridges = crossings(roads.stream().filter(Road::bridge).toList());
    SpatialIndex<Geometry> passages =
        crossings(roads.stream().filter(r -> r.crossable() && kindOf(r).isEmpty()).toList());
    List<Barrier> barriers = new ArrayList<>();
    if (parameters.barriers().contains(BarrierKind.RIVER)) {
      for (Watercourse water : watercourses) {
        Geometry geometry = water.geometry();
        if (geometry != null && separates(water, geometry, parameters)) {
          String id = Watercourse.TYPE.name() + "/" + water.id();
          add(barriers, id, water.name(), BarrierKind.RIVER, geometry, bridges);
        }
      }
    }
    for (Road road : roads) {
      Geometry geometry = road.geometry();
      Optional<BarrierKind> kind = kindOf(road).filter(parameters.barriers()::contains);
      if (geometry != null && kind.isPresent() && !road.crossable()) {
        String id = Road.TYPE.name() + "/" + road.id();
        add(barriers, id, road.name(), kind.get(), geometry, passages);
      }
    }
    if (parameters.barriers().contains(BarrierKind.RAILWAY)) {
      for (Railway railway : railways) {
        Geometry geometry = railway.geometry();
        if (geometry != null && !railway.crossable()) {
          String id = Railway.TYPE.name() + "/" + railway.id();
          add(barriers, id, railway.name(), BarrierKind.RAILWAY, geometry, passages);
        }
      }
    }
    return barriers;
  }

  /** Tells whether people must go round this water. */
  static boolean separates(Watercourse water) {
    return !water.culverted()
        && water.kind() != WatercourseKind.POND
        && water.kind() != WatercourseKind.DITCH;
  }

  private static boolean separates(
      Watercourse water, Geometry geometry, PackagingParameters parameters) {
    return separates(water)
        && (geometry.getDimension() < 2
            || geometry.getArea() >= parameters.minBarrierAreaSquareMetres());
  }

  private static Optional<BarrierKind> kindOf(Road road) {
    RoadClass roadClass = road.roadClass();
    if (roadClass == RoadClass.EXPRESSWAY) {
      return Optional.of(BarrierKind.EXPRESSWAY);
    }
    if (roadClass == RoadClass.ARTERIAL) {
      return Optional.of(BarrierKind.ARTERIAL);
    }
    return roadClass == RoadClass.COLLECTOR ? Optional.of(BarrierKind.COLLECTOR) : Optional.empty();
  }

  private static SpatialIndex<Geometry> crossings(List<Road> roads) {
    List<Geometry> surfaces = new ArrayList<>();
    for (Road road : roads) {
      Geometry geometry = road.geometry();
      Double width = road.widthMetres();
      if (geometry != null && width != null && width > 0 && geometry.getDimension() == 1) {
        int quadrantSegments = BufferParameters.DEFAULT_QUADRANT_SEGMENTS;
        surfaces.add(geometry.buffer(width / 2, quadrantSegments, BufferParameters.CAP_FLAT));
      } else if (geometry != null) {
        surfaces.add(geometry);
      }
    }
    return SpatialIndex.of(surfaces, surface -> surface);
  }

  /** A mixed collection becomes one barrier per part, numbered; points separate nothing. */
  private static void add(
      List<Barrier> barriers,
      String id,
      String name,
      BarrierKind kind,
      Geometry geometry,
      SpatialIndex<Geometry> crossings) {
    if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        add(barriers, id + "#" + i, name, kind, geometry.getGeometryN(i), crossings);
      }
    } else if (geometry.getDimension() > 0 && !geometry.isEmpty()) {
      List<Geometry> met =
          crossings.find(geometry.getEnvelopeInternal()).stream()
              .filter(geometry::intersects)
              .toList();
      barriers.add(new Barrier(id, name, kind, geometry, met));
    }
  }
}
