package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.locationtech.jts.geom.Geometry;

/**
 * Who is looked at and what can stand in the way, in the order of ids. Immutable and thread-safe.
 *
 * <p>A building belongs to the community it names, if that is known, or else to the parcel its
 * inner point lies in; one that belongs to none is a unit of its own when a river is within reach,
 * and among parcels it hides nobody.
 */
final class FrontageScene {
  private final FrontageParameters parameters;
  private final List<FrontageUnit> units = new ArrayList<>();
  private final Map<FrontageMode, List<Obstacle>> obstacles = new EnumMap<>(FrontageMode.class);
  private final SpatialIndex<Building> dwellings;
  private final Set<String> dwellingsInParcels = new HashSet<>();

  /**
   * @param isNearWater tells whether a river is within reach of a building
   */
  FrontageScene(
      FrontageInput input, FrontageParameters parameters, Predicate<Geometry> isNearWater) {
    this.parameters = parameters;
    List<Building> buildings =
        input.buildings().stream()
            .filter(building -> FrontageUnit.area(building.geometry()) != null)
            .sorted(Comparator.comparing(Building::id))
            .toList();
    addUnits(input.communities(), buildings, isNearWater);
    obstacles.put(FrontageMode.PARCEL, parcelObstacles(units));
    obstacles.put(
        FrontageMode.BUILDING,
        buildings.stream()
            .filter(this::blocks)
            .map(one -> new Obstacle(one.id(), label(one), area(one.geometry())))
            .toList());
    this.dwellings =
        SpatialIndex.of(
            buildings.stream()
                .filter(one -> one.use() == BuildingUse.RESIDENTIAL && blocks(one))
                .toList(),
            one -> area(one.geometry()));
  }

  /** Returns the communities, then the scattered buildings. */
  List<FrontageUnit> units() {
    return units;
  }

  /** Returns what can stand in the way in each mode. */
  Map<FrontageMode, List<Obstacle>> obstacles() {
    return obstacles;
  }

  private void addUnits(
      List<Community> communities, List<Building> buildings, Predicate<Geometry> isNearWater) {
    List<Community> sorted =
        communities.stream().sorted(Comparator.comparing(Community::id)).toList();
    SpatialIndex<Community> parcels =
        SpatialIndex.of(
            sorted.stream()
                .filter(community -> FrontageUnit.area(community.geometry()) != null)
                .toList(),
            community -> area(community.geometry()));
    Set<String> known = sorted.stream().map(Community::id).collect(Collectors.toSet());
    Map<String, List<Building>> owned = new HashMap<>();
    List<FrontageUnit> scattered = new ArrayList<>();
    for (Building building : buildings) {
      Geometry inner = area(building.geometry()).getInteriorPoint();
      String inParcel =
          parcels.find(inner.getEnvelopeInternal()).stream()
              .filter(community -> area(community.geometry()).intersects(inner))
              .map(Community::id)
              .findFirst()
              .orElse(null);
      if (inParcel != null) {
        dwellingsInParcels.add(building.id());
      }
      String owner = known.contains(building.communityId()) ? building.communityId() : inParcel;
      if (owner != null) {
        owned.computeIfAbsent(owner, id -> new ArrayList<>()).add(building);
      } else if (parameters.enabled() && isNearWater.test(area(building.geometry()))) {
        scattered.add(FrontageUnit.scattered(building));
      }
    }
    for (Community one : sorted) {
      units.add(FrontageUnit.of(one, owned.getOrDefault(one.id(), List.of())));
    }
    units.addAll(scattered);
  }

  private static List<Obstacle> parcelObstacles(List<FrontageUnit> units) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (FrontageUnit unit : units) {
      Geometry body = unit.body();
      Community community = unit.community();
      if (body != null && community != null) {
        obstacles.add(
            new Obstacle(
                community.id(),
                community.name().isBlank() ? community.id() : community.name(),
                body));
      }
    }
    return obstacles;
  }

  private boolean blocks(Building building) {
    return building.use() != BuildingUse.SHED
        && area(building.geometry()).getArea() >= parameters.minBlockerSquareMetres();
  }

  private static String label(Building building) {
    return building.number().isBlank() ? building.id() : building.number();
  }

  /** Returns the share of the dwellings within the distance that lie in known parcels, if any. */
  @Nullable Double parcelCoverage(Geometry place) {
    List<Building> around =
        dwellings.findWithin(place.getEnvelopeInternal(), parameters.distanceMetres());
    if (around.isEmpty()) {
      return null;
    }
    long inParcels = around.stream().filter(one -> dwellingsInParcels.contains(one.id())).count();
    return (double) inParcels / around.size();
  }

  private static Geometry area(@Nullable Geometry geometry) {
    return Objects.requireNonNull(FrontageUnit.area(geometry));
  }
}
