package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Who is looked at and what can stand in the way, in the order of ids. Immutable and thread-safe.
 *
 * <p>A building belongs to the community it names, if that is known, or else to the parcel its
 * inner point lies in; one that belongs to none is a unit of its own when a river may be within
 * reach, and among parcels it hides nobody. One whose coordinates are no numbers is told of: it may
 * be anywhere.
 */
final class FrontageScene {
  /** More obstacles than this over one point are no city but an error in the data. */
  static final int MAX_STACKED = 1_000;

  private final FrontageParameters parameters;
  private final List<FrontageUnit> units = new ArrayList<>();
  private final Map<FrontageMode, List<Obstacle>> obstacles = new EnumMap<>(FrontageMode.class);
  private final Map<FrontageMode, BoxIndex<Obstacle>> obstacleBoxes =
      new EnumMap<>(FrontageMode.class);
  private final BoxIndex<Footprint> dwellings;
  private final BoxIndex<Building> invalidBuildings;
  private final Set<String> dwellingsInParcels = new HashSet<>();

  /**
   * @param mayBeNearWater false only where no river is within reach of a building
   */
  FrontageScene(
      FrontageInput input, FrontageParameters parameters, Predicate<Geometry> mayBeNearWater) {
    this.parameters = parameters;
    List<Building> sorted =
        input.buildings().stream().sorted(Comparator.comparing(Building::id)).toList();
    List<Footprint> footprints =
        sorted.stream().map(Footprint::of).filter(Objects::nonNull).toList();
    List<Building> invalid =
        sorted.stream()
            .filter(one -> one.geometry() != null && !Outlines.isFinite(one.geometry()))
            .toList();
    this.invalidBuildings = new BoxIndex<>(invalid, FrontageScene::usableBox);
    addUnits(input.communities(), footprints, invalid, mayBeNearWater);
    List<Footprint> blockers = footprints.stream().filter(one -> one.blocks(parameters)).toList();
    obstacles.put(FrontageMode.PARCEL, parcelObstacles(units));
    obstacles.put(
        FrontageMode.BUILDING,
        blockers.stream().map(one -> new Obstacle(one.id(), one.label(), one.area())).toList());
    obstacles.forEach(
        (mode, all) ->
            obstacleBoxes.put(mode, new BoxIndex<>(all, one -> one.area().getEnvelopeInternal())));
    this.dwellings =
        new BoxIndex<>(
            blockers.stream()
                .filter(one -> one.building().use() == BuildingUse.RESIDENTIAL)
                .toList(),
            Footprint::box);
  }

  /** Returns the communities, then the scattered buildings. */
  List<FrontageUnit> units() {
    return units;
  }

  /** Returns what can stand in the way in each mode. */
  Map<FrontageMode, List<Obstacle>> obstacles() {
    return obstacles;
  }

  /** Returns the obstacles of a mode within some metres of a box. */
  List<Obstacle> obstaclesNear(FrontageMode mode, Envelope box, double metres) {
    return Objects.requireNonNull(obstacleBoxes.get(mode)).find(box, metres);
  }

  /** Tells whether so many obstacles lie over the middle of a place that it cannot be judged. */
  boolean isStacked(Geometry place) {
    Coordinate middle = Objects.requireNonNull(place.getEnvelopeInternal().centre());
    return obstacleBoxes.values().stream()
        .anyMatch(boxes -> boxes.hasMoreThan(MAX_STACKED, middle.x, middle.y));
  }

  /** Returns the buildings near with coordinates that are no numbers, by those that are. */
  List<Building> invalidBuildingsNear(Geometry place) {
    return invalidBuildings.find(place.getEnvelopeInternal(), parameters.distanceMetres());
  }

  private static Envelope usableBox(Building building) {
    Envelope box = new Envelope();
    Geometry geometry = Objects.requireNonNull(building.geometry());
    Arrays.stream(geometry.getCoordinates())
        .filter(Coordinate::isValid)
        .forEach(box::expandToInclude);
    return box;
  }

