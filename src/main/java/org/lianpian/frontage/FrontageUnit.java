package org.lianpian.frontage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A community as the rule sees it.
 *
 * @param parcel its area, or null when only a point or nothing is known
 * @param homes its residential buildings dissolved, or null when none is known
 * @param homeBuildings the buildings in {@code homes}, by id
 */
record FrontageUnit(
    Community community,
    @Nullable Geometry parcel,
    @Nullable Geometry homes,
    List<Building> homeBuildings) {

  /**
   * @param buildings the community's own buildings, by id
   */
  static FrontageUnit of(Community community, List<Building> buildings) {
    List<Building> homes =
        buildings.stream()
            .filter(building -> isHome(building.use()) && area(building.geometry()) != null)
            .toList();
    return new FrontageUnit(
        community, area(community.geometry()), homes.isEmpty() ? null : dissolve(homes), homes);
  }

  /** Returns what stands for the community among parcels: its parcel, or else its buildings. */
  @Nullable Geometry body() {
    return parcel != null ? parcel : homes;
  }

  /** Returns where the community is: its body, or else its point, or null. */
  @Nullable Geometry place() {
    Geometry body = body();
    if (body != null) {
      return body;
    }
    Geometry point = community.geometry();
    return point == null || point.isEmpty() ? null : point;
  }

  boolean hasUnstatedUse() {
    return homeBuildings.stream().anyMatch(building -> building.use() == BuildingUse.UNKNOWN);
  }

  /** Returns the polygons of a geometry, or null when it has none. */
  static @Nullable Geometry area(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty() || geometry.getDimension() < 2) {
      return null;
    }
    return geometry.getFactory().buildGeometry(PolygonExtracter.getPolygons(geometry));
  }

  private static boolean isHome(BuildingUse use) {
    return use == BuildingUse.RESIDENTIAL || use == BuildingUse.UNKNOWN;
  }

  private static Geometry dissolve(List<Building> homes) {
    List<Geometry> areas = homes.stream().map(home -> area(home.geometry())).toList();
    // party walls between own buildings are not frontage
    return areas.size() == 1 ? areas.get(0) : OverlayNGRobust.union(areas);
  }
}
