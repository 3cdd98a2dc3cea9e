package org.lianpian.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Divides a town into the eight sub-districts and nineteen neighbourhoods of SY-A.
 *
 * <p>Their codes are internal (prefix {@code X}): nobody verified statistical codes. The outlines
 * are invented.
 */
final class AdminBuilder {
  private static final double[] NORTH_SHARES = {0, 0.17, 0.42, 0.78, 1};
  private static final double[] SOUTH_SHARES = {0, 0.19, 0.45, 0.76, 1};
  private static final double SPACING = 60;
  private static final LocalDate MERGED_ON = LocalDate.of(2021, 1, 1);

  private final TownPlan plan;
  private final Names names;

  AdminBuilder(TownPlan plan, Names names) {
    this.plan = plan;
    this.names = names;
  }

  /** Where a plan position lies, with the district it belonged to before 2021. */
  record Locality(String street, String neighbourhood, String formerDistrict) {}

  Locality locality(Bank bank, double u) {
    double share = (u - plan.start) / plan.length();
    double[] shares = shares(bank);
    int i = 0;
    while (i < 3 && share >= shares[i + 1]) {
      i++;
    }
    String plain = streets(bank).get(i);
    List<String> parts = neighbourhoods(plain);
    double within = (share - shares[i]) / (shares[i + 1] - shares[i]);
    int part = Math.max(0, Math.min(parts.size() - 1, (int) (within * parts.size())));
    return new Locality(
        names.street(plain), names.neighbourhood(parts.get(part)), formerDistrict(plain));
  }

  void build(TownData data, Ids ids) {
    for (Bank bank : Bank.values()) {
      double[] shares = shares(bank);
      for (int i = 0; i < 4; i++) {
        String plain = streets(bank).get(i);
        String code = ids.next("X" + Ids.DISTRICT_CODE + "-");
        double west = plan.start + shares[i] * plan.length();
        double east = plan.start + shares[i + 1] * plan.length();
        data.adminUnits.add(
            unit(
                code,
                strip(bank, west, east),
                ids,
                code,
                names.street(plain),
                AdminLevel.STREET,
                Ids.DISTRICT_CODE,
                null,
                null,
                List.of()));
        List<String> parts = neighbourhoods(plain);
        for (int k = 0; k < parts.size(); k++) {
          double from = west + (east - west) * k / parts.size();
          double to = west + (east - west) * (k + 1) / parts.size();
          String partCode = String.format(Locale.ROOT, "%s-%02d", code, k + 1);
          data.adminUnits.add(
              unit(
                  partCode,
                  strip(bank, from, to),
                  ids,
                  partCode,
                  names.neighbourhood(parts.get(k)),
                  AdminLevel.NEIGHBOURHOOD,
                  code,
                  null,
                  null,
                  List.of()));
        }
      }
    }
  }

  /** Adds the district over all towns, and the two districts that it replaced in 2021. */
  static void district(TownData data, Ids ids, DemoParameters parameters) {
    List<Polygon> boxes = new ArrayList<>();
    double length = parameters.longestValley() * parameters.townLength();
    Valley first = new Valley(parameters.seed(), 0, parameters.townLength());
    Valley last = new Valley(parameters.seed(), parameters.valleys() - 1, parameters.townLength());
    double south = first.point(Bank.SOUTH, 0, 0).y - 1250;
    double north = last.point(Bank.NORTH, 0, 0).y + 1250;
    double west = first.point(Bank.SOUTH, 0, 0).x - 150;
    double east = west + length + 300;
    boxes.add(box(west, south, east, north));
    data.adminUnits.add(
        unit(
            "AD-350404",
            boxes.get(0),
            ids,
            Ids.DISTRICT_CODE,
            Ids.DISTRICT,
            AdminLevel.DISTRICT,
            "350400",
            MERGED_ON,
            null,
            List.of()));
    double middle = first.fromMiddle(0, 0).y;
    data.adminUnits.add(former(ids, "350402", "梅列区", box(west, middle, east, north)));
    data.adminUnits.add(former(ids, "350403", "三元区", box(west, south, east, middle)));
  }

  private static AdminUnit former(Ids ids, String code, String name, Polygon polygon) {
    return unit(
        "AD-" + code,
        polygon,
        ids,
        code,
        name,
        AdminLevel.DISTRICT,
        "350400",
        null,
        MERGED_ON.minusDays(1),
        List.of(Ids.DISTRICT_CODE));
  }

  private static Polygon box(double west, double south, double east, double north) {
    return Shapes.polygon(
        List.of(
            Shapes.rounded(west, south),
            Shapes.rounded(east, south),
            Shapes.rounded(east, north),
            Shapes.rounded(west, north)));
  }

  private Polygon strip(Bank bank, double west, double east) {
    List<Coordinate> ring = new ArrayList<>();
    int along = Math.max(1, (int) Math.ceil((east - west) / SPACING));
    int up = (int) Math.ceil(Valley.HILL_OFFSET / SPACING);
    for (int i = 0; i < along; i++) {
      ring.add(plan.valley.fromMiddle(west + (east - west) * i / along, 0));
    }
    ring.add(plan.valley.fromMiddle(east, 0));
    for (int i = 0; i < up; i++) {
      ring.add(plan.valley.point(bank, east, Valley.HILL_OFFSET * i / up));
    }
    for (int i = along; i > 0; i--) {
      double u = west + (east - west) * i / along;
      ring.add(plan.valley.point(bank, u, Valley.HILL_OFFSET));
    }
    for (int i = up; i >= 0; i--) {
      ring.add(plan.valley.point(bank, west, Valley.HILL_OFFSET * i / up));
    }
    return Shapes.polygon(ring);
  }

  private static double[] shares(Bank bank) {
    return bank == Bank.NORTH ? NORTH_SHARES : SOUTH_SHARES;
  }

  private static List<String> streets(Bank bank) {
    return bank == Bank.NORTH ? Names.NORTH_STREETS : Names.SOUTH_STREETS;
  }

  private static List<String> neighbourhoods(String street) {
    return Names.NEIGHBOURHOODS.getOrDefault(street, List.of());
  }

  private static String formerDistrict(String street) {
    return List.of("列东街道", "列西街道", "徐碧街道").contains(street) ? "梅列区" : "三元区";
  }

  private static AdminUnit unit(
      String id,
      Polygon polygon,
      Ids ids,
      String code,
      String name,
      AdminLevel level,
      String parent,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<String> successors) {
    return new AdminUnit(
        id, polygon, ids.provenance(), code, name, level, parent, from, to, successors);
  }
}
