package org.lianpian.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Finds out what two columns of coordinates mean, knowing only where they should lie, and proposes;
 * it never changes a number (B-20 to B-24, B-26 to B-28).
 *
 * <p>Every row is read in each possible way (order of axes, zone, prefix); the reading that falls
 * into the expected region is kept. Rows are then grouped by reading. Findings come in a fixed
 * order and do not depend on the order of rows. Cost: one or a few projections per row. Immutable
 * and thread-safe.
 */
public final class CoordinateInspector {

  /** How far beyond the region a point may lie before it is asked about (B-23). */
  static final double MARGIN_METRES = 30_000;

  private static final double METRES_PER_DEGREE = 111_320;

  private final Envelope region;
  private final MetricCrs expected;
  private final Map<Crs, Reprojector> toDegrees = new LinkedHashMap<>();

  /**
   * @param region box of the jurisdiction in degrees, x = longitude
   * @param expected the profile's metric CRS ({@code crs.metric})
   * @throws IllegalArgumentException when the region is empty or no part of China's zones, or the
   *     CRS is no CGCS2000 Gauss-Krüger system
   */
  public CoordinateInspector(Envelope region, Crs expected) {
    if (region.isNull() || region.getMinX() < 73 || region.getMaxX() > 137) {
      throw new IllegalArgumentException(
          "region must be a box of longitudes 73..137 and latitudes, was " + region);
    }
    this.expected =
        MetricCrs.of(expected)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected must be a CGCS2000 Gauss-Krüger CRS, was " + expected));
    this.region = new Envelope(region);
    this.region.expandBy(
        MARGIN_METRES / METRES_PER_DEGREE / Math.cos(Math.toRadians(region.centre().y)),
        MARGIN_METRES / METRES_PER_DEGREE);
    for (MetricCrs system : possibleSystems(this.region)) {
      toDegrees.put(system.crs(), Reprojector.between(system.crs(), Crs.CGCS2000));
    }
  }

  /** Returns all findings; none when the rows read as longitude and latitude, or in the CRS. */
  public List<CoordinateProposal> inspect(List<CoordinateRow> rows) {
    List<CoordinateRow> usable = new ArrayList<>();
    List<CoordinateProposal> found = new ArrayList<>(new PlaceholderCheck().inspect(rows, usable));
    Map<CoordinateReading, List<CoordinateRow>> groups =
        new TreeMap<>(
            Comparator.comparingInt((CoordinateReading reading) -> reading.crs().epsg())
                .thenComparing(CoordinateReading::swapped));
    List<CoordinateRow> lost = new ArrayList<>();
    for (CoordinateRow row : usable) {
      CoordinateReading reading = read(row);
      if (reading == null) {
        lost.add(row);
      } else {
        groups.computeIfAbsent(reading, key -> new ArrayList<>()).add(row);
      }
    }
    groups.forEach((reading, members) -> explain(reading, members, usable.size(), found));
    if (groups.size() > 1) {
      found.add(mixed(groups));
    }
    if (!lost.isEmpty()) {
      found.add(outOfRegion(lost, usable.size()));
    }
    NumberFormCheck.float32(usable).ifPresent(found::add);
    NumberFormCheck.packedDms(usable, region).ifPresent(found::add);
    return found;
  }

  /** Returns the reading that falls into the region, plain order before swapped, or null. */
  private @Nullable CoordinateReading read(CoordinateRow row) {
    for (boolean swapped : new boolean[] {false, true}) {
      Coordinate pair = pair(row, swapped);
      if (Math.abs(pair.x) <= 180 && Math.abs(pair.y) <= 180) {
        if (region.contains(pair)) {
          return new CoordinateReading(Crs.CGCS2000, swapped);
        }
        continue;
      }
      Optional<Crs> system = projected(pair);
      if (system.isPresent()) {
        return new CoordinateReading(system.get(), swapped);
      }
    }
    return null;
  }

  private Optional<Crs> projected(Coordinate pair) {
    if (pair.x < 0 || pair.y < 0 || pair.y > 10_000_000) {
      return Optional.empty();
    }
    if (pair.x >= 1_000_000) {
      return MetricCrs.withPrefix((int) (pair.x / 1_000_000))
          .map(MetricCrs::crs)
          .filter(crs -> fits(crs, pair));
    }
    if (fits(expected.withoutPrefix().crs(), pair)) {
      return Optional.of(expected.withoutPrefix().crs());
    }
    return toDegrees.keySet().stream()
        .filter(crs -> MetricCrs.of(crs).filter(system -> !system.isZonePrefixed()).isPresent())
        .filter(crs -> fits(crs, pair))
        .findFirst();
  }

  private boolean fits(Crs crs, Coordinate pair) {
    Reprojector reprojector = toDegrees.get(crs);
    return reprojector != null && region.contains(reprojector.apply(pair));
  }

