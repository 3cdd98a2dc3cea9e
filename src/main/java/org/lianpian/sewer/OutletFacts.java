package org.lianpian.sewer;

import java.util.Optional;
import org.lianpian.model.Medium;

/** What the rules ask of an outlet. */
interface OutletFacts {

  String connectionId();

  String nodeId();

  /** Returns what the community's own pipes bring. */
  Medium medium();

  OutletConnection connection();

  /** Tells whether the outlet's node is on the map. */
  boolean isSurveyed();

  /** Tells whether its water passes a sewage pipe. */
  boolean passesSewer();

  /** Returns the first thing in the direction of flow that keeps sewage from the plant. */
  Optional<SewerBreak> firstBreak();

  default boolean carriesSewage() {
    return medium() == Medium.SEWAGE || isCombined();
  }

  default boolean isCombined() {
    return medium() == Medium.COMBINED || medium() == Medium.INTERCEPTING;
  }
}
