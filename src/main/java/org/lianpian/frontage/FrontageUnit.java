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

/** A community or a scattered building as the rule sees it. Thread-safe. */
final class FrontageUnit {
  private final Subject subject;
  private final String name;
  private final @Nullable Community community;
  private final @Nullable Geometry parcel;
  private final List<Footprint> homes;
  private final List<Building> invalidBuildings;
  private @Nullable Geometry dissolved;

  private FrontageUnit(
      Subject subject,
      String name,
      @Nullable Community community,
      @Nullable Geometry parcel,
      List<Footprint> homes,
      List<Building> invalidBuildings) {
    this.subject = subject;
    this.name = name;
    this.community = community;
    this.parcel = parcel;
    this.homes = homes;
    this.invalidBuildings = List.copyOf(invalidBuildings);
  }

  /**
   * @param buildings the community's own buildings, by id
   * @param invalidBuildings those of its buildings with coordinates that are no numbers, by id
   */
  static FrontageUnit of(
      Community community, List<Footprint> buildings, List<Building> invalidBuildings) {
    return new FrontageUnit(
        Subject.community(community.id()),
        community.name(),
        community,
        area(community.geometry()),
        buildings.stream().filter(one -> isHome(one.building().use())).toList(),
        invalidBuildings);
  }

  static FrontageUnit scattered(Footprint building) {
    return new FrontageUnit(
        Subject.building(building.id()),
        building.building().number(),
        null,
        null,
        List.of(building),
        List.of());
  }

  /** Returns a scattered building that lies nobody knows where. */
  static FrontageUnit invalid(Building building) {
    return new FrontageUnit(
        Subject.building(building.id()),
        building.number(),
        null,
        null,
        List.of(),
        List.of(building));
  }

  Subject subject() {
    return subject;
  }

  String name() {
    return name;
  }

  /** Returns the community, or null for a scattered building. */
  @Nullable Community community() {
    return community;
  }

  /** Returns the community's area, or null when only a point or nothing is known. */
  @Nullable Geometry parcel() {
    return parcel;
  }

  /** Returns the buildings in {@link #homes}, by id. */
  List<Building> homeBuildings() {
    return homes.stream().map(Footprint::building).toList();
  }

  boolean hasHomes() {
    return !homes.isEmpty();
  }

  /**
   * Returns its residential buildings dissolved, or null when none is known; a scattered building
   * itself, whatever its use. Made when it is first asked for: far from water nobody does.
   */
  synchronized @Nullable Geometry homes() {
    if (dissolved == null && !homes.isEmpty()) {
      dissolved = dissolve(homes.stream().map(Footprint::area).toList());
    }
    return dissolved;
  }

  /** Returns what stands for the community among parcels: its parcel, or else its buildings. */
  @Nullable Geometry body() {
    return parcel != null ? parcel : homes();
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

  /** Tells whether the place has coordinates that are no numbers. */
  boolean hasInvalidGeometry() {
    if (community == null) {
      return !invalidBuildings.isEmpty();
    }
    Geometry geometry = community.geometry();
    return geometry != null && !Outlines.isFinite(geometry);
  }

  /** Returns those of its buildings, or itself, with coordinates that are no numbers, by id. */
  List<Building> invalidBuildings() {
    return invalidBuildings;
  }

  /** Returns the error of the position, in metres; buildings count as surveyed. */
  double sigmaMetres() {
    boolean buildingsOnly = parcel == null && hasHomes();
    return community == null || buildingsOnly ? 0 : community.sigmaMetres();
  }

  /** Tells whether the rule is about it: only a scattered building can be something else. */
  boolean isResidential() {
    return community != null || homes.stream().allMatch(one -> isHome(one.building().use()));
  }

  boolean hasUnstatedUse() {
    return homes.stream().anyMatch(one -> one.building().use() == BuildingUse.UNKNOWN);
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

  private static Geometry dissolve(List<Geometry> areas) {
    // party walls between own buildings are not frontage
    return areas.size() == 1 ? areas.get(0) : OverlayNGRobust.union(areas);
  }
}
