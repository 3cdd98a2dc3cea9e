package org.lianpian.frontage;

import org.jspecify.annotations.Nullable;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A building whose area is known.
 *
 * @param area its polygons, not empty
 */
record Footprint(Building building, Geometry area) {

  /** Returns the building with its area, or null when it has no usable one. */
  static @Nullable Footprint of(Building building) {
    Geometry area = FrontageUnit.area(building.geometry());
    return area == null ? null : new Footprint(building, area);
  }

  String id() {
    return building.id();
  }

  Envelope box() {
    return area.getEnvelopeInternal();
  }

  String label() {
    return building.number().isBlank() ? building.id() : building.number();
  }

  /** Tells whether it is a building that can stand in the way. */
  boolean blocks(FrontageParameters parameters) {
    return building.use() != BuildingUse.SHED
        && area.getArea() >= parameters.minBlockerSquareMetres();
  }
}
