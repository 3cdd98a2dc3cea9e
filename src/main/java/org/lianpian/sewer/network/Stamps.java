package org.lianpian.sewer.network;

import java.util.Arrays;

/** A set of small numbers that is emptied in no time, by counting searches. */
final class Stamps {
  private final int[] stamp;
  private int search;

  Stamps(int size) {
    stamp = new int[size];
  }

  void clear() {
    if (++search == Integer.MAX_VALUE) {
      Arrays.fill(stamp, 0);
      search = 1;
    }
  }

  boolean contains(int number) {
    return stamp[number] == search && search > 0;
  }

  /** Adds a number; returns whether it was new. */
  boolean add(int number) {
    if (stamp[number] == search) {
      return false;
    }
    stamp[number] = search;
    return true;
  }
}
