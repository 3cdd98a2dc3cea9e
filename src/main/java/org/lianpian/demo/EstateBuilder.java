package org.lianpian.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.demo.Estate.Role;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.OriginType;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Chooses which lots are estates, fills them with buildings, and names and addresses them.
 *
 * <p>Exactly as many communities are made as the town is asked for.
 */
final class EstateBuilder {
  private static final double POINT_ONLY_SHARE = 0.05;
  private static final double UNLOCATED_SHARE = 0.02;
  private static final double SELF_BUILT_SHARE = 0.03;
  private static final double UNREGISTERED_SHARE = 0.05;

  private static final double LARGEST_SELF_BUILT = 7000;

  /** Riverside estates known only by a point: whether they are within 50 m needs a survey. */
  private static final int RIVERSIDE_POINTS = 2;

  private final TownPlan plan;
  private final AdminBuilder admin;
  private final Names names;
  private final Ids ids;
  private final Dice dice;

  /** House numbers given out, by road. */
  final Map<String, Set<Integer>> doors = new HashMap<>();

  EstateBuilder(TownPlan plan, AdminBuilder admin, Names names, Ids ids, Dice dice) {
    this.plan = plan;
    this.admin = admin;
    this.names = names;
    this.ids = ids;
    this.dice = dice;
  }

  /** Returns the estates, registered ones first; takes their lots out of {@code lots}. */
  List<Estate> build(List<Lot> lots, int wanted, int firstSerial) {
    int unregistered = Math.max(1, (int) Math.round(UNREGISTERED_SHARE * wanted));
    List<Role> roles = roles(wanted, unregistered);
    List<Lot> order = new ArrayList<>(lots);
    dice.shuffle(order);
    order.sort((x, y) -> Boolean.compare(y.mustBeEstate(), x.mustBeEstate()));
    List<Estate> estates = new ArrayList<>();
    Set<Lot> used = new HashSet<>();
    int serial = firstSerial;
    for (boolean strict : new boolean[] {true, false}) {
      for (Lot lot : order) {
        if (estates.size() == roles.size()) {
          break;
        }
        boolean open = lot.mayBeEstate() && !used.contains(lot);
        Role role = open ? roleFor(lot, roles, estates, strict) : null;
        Estate estate = role == null ? null : estate(lot, role, serial);
        if (estate != null) {
          estates.add(estate);
          used.add(lot);
          serial += role == Role.UNREGISTERED ? 0 : 1;
        }
      }
    }
    if (estates.size() < roles.size()) {
      throw new IllegalStateException(
          "The plan has room for " + estates.size() + " estates of " + roles.size());
    }
    lots.removeIf(used::contains);
    return estates;
  }

  private List<Role> roles(int wanted, int unregistered) {
    List<Role> roles = new ArrayList<>();
    int points = Math.max(2, (int) Math.round(POINT_ONLY_SHARE * wanted));
    int unlocated = Math.max(1, (int) Math.round(UNLOCATED_SHARE * wanted));
    int selfBuilt = Math.max(1, (int) Math.round(SELF_BUILT_SHARE * wanted));
    for (int i = 0; i < wanted - points - unlocated - selfBuilt; i++) {
      roles.add(Role.SURVEYED);
    }
    addTimes(roles, Role.POINT_ONLY, points);
    addTimes(roles, Role.UNLOCATED, unlocated);
    addTimes(roles, Role.SELF_BUILT, selfBuilt);
    addTimes(roles, Role.UNREGISTERED, unregistered);
    dice.shuffle(roles);
    return roles;
  }

  private static void addTimes(List<Role> roles, Role role, int times) {
    for (int i = 0; i < times; i++) {
      roles.add(role);
    }
  }

  /** Brings a role that suits the lot forward to the next place; null when none is left. */
  private static @Nullable Role roleFor(
      Lot lot, List<Role> roles, List<Estate> estates, boolean strict) {
    int next = estates.size();
    boolean point =
        lot.kind() == Lot.Kind.FRONT
            && estates.stream().filter(e -> e.role == Role.POINT_ONLY).count() < RIVERSIDE_POINTS;
    for (int i = next; i < roles.size(); i++) {
      Role role = roles.get(i);
      boolean suited = suits(lot, role) || (!strict && lot.kind() == Lot.Kind.FREE);
      if (point ? role == Role.POINT_ONLY : suited) {
        roles.set(i, roles.get(next));
        roles.set(next, role);
        return role;
      }
    }
    return null;
  }

  private static boolean suits(Lot lot, Role role) {
    boolean small = lot.polygon().getArea() < LARGEST_SELF_BUILT;
    return switch (role) {
      case SURVEYED -> true;
      case SELF_BUILT -> lot.kind() == Lot.Kind.FREE && small;
      default -> lot.kind() == Lot.Kind.FREE;
    };
  }

  private @Nullable Estate estate(Lot lot, Role role, int serial) {
    EstateProfile profile =
        role == Role.SELF_BUILT
            ? EstateProfile.ofYear(dice.between(1985, 2004), dice)
            : EstateProfile.of(dice);
    EstateLayout.Style style =
        role == Role.SELF_BUILT
            ? EstateLayout.Style.houses(dice)
            : EstateLayout.Style.slabs(profile.year(), dice);
    EstateLayout layout = EstateLayout.fill(lot, style, dice);
    if (layout.slabs().isEmpty() && lot.mustBeEstate()) {
      layout = EstateLayout.fill(lot, EstateLayout.Style.narrow(), dice);
    }
    if (layout.slabs().isEmpty()) {
      return null;
    }
    String id = role == Role.UNREGISTERED ? null : Ids.community(serial);
    Estate estate = new Estate(lot, layout, role, profile, id);
    double[] middle = lot.middle();
    estate.locality = admin.locality(lot.block().row().bank(), middle[0]);
    addBuildings(estate);
    address(estate);
    return estate;
  }

