package org.lianpian.region.solver;

/** What counts next after leaving over as few areas as possible. */
public enum Objective {
  /** As many packages as possible (max-p): each is as small as the minimum allows. */
  MOST_PACKAGES,
  /** As few packages as possible: each is as large as the maximum allows. */
  FEWEST_PACKAGES,
  /** The smallest sum over packages of |first attribute - target|. */
  TARGET_SIZE
}
