package org.lianpian.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.Crs;
import org.lianpian.geo.Datum;
import org.lianpian.geo.DatumDetector;
import org.lianpian.geo.LonLat;
import org.lianpian.geo.Reprojector;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.ingest.source.RowIssue;
import org.lianpian.ingest.source.SourceFeature;
import org.lianpian.ingest.value.Severity;
import org.lianpian.ingest.value.Texts;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.FeatureType;
import org.lianpian.model.Place;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Checks rows against what a dataset already knows: whether a community lies in the district and
 * sub-district that its row names (B-29), whether its division code is out of use (B-15), and
 * whether the positions of a table fit the known places only on a shifted datum (B-25). Warns and
 * proposes; moves nothing.
 */
final class StoreChecks {
  private static final int FEWEST_PAIRS = 5;
  private static final int MOST_PAIRS = 2_000;

  /** Beyond this the same names stand for other places, and say nothing about the datum. */
  private static final double LARGEST_RESIDUAL_METRES = 300;

  private final FeatureStore store;
  private final SpatialIndex<AdminUnit> areas;
  private final Map<String, AdminUnit> ended = new HashMap<>();
  private @Nullable Map<String, LonLat> known;

  StoreChecks(FeatureStore store) {
    this.store = store;
    List<AdminUnit> units = store.list(AdminUnit.TYPE);
    this.areas =
        SpatialIndex.of(
            units.stream().filter(unit -> unit.geometry() != null).toList(), StoreChecks::geometry);
    Set<String> current = new HashSet<>();
    for (AdminUnit unit : units) {
      if (unit.validTo() == null) {
        current.add(unit.code());
      }
    }
    for (AdminUnit unit : units) {
      if (unit.validTo() != null && !current.contains(unit.code())) {
        ended.put(unit.code(), unit);
      }
    }
  }

  /** Checks one feature that passed. */
  void check(LayerPlan<?> plan, SourceFeature source, Feature feature, Consumer<RowIssue> issues) {
    if (!(feature instanceof Community community)) {
      return;
    }
    AdminUnit old = ended.get(community.adcode());
    if (old != null) {
      String successors = String.join("、", old.successors());
      issues.accept(
          issue(
              "division.obsolete",
              plan,
              source,
              "区划代码 " + old.code() + "（" + old.name() + "）已停用，现为 " + successors,
              "division code " + old.code() + " is out of use; now " + successors));
    }
    Geometry geometry = community.geometry();
    if (geometry != null && !geometry.isEmpty()) {
      Point inside = geometry.getInteriorPoint();
      compare(plan, source, inside, AdminLevel.DISTRICT, community.district(), issues);
      compare(plan, source, inside, AdminLevel.STREET, community.street(), issues);
    }
  }

  private void compare(
      LayerPlan<?> plan,
      SourceFeature source,
      Point inside,
      AdminLevel level,
      String stated,
      Consumer<RowIssue> issues) {
    if (stated.isEmpty()) {
      return;
    }
    List<String> found =
        areas.find(inside.getEnvelopeInternal()).stream()
            .filter(unit -> unit.level() == level && geometry(unit).intersects(inside))
            .map(AdminUnit::name)
            .toList();
    if (!found.isEmpty() && found.stream().noneMatch(name -> sameDivision(name, stated))) {
      String lies = String.join("、", found);
      issues.accept(
          issue(
              level == AdminLevel.DISTRICT ? "position.other-district" : "position.other-street",
              plan,
              source,
              "位置在" + lies + "，表中写" + stated + "，请核对",
              "lies in " + lies + " but the row says " + stated + "; please check"));
    }
  }

  private static boolean sameDivision(String one, String other) {
    String a = bare(one);
    String b = bare(other);
    return a.equals(b) || a.contains(b) || b.contains(a);
  }

  private static String bare(String name) {
    return Texts.nameKey(name).replaceAll("(街道办事处|街道办|街道|新区|区|县|市|镇|乡)$", "");
  }

