package org.lianpian.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianpian.model.AdminLevel;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.Feature;
import org.lianpian.model.FeatureType;
import org.lianpian.model.FeatureTypes;
import org.lianpian.model.Place;
import org.lianpian.model.PlaceLevel;
import org.lianpian.model.Railway;
import org.lianpian.model.Reach;
import org.lianpian.model.Road;
import org.lianpian.model.RoadClass;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

@NullUnmarked // a missing value fails the test
class DemoTownTest {
  private static final DemoParameters TOWN = DemoParameters.DEFAULT;
  private static final TownData DATA = DemoTown.towns(TOWN).findFirst().orElseThrow();

  @Test
  void equalParametersGiveEqualFeatures() {
    TownData again = DemoTown.towns(TOWN).findFirst().orElseThrow();

    for (FeatureType<?> type : FeatureTypes.ALL) {
      assertThat(rows(again, type)).as(type.name()).isEqualTo(rows(DATA, type));
    }
    assertThat(again.truths()).isEqualTo(DATA.truths());
  }

  @Test
  void anotherSeedGivesAnotherTown() {
    TownData other = DemoTown.towns(new DemoParameters(200, 7)).findFirst().orElseThrow();

    assertThat(rows(other, Community.TYPE)).isNotEqualTo(rows(DATA, Community.TYPE));
    assertThat(rows(other, Reach.TYPE)).isNotEqualTo(rows(DATA, Reach.TYPE));
  }

  @Test
  void townHoldsAsManyThingsAsAskedFor() {
    assertThat(DATA.features(Community.TYPE)).hasSize(200);
    assertThat(DATA.features(Building.TYPE)).hasSizeBetween(1500, 2600);
    assertThat(DATA.features(Reach.TYPE)).hasSizeBetween(4000, 6500);
    assertThat(DemoTown.features(new DemoParameters(451, 3), Community.TYPE)).hasSize(451);
  }

  @Test
  void communitiesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new DemoParameters(5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("communities must be in [20, 1000000], was 5");
  }

