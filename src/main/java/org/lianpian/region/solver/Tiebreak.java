package org.lianpian.region.solver;

/** What decides between plans with equal leftovers and an equal {@link Objective}. */
public enum Tiebreak {
  /** Pairwise dissimilarity and penalties of edges first, then compactness. */
  SIMILARITY_FIRST,
  /** Compactness first: the sum of squared distances to the package's centre. */
  COMPACTNESS_FIRST
}
