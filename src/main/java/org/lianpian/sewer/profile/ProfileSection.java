package org.lianpian.sewer.profile;

import org.jspecify.annotations.Nullable;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Medium;
import org.lianpian.sewer.network.DirectionSource;

/**
 * A pipe between two stations, in the direction of the section.
 *
 * @param lengthMetres or null when neither the line nor both nodes have a place
 * @param invertFromMetres level of the pipe's bottom at the first station, or null; so is the other
 * @param fromNodes whether a level is that of a node, for the pipe's own is not known
 * @param slopePermille fall over length; null when unknown, negative when it rises
 */
public record ProfileSection(
    String pipeId,
    Medium medium,
    FlowRegime regime,
    @Nullable Double lengthMetres,
    @Nullable Double invertFromMetres,
    @Nullable Double invertToMetres,
    boolean fromNodes,
    @Nullable Integer diameterMillimetres,
    @Nullable Double slopePermille,
    DirectionSource direction) {

  /** Tells whether a pipe that drains by gravity rises; unknown levels say nothing. */
  public boolean isAdverse() {
    boolean byGravity = regime == FlowRegime.GRAVITY || regime == FlowRegime.OVERFLOW;
    return byGravity
        && invertFromMetres != null
        && invertToMetres != null
        && invertFromMetres < invertToMetres;
  }

  public boolean hasLevels() {
    return invertFromMetres != null && invertToMetres != null;
  }
}
