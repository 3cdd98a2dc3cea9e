package org.lianpian.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Pseudo-random choices from a seed; the algorithm is fixed, so the same on every machine. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed, long stream) {
    this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream * 0xBF58476D1CE4E5B9L);
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Returns a number from {@code low} to {@code high}, both possible. */
  int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  @SafeVarargs
  final <T> T oneOf(T... values) {
    return values[random.nextInt(values.length)];
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> void shuffle(List<T> values) {
    for (int i = values.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T swapped = values.get(i);
      values.set(i, values.get(j));
      values.set(j, swapped);
    }
  }
}
