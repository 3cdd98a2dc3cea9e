package org.lianpian.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lianpian.geocode.LocationStatus;
import org.lianpian.model.AdminUnit;
import org.lianpian.model.Analysis;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.ExclusionZone;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Manhole;
import org.lianpian.model.Place;
import org.lianpian.model.PositionLevel;
import org.lianpian.model.Railway;
import org.lianpian.model.Reach;
import org.lianpian.model.Road;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.Verdict;
import org.lianpian.model.Watercourse;

/**
 * Everything that the analyses look at; geometries in one metric CRS.
 *
 * <p>A community whose position is to be found has no geometry here.
 */
public record AssessmentInput(
    List<Community> communities,
    List<Building> buildings,
    List<Watercourse> watercourses,
    List<Road> roads,
    List<Railway> railways,
    List<ExclusionZone> exclusionZones,
    List<AdminUnit> adminUnits,
    List<Place> places,
    List<Manhole> manholes,
    List<Reach> reaches,
    List<ServiceConnection> connections) {

  public AssessmentInput {
    communities = List.copyOf(communities);
    buildings = List.copyOf(buildings);
    watercourses = List.copyOf(watercourses);
    roads = List.copyOf(roads);
    railways = List.copyOf(railways);
    exclusionZones = List.copyOf(exclusionZones);
    adminUnits = List.copyOf(adminUnits);
    places = List.copyOf(places);
    manholes = List.copyOf(manholes);
    reaches = List.copyOf(reaches);
    connections = List.copyOf(connections);
  }

  /** Reads the whole dataset as it is stored. */
  public static AssessmentInput read(FeatureStore store) {
    return new AssessmentInput(
        store.list(Community.TYPE),
        store.list(Building.TYPE),
        store.list(Watercourse.TYPE),
        store.list(Road.TYPE),
        store.list(Railway.TYPE),
        store.list(ExclusionZone.TYPE),
        store.list(AdminUnit.TYPE),
        store.list(Place.TYPE),
        store.list(Manhole.TYPE),
        store.list(Reach.TYPE),
        store.list(ServiceConnection.TYPE));
  }

  /**
   * Reads the whole dataset for a new run. A position that an earlier run found is taken off again,
   * so that a better gazetteer can find a better one and a second run answers as the first;
   * positions that came with the data or were set by a person stay (US-P03).
   */
  public static AssessmentInput readForRun(FeatureStore store) {
    Set<String> found = foundByGeocoding(store);
    AssessmentInput stored = read(store);
    return stored.withCommunities(
        stored.communities().stream()
            .map(
                community ->
                    found.contains(community.id()) && !isSetByPerson(community)
                        ? community.withPosition(null, PositionLevel.UNKNOWN, 0)
                        : community)
            .toList());
  }

  private static Set<String> foundByGeocoding(FeatureStore store) {
    Set<String> found = new HashSet<>();
    for (Verdict verdict : store.findWhere(Verdict.TYPE, "analysis", Analysis.LOCATION.name())) {
      if (!verdict.code().equals(LocationStatus.GIVEN.name())) {
        found.add(verdict.subjectId());
      }
    }
    return found;
  }

  private static boolean isSetByPerson(Community community) {
    return community.positionLevel() == PositionLevel.MANUAL
        || community.positionLevel() == PositionLevel.SURVEYED;
  }

  /** Returns a copy with other communities. */
  public AssessmentInput withCommunities(List<Community> others) {
    return new AssessmentInput(
        others,
        buildings,
        watercourses,
        roads,
        railways,
        exclusionZones,
        adminUnits,
        places,
        manholes,
        reaches,
        connections);
  }

  /** Returns the buildings of each community by its id, in the order of their ids. */
  Map<String, List<Building>> buildingsByCommunity() {
    return buildings.stream()
        .filter(building -> building.communityId() != null)
        .collect(Collectors.groupingBy(AssessmentInput::communityOf));
  }

  private static String communityOf(Building building) {
    String id = building.communityId();
    return id == null ? "" : id;
  }
}