  /** Proposes a datum for a table that states none, when the known places fit one far better. */
  @Nullable RowIssue proposeDatum(LayerPlan<?> plan, ImportOptions options) {
    FeatureType<?> type = plan.type();
    boolean stated = options.of(plan.layer().name()).datum() != null;
    CoordinateColumns columns = CoordinateColumns.of(plan.mappings());
    if (stated || !columns.isPresent() || (type != Community.TYPE && type != Place.TYPE)) {
      return null;
    }
    List<DatumDetector.Pair> pairs = pairs(plan, columns);
    if (pairs.size() < FEWEST_PAIRS) {
      return null;
    }
    DatumDetector.Finding finding = DatumDetector.detect(pairs);
    double residual = finding.residualMetres().getOrDefault(finding.best(), Double.MAX_VALUE);
    if (finding.best() == Datum.CGCS2000
        || !finding.clear()
        || residual > LARGEST_RESIDUAL_METRES) {
      return null;
    }
    String layer = plan.layer().name();
    return RowIssue.ofLayer(
        "datum.suspected",
        Severity.PROPOSAL,
        layer,
        layer + "：与 " + pairs.size() + " 个已知位置比较，坐标疑为" + finding.best().zh() + "，指定基准后才会换算",
        layer
            + ": compared with "
            + pairs.size()
            + " known places, the positions seem to be "
            + finding.best().en()
            + "; they are converted only when that is stated",
        finding.best().name());
  }

  private List<DatumDetector.Pair> pairs(LayerPlan<?> plan, CoordinateColumns columns) {
    ColumnMapping name = LayerPlan.byProperty(plan.mappings()).get("name");
    List<DatumDetector.Pair> pairs = new ArrayList<>();
    if (name == null) {
      return pairs;
    }
    Map<String, LonLat> places = known();
    try (Stream<SourceFeature> rows = plan.layer().features()) {
      rows.filter(plan::keeps)
          .takeWhile(row -> pairs.size() < MOST_PAIRS)
          .forEach(
              row -> {
                LonLat place = places.get(Texts.nameKey(row.text(name.column().name())));
                LonLat written = written(plan, columns, row);
                if (place != null && written != null) {
                  pairs.add(new DatumDetector.Pair(written, place));
                }
              });
    }
    return pairs;
  }

  private static @Nullable LonLat written(
      LayerPlan<?> plan, CoordinateColumns columns, SourceFeature row) {
    CoordinatePlan.Reading reading = plan.coordinates().reading(row.row());
    CoordinateColumns.Pair pair = columns.read(row);
    Double first = pair.first();
    Double second = pair.second();
    if (reading == null || !reading.crs().isGeographic() || first == null || second == null) {
      return null;
    }
    double longitude = reading.swap() ? second : first;
    double latitude = reading.swap() ? first : second;
    return Math.abs(longitude) > 180 || Math.abs(latitude) > 90
        ? null
        : new LonLat(longitude, latitude);
  }

  /** Returns the places whose name occurs once. */
  private Map<String, LonLat> known() {
    if (known == null) {
      Map<String, LonLat> places = new HashMap<>();
      Set<String> twice = new HashSet<>();
      Reprojector toDegrees = Reprojector.between(store.dataset().crs(), Crs.CGCS2000);
      addPlaces(Community.TYPE, Community::name, toDegrees, places, twice);
      addPlaces(Place.TYPE, Place::name, toDegrees, places, twice);
      twice.forEach(places::remove);
      known = places;
    }
    return known;
  }

  private <T extends Feature> void addPlaces(
      FeatureType<T> type,
      java.util.function.Function<T, String> name,
      Reprojector toDegrees,
      Map<String, LonLat> places,
      Set<String> twice) {
    try (Stream<T> features = store.stream(type)) {
      features.forEach(
          feature -> {
            Geometry geometry = feature.geometry();
            String key = Texts.nameKey(name.apply(feature));
            if (geometry != null && !key.isEmpty()) {
              LonLat position =
                  LonLat.of(toDegrees.apply(geometry.getInteriorPoint().getCoordinate()));
              if (places.put(key, position) != null) {
                twice.add(key);
              }
            }
          });
    }
  }

  private static RowIssue issue(
      String code, LayerPlan<?> plan, SourceFeature source, String zh, String en) {
    return RowIssue.ofRow(
        code,
        Severity.WARNING,
        source,
        plan.layer().name(),
        source.locator() + "：" + zh,
        source.locator() + ": " + en);
  }

  private static Geometry geometry(AdminUnit unit) {
    Geometry geometry = unit.geometry();
    if (geometry == null) {
      throw new IllegalArgumentException("Unit " + unit.id() + " has no geometry");
    }
    return geometry;
  }
}