  @Test
  void everyIdIsGivenOnceInAllTowns() {
    for (FeatureType<?> type : FeatureTypes.ALL) {
      List<String> ids =
          DemoTown.features(new DemoParameters(430, 11), type).map(Feature::id).toList();
      assertThat(ids).as(type.name()).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyFeatureSaysThatItIsInvented() {
    assertThat(DemoTown.dataset().synthetic()).isTrue();
    for (FeatureType<?> type : FeatureTypes.ALL) {
      assertThat(DATA.features(type)).allMatch(f -> f.provenance().source().equals("示意数据"));
    }
  }

  @Test
  @Tag("B-14")
  void namesAreUniqueWithinSubDistrictButOneOccursInTwo() {
    Map<String, Long> byStreet =
        DATA.features(Community.TYPE).stream()
            .collect(Collectors.groupingBy(c -> c.street() + c.name(), Collectors.counting()));
    Set<String> streets =
        DATA.features(Community.TYPE).stream()
            .filter(c -> c.name().equals("工人新村"))
            .map(Community::street)
            .collect(Collectors.toSet());

    assertThat(byStreet.values()).containsOnly(1L);
    assertThat(streets).hasSize(2);
  }

  @Test
  @Tag("SY-A")
  @DisplayName("the eight sub-districts and nineteen neighbourhoods of the plan are there")
  void adminUnitsAreThoseOfThePlan() {
    Map<AdminLevel, Long> counts =
        DATA.features(AdminUnit.TYPE).stream()
            .collect(Collectors.groupingBy(AdminUnit::level, Collectors.counting()));

    assertThat(counts).containsEntry(AdminLevel.STREET, 8L);
    assertThat(counts).containsEntry(AdminLevel.NEIGHBOURHOOD, 19L);
    assertThat(DATA.features(AdminUnit.TYPE))
        .filteredOn(u -> u.level() == AdminLevel.DISTRICT)
        .extracting(AdminUnit::code)
        .containsExactlyInAnyOrder("350404", "350402", "350403");
    assertThat(DATA.features(AdminUnit.TYPE))
        .filteredOn(u -> u.code().equals("350402"))
        .allSatisfy(
            u -> {
              assertThat(u.validTo()).isNotNull();
              assertThat(u.successors()).containsExactly("350404");
            });
  }

  @Test
  void householdsOfCommunityAreThoseOfItsBuildings() {
    Map<String, Integer> sums = new HashMap<>();
    Set<String> incomplete = new HashSet<>();
    for (Building building : DATA.features(Building.TYPE)) {
      String id = building.communityId();
      if (id != null && building.use() == BuildingUse.RESIDENTIAL) {
        Integer households = building.households();
        if (households == null) {
          incomplete.add(id);
        } else {
          sums.merge(id, households, Integer::sum);
        }
      }
    }
    assertThat(DATA.features(Community.TYPE))
        .filteredOn(c -> sums.containsKey(c.id()) && c.households() != null)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            c -> {
              assertThat(incomplete).doesNotContain(c.id());
              assertThat(sums).containsEntry(c.id(), c.households());
            });
  }

  @Test
  @Tag("B-05")
  void floorAreaPerHouseholdIsPlausible() {
    assertThat(DATA.features(Community.TYPE))
        .filteredOn(
            c ->
                c.households() != null
                    && c.grossFloorArea() != null
                    && c.originType() != org.lianpian.model.OriginType.SELF_BUILT)
        .allSatisfy(c -> assertThat(c.grossFloorArea() / c.households()).isBetween(40.0, 160.0));
  }

  @Test
  void roadsOfEveryClassAndRailwayOnViaductAreThere() {
    assertThat(DATA.features(Road.TYPE))
        .extracting(Road::roadClass)
        .contains(
            RoadClass.EXPRESSWAY,
            RoadClass.ARTERIAL,
            RoadClass.COLLECTOR,
            RoadClass.LOCAL,
            RoadClass.ALLEY);
    assertThat(DATA.features(Road.TYPE)).anyMatch(Road::bridge);
    assertThat(DATA.features(Railway.TYPE)).extracting(Railway::crossable).contains(true, false);
  }

  @Test
  @Tag("US-P01")
  void gazetteerKnowsEveryEstateItsDoorAndEveryRoad() {
    Set<String> names =
        DATA.features(Place.TYPE).stream().map(Place::name).collect(Collectors.toSet());

    assertThat(DATA.features(Community.TYPE)).allMatch(c -> names.contains(c.name()));
    assertThat(DATA.features(Road.TYPE)).allMatch(r -> names.contains(r.name()));
    assertThat(DATA.features(Community.TYPE))
        .filteredOn(c -> !c.address().isEmpty())
        .allMatch(c -> names.contains(c.address().substring(6 + c.street().length())));
    assertThat(DATA.features(Place.TYPE)).extracting(Place::level).contains(PlaceLevel.PHASE);
  }

  @Test
  void townsAreMadeOnlyWhenAskedForAndLieSideBySide() {
    Iterator<TownData> towns = DemoTown.towns(new DemoParameters(220_000, 5)).iterator();
    Geometry first = parcels(towns.next());
    Geometry second = parcels(towns.next());

    assertThat(first.distance(second)).isBetween(12.0, 80.0);
  }

  @Test
  void largeDatasetStaysInsideTheGaussKruegerZone() {
    DemoParameters large = new DemoParameters(220_000, 5);
    int last = large.towns() - 1;
    for (int town : new int[] {17, 18, last}) {
      Envelope box = extent(TownBuilder.build(large, town));
      assertThat(box.getMinX()).isGreaterThan(550_000);
      assertThat(box.getMaxX()).isLessThan(640_000);
      assertThat(box.getMaxY()).isLessThan(3_100_000);
    }
  }

  @Test
  @DisplayName("20,000 communities are streamed with the memory of one town")
  void memoryDoesNotGrowWithTowns() {
    long[] heldAfter = new long[2];
    long[] count = {0};
    DemoTown.towns(new DemoParameters(20_000, 9))
        .limit(24)
        .forEach(
            town -> {
              count[0] += town.features(Community.TYPE).size();
              if (town.town() == 3) {
                heldAfter[0] = heldBytes();
              } else if (town.town() == 23) {
                heldAfter[1] = heldBytes();
              }
            });
    assertThat(count[0]).isEqualTo(4800);
    // a town is about 10 MB: twenty kept towns would show
    assertThat(heldAfter[1] - heldAfter[0]).isLessThan(30_000_000L);
  }

  @Test
  void smallestTownHasEveryFaultThatFits() {
    TownData small = DemoTown.towns(new DemoParameters(40, 2)).findFirst().orElseThrow();

    assertThat(small.truths()).hasSize(40);
    assertThat(small.truths().stream().map(DemoTruth::fault).collect(Collectors.toSet()))
        .containsAll(
            EnumSet.complementOf(
                EnumSet.of(PlantedFault.MUNICIPAL_REVERSED, PlantedFault.DIRECT_TO_RIVER)));
  }

  private static long heldBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static Geometry parcels(TownData data) {
    return Shapes.FACTORY.buildGeometry(
        data.features(Community.TYPE).stream()
            .map(Community::geometry)
            .filter(java.util.Objects::nonNull)
            .toList());
  }

  private static Envelope extent(TownData data) {
    Envelope box = new Envelope();
    for (Community community : data.features(Community.TYPE)) {
      if (community.geometry() != null) {
        box.expandToInclude(community.geometry().getEnvelopeInternal());
      }
    }
    return box;
  }

  private static <T extends Feature> List<String> rows(TownData data, FeatureType<T> type) {
    return data.features(type).stream()
        .map(f -> f.id() + " " + f.geometry() + " " + type.toRow(f))
        .toList();
  }
}
