package org.lianpian.region.solver;

/**
 * A small generator of random numbers whose sequence is ours to keep.
 *
 * <p>Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators.
 */
final class SplitMix {
  private long state;

  SplitMix(long seed) {
    this.state = seed;
  }

  /** Returns a seed for one part of a job: the job's seed mixed with an id (FNV-1a). */
  static long seed(long job, String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash + mix(job));
  }

  long next() {
    state += 0x9e3779b97f4a7c15L;
    return mix(state);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Returns a number in [0, bound). */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Returns a number in [0, 1). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }
}
