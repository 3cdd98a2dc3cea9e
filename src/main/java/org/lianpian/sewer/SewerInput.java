package org.lianpian.sewer;

import java.util.List;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.FeatureStore;
import org.lianpian.model.Manhole;
import org.lianpian.model.Reach;
import org.lianpian.model.Road;
import org.lianpian.model.ServiceConnection;
import org.lianpian.model.Watercourse;

/**
 * What the sewer analysis looks at; geometries in one metric CRS.
 *
 * @param roads what new pipes may have to cross, and
 * @param watercourses too; both empty when nobody knows
 */
public record SewerInput(
    List<Community> communities,
    List<Building> buildings,
    List<Manhole> manholes,
    List<Reach> reaches,
    List<ServiceConnection> connections,
    List<Road> roads,
    List<Watercourse> watercourses,
    SewerParameters parameters) {

  public SewerInput {
    communities = List.copyOf(communities);
    buildings = List.copyOf(buildings);
    manholes = List.copyOf(manholes);
    reaches = List.copyOf(reaches);
    connections = List.copyOf(connections);
    roads = List.copyOf(roads);
    watercourses = List.copyOf(watercourses);
  }

  /** Makes an input without knowledge of what new pipes may have to cross. */
  public SewerInput(
      List<Community> communities,
      List<Building> buildings,
      List<Manhole> manholes,
      List<Reach> reaches,
      List<ServiceConnection> connections,
      SewerParameters parameters) {
    this(communities, buildings, manholes, reaches, connections, List.of(), List.of(), parameters);
  }

  /** Reads what a dataset holds of it. */
  public static SewerInput read(FeatureStore store, SewerParameters parameters) {
    return new SewerInput(
        store.list(Community.TYPE),
        store.list(Building.TYPE),
        store.list(Manhole.TYPE),
        store.list(Reach.TYPE),
        store.list(ServiceConnection.TYPE),
        store.list(Road.TYPE),
        store.list(Watercourse.TYPE),
        parameters);
  }
}
