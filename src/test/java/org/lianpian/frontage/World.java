package org.lianpian.frontage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Progress;
import org.lianpian.model.Provenance;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.lianpian.model.Willingness;
import org.lianpian.policy.Citation;
import org.lianpian.policy.Parameter;
import org.lianpian.policy.ParameterValue;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A small riverside world, built in local metres and then moved to an origin. */
@NullUnmarked
final class World {
  static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  static final FrontageParameters RULE =
      new FrontageParameters(
          true,
          50,
          0.5,
          0.1,
          2,
          2,
          0.1,
          0.95,
          40,
          EnumSet.of(WatercourseKind.DITCH, WatercourseKind.POND),
          100,
          50);

  private FrontageClassifier engine = new ExactFrontageClassifier(1);
  private final List<Community> communities = new ArrayList<>();
  private final List<Building> buildings = new ArrayList<>();
  private final List<Watercourse> waters = new ArrayList<>();

  static String box(double minX, double minY, double maxX, double maxY) {
    return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
        .formatted(minX, minY, maxX, maxY);
  }

  static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Lets another engine answer. */
  World by(FrontageClassifier other) {
    World world = copy(Function.identity());
    world.engine = other;
    return world;
  }

  World river(String id, String wkt) {
    return water(id, id, wkt, WatercourseKind.RIVER, null, true, false);
  }

  World river(String id, String name, String wkt) {
    return water(id, name, wkt, WatercourseKind.RIVER, null, true, false);
  }

  World water(
      String id,
      String name,
      String wkt,
      WatercourseKind kind,
      @Nullable Double width,
      @Nullable Boolean urban,
      boolean culverted) {
    return water(id, name, wkt(wkt), kind, width, urban, culverted);
  }

  World river(String id, Geometry geometry) {
    return water(id, id, geometry, WatercourseKind.RIVER, null, true, false);
  }

  private World water(
      String id,
      String name,
      Geometry geometry,
      WatercourseKind kind,
      @Nullable Double width,
      @Nullable Boolean urban,
      boolean culverted) {
    BankBaseline baseline =
        geometry.getDimension() == 1 ? BankBaseline.CENTRE_LINE : BankBaseline.WATER_EDGE;
    waters.add(
        new Watercourse(
            id, geometry, Provenance.of("test"), name, kind, baseline, width, urban, culverted));
    return this;
  }

  World bankLine(String id, String name, BankBaseline baseline, String wkt) {
    waters.add(
        new Watercourse(
            id,
            wkt(wkt),
            Provenance.of("test"),
            name,
            WatercourseKind.RIVER,
            baseline,
            null,
            true,
            false));
    return this;
  }

  World community(String id, @Nullable String wkt) {
    return community(id, wkt, 0);
  }

  World community(String id, @Nullable String wkt, double sigmaMetres) {
    return add(communityOf(id, wkt == null ? null : wkt(wkt), sigmaMetres));
  }

  World add(Community community) {
    communities.add(community);
    return this;
  }

  static Community communityOf(String id, @Nullable Geometry geometry, double sigmaMetres) {
    return new Community(
        id,
        geometry,
        Provenance.of("test"),
        id,
        List.of(),
        "",
        "",
        "",
        "",
        "",
        PositionLevel.SURVEYED,
        sigmaMetres,
        BuildPeriod.UNKNOWN,
        null,
        null,
        null,
        OriginType.UNKNOWN,
        "",
        null,
        StructuralGrade.UNKNOWN,
        FacilityCondition.UNKNOWN,
        Willingness.UNKNOWN,
        null,
        null,
        null,
        "");
  }

  World home(String id, @Nullable String communityId, String wkt) {
    return building(id, communityId, BuildingUse.RESIDENTIAL, wkt);
  }

  World building(String id, @Nullable String communityId, BuildingUse use, String wkt) {
    return building(id, communityId, use, wkt(wkt));
  }

