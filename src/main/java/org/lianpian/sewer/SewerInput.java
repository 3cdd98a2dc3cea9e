package org.lianpian.sewer;

import java.util.List;
import org.lianpian.model.Building;
import org.lianpian.model.Community;
import org.lianpian.model.Manhole;
import org.lianpian.model.Reach;
import org.lianpian.model.ServiceConnection;

/** What the sewer analysis looks at; geometries in one metric CRS. */
public record SewerInput(
    List<Community> communities,
    List<Building> buildings,
    List<Manhole> manholes,
    List<Reach> reaches,
    List<ServiceConnection> connections,
    SewerParameters parameters) {

  public SewerInput {
    communities = List.copyOf(communities);
    buildings = List.copyOf(buildings);
    manholes = List.copyOf(manholes);
    reaches = List.copyOf(reaches);
    connections = List.copyOf(connections);
  }
}
