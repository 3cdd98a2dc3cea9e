package org.lianpian.region;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;

/**
 * The rules of packaging (U-7 to U-12), from a profile or as the planner tries them (US-P07).
 *
 * @param maxGapMetres largest gap between neighbours, inclusive; 0 to 500
 * @param smallHouseholds a community with fewer is small (U-8)
 * @param minHouseholds fewest in a package, or null for no minimum
 * @param maxHouseholds most in a package
 * @param maxDiameterMetres largest distance between any two points of a package
 * @param barriers the kinds that separate
 * @param minBarrierAreaSquareMetres smaller water polygons do not separate; 0 for none
 * @param scatteredMaxBuildings a community with no more buildings is scattered (U-9)
 * @param goal which of two feasible plans is the better
 */
public record PackagingParameters(
    double maxGapMetres,
    int smallHouseholds,
    @Nullable Integer minHouseholds,
    int maxHouseholds,
    double maxDiameterMetres,
    Set<BarrierKind> barriers,
    double minBarrierAreaSquareMetres,
    BoundaryRule sameDistrict,
    BoundaryRule sameStreet,
    int scatteredMaxBuildings,
    PackagingMode mode,
    SimilarityWeights weights,
    PackagingGoal goal) {

  /** The most a planner may set the gap to; beyond it nothing is 相邻相近. */
  public static final double GAP_LIMIT_METRES = 500;

  /** The profile keys that these parameters come from, for citations. */
  static final List<String> KEYS =
      List.of(
          "packaging.max_gap",
          "packaging.small_households",
          "packaging.min_households",
          "packaging.max_households",
          "packaging.max_diameter",
          "packaging.barriers",
          "packaging.min_barrier_area",
          "packaging.same_district",
          "packaging.same_street",
          "packaging.scattered_max_buildings",
          "packaging.mode",
          "packaging.duty",
          "packaging.weight_adjacent",
          "packaging.weight_type",
          "packaging.weight_industry",
          "packaging.weight_culture",
          "packaging.size_goal",
          "packaging.target_households",
          "packaging.shape_goal");

  public PackagingParameters {
    barriers = Collections.unmodifiableSet(copyInOrder(barriers));
    require(
        maxGapMetres >= 0 && maxGapMetres <= GAP_LIMIT_METRES,
        "最大间距须在 0 到 500 米之间 / maxGapMetres must be in [0, "
            + GAP_LIMIT_METRES
            + "], was "
            + maxGapMetres);
    require(smallHouseholds >= 1, "smallHouseholds must be >= 1, was " + smallHouseholds);
    require(maxHouseholds >= 1, "最多户数须为正数 / maxHouseholds must be >= 1, was " + maxHouseholds);
    require(
        minHouseholds == null || (minHouseholds >= 0 && minHouseholds <= maxHouseholds),
        "最少户数不得大于最多户数 / minHouseholds must be in [0, maxHouseholds "
            + maxHouseholds
            + "], was "
            + minHouseholds);
    require(
        maxDiameterMetres > 0 && maxDiameterMetres < Double.POSITIVE_INFINITY,
        "最大跨度须为正数 / maxDiameterMetres must be > 0 and finite, was " + maxDiameterMetres);
    require(
        minBarrierAreaSquareMetres >= 0,
        "minBarrierAreaSquareMetres must be >= 0, was " + minBarrierAreaSquareMetres);
    require(
        scatteredMaxBuildings >= 1,
        "scatteredMaxBuildings must be >= 1, was " + scatteredMaxBuildings);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static Set<BarrierKind> copyInOrder(Set<BarrierKind> kinds) {
    Set<BarrierKind> copy = EnumSet.noneOf(BarrierKind.class);
    copy.addAll(kinds);
    return copy;
  }

  /**
   * Reads the parameters that hold on a day.
   *
   * <p>Optional keys: {@code packaging.min_households} (absent: no minimum), {@code
   * packaging.min_barrier_area} (absent: every water polygon counts), {@code
   * packaging.scattered_max_buildings} (absent: single buildings only), {@code packaging.mode}
   * (absent: by gap), {@code packaging.size_goal} (absent: fewest), {@code packaging.shape_goal}
   * (absent: similar).
   *
   * @throws org.lianpian.policy.MissingParameterException when the profile lacks a needed value
   * @throws IllegalArgumentException when a value is out of range or no known code
   */
  public static PackagingParameters from(PolicyProfile profile, LocalDate on) {
    Set<BarrierKind> kinds = EnumSet.noneOf(BarrierKind.class);
    for (String kind : profile.texts("packaging.barriers", on)) {
      kinds.add(code(BarrierKind.class, "packaging.barriers", kind));
    }
    return new PackagingParameters(
        profile.number("packaging.max_gap", on),
        profile.integer("packaging.small_households", on),
        findInteger(profile, "packaging.min_households", on),
        profile.integer("packaging.max_households", on),
        profile.number("packaging.max_diameter", on),
        kinds,
        findNumber(profile, "packaging.min_barrier_area", on),
        code(
            BoundaryRule.class,
            "packaging.same_district",
            profile.text("packaging.same_district", on)),
        code(
            BoundaryRule.class, "packaging.same_street", profile.text("packaging.same_street", on)),
        profile
            .find("packaging.scattered_max_buildings", on)
            .map(PackagingParameters::numberOf)
            .map(Number::intValue)
            .orElse(1),
        find(PackagingMode.class, profile, "packaging.mode", on, PackagingMode.GAP),
        new SimilarityWeights(
            profile.number("packaging.weight_adjacent", on),
            profile.number("packaging.weight_type", on),
            profile.number("packaging.weight_industry", on),
            profile.number("packaging.weight_culture", on)),
        goal(profile, on));
  }

  private static PackagingGoal goal(PolicyProfile profile, LocalDate on) {
    SizeGoal size = find(SizeGoal.class, profile, "packaging.size_goal", on, SizeGoal.FEWEST);
    return new PackagingGoal(
        size,
        size == SizeGoal.TARGET ? profile.integer("packaging.target_households", on) : null,
        find(ShapeGoal.class, profile, "packaging.shape_goal", on, ShapeGoal.SIMILAR));
  }

  private static <E extends Enum<E>> E find(
      Class<E> codes, PolicyProfile profile, String key, LocalDate on, E whenAbsent) {
    return profile
        .find(key, on)
        .map(value -> code(codes, key, String.valueOf(value.value())))
        .orElse(whenAbsent);
  }

  private static Number numberOf(ParameterValue value) {
    if (value.value() instanceof Number number) {
      return number;
    }
    throw new IllegalArgumentException(
        value.citation().parameter() + " must be a number, was " + value.value());
  }

  private static @Nullable Integer findInteger(PolicyProfile profile, String key, LocalDate on) {
    return profile.find(key, on).map(value -> numberOf(value).intValue()).orElse(null);
  }

  private static double findNumber(PolicyProfile profile, String key, LocalDate on) {
    return profile.find(key, on).map(value -> numberOf(value).doubleValue()).orElse(0.0);
  }

  private static <E extends Enum<E>> E code(Class<E> codes, String key, String text) {
    for (E code : codes.getEnumConstants()) {
      if (code.name().equals(text)) {
        return code;
      }
    }
    throw new IllegalArgumentException(
        key + " must be one of " + Arrays.toString(codes.getEnumConstants()) + ", was " + text);
  }

  /** Returns the parameters as a tree of maps and lists that can be kept as JSON. */
  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("maxGapMetres", maxGapMetres);
    tree.put("smallHouseholds", smallHouseholds);
    tree.put("minHouseholds", minHouseholds);
    tree.put("maxHouseholds", maxHouseholds);
    tree.put("maxDiameterMetres", maxDiameterMetres);
    tree.put("barriers", barriers.stream().map(BarrierKind::name).toList());
    tree.put("minBarrierAreaSquareMetres", minBarrierAreaSquareMetres);
    tree.put("sameDistrict", sameDistrict.name());
    tree.put("sameStreet", sameStreet.name());
    tree.put("scatteredMaxBuildings", scatteredMaxBuildings);
    tree.put("mode", mode.name());
    tree.put("weights", weights.toTree());
    tree.put("goal", goal.toTree());
    return tree;
  }

  public PackagingParameters withMaxGapMetres(double metres) {
    return new PackagingParameters(
        metres,
        smallHouseholds,
        minHouseholds,
        maxHouseholds,
        maxDiameterMetres,
        barriers,
        minBarrierAreaSquareMetres,
        sameDistrict,
        sameStreet,
        scatteredMaxBuildings,
        mode,
        weights,
        goal);
  }

  /** Returns a copy with other bounds on the households of a package; min null for none. */
  public PackagingParameters withHouseholds(@Nullable Integer min, int max) {
    return new PackagingParameters(
        maxGapMetres,
        smallHouseholds,
        min,
        max,
        maxDiameterMetres,
        barriers,
        minBarrierAreaSquareMetres,
        sameDistrict,
        sameStreet,
        scatteredMaxBuildings,
        mode,
        weights,
        goal);
  }

  public PackagingParameters withMaxDiameterMetres(double metres) {
    return new PackagingParameters(
        maxGapMetres,
        smallHouseholds,
        minHouseholds,
        maxHouseholds,
        metres,
        barriers,
        minBarrierAreaSquareMetres,
        sameDistrict,
        sameStreet,
        scatteredMaxBuildings,
        mode,
        weights,
        goal);
  }

  public PackagingParameters withBoundaries(BoundaryRule district, BoundaryRule street) {
    return new PackagingParameters(
        maxGapMetres,
        smallHouseholds,
        minHouseholds,
        maxHouseholds,
        maxDiameterMetres,
        barriers,
        minBarrierAreaSquareMetres,
        district,
        street,
        scatteredMaxBuildings,
        mode,
        weights,
        goal);
  }

  public PackagingParameters withBarriers(Set<BarrierKind> kinds) {
    return new PackagingParameters(
        maxGapMetres,
        smallHouseholds,
        minHouseholds,
        maxHouseholds,
        maxDiameterMetres,
        kinds,
        minBarrierAreaSquareMetres,
        sameDistrict,
        sameStreet,
        scatteredMaxBuildings,
        mode,
        weights,
        goal);
  }

  public PackagingParameters withGoal(PackagingGoal newGoal) {
    return new PackagingParameters(
        maxGapMetres,
        smallHouseholds,
        minHouseholds,
        maxHouseholds,
        maxDiameterMetres,
        barriers,
        minBarrierAreaSquareMetres,
        sameDistrict,
        sameStreet,
        scatteredMaxBuildings,
        mode,
        weights,
        newGoal);
  }

  public PackagingParameters withMode(PackagingMode newMode) {
    return new PackagingParameters(
        maxGapMetres,
        smallHouseholds,
        minHouseholds,
        maxHouseholds,
        maxDiameterMetres,
        barriers,
        minBarrierAreaSquareMetres,
        sameDistrict,
        sameStreet,
        scatteredMaxBuildings,
        newMode,
        weights,
        goal);
  }
}