  World building(String id, @Nullable String communityId, BuildingUse use, Geometry geometry) {
    buildings.add(
        new Building(
            id,
            geometry,
            Provenance.of("test"),
            communityId,
            "",
            use,
            OriginType.UNKNOWN,
            null,
            null,
            null,
            BalconyRiser.UNKNOWN));
    return this;
  }

  World without(String communityId) {
    World world = copy(Function.identity());
    world.communities.removeIf(community -> community.id().equals(communityId));
    return world;
  }

  World at(double easting, double northing) {
    return moved(AffineTransformation.translationInstance(easting, northing));
  }

  World moved(AffineTransformation transformation) {
    return copy(transformation::transform);
  }

  World shuffled(long seed) {
    World world = copy(Function.identity());
    Collections.shuffle(world.communities, new Random(seed));
    Collections.shuffle(world.buildings, new Random(seed));
    Collections.shuffle(world.waters, new Random(seed));
    return world;
  }

  World copy(Function<Geometry, Geometry> change) {
    World world = new World();
    world.engine = engine;
    for (Community one : communities) {
      Geometry geometry = one.geometry();
      world.communities.add(
          geometry == null
              ? one
              : one.withPosition(change.apply(geometry), one.positionLevel(), one.sigmaMetres()));
    }
    for (Building one : buildings) {
      world.buildings.add(
          new Building(
              one.id(),
              change.apply(one.geometry()),
              one.provenance(),
              one.communityId(),
              one.number(),
              one.use(),
              one.originType(),
              one.storeys(),
              one.households(),
              one.builtYear(),
              one.balconyRiser()));
    }
    for (Watercourse one : waters) {
      world.waters.add(
          new Watercourse(
              one.id(),
              change.apply(one.geometry()),
              one.provenance(),
              one.name(),
              one.kind(),
              one.baseline(),
              one.widthMetres(),
              one.urban(),
              one.culverted()));
    }
    return world;
  }

  FrontageInput input() {
    return new FrontageInput(communities, buildings, waters);
  }

  Map<String, FrontageResult> classify() {
    return classify(RULE);
  }

  Map<String, FrontageResult> classify(FrontageParameters parameters) {
    return engine.classify(input(), parameters, Progress.NONE).stream()
        .collect(
            Collectors.toMap(one -> one.subject().id(), one -> one, (a, b) -> a, TreeMap::new));
  }

  FrontageResult classify(String subjectId) {
    return classify().get(subjectId);
  }

  FrontageMeasurement measure(String communityId) {
    return classify(communityId).deciding().orElseThrow();
  }

  /** Returns a profile in which every number of the rule is a decision. */
  static PolicyProfile profile(boolean enabled) {
    List<Parameter> parameters = new ArrayList<>();
    if (enabled) {
      parameters.add(parameter("riverside.distance", 50));
      parameters.add(parameter("riverside.first_row_share", 0.5));
      parameters.add(parameter("riverside.partial_share", 0.1));
      parameters.add(parameter("riverside.min_exposed_length", 2));
      parameters.add(parameter("riverside.min_frontage", 2));
      parameters.add(parameter("riverside.review_band", 0.1));
      parameters.add(parameter("riverside.parcel_coverage", 0.95));
      parameters.add(parameter("riverside.min_blocker_area", 40));
      parameters.add(parameter("riverside.excluded_kinds", List.of("DITCH", "POND")));
      parameters.add(parameter("riverside.min_water_area", 100));
    }
    parameters.add(parameter("riverside.enabled", enabled));
    return new PolicyProfile("TEST", "1", parameters);
  }

  private static Parameter parameter(String key, Object value) {
    Citation citation = new Citation(key, null, "U-3", "FZ-03", "decision");
    TreeMap<LocalDate, ParameterValue> values = new TreeMap<>();
    values.put(LocalDate.of(2020, 1, 1), new ParameterValue(value, citation));
    return new Parameter(key, key, "", values);
  }
}
