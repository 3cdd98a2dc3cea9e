package org.lianpian.sewer;

import org.jspecify.annotations.Nullable;
import org.lianpian.sewer.network.BreakType;
import org.locationtech.jts.geom.Geometry;

/**
 * What keeps an outlet's sewage from the plant, and where.
 *
 * @param objectId the pipe concerned, or the node at which a pipe is missing
 * @param nodeId the node at which sewage meets it
 * @param metres the width of a gap, the length of a pipe, or 0
 * @param geometry the pipe, the gap or the node, or null without position
 */
public record SewerBreak(
    BreakType type,
    String objectId,
    String nodeId,
    double metres,
    String zh,
    String en,
    @Nullable Geometry geometry) {}
