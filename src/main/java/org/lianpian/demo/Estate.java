package org.lianpian.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.Building;

/** An estate while its town is being built: decided in steps, written out at the end. */
final class Estate {
  final Lot lot;
  final EstateLayout layout;
  final Role role;
  final EstateProfile profile;

  /** The community's id, or null for an estate that nobody registered. */
  final @Nullable String communityId;

  String name = "";
  List<String> aliases = List.of();
  String phase = "";
  AdminBuilder.Locality locality = new AdminBuilder.Locality("", "", "");
  String road = "";
  String houseNumber = "";
  final List<Building> buildings = new ArrayList<>();

  PlantedFault fault = PlantedFault.NONE;
  final List<String> faultObjects = new ArrayList<>();
  @Nullable Double gapMetres;
  String zoneReason = "";

  /** How an estate is known. */
  enum Role {
    SURVEYED,
    /** Only a position with an error is known. */
    POINT_ONLY,
    /** Not even a position. */
    UNLOCATED,
    SELF_BUILT,
    UNREGISTERED
  }

  Estate(
      Lot lot,
      EstateLayout layout,
      Role role,
      EstateProfile profile,
      @Nullable String communityId) {
    this.lot = lot;
    this.layout = layout;
    this.role = role;
    this.profile = profile;
    this.communityId = communityId;
  }

  boolean drained() {
    return role == Role.SURVEYED;
  }

  /** Replaces the riser of one dwelling. */
  void setRiser(int index, BalconyRiser riser) {
    Building b = buildings.get(index);
    buildings.set(
        index,
        new Building(
            b.id(),
            b.geometry(),
            b.provenance(),
            b.communityId(),
            b.number(),
            b.use(),
            b.originType(),
            b.storeys(),
            b.households(),
            b.builtYear(),
            riser));
  }
}
