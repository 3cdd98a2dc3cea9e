package org.lianpian.frontage.sight;

import java.util.Arrays;

/** A union of closed intervals of numbers, cleared and used again. Not thread-safe. */
final class Intervals {
  private double[] from = new double[16];
  private double[] to = new double[16];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  double from(int position) {
    return from[position];
  }

  double to(int position) {
    return to[position];
  }

  void add(double start, double end) {
    if (size == from.length) {
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
    }
    from[size] = start;
    to[size++] = end;
  }

  void addAll(Intervals other) {
    for (int i = 0; i < other.size; i++) {
      add(other.from[i], other.to[i]);
    }
  }

  /** Sorts the intervals and joins those that overlap or touch. */
  void unite() {
    if (size < 2) {
      return;
    }
    sort();
    int last = 0;
    for (int i = 1; i < size; i++) {
      if (from[i] <= to[last]) {
        to[last] = Math.max(to[last], to[i]);
      } else {
        last++;
        from[last] = from[i];
        to[last] = to[i];
      }
    }
    size = last + 1;
  }

  /** Sets this to the part of an interval that another, united, set leaves free. */
  void setToGaps(double start, double end, Intervals taken) {
    clear();
    double free = start;
    for (int i = 0; i < taken.size && free < end; i++) {
      if (taken.from[i] > free) {
        add(free, Math.min(end, taken.from[i]));
      }
      free = Math.max(free, taken.to[i]);
    }
    if (free < end) {
      add(free, end);
    }
  }

  private void sort() {
    if (size <= 32) {
      sortByInsertion();
      return;
    }
    double[] ends = new double[size];
    double[] starts = Arrays.copyOf(from, size);
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(starts[a], starts[b]));
    for (int i = 0; i < size; i++) {
      ends[i] = to[order[i]];
      from[i] = starts[order[i]];
    }
    System.arraycopy(ends, 0, to, 0, size);
  }

  private void sortByInsertion() {
    for (int i = 1; i < size; i++) {
      double start = from[i];
      double end = to[i];
      int j = i - 1;
      while (j >= 0 && from[j] > start) {
        from[j + 1] = from[j];
        to[j + 1] = to[j];
        j--;
      }
      from[j + 1] = start;
      to[j + 1] = end;
    }
  }
}
