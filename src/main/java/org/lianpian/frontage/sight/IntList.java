package org.lianpian.frontage.sight;

import java.util.Arrays;

/** A growing list of numbers that is cleared and used again. Not thread-safe. */
public final class IntList {
  private int[] items = new int[32];
  private int size;

  public int size() {
    return size;
  }

  public int get(int position) {
    return items[position];
  }

  public void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  public void clear() {
    size = 0;
  }

  public void sort() {
    Arrays.sort(items, 0, size);
  }
}