  /** Lists the systems whose meridian is at most 6° from the region; others cannot reach it. */
  private static List<MetricCrs> possibleSystems(Envelope region) {
    List<MetricCrs> systems = new ArrayList<>();
    for (int epsg = 4491; epsg <= 4554; epsg++) {
      MetricCrs.of(new Crs(epsg))
          .filter(system -> system.zoneWidthDegrees() == 3 || system.isZonePrefixed())
          .filter(
              system ->
                  region.getMinX() - 6 <= system.centralMeridian()
                      && system.centralMeridian() <= region.getMaxX() + 6)
          .ifPresent(systems::add);
    }
    return systems;
  }

  private void explain(
      CoordinateReading reading,
      List<CoordinateRow> members,
      int total,
      List<CoordinateProposal> found) {
    String share =
        members.size() == total ? "整列" + total + "行" : members.size() + "/" + total + "行";
    String shareEn = members.size() + " of " + total + " rows";
    if (reading.crs().isGeographic()) {
      if (reading.swapped()) {
        found.add(
            proposal(
                CoordinateProposal.SWAPPED_AXES,
                share + "经纬度次序相反(纬度在前),建议两列互换",
                shareEn + " have latitude first; proposed: swap the two columns",
                reading,
                members,
                total));
      }
      return;
    }
    if (reading.swapped()) {
      found.add(
          proposal(
              CoordinateProposal.NORTH_FIRST,
              share + "第一列为北坐标(测量X为北),建议按 Y、X 次序读取",
              shareEn + " have the northing first (surveyors' X is north); proposed: swap",
              reading,
              members,
              total));
    }
    explainZone(reading, members, total, share, shareEn, found);
  }

  private void explainZone(
      CoordinateReading reading,
      List<CoordinateRow> members,
      int total,
      String share,
      String shareEn,
      List<CoordinateProposal> found) {
    MetricCrs system = MetricCrs.of(reading.crs()).orElseThrow();
    boolean sameMeridian = system.centralMeridian() == expected.centralMeridian();
    String against =
        sameMeridian ? "与方案的中央经线一致" : "与方案的中央经线" + expected.centralMeridian() + "°E不同,请确认";
    String againstEn =
        sameMeridian
            ? "same central meridian as the profile"
            : "the profile has central meridian "
                + expected.centralMeridian()
                + "E, please confirm";
    if (system.isZonePrefixed()) {
      found.add(
          proposal(
              CoordinateProposal.ZONE_PREFIX,
              share + "东坐标带" + system.prefix() + "带号,建议按 " + system.zh() + " 读取," + against,
              shareEn
                  + " have zone number "
                  + system.prefix()
                  + " in front of the easting; proposed: read as "
                  + system.en()
                  + "; "
                  + againstEn,
              reading,
              members,
              total));
    } else if (!sameMeridian) {
      found.add(
          proposal(
              CoordinateProposal.ZONE_GUESS,
              share + "东坐标无带号,按方案坐标系落在辖区外30公里以上,按 " + system.zh() + " 落在辖区内," + against,
              shareEn
                  + " have eastings without zone number that fall over 30 km outside the region in"
                  + " the profile's CRS, but inside it in "
                  + system.en()
                  + "; "
                  + againstEn,
              reading,
              members,
              total));
    }
  }

  private static CoordinateProposal mixed(Map<CoordinateReading, List<CoordinateRow>> groups) {
    StringBuilder zh = new StringBuilder("同一列混有不同坐标系: ");
    StringBuilder en = new StringBuilder("One column holds different systems: ");
    List<Integer> affected = new ArrayList<>();
    String separator = "";
    for (Map.Entry<CoordinateReading, List<CoordinateRow>> group : groups.entrySet()) {
      zh.append(separator).append(group.getKey().zh()).append(' ');
      zh.append(group.getValue().size()).append("行");
      en.append(separator).append(group.getKey().en()).append(": ");
      en.append(group.getValue().size()).append(" rows");
      group.getValue().forEach(row -> affected.add(row.row()));
      separator = "; ";
    }
    return new CoordinateProposal(
        CoordinateProposal.MIXED_SYSTEMS,
        zh + ",请分组确认",
        en + "; confirm each group",
        affected,
        true,
        false,
        null,
        null);
  }

  private CoordinateProposal outOfRegion(List<CoordinateRow> lost, int total) {
    return new CoordinateProposal(
        CoordinateProposal.OUT_OF_REGION,
        lost.size() + "/" + total + "行按任何已知读法都不在辖区30公里范围内,请说明坐标系",
        lost.size()
            + " of "
            + total
            + " rows lie over 30 km outside the region however they are read; state their CRS",
        lost.stream().map(CoordinateRow::row).toList(),
        lost.size() == total,
        false,
        null,
        null);
  }

  private static CoordinateProposal proposal(
      String code,
      String zh,
      String en,
      CoordinateReading reading,
      List<CoordinateRow> members,
      int total) {
    return new CoordinateProposal(
        code,
        zh,
        en,
        members.stream().map(CoordinateRow::row).toList(),
        members.size() == total,
        reading.swapped(),
        reading.crs(),
        null);
  }

  private static Coordinate pair(CoordinateRow row, boolean swapped) {
    double first = PlaceholderCheck.usable(row.first());
    double second = PlaceholderCheck.usable(row.second());
    return swapped ? new Coordinate(second, first) : new Coordinate(first, second);
  }
}
