package org.lianpian.region;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well the members of an area fit together (FZ-24): 0 not at all, 1 perfectly; null when
 * nothing is known, which counts neither for nor against.
 *
 * @param adjacency 地理位置相邻: mean of 1 - gap / largest gap along the shortest spanning tree
 * @param type 小区类型相近: origin, decade, storeys and structure, mean over pairs of members
 * @param industry 产业配套相关: shared share of the recorded names, mean over pairs
 * @param culture 文化脉络相连: shared share of the recorded names, mean over pairs
 * @param overall weighted mean of those that are known
 * @param missing how many members lack what each score needs
 */
public record SimilarityScores(
    @Nullable Double adjacency,
    @Nullable Double type,
    @Nullable Double industry,
    @Nullable Double culture,
    @Nullable Double overall,
    Missing missing) {

  /** How many members lack a position, all traits of type, industry names, culture names. */
  public record Missing(int adjacency, int type, int industry, int culture) {}

  public Map<String, @Nullable Object> toTree() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("adjacent", adjacency);
    tree.put("type", type);
    tree.put("industry", industry);
    tree.put("culture", culture);
    tree.put("overall", overall);
    Map<String, @Nullable Object> lacks = new LinkedHashMap<>();
    lacks.put("adjacent", missing.adjacency());
    lacks.put("type", missing.type());
    lacks.put("industry", missing.industry());
    lacks.put("culture", missing.culture());
    tree.put("missing", lacks);
    return tree;
  }
}
