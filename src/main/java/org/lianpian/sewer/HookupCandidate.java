package org.lianpian.sewer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * A node of a connected sewer near a node that has nowhere to drain (接驳候选, US-E05).
 *
 * @param dropMetres from the well's invert down to the candidate's; negative when it would rise
 * @param slopePermille drop over distance, or null when the drop is unknown
 * @param crossings the roads and watercourses between; null when none is on record anywhere
 * @param rejection why it cannot be used, or null when it can
 */
public record HookupCandidate(
    String nodeId,
    double metres,
    @Nullable Double dropMetres,
    @Nullable Double slopePermille,
    @Nullable HookupRejection rejection,
    @Nullable List<Crossing> crossings,
    LineString line) {

  public HookupCandidate {
    crossings = crossings == null ? null : List.copyOf(crossings);
  }

  public boolean isAccepted() {
    return rejection == null;
  }
}
