package org.lianpian.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Checks rows against what a dataset already knows: whether a community lies in the district and
 * sub-district that its row names (B-29), and whether its division code is out of use (B-15).
 * Warns; moves nothing.
 */
final class StoreChecks {
  private final SpatialIndex<AdminUnit> areas;
  private final Map<String, AdminUnit> ended = new HashMap<>();

  StoreChecks(FeatureStore store) {
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
