package org.lianpian.frontage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.InputHash;
import org.locationtech.jts.geom.Envelope;

/**
 * Hashes what the answer for a unit depends on: the rule, the unit, what may stand between it and
 * the bank, and the rivers near. Each feature is hashed once, however many units it is near.
 * Thread-safe.
 */
final class FrontageInputHash {
  private final String rule;
  private final double reachMetres;
  private final Map<String, Building> buildings;
  private final FrontageScene scene;
  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  FrontageInputHash(FrontageInput input, FrontageScene scene, FrontageParameters parameters) {
    this.rule = parameters.toString();
    this.reachMetres = parameters.distanceMetres();
    this.buildings =
        input.buildings().stream()
            .collect(Collectors.toMap(Building::id, one -> one, (a, b) -> a, HashMap::new));
    this.scene = scene;
  }

  /** Returns the hash of a unit far from every river, or without the rule. */
  String of(FrontageUnit unit) {
    return begin(unit).finish();
  }

  /** Returns the hash of a unit that lies under too many others to be judged. */
  String ofStacked(FrontageUnit unit) {
    return begin(unit).add(FrontageNote.TOO_DENSE.name()).finish();
  }

  String of(FrontageUnit unit, List<NearBank> near, List<BankLines.CentreLine> centreLines) {
    if (near.isEmpty() && centreLines.isEmpty()) {
      return of(unit);
    }
    InputHash hash = begin(unit);
    Envelope place = Objects.requireNonNull(unit.place()).getEnvelopeInternal();
    scene
        .obstaclesNear(FrontageMode.PARCEL, place, reachMetres)
        .forEach(one -> hash.add(parcel(one)));
    scene
        .obstaclesNear(FrontageMode.BUILDING, place, reachMetres)
        .forEach(one -> hash.add(building(Objects.requireNonNull(buildings.get(one.id())))));
    scene
        .invalidBuildingsNear(Objects.requireNonNull(unit.place()))
        .forEach(one -> hash.add(building(one)));
    near.forEach(one -> hash.add(one.bank().inputHash()));
    centreLines.forEach(line -> hash.add(line.inputHash()));
    return hash.finish();
  }

  private InputHash begin(FrontageUnit unit) {
    InputHash hash = new InputHash().add(rule);
    Community community = unit.community();
    if (community != null) {
      hash.add(Community.TYPE, community);
    }
    unit.homeBuildings().forEach(home -> hash.add(building(home)));
    unit.invalidBuildings().forEach(one -> hash.add(building(one)));
    return hash;
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
