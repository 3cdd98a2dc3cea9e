package org.lianpian.sewer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.lianpian.model.Feature;

/** Features in an order that does not depend on that of the input. */
final class SortedFeatures {
  private SortedFeatures() {}

  /** Sorts by id; features that share one, by all they say. */
  static <T extends Feature> List<T> of(Collection<T> features) {
    return features.stream()
        .sorted(Comparator.comparing((T feature) -> feature.id()).thenComparing(T::toString))
        .toList();
  }

  /**
   * Keeps the first of those that share an id.
   *
   * @param sorted by id
   * @param dropped is told of each of the others
   */
  static <T extends Feature> List<T> distinct(List<T> sorted, Consumer<? super T> dropped) {
    List<T> distinct = new ArrayList<>(sorted.size());
    String before = null;
    for (T feature : sorted) {
      if (feature.id().equals(before)) {
        dropped.accept(feature);
      } else {
        distinct.add(feature);
        before = feature.id();
      }
    }
    return distinct;
  }
}
