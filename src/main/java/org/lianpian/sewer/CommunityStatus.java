package org.lianpian.sewer;

import org.jspecify.annotations.Nullable;
import org.lianpian.sewer.SewerResult.Blocking;

/**
 * The drainage status of one community with the rule that decided and the object that blocks; a
 * {@link SewerResult} without its evidence.
 *
 * @param decidingOutlet id of the connection that decided, or null
 */
public record CommunityStatus(
    String communityId,
    DrainageStatus status,
    int rule,
    @Nullable Blocking blocking,
    @Nullable String decidingOutlet,
    Separation separation) {}
