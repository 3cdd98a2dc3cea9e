package org.lianpian.geocode.match;

import java.util.Arrays;

/**
 * An inverted index in flat arrays: from keys (pairs of sounds, sounds, roads with numbers) to the
 * names that have them. Immutable and thread-safe.
 */
final class SoundIndex {
  private final int[] keys;
  private final int[] starts;
  private final int[] names;
  private final int mask;

  private SoundIndex(int[] keys, int[] starts, int[] names) {
    this.keys = keys;
    this.starts = starts;
    this.names = names;
    this.mask = keys.length - 1;
  }

  /**
   * Builds an index.
   *
   * @param pairs key in the upper, name in the lower 32 bits; sorted here
   */
  static SoundIndex of(long[] pairs) {
    Arrays.sort(pairs);
    int distinct = 0;
    for (int i = 0; i < pairs.length; i++) {
      distinct += i == 0 || pairs[i] >> 32 != pairs[i - 1] >> 32 ? 1 : 0;
    }
    int slots = Integer.highestOneBit(Math.max(4, distinct * 2)) * 2;
    int[] keys = new int[slots];
    int[] starts = new int[2 * slots];
    int[] names = new int[pairs.length];
    int from = 0;
    for (int i = 0; i < pairs.length; i++) {
      names[i] = (int) pairs[i];
      boolean last = i + 1 == pairs.length || pairs[i + 1] >> 32 != pairs[i] >> 32;
      if (last) {
        int key = (int) (pairs[i] >> 32);
        int slot = mix(key) & (slots - 1);
        while (starts[2 * slot + 1] > 0) {
          slot = (slot + 1) & (slots - 1);
        }
        keys[slot] = key;
        starts[2 * slot] = from;
        starts[2 * slot + 1] = i + 1;
        from = i + 1;
      }
    }
    return new SoundIndex(keys, starts, names);
  }

  /** Returns the slot of a key, or -1. */
  int find(int key) {
    int slot = mix(key) & mask;
    while (starts[2 * slot + 1] > 0) {
      if (keys[slot] == key) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  int count(int slot) {
    return starts[2 * slot + 1] - starts[2 * slot];
  }

  int start(int slot) {
    return starts[2 * slot];
  }

  int end(int slot) {
    return starts[2 * slot + 1];
  }

  int name(int posting) {
    return names[posting];
  }

  /** Returns the size of the arrays in bytes. */
  long bytes() {
    return 4L * (keys.length + starts.length + names.length);
  }

  static int mix(int value) {
    int h = value * 0x9E3779B1;
    h ^= h >>> 15;
    h *= 0x85EBCA77;
    return h ^ (h >>> 13);
  }
}