  private void addBuildings(Estate estate) {
    EstateProfile profile = estate.profile;
    boolean selfBuilt = estate.role == Role.SELF_BUILT;
    int number = 1;
    for (EstateLayout.Slab slab : estate.layout.slabs()) {
      int storeys = selfBuilt ? dice.between(2, 5) : profile.storeys();
      double floor = slab.footprint().getArea();
      int perFloor = Math.max(1, (int) Math.round(floor / profile.areaPerHousehold()));
      int households = selfBuilt ? 1 : perFloor * storeys;
      estate.buildings.add(
          building(
              estate,
              slab.footprint(),
              number++ + "幢",
              BuildingUse.RESIDENTIAL,
              storeys,
              dice.chance(0.04) ? null : (Integer) households,
              selfBuilt
                  ? BalconyRiser.UNKNOWN
                  : dice.oneOf(BalconyRiser.SEWAGE, BalconyRiser.NONE)));
    }
    if (profile.year() < 1998 && !selfBuilt) {
      addSheds(estate);
    }
  }

  /** Woodsheds (柴火间) between the slabs, at their northern end. */
  private void addSheds(Estate estate) {
    for (EstateLayout.Slab slab : estate.layout.slabs()) {
      if (!dice.chance(0.16)) {
        continue;
      }
      double length = dice.between(5.0, 12.0);
      Coordinate corner = estate.layout.toWorld(slab.x0() + 2, slab.y1() + 3.2);
      var shed = Shapes.rectangle(corner, estate.layout.angle(), 0, 0, length, 2.8);
      boolean free =
          estate.lot.polygon().contains(shed)
              && estate.buildings.stream()
                  .noneMatch(b -> b.geometry() != null && b.geometry().intersects(shed));
      if (free) {
        estate.buildings.add(
            building(estate, shed, "柴火间", BuildingUse.SHED, 1, null, BalconyRiser.NONE));
      }
    }
  }

  private Building building(
      Estate estate,
      Polygon footprint,
      String number,
      BuildingUse use,
      int storeys,
      @Nullable Integer households,
      BalconyRiser riser) {
    OriginType origin =
        estate.role == Role.SELF_BUILT ? OriginType.SELF_BUILT : estate.profile.origin();
    return new Building(
        ids.next("B"),
        footprint,
        ids.provenance(),
        estate.communityId,
        number,
        use,
        origin,
        storeys,
        households,
        dice.chance(0.1) ? null : (Integer) estate.profile.year(),
        riser);
  }

  /** Takes the road below the lot, or the one above it for lots in the upper half of a block. */
  private void address(Estate estate) {
    Block block = estate.lot.block();
    double[] middle = estate.lot.middle();
    BlockRow row = block.row();
    double share =
        (middle[1] - row.lowAt(middle[0])) / (row.highAt(middle[0]) - row.lowAt(middle[0]));
    LongRoad road = share > 0.55 || row.low() == null ? row.high() : row.low();
    if (road == null) {
      road = row.low();
    }
    boolean odd = road != null && road != row.low();
    estate.road = road == null ? "" : road.name();
    int number = 2 * (int) ((middle[0] - plan.start) / 14) + (odd ? 1 : 2);
    Set<Integer> taken = doors.computeIfAbsent(estate.road, r -> new HashSet<>());
    while (!taken.add(number)) {
      number += 2;
    }
    estate.houseNumber = String.format(Locale.ROOT, "%d号", number);
  }

  /** Names the estates: neighbours in a block are often phases of one, a few names are planted. */
  void name(List<Estate> estates) {
    Map<Block, List<Estate>> byBlock = new LinkedHashMap<>();
    for (Estate estate : estates) {
      byBlock.computeIfAbsent(estate.lot.block(), b -> new ArrayList<>()).add(estate);
    }
    PlantedNames.give(estates, names);
    for (List<Estate> neighbours : byBlock.values()) {
      List<Estate> nameless =
          neighbours.stream().filter(e -> e.name.isEmpty() && e.role != Role.SELF_BUILT).toList();
      boolean phases =
          nameless.size() >= 2
              && nameless.size() <= 4
              && dice.chance(0.3)
              && nameless.stream().noneMatch(e -> e.role == Role.UNREGISTERED)
              && nameless.stream().map(e -> e.locality.street()).distinct().count() == 1;
      if (phases) {
        Estate first = nameless.get(0);
        String base = names.estate(first.locality.street(), first.profile.year(), false);
        for (int i = 0; i < nameless.size(); i++) {
          Estate estate = nameless.get(i);
          estate.phase = "一二三四".charAt(i) + "期";
          estate.name = base + estate.phase;
          estate.aliases = List.of(base + (i + 1) + "期");
          names.take(estate.locality.street(), estate.name);
        }
      }
    }
    for (Estate estate : estates) {
      if (estate.name.isEmpty()) {
        nameAlone(estate);
      }
    }
  }

  private void nameAlone(Estate estate) {
    String street = estate.locality.street();
    if (estate.role == Role.SELF_BUILT) {
      estate.name = names.estate(street, 1980, false) + "自建房";
      return;
    }
    boolean unitOwned = estate.profile.origin() == OriginType.UNIT_OWNED;
    estate.name = names.estate(street, estate.profile.year(), unitOwned);
    if (dice.chance(0.2)) {
      String door = estate.road + estate.houseNumber;
      estate.aliases = List.of(unitOwned ? door + "院" : door + "小区");
    }
  }
}
