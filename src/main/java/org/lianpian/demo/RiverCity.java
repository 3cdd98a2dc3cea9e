package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.lianpian.model.Row;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The buildings and rivers of a city of any size and nothing else, to measure the riverside rule.
 *
 * <p>Rivers a kilometre apart wind eastward. Along each bank stand two rows of slabs and L shapes
 * that follow it; the land between is cut into blocks of rows with party walls, courtyards, towers
 * and sheds, each block a community. Planar metres; coordinates are whole millimetres.
 *
 * <pre>
 *   ▭▭ ▭▭   ┌─┐ ▫▫   block
 *   ▭▭ ▭▭   └─┘ ▫▫
 *    ▬▬ ▬▬ └┘ ▬▬     bank row
 *   ~~~~~~ ◌ ~~~~~~~  river with island
 *    ▬▬▬ ▬ └┘ ▬▬
 * </pre>
 */
public final class RiverCity {
  private static final double RIVER_SPACING = 1_000;
  private static final double BLOCK = 110;
  private static final double SQUARE_METRES_PER_BUILDING = 1_700;
  private static final double EAST = 500_000;
  private static final double NORTH = 2_900_000;
  private static final Provenance GENERATED = Provenance.of("generated");

  private final int size;
  private final Dice dice;
  private final List<Meander> rivers = new ArrayList<>();
  private final List<Building> buildings = new ArrayList<>();
  private final List<Community> communities = new ArrayList<>();
  private final List<Watercourse> watercourses = new ArrayList<>();
  private final Row surveyed = new Row(Map.of("position_level", PositionLevel.SURVEYED.name()));
  private String community = "";

  private RiverCity(int size, long seed) {
    this.size = size;
    this.dice = new Dice(seed, 91);
  }

  /**
   * Generates a city; equal arguments give equal features.
   *
   * @param buildings how many buildings, at least 1
   */
  public static RiverCity generate(int buildings, long seed) {
    if (buildings < 1) {
      throw new IllegalArgumentException("buildings must be >= 1, was " + buildings);
    }
    RiverCity city = new RiverCity(buildings, seed);
    city.build();
    return city;
  }

  public List<Building> buildings() {
    return List.copyOf(buildings);
  }

  public List<Community> communities() {
    return List.copyOf(communities);
  }

  public List<Watercourse> watercourses() {
    return List.copyOf(watercourses);
  }

  /** Returns the buildings as scattered ones, each a unit of its own. */
  public List<Building> scatteredBuildings() {
    return buildings.stream()
        .map(one -> building(one.id(), one.geometry(), null, one.use()))
        .toList();
  }

  private void build() {
    double side = Math.sqrt(size * SQUARE_METRES_PER_BUILDING);
    int count = Math.max(1, (int) Math.round(side / RIVER_SPACING));
    for (int i = 0; i < count; i++) {
      rivers.add(new Meander(EAST, NORTH + i * RIVER_SPACING, dice));
    }
    double u = 0;
    for (; buildings.size() < size; u += BLOCK) {
      for (Meander river : rivers) {
        bank(river, u, 1);
        bank(river, u, -1);
        for (double y = -RIVER_SPACING / 2; y < RIVER_SPACING / 2 - BLOCK / 2; y += BLOCK) {
          block(river, u, y);
        }
      }
    }
    for (int i = 0; i < rivers.size(); i++) {
      for (Polygon piece : rivers.get(i).pieces(u)) {
        String id = String.format(Locale.ROOT, "W%05d", watercourses.size());
        watercourses.add(
            new Watercourse(
                id,
                piece,
                GENERATED,
                "河" + (i + 1),
                WatercourseKind.RIVER,
                BankBaseline.WATER_EDGE,
                null,
                true,
                false));
      }
    }
  }

  /** Builds two communities along a bank, one behind the other; side 1 is the left bank. */
  private void bank(Meander river, double u, int side) {
    if (dice.chance(0.9)) { // else a green
      bankRow(river, u, side, 3, dice.between(20.0, 25.0));
    }
    bankRow(river, u, side, 27, dice.between(48.0, 55.0));
  }

  private void bankRow(Meander river, double u, int side, double near, double far) {
    List<Coordinate> parcel = new ArrayList<>();
    List<Coordinate> back = new ArrayList<>();
    for (int i = 0; i <= 4; i++) {
      double at = u + 6 + i * (BLOCK - 12) / 4;
      double bank = river.halfWidth(at);
      parcel.add(river.at(at, side * (bank + near)));
      back.add(0, river.at(at, side * (bank + far)));
    }
    parcel.addAll(back);
    parcel.replaceAll(point -> Shapes.rounded(point.x, point.y));
    found(Shapes.polygon(parcel));
    int slabs = dice.between(2, 4);
    double room = (BLOCK - 14) / slabs;
    for (int i = 0; i < slabs; i++) {
      double at = u + 7 + (i + 0.5) * room;
      double deep = dice.between(7.0, 9.0);
      double halfLength = dice.between(0.3, 0.5) * room;
      double gap = near + deep / 2 + dice.between(0.5, far - near - 1.5 * deep);
      Coordinate place = river.at(at, side * (river.halfWidth(at) + gap));
      double angle = river.angle(at) + dice.between(-0.05, 0.05);
      if (dice.chance(0.85)) {
        boolean corner = dice.chance(0.2);
        add(corner ? ell(place, angle, halfLength, deep) : slab(place, angle, halfLength, deep));
      }
    }
  }

