package org.lianpian.sewer.network;

import java.util.Arrays;

/** Finds the number of an id: open addressing over an array of ids that may grow. */
final class IdIndex {
  private String[] ids;
  private int size;
  private int[] slots;

  IdIndex(int expected) {
    ids = new String[Math.max(16, expected)];
    slots = new int[Integer.highestOneBit(Math.max(16, expected)) * 4];
  }

  int size() {
    return size;
  }

  String id(int number) {
    return ids[number];
  }

  /** Returns the number of an id, or -1. */
  int find(String id) {
    int mask = slots.length - 1;
    for (int slot = spread(id) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      if (ids[slots[slot] - 1].equals(id)) {
        return slots[slot] - 1;
      }
    }
    return -1;
  }

  /**
   * Adds an id under the next number.
   *
   * @throws IllegalArgumentException when it is there already
   */
  int add(String id) {
    if (find(id) >= 0) {
      throw new IllegalArgumentException("ids must be unique, was twice: " + id);
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
    }
    ids[size++] = id;
    if (size * 2 > slots.length) {
      slots = new int[slots.length * 2];
      for (int number = 0; number < size; number++) {
        place(number);
      }
    } else {
      place(size - 1);
    }
    return size - 1;
  }

  IdIndex copy() {
    IdIndex copy = new IdIndex(0);
    copy.ids = ids.clone();
    copy.slots = slots.clone();
    copy.size = size;
    return copy;
  }

  long bytes() {
    return 4L * slots.length + 4L * ids.length;
  }

  private void place(int number) {
    int mask = slots.length - 1;
    int slot = spread(ids[number]) & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = number + 1;
  }

  private static int spread(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
