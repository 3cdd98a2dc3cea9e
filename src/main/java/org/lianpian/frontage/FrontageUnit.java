package org.lianpian.frontage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.Subject;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A community or a scattered building as the rule sees it.
 *
 * @param community null for a scattered building
 * @param parcel the community's area, or null when only a point or nothing is known
 * @param homes its residential buildings dissolved, or null when none is known; a scattered
 *     building itself, whatever its use
 * @param homeBuildings the buildings in {@code homes}, by id
 */
record FrontageUnit(
    Subject subject,
    String name,
    @Nullable Community community,
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
        Subject.community(community.id()),
        community.name(),
        community,
        area(community.geometry()),
        homes.isEmpty() ? null : dissolve(homes),
        homes);
  }

  static FrontageUnit scattered(Building building) {
    return new FrontageUnit(
        Subject.building(building.id()),
        building.number(),
        null,
        null,
        area(building.geometry()),
        List.of(building));
  }

  /** Returns what stands for the community among parcels: its parcel, or else its buildings. */
  @Nullable Geometry body() {
    return parcel != null ? parcel : homes;
  }

  /** Returns where the community is: its body, or else its point, or null. */
  @Nullable Geometry place() {
    Geometry body = body();
    if (body != null || community == null) {
      return body;
    }
    Geometry point = community.geometry();
    return point == null || point.isEmpty() || !Outlines.isFinite(point) ? null : point;
  }

  /** Tells whether the community's place has coordinates that are no numbers. */
  boolean hasInvalidGeometry() {
    Geometry geometry = community == null ? null : community.geometry();
    return geometry != null && !Outlines.isFinite(geometry);
  }

  /** Returns the error of the position, in metres; buildings count as surveyed. */
  double sigmaMetres() {
    boolean buildingsOnly = parcel == null && homes != null;
    return community == null || buildingsOnly ? 0 : community.sigmaMetres();
  }

  /** Tells whether the rule is about it: only a scattered building can be something else. */
  boolean isResidential() {
    return community != null || homeBuildings.stream().allMatch(one -> isHome(one.use()));
  }

  boolean hasUnstatedUse() {
    return homeBuildings.stream().anyMatch(building -> building.use() == BuildingUse.UNKNOWN);
  }

  /** Returns the polygons of a geometry, or null when it has none or is not usable. */
  static @Nullable Geometry area(@Nullable Geometry geometry) {
    if (geometry == null
        || geometry.isEmpty()
        || geometry.getDimension() < 2
        || !Outlines.isFinite(geometry)) {
      return null;
    }
    if (geometry instanceof Polygonal) {
      return geometry;
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
