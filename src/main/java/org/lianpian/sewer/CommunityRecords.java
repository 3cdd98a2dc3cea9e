package org.lianpian.sewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianpian.model.BalconyRiser;
import org.lianpian.model.Building;
import org.lianpian.model.BuildingUse;
import org.lianpian.model.Community;
import org.lianpian.model.ServiceConnection;

/** Communities with their buildings and outlets, all by id. Immutable. */
final class CommunityRecords {
  private final List<Community> communities;
  private final Map<String, List<Building>> buildings;
  private final Map<String, List<ServiceConnection>> connections;

  CommunityRecords(SewerInput input) {
    communities = SortedFeatures.of(input.communities());
    buildings =
        SortedFeatures.of(input.buildings()).stream()
            .filter(building -> building.communityId() != null)
            .collect(
                Collectors.groupingBy(
                    building -> String.valueOf(building.communityId()),
                    HashMap::new,
                    Collectors.toList()));
    connections =
        SortedFeatures.of(input.connections()).stream()
            .collect(Collectors.groupingBy(ServiceConnection::communityId));
  }

  List<Community> communities() {
    return communities;
  }

  List<Building> buildings(Community community) {
    return buildings.getOrDefault(community.id(), List.of());
  }

  List<ServiceConnection> connections(Community community) {
    return connections.getOrDefault(community.id(), List.of());
  }

  /** Sums up the balcony risers of the dwellings: neither sheds nor non-residential buildings. */
  SewerResult.Risers risers(Community community) {
    List<Building> homes =
        buildings(community).stream()
            .filter(
                building ->
                    building.use() != BuildingUse.NON_RESIDENTIAL
                        && building.use() != BuildingUse.SHED)
            .toList();
    List<String> toStorm = idsWith(homes, BalconyRiser.STORM);
    List<String> unknown = idsWith(homes, BalconyRiser.UNKNOWN);
    Integer counted = community.buildings();
    Integer missing =
        counted != null
            ? Integer.valueOf(Math.max(0, counted - homes.size()))
            : homes.isEmpty() ? null : Integer.valueOf(0);
    return new SewerResult.Risers(homes.size() - unknown.size(), toStorm, unknown, missing);
  }

  private static List<String> idsWith(List<Building> homes, BalconyRiser riser) {
    return homes.stream().filter(home -> home.balconyRiser() == riser).map(Building::id).toList();
  }
}
