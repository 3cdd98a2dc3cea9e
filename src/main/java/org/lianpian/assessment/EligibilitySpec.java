package org.lianpian.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.BuiltPrecision;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionKind;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.Labelled;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Verdict;
import org.lianpian.model.Willingness;
import org.lianpian.policy.PolicyProfile;
import org.lianpian.policy.SpecEvaluator;
import org.lianpian.policy.SpecFacts;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Runs the worked cases of 范围认定 that stand beside the profiles.
 *
 * <p>The community of a case is a square of 100 m; a zone overlaps its western part by the share
 * that the case gives; a building stands in the middle, or at the western edge.
 */
public final class EligibilitySpec implements SpecEvaluator {
  /** The name that cases give this rule. */
  public static final String NAME = "范围认定";

  private static final double SIDE = 100;

  private final GeometryFactory geometries = new GeometryFactory();

  /** Returns this rule under its name, for {@link org.lianpian.policy.PolicyVerifier}. */
  public static Map<String, SpecEvaluator> evaluators() {
    return Map.of(NAME, new EligibilitySpec());
  }

  @Override
  public Map<String, @Nullable Object> evaluate(
      PolicyProfile profile, LocalDate on, SpecFacts given) {
    Verdict verdict =
        new EligibilityAssessor(profile, on)
            .assess(community(given), buildings(given), zones(given));
    List<String> reasons = new ArrayList<>();
    if (verdict.evidence().get("reasons") instanceof List<?> all) {
      for (Object item : all) {
        if (item instanceof Map<?, ?> reason && !"PASS".equals(reason.get("effect"))) {
          reasons.add(EligibilityReason.valueOf(String.valueOf(reason.get("code"))).zh());
        }
      }
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("结论", EligibilityStatus.valueOf(verdict.code()).zh());
    result.put("理由", reasons);
    return result;
  }

  private Community community(SpecFacts given) {
    boolean located = !"未定位".equals(given.text("位置"));
    return new Community(
        "算例",
        located ? box(0, 0, SIDE, SIDE) : null,
        Provenance.of("算例"),
        "算例小区",
        List.of(),
        "",
        "",
        "",
        "",
        "",
        PositionLevel.UNKNOWN,
        0,
        period(given),
        null,
        null,
        null,
        code(OriginType.class, given.text("来源类型"), OriginType.UNKNOWN),
        "",
        null,
        code(StructuralGrade.class, given.text("房屋安全等级"), StructuralGrade.UNKNOWN),
        code(FacilityCondition.class, given.text("设施状况"), FacilityCondition.UNKNOWN),
        code(Willingness.class, given.text("改造意愿"), Willingness.UNKNOWN),
        given.flag("城镇范围内"),
        integer(given.whole("已改造年份")),
        given.date("验收日期"),
        "");
  }

  private static BuildPeriod period(SpecFacts given) {
    Integer year = integer(given.whole("建成年份"));
    if (year != null) {
      return BuildPeriod.ofYear(year);
    }
    Integer from = integer(given.whole("建成年份起"));
    Integer to = integer(given.whole("建成年份止"));
    return from == null && to == null
        ? BuildPeriod.UNKNOWN
        : new BuildPeriod(from, to, BuiltPrecision.RANGE, "");
  }

  private static @Nullable Integer integer(@Nullable Long number) {
    return number == null ? null : Math.toIntExact(number);
  }

  private List<Building> buildings(SpecFacts given) {
    List<Building> buildings = new ArrayList<>();
    for (SpecFacts facts : given.list("楼栋")) {
      double west = "西边线".equals(facts.text("位置")) ? 0 : SIDE / 2;
      String number = String.valueOf(buildings.size() + 1);
      buildings.add(
          new Building(
              number,
              box(west, SIDE / 2, west + 1, SIDE / 2 + 1),
              Provenance.of("算例"),
              "算例",
              number,
              BuildingUse.RESIDENTIAL,
              code(OriginType.class, facts.text("来源类型"), OriginType.UNKNOWN),
              null,
              null,
              null,
              BalconyRiser.UNKNOWN));
    }
    return buildings;
  }

  private List<ExclusionZone> zones(SpecFacts given) {
    List<ExclusionZone> zones = new ArrayList<>();
    for (SpecFacts facts : given.list("排除范围")) {
      double east = SIDE * Double.parseDouble(facts.requireText("重叠比例"));
      zones.add(
          new ExclusionZone(
              String.valueOf(zones.size() + 1),
              box(-SIDE, 0, east, SIDE),
              Provenance.of("算例"),
              "",
              code(ExclusionKind.class, facts.requireText("类型"), ExclusionKind.RURAL),
              ""));
    }
    return zones;
  }

  private Geometry box(double west, double south, double east, double north) {
    return geometries.toGeometry(new Envelope(west, east, south, north));
  }

  /** Finds the code with a Chinese label; an unknown label is the case's mistake. */
  private static <E extends Enum<E> & Labelled> E code(
      Class<E> codes, @Nullable String label, E whenAbsent) {
    if (label == null) {
      return whenAbsent;
    }
    for (E code : codes.getEnumConstants()) {
      if (code.zh().equals(label)) {
        return code;
      }
    }
    throw new IllegalArgumentException("没有“" + label + "”这个" + codes.getSimpleName());
  }
}
