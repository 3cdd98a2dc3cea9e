package org.lianpian.region;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Community;
import org.lianpian.model.FacilityCondition;
import org.lianpian.model.OriginType;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Provenance;
import org.lianpian.model.StructuralGrade;
import org.lianpian.model.Willingness;
import org.lianpian.policy.PolicyProfile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Makes units for small worlds: district 三元区, street A, 100 households unless told. */
final class UnitBuilder {
  static final GeometryFactory FACTORY = new GeometryFactory();
  static final PolicyProfile PROFILE = new PolicyProfile("TEST", "1", List.of());

  private final String id;
  private @Nullable Geometry geometry;
  private double sigma;
  private @Nullable Integer households = 100;
  private @Nullable Integer buildings = 3;
  private @Nullable Double area;
  private String adcode = "350404";
  private String district = "三元区";
  private String street = "A";
  private OriginType origin = OriginType.UNKNOWN;
  private BuildPeriod built = BuildPeriod.UNKNOWN;
  private @Nullable Integer storeys;
  private String structure = "";
  private @Nullable Exclusion exclusion;

  private UnitBuilder(String id) {
    this.id = id;
  }

  static UnitBuilder unit(String id) {
    return new UnitBuilder(id);
  }

  UnitBuilder box(double x1, double y1, double x2, double y2) {
    geometry = FACTORY.toGeometry(new Envelope(x1, x2, y1, y2));
    return this;
  }

  UnitBuilder wkt(String wkt) {
    geometry = read(wkt);
    return this;
  }

  UnitBuilder point(double x, double y, double sigmaMetres) {
    geometry = FACTORY.createPoint(new Coordinate(x, y));
    sigma = sigmaMetres;
    return this;
  }

  UnitBuilder households(@Nullable Integer number) {
    households = number;
    return this;
  }

  UnitBuilder buildings(@Nullable Integer number) {
    buildings = number;
    return this;
  }

  UnitBuilder area(double squareMetres) {
    area = squareMetres;
    return this;
  }

  UnitBuilder district(String code, String name) {
    adcode = code;
    district = name;
    return this;
  }

  UnitBuilder street(String name) {
    street = name;
    return this;
  }

  UnitBuilder type(OriginType type, int year, int levels, String kind) {
    origin = type;
    built = BuildPeriod.ofYear(year);
    storeys = levels;
    structure = kind;
    return this;
  }

  UnitBuilder excluded(Exclusion reason) {
    exclusion = reason;
    return this;
  }

  PackagingUnit build() {
    return PackagingUnit.of(community(), exclusion);
  }

  Community community() {
    return new Community(
        id,
        geometry,
        Provenance.of("test"),
        "小区" + id,
        List.of(),
        "",
        adcode,
        district,
        street,
        "",
        PositionLevel.SURVEYED,
        sigma,
        built,
        buildings,
        households,
        area,
        origin,
        structure,
        storeys,
        StructuralGrade.UNKNOWN,
        FacilityCondition.UNKNOWN,
        Willingness.UNKNOWN,
        null,
        null,
        null,
        "");
  }

  static Geometry read(String wkt) {
    try {
      return new WKTReader(FACTORY).read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  static PackagingParameters parameters() {
    return new PackagingParameters(
        30,
        300,
        null,
        4000,
        600,
        Set.of(
            BarrierKind.RIVER, BarrierKind.RAILWAY, BarrierKind.ARTERIAL, BarrierKind.EXPRESSWAY),
        0,
        BoundaryRule.HARD,
        BoundaryRule.SOFT,
        1,
        PackagingMode.GAP,
        new SimilarityWeights(1, 1, 1, 1),
        PackagingGoal.FEWEST_SIMILAR);
  }
}
