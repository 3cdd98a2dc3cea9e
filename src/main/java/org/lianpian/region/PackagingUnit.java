package org.lianpian.region;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BuildPeriod;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.InputHash;
import org.locationtech.jts.geom.Geometry;

/**
 * What is joined into packages: a community, or a building that belongs to none (零散楼).
 *
 * <p>Null numbers are unknown, never zero.
 *
 * @param geometry polygon or point in metres, or null when it was not located
 * @param sigmaMetres standard error of the position
 * @param adcode six-digit code of the district, or empty
 * @param exclusion why it is outside the programme, or null
 * @param loneBuilding whether it is a building without a community
 */
public record PackagingUnit(
    String id,
    String name,
    @Nullable Geometry geometry,
    double sigmaMetres,
    @Nullable Integer households,
    @Nullable Integer buildings,
    @Nullable Double grossFloorArea,
    String adcode,
    String district,
    String street,
    UnitTraits traits,
    @Nullable Exclusion exclusion,
    boolean loneBuilding) {

  public PackagingUnit {
    if (geometry != null && geometry.isEmpty()) {
      geometry = null;
    }
  }

  public static PackagingUnit of(Community community) {
    return of(community, null);
  }

  /** Makes the unit of a community; {@code exclusion} is null when it may be a member. */
  public static PackagingUnit of(Community community, @Nullable Exclusion exclusion) {
    return new PackagingUnit(
        community.id(),
        community.name(),
        community.geometry(),
        community.sigmaMetres(),
        community.households(),
        community.buildings(),
        community.grossFloorArea(),
        community.adcode(),
        community.district(),
        community.street(),
        new UnitTraits(
            community.originType(),
            community.built(),
            community.storeys(),
            community.structure(),
            Set.of(),
            Set.of()),
        exclusion,
        false);
  }

  /**
   * Makes the unit of a building without a community (U-9).
   *
   * @throws IllegalArgumentException when the building belongs to a community
   */
  public static PackagingUnit of(
      Building building,
      String adcode,
      String district,
      String street,
      @Nullable Exclusion exclusion) {
    if (building.communityId() != null) {
      throw new IllegalArgumentException(
          "Building " + building.id() + " belongs to community " + building.communityId());
    }
    Integer year = building.builtYear();
    return new PackagingUnit(
        building.id(),
        building.number().isBlank() ? building.id() : building.number(),
        building.geometry(),
        0,
        building.households(),
        1,
        null,
        adcode,
        district,
        street,
        new UnitTraits(
            building.originType(),
            year == null ? BuildPeriod.UNKNOWN : BuildPeriod.ofYear(year),
            building.storeys(),
            "",
            Set.of(),
            Set.of()),
        exclusion,
        true);
  }

  public PackagingUnit withTraits(UnitTraits newTraits) {
    return new PackagingUnit(
        id,
        name,
        geometry,
        sigmaMetres,
        households,
        buildings,
        grossFloorArea,
        adcode,
        district,
        street,
        newTraits,
        exclusion,
        loneBuilding);
  }

  /** Returns the name, or the id when it has none. */
  public String title() {
    return name.isBlank() ? id : name;
  }

  /** Tells whether only a point is known. */
  public boolean isPoint() {
    return geometry != null && geometry.getDimension() == 0;
  }

  /** Returns the part the unit plays under these parameters. */
  public UnitRole role(PackagingParameters parameters) {
    if (exclusion != null) {
      return UnitRole.EXCLUDED;
    }
    if (isLarge(parameters)) {
      return UnitRole.LARGE;
    }
    if (geometry == null) {
      return UnitRole.NO_POSITION;
    }
    return isPoint() && sigmaMetres > parameters.maxGapMetres()
        ? UnitRole.UNCERTAIN
        : UnitRole.CANDIDATE;
  }

  /**
   * Tells whether it is known not to be small (U-8). A single building is always small; with
   * unknown households it is not known to be large, so it may join and is reported.
   */
  private boolean isLarge(PackagingParameters parameters) {
    boolean singleBuilding = buildings != null && buildings == 1;
    return households != null && households >= parameters.smallHouseholds() && !singleBuilding;
  }

  /** Tells whether it is scattered (零星分散, U-9), so that a road block can join it. */
  public boolean isScattered(PackagingParameters parameters) {
    return loneBuilding || (buildings != null && buildings <= parameters.scatteredMaxBuildings());
  }

  void addTo(InputHash hash) {
    hash.add(id).add(name).add(geometry).add(sigmaMetres);
    hash.add(String.valueOf(households)).add(String.valueOf(buildings));
    hash.add(String.valueOf(grossFloorArea)).add(adcode).add(district).add(street);
    hash.add(traits.originType().name()).add(traits.built().toString());
    hash.add(String.valueOf(traits.storeys())).add(traits.structure());
    hash.add(new TreeSet<>(traits.industry()).toString());
    hash.add(new TreeSet<>(traits.culture()).toString());
    hash.add(exclusion == null ? null : exclusion.toString());
    hash.add(String.valueOf(loneBuilding));
  }
}
