package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * All known water polygon by polygon, so that one great river costs nobody more than the polygons
 * that are near. For one thread: polygons are prepared when they are first asked.
 */
final class WaterCover {

  /** One polygon of one water; prepared, it answers in the size of what it is compared with. */
  private static final class Part {
    final Geometry water;
    final Geometry polygon;
    private @Nullable PreparedGeometry prepared;

    Part(Geometry water, Geometry polygon) {
      this.water = water;
      this.polygon = polygon;
    }

    boolean intersects(Part other) {
      Part great = polygon.getNumPoints() >= other.polygon.getNumPoints() ? this : other;
      Part small = great == this ? other : this;
      PreparedGeometry ready = great.prepared;
      if (ready == null) {
        ready = PreparedGeometryFactory.prepare(great.polygon);
        great.prepared = ready;
      }
      return ready.intersects(small.polygon);
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final SpatialIndex<Part> index;

  WaterCover(List<Geometry> waters) {
    for (Geometry water : waters) {
      for (Object polygon : PolygonExtracter.getPolygons(water)) {
        parts.add(new Part(water, (Geometry) polygon));
      }
    }
    this.index = SpatialIndex.of(parts, part -> part.polygon);
  }

  /** Tells of each pair of waters whose polygons meet, some of them several times. */
  interface Meeting {
    void meet(Geometry water, Geometry otherWater, Geometry otherPolygon);
  }

  /** Finds all polygons of other waters that meet a water; each pair in both directions. */
  void findMeetings(Meeting meeting) {
    for (Part part : parts) {
      for (Part other : index.find(part.polygon.getEnvelopeInternal())) {
        if (other.water != part.water && part.intersects(other)) {
          meeting.meet(part.water, other.water, other.polygon);
        }
      }
    }
  }

  /** Returns the polygons whose box meets the box of a geometry. */
  List<Geometry> near(Geometry geometry) {
    return index.find(geometry.getEnvelopeInternal()).stream().map(part -> part.polygon).toList();
  }
}
