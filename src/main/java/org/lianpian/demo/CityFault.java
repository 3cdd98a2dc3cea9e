package org.lianpian.demo;

import org.jspecify.annotations.Nullable;

/**
 * A fault planted in a {@link SewerCity}.
 *
 * @param objectId the pipe at fault; for a node out of place, the node
 * @param communityId the community behind it, or null for a pipe in the street
 * @param metres how far a pipe's end was moved, else 0
 */
public record CityFault(Kind kind, String objectId, @Nullable String communityId, double metres) {

  /** The kinds of fault, as they come about in surveys and in the ground. */
  public enum Kind {
    /** A pipe is missing. */
    DELETED,
    /** A pipe is stored from its lower to its upper end. */
    FLIPPED,
    /** A pipe without node ids ends 0.06 to 0.5 m from its node. */
    SHIFTED_LITTLE,
    /** A pipe without node ids ends 0.6 to 2 m from its node. */
    SHIFTED_FAR,
    /** A sewage pipe is a storm drain (污水管写成雨水管). */
    OTHER_MEDIUM,
    /** A stub was never opened. */
    CAPPED,
    /** A pipe is out of use. */
    ABANDONED,
    /** No level is known; nothing is broken. */
    WITHOUT_LEVELS,
    /** Easting and northing of a node are swapped. */
    SWAPPED_COORDINATES
  }
}
