package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lianpian.model.Progress;

/**
 * Joins by nearness alone, in plain steps; the oracle of faster or better regionalizers.
 *
 * <ol>
 *   <li>Candidates are the small units, and those of unknown size, that have a usable position and
 *       are not excluded ({@link UnitRole}).
 *   <li>Connected components along usable edges. One that exceeds the most households or the
 *       largest diameter is cut at the largest gap of its minimum spanning tree, again and again
 *       until each piece is within the limits.
 *   <li>Pieces are joined again along the smallest gap while the union is within the limits.
 *   <li>A piece of two or more that reaches the minimum is a package; everything else is left over.
 * </ol>
 *
 * <p>Unknown households: the known sum must keep the maximum and reach the minimum. So a unit of
 * unknown size may join, the package warns of it, and a package never reaches the minimum by a
 * guess. Gaps are compared to the millimetre, ties go to the smaller ids.
 *
 * <p>Cost {@code O(e log e)} in edges, plus the diameters of oversized pieces.
 *
 * <p>Source: single-linkage clustering; SKATER (Assunção et al. 2006) also prunes a minimum
 * spanning tree, by dissimilarity where we cut by gap.
 */
public final class PlainRegionalizer implements Regionalizer {

  @Override
  public PackagePlan plan(PackagingInput input, PackagingParameters parameters, Progress progress) {
    ContiguityGraph graph = ContiguityGraph.of(input, parameters, progress);
    return new PlanReporter(graph, input.hash(parameters)).report(pieces(graph), List.of());
  }

  /** Returns disjoint, contiguous pieces that cover the candidates. */
  static Collection<Set<String>> pieces(ContiguityGraph graph) {
    PackagingParameters parameters = graph.parameters();
    List<PackagingUnit> candidates =
        graph.units().stream().filter(u -> u.role(parameters) == UnitRole.CANDIDATE).toList();
    Set<String> ids = candidates.stream().map(PackagingUnit::id).collect(Collectors.toSet());
    List<ContiguityEdge> usable =
        graph.edges().stream()
            .filter(e -> e.use() == EdgeUse.USABLE && ids.contains(e.a()) && ids.contains(e.b()))
            .toList();

    List<Set<String>> pieces = new ArrayList<>();
    for (Dendrogram root : Dendrogram.of(ids, usable)) {
      cut(root, graph, pieces);
    }
    return join(pieces, usable, graph);
  }

  /**
   * Splits at the last merge, that is at the largest gap of the piece's minimum spanning tree,
   * until the pieces are within the limits.
   */
  private static void cut(Dendrogram root, ContiguityGraph graph, List<Set<String>> pieces) {
    List<Dendrogram> open = new ArrayList<>(List.of(root));
    while (!open.isEmpty()) {
      Dendrogram node = open.remove(open.size() - 1);
      Set<String> members = node.members();
      if (members.size() == 1 || Limits.areKept(members, graph)) {
        pieces.add(members);
      } else {
        open.addAll(node.parts());
      }
    }
  }

  private static Collection<Set<String>> join(
      List<Set<String>> pieces, List<ContiguityEdge> nearestFirst, ContiguityGraph graph) {
    Map<String, Set<String>> pieceOf = new TreeMap<>();
    pieces.forEach(piece -> piece.forEach(id -> pieceOf.put(id, piece)));
    // once a union exceeds a limit, every later and larger union does: one pass is enough
    for (ContiguityEdge edge : nearestFirst) {
      Set<String> a = pieceOf.getOrDefault(edge.a(), Set.of());
      Set<String> b = pieceOf.getOrDefault(edge.b(), Set.of());
      if (a != b) {
        Set<String> union = new TreeSet<>(a);
        union.addAll(b);
        if (Limits.areKept(union, graph)) {
          union.forEach(id -> pieceOf.put(id, union));
        }
      }
    }
    Map<String, Set<String>> bySmallestId = new TreeMap<>();
    pieceOf.values().forEach(piece -> bySmallestId.put(piece.iterator().next(), piece));
    return bySmallestId.values();
  }
}
