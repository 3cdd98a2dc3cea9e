package org.lianpian.region;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Something that separates neighbours: a river, a railway or a large road.
 *
 * @param geometry lines or polygons, not mixed
 * @param crossings where one passes (bridge, underpass, footbridge): points, lines or polygons that
 *     meet the barrier; a connector that crosses the barrier there is not blocked
 */
public record Barrier(
    String id, String name, BarrierKind kind, Geometry geometry, List<Geometry> crossings) {

  public Barrier {
    crossings = List.copyOf(crossings);
    if (geometry.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
      throw new IllegalArgumentException(
          "Barrier " + id + " must be lines or polygons, was a mixed collection");
    }
  }

  public Barrier(String id, String name, BarrierKind kind, Geometry geometry) {
    this(id, name, kind, geometry, List.of());
  }

  /** Returns kind and name for a Chinese sentence, the id when it has no name. */
  public String zh() {
    return kind.zh() + "「" + (name.isBlank() ? id : name) + "」";
  }

  public String en() {
    return kind.en() + " '" + (name.isBlank() ? id : name) + "'";
  }
}
