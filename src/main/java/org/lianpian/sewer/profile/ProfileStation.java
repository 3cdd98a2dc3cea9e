package org.lianpian.sewer.profile;

import org.jspecify.annotations.Nullable;
import org.lianpian.model.ManholeKind;
import org.locationtech.jts.geom.Coordinate;

/**
 * A node on the section.
 *
 * @param chainageMetres along the pipes from the first node; stretches of unknown length add
 *     nothing
 * @param groundMetres level of the ground, or null
 * @param invertMetres level of the node's bottom, or null
 * @param position or null when nobody knows
 */
public record ProfileStation(
    String nodeId,
    ManholeKind kind,
    double chainageMetres,
    @Nullable Double groundMetres,
    @Nullable Double invertMetres,
    @Nullable Coordinate position) {

  /** Returns how deep the bottom lies below the ground, or null. */
  public @Nullable Double depthMetres() {
    return groundMetres == null || invertMetres == null
        ? null
        : Double.valueOf(groundMetres - invertMetres);
  }
}
