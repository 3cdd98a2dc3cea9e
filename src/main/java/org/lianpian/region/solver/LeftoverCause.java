package org.lianpian.region.solver;

/** Why an area is in no package. */
public enum LeftoverCause {
  /** It exceeds a maximum on its own, or with those it must stay with. */
  ABOVE_MAX_ALONE,
  /** All that it can be reached from adds up to less than a minimum. */
  COMPONENT_BELOW_MIN,
  /** It must stay with areas that it does not hang together with, or must not be with. */
  LOCKS_CONTRADICT,
  /** The search found no place for it within the bounds. */
  NO_PLACE_FOUND
}
