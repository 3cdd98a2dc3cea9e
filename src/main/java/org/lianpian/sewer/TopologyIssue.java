package org.lianpian.sewer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A defect of a surveyed network.
 *
 * @param objectIds the pipes and nodes concerned, sorted
 * @param geometry where it is, or null when nothing there has a position
 */
public record TopologyIssue(
    TopologyCode code, List<String> objectIds, String zh, String en, @Nullable Geometry geometry)
    implements Comparable<TopologyIssue> {

  public TopologyIssue {
    objectIds = objectIds.stream().sorted().toList();
  }

  @Override
  public int compareTo(TopologyIssue other) {
    int byCode = code.compareTo(other.code);
    return byCode != 0 ? byCode : objectIds.toString().compareTo(other.objectIds.toString());
  }
}
