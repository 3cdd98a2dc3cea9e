package org.lianpian.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.Watercourse;
import org.lianpian.model.WatercourseKind;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

@NullUnmarked // a missing value fails the test
class DemoGeometryTest {
  private static final TownData DATA =
      DemoTown.towns(DemoParameters.DEFAULT).findFirst().orElseThrow();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 350404})
  void everyGeometryIsValidAndInWholeMillimetres(long seed) {
    TownData town = DemoTown.towns(new DemoParameters(120, seed)).findFirst().orElseThrow();
    for (FeatureType<?> type : FeatureTypes.ALL) {
      for (Feature feature : town.features(type)) {
        Geometry geometry = feature.geometry();
        if (geometry != null) {
          assertThat(new IsValidOp(geometry).getValidationError())
              .as("%s %s", type, feature.id())
              .isNull();
          assertThat(geometry.getCoordinates())
              .allMatch(c -> c.x * 1000 == Math.rint(c.x * 1000) || near(c.x) && near(c.y));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 350404})
  void noTwoParcelsOverlapAndNoneLiesInTheRiver(long seed) {
    TownData town = DemoTown.towns(new DemoParameters(150, seed)).findFirst().orElseThrow();
    List<Community> parcels = parcels(town);
    SpatialIndex<Community> index = index(parcels);
    for (Community parcel : parcels) {
      for (Community other : near(index, parcel)) {
        if (!other.id().equals(parcel.id())) {
          assertThat(geometry(parcel).distance(geometry(other)))
              .as("seed %d: %s and %s", seed, parcel.id(), other.id())
              .isPositive();
        }
      }
      for (Watercourse water : town.features(Watercourse.TYPE)) {
        assertThat(geometry(parcel).distance(geometry(water)))
            .as("seed %d: %s and %s", seed, parcel.name(), water.name())
            .isGreaterThan(4);
      }
    }
  }

  @Test
  void buildingsStandInsideTheirParcelsAndApartFromEachOther() {
    Map<String, Geometry> parcels = new HashMap<>();
    parcels(DATA).forEach(c -> parcels.put(c.id(), geometry(c)));
    List<Building> buildings = DATA.features(Building.TYPE);
    assertThat(buildings)
        .filteredOn(b -> b.communityId() != null)
        .hasSizeGreaterThan(1000)
        .allMatch(b -> parcels.get(b.communityId()).covers(geometry(b)));
    SpatialIndex<Building> index = SpatialIndex.of(buildings, DemoGeometryTest::geometry);
    for (Building building : buildings) {
      for (Building other : index.find(geometry(building).getEnvelopeInternal())) {
        assertThat(
                other.id().equals(building.id()) || !geometry(building).intersects(geometry(other)))
            .as("%s and %s", building.id(), other.id())
            .isTrue();
      }
    }
  }

  @Test
  @Tag("B-33")
  void riverIsInSeveralPiecesWithIslandsAndStreamHasCulvert() {
    List<Watercourse> waters = DATA.features(Watercourse.TYPE);
    List<Polygon> river =
        waters.stream()
            .filter(w -> w.name().equals(WaterBuilder.RIVER))
            .map(w -> (Polygon) geometry(w))
            .toList();

    assertThat(river).hasSizeGreaterThan(3);
    assertThat(river.stream().mapToInt(Polygon::getNumInteriorRing).sum()).isEqualTo(2);
    assertThat(waters).anyMatch(Watercourse::culverted);
    assertThat(waters)
        .filteredOn(w -> w.kind() == WatercourseKind.POND || w.kind() == WatercourseKind.DITCH)
        .hasSize(2)
        .allMatch(w -> Boolean.FALSE.equals(w.urban()));
    IntStream.range(1, river.size())
        .forEach(i -> assertThat(river.get(i - 1).touches(river.get(i))).isTrue());
  }

  @Test
  void riverIsBetweenThirtyAndHundredMetresWide() {
    DemoParameters parameters = DemoParameters.DEFAULT;
    Valley valley = new Valley(parameters.seed(), 0, parameters.townLength());
    for (double u = 0; u < parameters.townLength(); u += 25) {
      double width = valley.point(Bank.NORTH, u, 0).distance(valley.point(Bank.SOUTH, u, 0));
      assertThat(width).as("at %s m", u).isBetween(26.0, 130.0);
    }
  }

  @Test
  @Tag("FZ-03")
  void everyRiversideClassIsPlanted() {
    assertThat(DATA.truths().stream().map(DemoTruth::frontage).toList())
        .contains("FIRST_ROW", "PARTIAL", "BEHIND", "OUTSIDE", "NEEDS_SURVEY");
  }

  @Test
  @Tag("FZ-03")
  void plantedBehindHasAnotherParcelOnItsWayToTheBank() {
    Map<String, Geometry> parcels = new HashMap<>();
    parcels(DATA).forEach(c -> parcels.put(c.id(), geometry(c)));
    List<Geometry> river =
        DATA.features(Watercourse.TYPE).stream()
            .filter(w -> w.name().equals(WaterBuilder.RIVER))
            .map(DemoGeometryTest::geometry)
            .toList();
    List<DemoTruth> behind =
        DATA.truths().stream().filter(t -> "BEHIND".equals(t.frontage())).toList();
    assertThat(behind).isNotEmpty();
    for (DemoTruth truth : behind) {
      Geometry parcel = parcels.get(truth.communityId());
      Geometry bank = Shapes.FACTORY.buildGeometry(river);
      Geometry way =
          Shapes.FACTORY.createLineString(
              org.locationtech.jts.operation.distance.DistanceOp.nearestPoints(parcel, bank));
      assertThat(way.getLength()).isLessThan(50);
      // the shortest way may run through the passage between two parcels
      Geometry wide = way.buffer(1.5);
      boolean shielded =
          parcels.entrySet().stream()
              .anyMatch(
                  e -> !e.getKey().equals(truth.communityId()) && e.getValue().intersects(wide));
      assertThat(shielded).as(truth.communityId()).isTrue();
    }
  }

  private static List<Community> parcels(TownData town) {
    return town.features(Community.TYPE).stream()
        .filter(c -> c.geometry() != null && !(c.geometry() instanceof Point))
        .toList();
  }

  private static SpatialIndex<Community> index(List<Community> parcels) {
    return SpatialIndex.of(parcels, DemoGeometryTest::geometry);
  }

  private static List<Community> near(SpatialIndex<Community> index, Community parcel) {
    return index.find(geometry(parcel).getEnvelopeInternal());
  }

  private static Geometry geometry(Feature feature) {
    return java.util.Objects.requireNonNull(feature.geometry(), feature.id());
  }

  private static boolean near(double value) {
    return Math.abs(value * 1000 - Math.rint(value * 1000)) < 1e-3;
  }
}
