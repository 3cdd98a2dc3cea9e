package org.lianpian.frontage;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.InputHash;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Hashes what the answer for a unit depends on, part by part: the rule, the unit, what may stand
 * between it and the bank, and the rivers near. Each feature is hashed once, however many units it
 * is near. Thread-safe.
 */
final class FrontageInputHash {
  /** To be raised with every change of what the same input is answered. */
  private static final String ENGINE = "first-row/2";

  private final String rule;
  private final double reachMetres;
  private final Map<String, Building> buildings;
  private final FrontageScene scene;
  private final String rivers; // whether there are any
  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  FrontageInputHash(FrontageInput input, FrontageScene scene, FrontageParameters parameters) {
    this.rule = new InputHash().add(ENGINE).add(parameters.toString()).finish();
    this.reachMetres = parameters.distanceMetres();
    this.buildings =
        input.buildings().stream()
            .collect(Collectors.toMap(Building::id, one -> one, (a, b) -> a, HashMap::new));
    this.scene = scene;
    this.rivers = input.watercourses().isEmpty() ? "none known" : "none near";
  }

  /** Returns the hashes of a unit without a place, or without the rule. */
  FrontageInputs of(FrontageUnit unit) {
    return inputs(unit, "", "", rivers);
  }

  /** Returns the hashes of a unit that lies under too many others to be judged. */
  FrontageInputs ofStacked(FrontageUnit unit) {
    return inputs(unit, FrontageNote.TOO_DENSE.name(), FrontageNote.TOO_DENSE.name(), rivers);
  }

  /**
   * @param coverage the share of dwellings around in parcels, or null when there are none
   */
  FrontageInputs of(
      FrontageUnit unit,
      List<NearBank> near,
      List<BankLines.CentreLine> centreLines,
      @Nullable Double coverage) {
    String parcels = coverage == null ? "" : coverage.toString();
    if (near.isEmpty() && centreLines.isEmpty()) {
      return inputs(unit, parcels, "", rivers);
    }
    Envelope around = around(unit);
    InputHash parcelHash = new InputHash().add(parcels);
    scene
        .obstaclesNear(FrontageMode.PARCEL, around, reachMetres)
        .forEach(one -> parcelHash.add(parcel(one)));
    InputHash buildingHash = new InputHash();
    scene
        .obstaclesNear(FrontageMode.BUILDING, around, reachMetres)
        .forEach(
            one -> buildingHash.add(building(Objects.requireNonNull(buildings.get(one.id())))));
    scene
        .invalidBuildingsNear(Objects.requireNonNull(unit.place()))
        .forEach(one -> buildingHash.add(building(one)));
    InputHash riverHash = new InputHash();
    near.forEach(one -> riverHash.add(one.bank().inputHash()));
    centreLines.forEach(line -> riverHash.add(line.inputHash()));
    return inputs(unit, parcelHash.finish(), buildingHash.finish(), riverHash.finish());
  }

  /** Returns the box around the place and the homes, which may stand outside the parcel. */
  private static Envelope around(FrontageUnit unit) {
    Envelope box = new Envelope(Objects.requireNonNull(unit.place()).getEnvelopeInternal());
    Geometry homes = unit.homes();
    if (homes != null) {
      box.expandToInclude(homes.getEnvelopeInternal());
    }
    return box;
  }

  private FrontageInputs inputs(
      FrontageUnit unit, String parcels, String buildings, String riversNear) {
    EnumMap<InputPart, String> parts = new EnumMap<>(InputPart.class);
    parts.put(InputPart.RULE, rule);
    parts.put(InputPart.UNIT, own(unit));
    parts.put(InputPart.PARCELS, parcels);
    parts.put(InputPart.BUILDINGS, buildings);
    parts.put(InputPart.RIVERS, riversNear);
    return new FrontageInputs(parts);
  }

  private String own(FrontageUnit unit) {
    InputHash hash = new InputHash();
    Community community = unit.community();
    if (community != null) {
      hash.add(Community.TYPE, community);
    }
    unit.homeBuildings().forEach(home -> hash.add(building(home)));
    unit.invalidBuildings().forEach(one -> hash.add(building(one)));
    return hash.finish();
  }

  private String building(Building building) {
    return hashes.computeIfAbsent(
        "building/" + building.id(), key -> new InputHash().add(Building.TYPE, building).finish());
  }

  private String parcel(Obstacle parcel) {
    return hashes.computeIfAbsent(
        "parcel/" + parcel.id(),
        key -> new InputHash().add(parcel.id()).add(parcel.label()).add(parcel.area()).finish());
  }
}
