package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Railway;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Makes road blocks (道路区块, PY-30, U-10): the faces between roads of class 支路 and above, rivers and
 * railways.
 *
 * <p>Lines are noded first; ends that lead nowhere bound nothing. Surfaces of roads and rivers are
 * not blocks. Tunnels, viaducts, culverts, ponds and ditches do not bound. Ground outside the
 * outermost roads is in no block.
 */
public final class RoadBlocks {
  private static final Set<RoadClass> CLASSES =
      EnumSet.of(RoadClass.EXPRESSWAY, RoadClass.ARTERIAL, RoadClass.COLLECTOR, RoadClass.LOCAL);

  private RoadBlocks() {}

  /** Returns the blocks, sorted by id. */
  public static List<RoadBlock> from(
      List<Road> roads, List<Watercourse> watercourses, List<Railway> railways) {
    List<Geometry> lines = new ArrayList<>();
    List<Geometry> surfaces = new ArrayList<>();
    for (Road road : roads) {
      Geometry geometry = road.geometry();
      if (geometry != null && CLASSES.contains(road.roadClass()) && !road.crossable()) {
        add(geometry, lines, surfaces);
      }
    }
    for (Watercourse water : watercourses) {
      Geometry geometry = water.geometry();
      if (geometry != null && Barriers.separates(water)) {
        add(geometry, lines, surfaces);
      }
    }
    for (Railway railway : railways) {
      Geometry geometry = railway.geometry();
      if (geometry != null && !railway.crossable()) {
        add(geometry, lines, surfaces);
      }
    }
    return lines.isEmpty() ? List.of() : faces(lines, surfaces);
  }

  private static void add(Geometry geometry, List<Geometry> lines, List<Geometry> surfaces) {
    if (geometry.getDimension() == 2) {
      lines.add(geometry.getBoundary());
      surfaces.add(geometry);
    } else if (geometry.getDimension() == 1) {
      lines.add(geometry);
    }
  }

  @SuppressWarnings("unchecked") // a polygonizer gives polygons
  private static List<RoadBlock> faces(List<Geometry> lines, List<Geometry> surfaces) {
    GeometryFactory factory = lines.get(0).getFactory();
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.union(lines, factory));
    SpatialIndex<Geometry> index = SpatialIndex.of(surfaces, surface -> surface);
    List<RoadBlock> blocks = new ArrayList<>();
    for (Polygon face : (Collection<Polygon>) polygonizer.getPolygons()) {
      Point inner = face.getInteriorPoint();
      boolean surface =
          index.find(inner.getEnvelopeInternal()).stream().anyMatch(s -> s.covers(inner));
      if (!surface) {
        String id = "RB-" + Math.round(inner.getX()) + "-" + Math.round(inner.getY());
        blocks.add(new RoadBlock(id, face));
      }
    }
    return withDistinctIds(blocks);
  }

  /** Slivers may share a metre; the larger one keeps the plain id. */
  private static List<RoadBlock> withDistinctIds(List<RoadBlock> blocks) {
    List<RoadBlock> sorted = new ArrayList<>(blocks);
    sorted.sort(
        Comparator.comparing(RoadBlock::id)
            .thenComparingDouble(block -> -block.polygon().getArea())
            .thenComparing(block -> block.polygon().norm().toText()));
    List<RoadBlock> distinct = new ArrayList<>();
    String previous = "";
    int repeats = 0;
    for (RoadBlock block : sorted) {
      repeats = block.id().equals(previous) ? repeats + 1 : 0;
      previous = block.id();
      distinct.add(
          repeats == 0 ? block : new RoadBlock(block.id() + "-" + repeats, block.polygon()));
    }
    distinct.sort(Comparator.comparing(RoadBlock::id));
    return List.copyOf(distinct);
  }
}
