package org.lianpian.sewer.network;

import org.lianpian.model.FlowDirection;
import org.lianpian.model.FlowRegime;
import org.lianpian.model.Medium;
import org.lianpian.model.ReachLevel;
import org.lianpian.model.ReachState;

/**
 * A pipe as it was surveyed, before anything is joined.
 *
 * @param fromId the node at its start as the source says, or blank
 * @param startX position of its start in metres, NaN when it has no shape; so are the other three
 * @param lengthMetres along its line, 0 without one
 * @param invertFrom level at its start, NaN when unknown
 */
public record SurveyedPipe(
    String id,
    String fromId,
    String toId,
    double startX,
    double startY,
    double endX,
    double endY,
    double lengthMetres,
    double invertFrom,
    double invertTo,
    FlowDirection flowDirection,
    FlowRegime regime,
    Medium medium,
    ReachState state,
    ReachLevel level) {}
