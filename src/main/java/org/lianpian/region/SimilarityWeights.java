package org.lianpian.region;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weights of the four criteria of similarity (FZ-24); at least one is positive. */
public record SimilarityWeights(double adjacency, double type, double industry, double culture) {

  public SimilarityWeights {
    if (!(adjacency >= 0 && type >= 0 && industry >= 0 && culture >= 0)
        || !(adjacency + type + industry + culture > 0)) {
      throw new IllegalArgumentException(
          "Weights must be >= 0 and not all 0, were "
              + adjacency
              + ", "
              + type
              + ", "
              + industry
              + ", "
              + culture);
    }
  }

  Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("adjacency", adjacency);
    tree.put("type", type);
    tree.put("industry", industry);
    tree.put("culture", culture);
    return tree;
  }
}
