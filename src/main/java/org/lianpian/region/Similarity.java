package org.lianpian.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.OriginType;

/**
 * Computes {@link SimilarityScores}; {@code O(k²)} in the members of an area.
 *
 * <p>Type compares what both units have: origin and structure are equal or not, decades score 1 /
 * (1 + decades apart), storeys the smaller over the larger.
 */
final class Similarity {
  private final ContiguityGraph graph;

  Similarity(ContiguityGraph graph) {
    this.graph = graph;
  }

  SimilarityScores of(List<PackagingUnit> members) {
    Double adjacency = adjacency(members);
    Double type = meanOverPairs(members, Similarity::type);
    Double industry =
        meanOverPairs(members, (a, b) -> overlap(a.traits().industry(), b.traits().industry()));
    Double culture =
        meanOverPairs(members, (a, b) -> overlap(a.traits().culture(), b.traits().culture()));
    return new SimilarityScores(
        adjacency,
        type,
        industry,
        culture,
        overall(adjacency, type, industry, culture),
        new SimilarityScores.Missing(
            count(members, unit -> unit.geometry() == null),
            count(members, Similarity::lacksType),
            count(members, unit -> unit.traits().industry().isEmpty()),
            count(members, unit -> unit.traits().culture().isEmpty())));
  }

  private static int count(List<PackagingUnit> members, Predicate<PackagingUnit> test) {
    return (int) members.stream().filter(test).count();
  }

  private static boolean lacksType(PackagingUnit unit) {
    UnitTraits traits = unit.traits();
    return traits.originType() == OriginType.UNKNOWN
        && traits.decade() == null
        && traits.storeys() == null
        && traits.structure().isBlank();
  }

  private @Nullable Double overall(
      @Nullable Double adjacency,
      @Nullable Double type,
      @Nullable Double industry,
      @Nullable Double culture) {
    SimilarityWeights weights = graph.parameters().weights();
    double sum = 0;
    double weight = 0;
    if (adjacency != null) {
      sum += weights.adjacency() * adjacency;
      weight += weights.adjacency();
    }
    if (type != null) {
      sum += weights.type() * type;
      weight += weights.type();
    }
    if (industry != null) {
      sum += weights.industry() * industry;
      weight += weights.industry();
    }
    if (culture != null) {
      sum += weights.culture() * culture;
      weight += weights.culture();
    }
    return weight == 0 ? null : sum / weight;
  }

  /** Pieces that do not hang together score 0 for each missing link. */
  private @Nullable Double adjacency(List<PackagingUnit> members) {
    if (members.size() < 2) {
      return null;
    }
    Map<String, Integer> pieceOf = new HashMap<>();
    Set<ContiguityEdge> inside = new TreeSet<>(ContiguityGraph.NEAREST_FIRST);
    for (int i = 0; i < members.size(); i++) {
      pieceOf.put(members.get(i).id(), i);
    }
    for (PackagingUnit member : members) {
      for (ContiguityEdge edge : graph.edgesOf(member.id())) {
        if (edge.use() != EdgeUse.DROPPED && pieceOf.containsKey(edge.other(member.id()))) {
          inside.add(edge);
        }
      }
    }
    double largest = graph.parameters().maxGapMetres();
    double sum = 0;
    for (ContiguityEdge edge : inside) {
      int a = pieceOf.getOrDefault(edge.a(), -1);
      int b = pieceOf.getOrDefault(edge.b(), -1);
      if (a != b) {
        pieceOf.replaceAll((id, piece) -> piece == b ? a : piece);
        sum += largest == 0 ? 1 : Math.max(0, 1 - edge.gapMetres() / largest);
      }
    }
    return sum / (members.size() - 1);
  }

  private static @Nullable Double meanOverPairs(
      List<PackagingUnit> members,
      BiFunction<PackagingUnit, PackagingUnit, @Nullable Double> similarity) {
    double sum = 0;
    long pairs = 0;
    for (int i = 0; i < members.size(); i++) {
      for (int j = i + 1; j < members.size(); j++) {
        Double value = similarity.apply(members.get(i), members.get(j));
        if (value != null) {
          sum += value;
          pairs++;
        }
      }
    }
    return pairs == 0 ? null : sum / pairs;
  }

  private static @Nullable Double type(PackagingUnit unitA, PackagingUnit unitB) {
    UnitTraits a = unitA.traits();
    UnitTraits b = unitB.traits();
    List<Double> parts = new ArrayList<>();
    if (a.originType() != OriginType.UNKNOWN && b.originType() != OriginType.UNKNOWN) {
      parts.add(a.originType() == b.originType() ? 1.0 : 0.0);
    }
    Integer decadeA = a.decade();
    Integer decadeB = b.decade();
    if (decadeA != null && decadeB != null) {
      parts.add(1.0 / (1 + Math.abs(decadeA - decadeB) / 10));
    }
    Integer storeysA = a.storeys();
    Integer storeysB = b.storeys();
    if (storeysA != null && storeysB != null && storeysA > 0 && storeysB > 0) {
      parts.add(Math.min(storeysA, storeysB) / (double) Math.max(storeysA, storeysB));
    }
    if (!a.structure().isBlank() && !b.structure().isBlank()) {
      parts.add(a.structure().equals(b.structure()) ? 1.0 : 0.0);
    }
    return parts.isEmpty()
        ? null
        : parts.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Returns the shared share of two sets of names; null when one is not recorded. */
  static @Nullable Double overlap(Set<String> a, Set<String> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return null;
    }
    Set<String> common = new TreeSet<>(a);
    common.retainAll(b);
    return common.size() / (double) (a.size() + b.size() - common.size());
  }
}
