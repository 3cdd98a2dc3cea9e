package org.lianpian.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.demo.Estate.Role;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.locationtech.jts.geom.Geometry;

/** Builds one town: streets, lots, estates, drains, names, truths. */
final class TownBuilder {
  private final DemoParameters parameters;
  private final int town;
  private final Dice dice;
  private final Ids ids;
  private final TownData data;

  private TownBuilder(DemoParameters parameters, int town) {
    this.parameters = parameters;
    this.town = town;
    this.dice = new Dice(parameters.seed(), town);
    this.ids = new Ids(town);
    this.data = new TownData(town);
  }

  /** Makes town number {@code town}; equal arguments give equal features. */
  static TownData build(DemoParameters parameters, int town) {
    return new TownBuilder(parameters, town).build();
  }

  private TownData build() {
    Names names = new Names(town, dice);
    double length = parameters.townLength();
    Valley valley = new Valley(parameters.seed(), parameters.valleyOf(town), length);
    double start = parameters.placeInValley(town) * length;
    TownPlan plan = new TownPlan(valley, start, length, names, dice);
    AdminBuilder admin = new AdminBuilder(plan, names);
    if (town == 0) {
      AdminBuilder.district(data, ids, parameters);
    }
    admin.build(data, ids);
    new WaterBuilder(plan, data, ids).build();
    new RoadBuilder(plan, data, ids).build();

    int wanted = parameters.communitiesIn(town);
    List<Lot> lots = new LotPlanner(dice).divide(plan, (int) (1.22 * wanted) + 8);
    Lot plant =
        lots.stream()
            .filter(lot -> lot.kind() == Lot.Kind.TREATMENT_PLANT)
            .findFirst()
            .orElseThrow();
    EstateBuilder estateBuilder = new EstateBuilder(plan, admin, names, ids, dice);
    List<Estate> estates =
        estateBuilder.build(lots, wanted, parameters.communitiesBefore(town) + 1);
    estateBuilder.name(estates);
    new OtherLots(data, ids, dice).build(lots);
    new ZoneBuilder(data, ids, dice).build(estates);
    drain(plan, estates, plant);
    write(estates, lots);
    new PlaceBuilder(plan, data, admin, ids).build(estates, estateBuilder.doors);
    // dice of their own: services come and go without moving anything else
    new FacilityBuilder(data, ids, new Dice(parameters.seed() + FacilityBuilder.STREAM, town))
        .build();
    return data;
  }

  private void drain(TownPlan plan, List<Estate> estates, Lot plant) {
    Drains drains = new Drains(data, ids, dice);
    PublicSewers sewers = new PublicSewers(plan, drains);
    sewers.build(plant.middle()[0]);
    FaultPlanter.plant(estates, sewers, dice);
    EstateDrains estateDrains = new EstateDrains(plan, sewers, drains, data, ids, dice);
    estates.stream().filter(Estate::drained).forEach(estateDrains::build);
  }

  private void write(List<Estate> estates, List<Lot> empty) {
    TruthKeeper keeper = new TruthKeeper(data.watercourses, WaterBuilder.RIVER, empty);
    for (Estate estate : estates) {
      Community community = community(estate);
      if (estate.role == Role.UNREGISTERED) {
        data.unregistered.add(community);
      } else {
        data.communities.add(community);
        data.truths.add(keeper.truth(estate, community));
      }
      if (estate.role != Role.POINT_ONLY && estate.role != Role.UNLOCATED) {
        data.buildings.addAll(estate.buildings);
      }
    }
  }

  private Community community(Estate estate) {
    EstateProfile profile = estate.profile;
    List<Building> dwellings =
        estate.buildings.stream().filter(b -> b.use() == BuildingUse.RESIDENTIAL).toList();
    int households = dwellings.stream().mapToInt(b -> orZero(b.households())).sum();
    double area = dwellings.stream().mapToDouble(TownBuilder::floorArea).sum();
    boolean counted = dwellings.stream().allMatch(b -> b.households() != null);
    Position position = position(estate);
    return new Community(
        estate.communityId == null ? "unregistered-" + estate.name : estate.communityId,
        position.geometry(),
        ids.provenance(),
        estate.name,
        estate.aliases,
        address(estate),
        Ids.DISTRICT_CODE,
        Ids.DISTRICT,
        estate.locality.street(),
        estate.locality.neighbourhood(),
        position.level(),
        position.sigmaMetres(),
        profile.built(),
        dice.chance(0.03) ? null : (Integer) dwellings.size(),
        !counted || dice.chance(0.03) ? null : (Integer) households,
        dice.chance(0.06) ? null : (Double) (Math.round(area * 10) / 10.0),
        estate.role == Role.SELF_BUILT ? OriginType.SELF_BUILT : profile.origin(),
        profile.structure(),
        profile.storeys(),
        profile.grade(),
        profile.condition(),
        profile.willingness(),
        true,
        profile.renovatedYear(),
        profile.acceptedOn(),
        "示意数据");
  }

  private record Position(@Nullable Geometry geometry, PositionLevel level, double sigmaMetres) {}

  private Position position(Estate estate) {
    var lot = estate.lot;
    return switch (estate.role) {
      case POINT_ONLY -> {
        boolean door = dice.chance(0.5);
        double[] a = lot.a();
        double[] b = lot.b();
        // at the gate, on the lot's side towards the river
        var at = lot.block().at((a[0] + a[1]) / 2, (b[0] + b[1]) / 2 + 0.15 * (b[2] - b[1]));
        yield new Position(
            Shapes.point(at),
            door ? PositionLevel.DOOR : PositionLevel.ROAD,
            door ? 50 : dice.oneOf(100.0, 200.0));
      }
      case UNLOCATED -> new Position(null, PositionLevel.UNKNOWN, 0);
      default -> new Position(lot.polygon(), PositionLevel.SURVEYED, 0);
    };
  }

  private String address(Estate estate) {
    if (dice.chance(0.03)) {
      return "";
    }
    String district = dice.chance(0.15) ? estate.locality.formerDistrict() : Ids.DISTRICT;
    return "三明市" + district + estate.locality.street() + estate.road + estate.houseNumber;
  }

  private static double floorArea(Building building) {
    Geometry footprint = building.geometry();
    Integer storeys = building.storeys();
    return footprint == null || storeys == null ? 0 : footprint.getArea() * storeys;
  }

  private static int orZero(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
