package org.lianpian.region.solver;

/**
 * Which areas may be in one package, pair by pair: for example those no farther apart than the
 * largest diameter. Must be symmetric and safe to ask from several threads.
 */
@FunctionalInterface
public interface PairRule {
  boolean mayShare(int a, int b);
}
