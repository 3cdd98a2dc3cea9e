package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Facility;
import org.lianpian.model.FacilityClass;
import org.locationtech.jts.geom.Geometry;

/**
 * Puts public services into shops and offices; some classes are rare, so that circles lack them.
 */
final class FacilityBuilder {
  /** Keeps these dice apart from those of the town. */
  static final long STREAM = 0xFAC1;

  /** How many premises there are for one facility of the class. */
  private record Density(FacilityClass facilityClass, String name, int premises) {}

  private static final List<Density> DENSITIES =
      List.of(
          new Density(FacilityClass.SHOPPING, "便民超市", 4),
          new Density(FacilityClass.PARCEL, "快递驿站", 9),
          new Density(FacilityClass.FITNESS, "健身点", 12),
          new Density(FacilityClass.CHARGING, "充电站", 14),
          new Density(FacilityClass.PARKING, "停车场", 14),
          new Density(FacilityClass.COMMUNITY_SERVICE, "党群服务站", 20),
          new Density(FacilityClass.MEDICAL, "社区卫生服务站", 24),
          new Density(FacilityClass.CHILDCARE, "幼儿园", 26),
          new Density(FacilityClass.TOILET, "公共厕所", 26),
          new Density(FacilityClass.MEALS, "长者食堂", 40),
          new Density(FacilityClass.ELDERLY, "日间照料中心", 44),
          new Density(FacilityClass.CULTURE, "文化活动室", 48),
          new Density(FacilityClass.HOUSEKEEPING, "家政服务点", 60));

  private final TownData data;
  private final Ids ids;
  private final Dice dice;

  FacilityBuilder(TownData data, Ids ids, Dice dice) {
    this.data = data;
    this.ids = ids;
    this.dice = dice;
  }

  void build() {
    List<Building> premises = new ArrayList<>();
    for (Building building : data.buildings) {
      if (building.use() == BuildingUse.NON_RESIDENTIAL && building.geometry() != null) {
        premises.add(building);
      }
    }
    for (Density density : DENSITIES) {
      int count = Math.min(premises.size(), 1 + premises.size() / density.premises());
      dice.shuffle(premises);
      for (int i = 0; i < count; i++) {
        add(density, i + 1, premises.get(i));
      }
    }
  }

  private void add(Density density, int number, Building premises) {
    Geometry footprint = premises.geometry();
    if (footprint != null) {
      data.facilities.add(
          new Facility(
              ids.next("F"),
              Shapes.point(footprint.getCentroid().getCoordinate()),
              ids.provenance(),
              density.name() + number,
              density.facilityClass(),
              null,
              ""));
    }
  }
}
