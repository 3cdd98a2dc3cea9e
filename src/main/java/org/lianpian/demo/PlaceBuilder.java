package org.lianpian.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianpian.model.Place;
import org.lianpian.model.PlaceLevel;
import org.lianpian.model.Road;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Writes the gazetteer: estates and phases with other names, roads, house numbers, landmarks. */
final class PlaceBuilder {
  private static final double DOOR_SPACING = 70;

  private final TownPlan plan;
  private final TownData data;
  private final AdminBuilder admin;
  private final Ids ids;

  PlaceBuilder(TownPlan plan, TownData data, AdminBuilder admin, Ids ids) {
    this.plan = plan;
    this.data = data;
    this.admin = admin;
    this.ids = ids;
  }

  void build(List<Estate> estates, Map<String, Set<Integer>> doors) {
    for (Estate estate : estates) {
      place(
          Shapes.point(estate.lot.polygon().getCentroid().getCoordinate()),
          estate.name,
          estate.aliases,
          estate.phase.isEmpty() ? PlaceLevel.ESTATE : PlaceLevel.PHASE,
          estate.locality,
          estate.road,
          estate.houseNumber);
      place(
          Shapes.point(gate(estate)),
          estate.road + estate.houseNumber,
          List.of(),
          PlaceLevel.HOUSE_NUMBER,
          estate.locality,
          estate.road,
          estate.houseNumber);
    }
    roads();
    for (Bank bank : Bank.values()) {
      plan.roads(bank).stream().filter(LongRoad::sewered).forEach(road -> doors(road, doors));
    }
  }

  private Coordinate gate(Estate estate) {
    BlockRow row = estate.lot.block().row();
    double[] b = estate.lot.b();
    boolean low = row.low() != null && row.low().name().equals(estate.road);
    double[] a = estate.lot.a();
    double across = (a[0] + a[1] + a[2] + a[3]) / 4;
    double edge = low ? Math.max(b[0], b[1]) + 0.01 : Math.min(b[2], b[3]) - 0.01;
    return estate.lot.block().at(across, edge);
  }

  private void roads() {
    Map<String, List<LineString>> byName = new LinkedHashMap<>();
    for (Road road : data.roads) {
      if (road.geometry() instanceof LineString line) {
        byName.computeIfAbsent(road.name(), n -> new ArrayList<>()).add(line);
      }
    }
    byName.forEach(
        (name, lines) ->
            place(
                Shapes.FACTORY.createMultiLineString(lines.toArray(new LineString[0])),
                name,
                List.of(),
                PlaceLevel.ROAD,
                new AdminBuilder.Locality("", "", ""),
                name,
                ""));
  }

  private void doors(LongRoad road, Map<String, Set<Integer>> doors) {
    Set<Integer> taken = doors.computeIfAbsent(road.name(), n -> new HashSet<>());
    for (double u = plan.start + 30; u < plan.end - 30; u += DOOR_SPACING) {
      for (int side = 1; side <= 2; side++) {
        int number = 2 * (int) ((u - plan.start) / 14) + side;
        if (taken.add(number)) {
          double shift = (road.widthMetres() / 2 + 1.5) * (side == 1 ? -1 : 1);
          AdminBuilder.Locality locality = admin.locality(road.bank(), u);
          place(
              Shapes.point(plan.valley.point(road.bank(), u, road.offsetAt(u) + shift)),
              road.name() + number + "号",
              List.of(),
              PlaceLevel.HOUSE_NUMBER,
              locality,
              road.name(),
              number + "号");
        }
      }
    }
  }

  private void place(
      Geometry geometry,
      String name,
      List<String> aliases,
      PlaceLevel level,
      AdminBuilder.Locality locality,
      String road,
      String door) {
    data.places.add(
        new Place(
            ids.next("PL"),
            geometry,
            ids.provenance(),
            name,
            aliases,
            level,
            Ids.DISTRICT_CODE,
            Ids.DISTRICT,
            locality.street(),
            locality.neighbourhood(),
            road,
            door,
            "三明市" + Ids.DISTRICT + locality.street() + road + door));
  }
}