  private void addUnits(
      List<Community> communities,
      List<Footprint> buildings,
      List<Building> invalid,
      Predicate<Geometry> mayBeNearWater) {
    List<Community> sorted =
        communities.stream().sorted(Comparator.comparing(Community::id)).toList();
    BoxIndex<Parcel> parcels = parcels(sorted);
    Set<String> known = sorted.stream().map(Community::id).collect(Collectors.toSet());
    Map<String, List<Footprint>> owned = new HashMap<>();
    List<FrontageUnit> scattered = new ArrayList<>();
    for (Footprint building : buildings) {
      String inParcel = parcelAround(building, parcels);
      if (inParcel != null) {
        dwellingsInParcels.add(building.id());
      }
      String named = building.building().communityId();
      String owner = known.contains(named) ? named : inParcel;
      if (owner != null) {
        owned.computeIfAbsent(owner, id -> new ArrayList<>()).add(building);
      } else if (parameters.enabled() && mayBeNearWater.test(building.area())) {
        scattered.add(FrontageUnit.scattered(building));
      }
    }
    Map<String, List<Building>> ownedInvalid = new HashMap<>();
    for (Building building : invalid) {
      String named = building.communityId();
      if (named != null && known.contains(named)) {
        ownedInvalid.computeIfAbsent(named, id -> new ArrayList<>()).add(building);
      } else if (parameters.enabled()) {
        scattered.add(FrontageUnit.invalid(building));
      }
    }
    scattered.sort(Comparator.comparing(unit -> unit.subject().id()));
    for (Community one : sorted) {
      List<Footprint> own = owned.getOrDefault(one.id(), List.of());
      units.add(FrontageUnit.of(one, own, ownedInvalid.getOrDefault(one.id(), List.of())));
    }
    units.addAll(scattered);
  }

  /** The area of a community. */
  private record Parcel(String communityId, Geometry area) {}

  /** Indexes the parcels by id; of equal ones only the first, which is always the answer. */
  private static BoxIndex<Parcel> parcels(List<Community> communities) {
    Map<Envelope, List<Geometry>> seen = new HashMap<>();
    List<Parcel> parcels = new ArrayList<>();
    for (Community community : communities) {
      Geometry area = FrontageUnit.area(community.geometry());
      if (area != null) {
        List<Geometry> alike =
            seen.computeIfAbsent(area.getEnvelopeInternal(), box -> new ArrayList<>(1));
        if (alike.stream().noneMatch(area::equalsExact)) {
          alike.add(area);
          parcels.add(new Parcel(community.id(), area));
        }
      }
    }
    return new BoxIndex<>(parcels, parcel -> parcel.area().getEnvelopeInternal());
  }

  private static @Nullable String parcelAround(Footprint building, BoxIndex<Parcel> parcels) {
    List<Parcel> candidates = parcels.find(building.box(), 0);
    if (candidates.isEmpty()) {
      return null;
    }
    Geometry inner = building.area().getInteriorPoint();
    Envelope point = inner.getEnvelopeInternal();
    for (Parcel parcel : candidates) {
      if (parcel.area().getEnvelopeInternal().intersects(point)
          && parcel.area().intersects(inner)) {
        return parcel.communityId();
      }
    }
    return null;
  }

  private static List<Obstacle> parcelObstacles(List<FrontageUnit> units) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (FrontageUnit unit : units) {
      Community community = unit.community();
      Geometry body = community == null ? null : unit.body();
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

  /** Returns the share of the dwellings within the distance that lie in known parcels, if any. */
  @Nullable Double parcelCoverage(Geometry place) {
    List<Footprint> around =
        dwellings.find(place.getEnvelopeInternal(), parameters.distanceMetres());
    if (around.isEmpty()) {
      return null;
    }
    long inParcels = around.stream().filter(one -> dwellingsInParcels.contains(one.id())).count();
    return (double) inParcels / around.size();
  }
}
