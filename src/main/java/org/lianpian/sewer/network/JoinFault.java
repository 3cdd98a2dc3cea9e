package org.lianpian.sewer.network;

/**
 * What was missing, inferred or disputed at the end of a pipe.
 *
 * @param row the pipe's row in the survey
 * @param nodeId the node concerned, or empty
 * @param metres how far the end lies from it, when that is the fault
 * @param otherId the node at the end of the line when the id names another, or empty
 */
public record JoinFault(Kind kind, int row, String nodeId, double metres, String otherId) {

  /** The kinds of fault. */
  public enum Kind {
    /** Neither an id nor a shape; the pipe is left out. */
    NO_PLACE,
    /** Names a node that nobody surveyed; the node is implied. */
    UNSURVEYED,
    /** Ends where no node was surveyed; the node is implied. */
    UNSURVEYED_PLACE,
    /** Joined to the nearest node though it does not quite meet it. */
    INFERRED,
    /** Names a node other than where it ends; the id is followed. */
    CONFLICT,
    /** Starts and ends at one node; the pipe is left out. */
    START_EQUALS_END
  }
}