  private void block(Meander river, double u, double y) {
    double middle = river.northing(u + BLOCK / 2);
    double northing = riverBase(river) + y + BLOCK / 2;
    if (Math.abs(northing - middle) < BLOCK + 45 + river.halfWidth(u + BLOCK / 2)) {
      return;
    }
    Coordinate centre = new Coordinate(EAST + u + BLOCK / 2, northing);
    double angle = dice.between(-0.08, 0.08);
    found(Shapes.rectangle(centre, angle, -46, -46, 46, 46));
    switch (dice.between(0, 3)) {
      case 0 -> rows(centre, angle);
      case 1 -> courtyard(centre, angle);
      case 2 -> towers(centre, angle);
      default -> shapes(centre, angle);
    }
    add(Shapes.rectangle(centre, angle, 42, 42, 46, 46), BuildingUse.SHED);
  }

  private double riverBase(Meander river) {
    return NORTH + rivers.indexOf(river) * RIVER_SPACING;
  }

  /** Slabs in rows, each of two houses with a party wall. */
  private void rows(Coordinate centre, double angle) {
    for (int row = 0; row < 4; row++) {
      double y = -40 + row * 23;
      double wall = dice.between(-12.0, 12.0);
      add(Shapes.rectangle(centre, angle, -40, y, wall, y + 11));
      add(Shapes.rectangle(centre, angle, wall, y, 38, y + 11));
    }
  }

  private void courtyard(Coordinate centre, double angle) {
    List<Coordinate> ring = new ArrayList<>();
    List<Coordinate> court = new ArrayList<>();
    double[][] corners = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    for (double[] corner : corners) {
      ring.add(Shapes.turned(centre, angle, 30 * corner[0], 30 * corner[1]));
      court.add(Shapes.turned(centre, angle, 18 * corner[0], 18 * corner[1]));
    }
    add(Shapes.polygon(ring, List.of(court)));
    for (int i = 0; i < 4; i++) {
      double x = -40 + i * 21;
      add(Shapes.rectangle(centre, angle, x, -44, x + 16, -33));
      add(Shapes.rectangle(centre, angle, x, 33, x + 16, 41), BuildingUse.NON_RESIDENTIAL);
    }
  }

  private void towers(Coordinate centre, double angle) {
    for (int i = 0; i < 9; i++) {
      double x = -38 + i % 3 * 29 + dice.between(0.0, 4.0);
      double y = -38 + i / 3 * 29 + dice.between(0.0, 4.0);
      double wide = dice.between(14.0, 20.0);
      add(Shapes.rectangle(centre, angle, x, y, x + wide, y + wide));
    }
  }

  private void shapes(Coordinate centre, double angle) {
    for (int i = 0; i < 4; i++) {
      Coordinate place =
          Shapes.turned(centre, angle, -22 + i % 2 * 44, -22 + Math.floorDiv(i, 2) * 44);
      double turned = angle + dice.between(0, 3) * Math.PI / 2;
      add(ell(place, turned, 17, 12));
    }
    add(Shapes.rectangle(centre, angle, -6, -6, 6, 6));
  }

  private static Polygon slab(Coordinate centre, double angle, double halfLength, double depth) {
    return Shapes.rectangle(centre, angle, -halfLength, -depth / 2, halfLength, depth / 2);
  }

  private static Polygon ell(Coordinate centre, double angle, double halfLength, double depth) {
    double[][] corners = {
      {-halfLength, -depth / 2},
      {halfLength, -depth / 2},
      {halfLength, depth},
      {halfLength - depth, depth},
      {halfLength - depth, depth / 2},
      {-halfLength, depth / 2}
    };
    List<Coordinate> ring = new ArrayList<>();
    for (double[] corner : corners) {
      ring.add(Shapes.turned(centre, angle, corner[0], corner[1]));
    }
    return Shapes.polygon(ring);
  }

  /** Founds the community to which the next buildings belong. */
  private void found(Polygon parcel) {
    if (buildings.size() < size) {
      community = String.format(Locale.ROOT, "P%06d", communities.size());
      communities.add(Community.TYPE.create(community, parcel, GENERATED, surveyed));
    }
  }

  private void add(Polygon footprint) {
    add(footprint, BuildingUse.RESIDENTIAL);
  }

  private void add(Polygon footprint, BuildingUse use) {
    if (buildings.size() < size) {
      String id = String.format(Locale.ROOT, "B%07d", buildings.size());
      buildings.add(building(id, footprint, community, use));
    }
  }

  private static Building building(
      String id, @Nullable Geometry footprint, @Nullable String community, BuildingUse use) {
    return new Building(
        id,
        footprint,
        GENERATED,
        community,
        "",
        use,
        OriginType.UNKNOWN,
        null,
        null,
        null,
        BalconyRiser.UNKNOWN);
  }
}
