package org.lianpian.sewer;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * A node of a connected sewer near a node that has nowhere to drain (接驳候选, US-E05).
 *
 * @param dropMetres from the well's invert down to the candidate's; negative when it would rise
 * @param slopePermille drop over distance, or null when the drop is unknown
 * @param rejection why it cannot be used, or null when it can
 */
public record HookupCandidate(
    String nodeId,
    double metres,
    @Nullable Double dropMetres,
    @Nullable Double slopePermille,
    @Nullable HookupRejection rejection,
    LineString line) {

  public boolean isAccepted() {
    return rejection == null;
  }
}
