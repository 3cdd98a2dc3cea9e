package org.lianpian.region;

import org.jspecify.annotations.Nullable;

/**
 * Why two units are together in a plan, or not.
 *
 * @param edge how they lie to each other, or null when one has no position
 */
public record PairExplanation(
    PairRelation relation, @Nullable ContiguityEdge edge, String zh, String en) {}
