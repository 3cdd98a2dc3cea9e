package org.lianpian.sewer.network;

import java.util.Arrays;

/**
 * Finds the number of an id: open addressing over an array of ids that may grow. A slot holds hash
 * and number, so that only texts of equal hash are compared.
 */
final class IdIndex {
  private String[] ids;
  private int size;
  private long[] slots;

  IdIndex(int expected) {
    ids = new String[Math.max(16, expected)];
    slots = new long[Integer.highestOneBit(Math.max(16, expected)) * 2];
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
    int hash = spread(id);
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int number = (int) slots[slot] - 1;
      if ((int) (slots[slot] >>> 32) == hash && ids[number].equals(id)) {
        return number;
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
    if (4L * size > 3L * slots.length) {
      slots = new long[slots.length * 2];
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
    return 8L * slots.length + 4L * ids.length;
  }

  private void place(int number) {
    int mask = slots.length - 1;
    int hash = spread(ids[number]);
    int slot = hash & mask;
    while (slots[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = (long) hash << 32 | (number + 1);
  }

  private static int spread(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
