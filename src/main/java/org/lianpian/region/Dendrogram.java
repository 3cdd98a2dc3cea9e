package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tree of merges of single-linkage clustering: a unit, or two parts and the edge of the minimum
 * spanning tree that joined them, which is the largest among their members.
 */
final class Dendrogram {
  private final List<String> leaf;
  private final List<Dendrogram> parts;

  private Dendrogram(List<String> leaf, List<Dendrogram> parts) {
    this.leaf = leaf;
    this.parts = parts;
  }

  /** Builds one tree per connected component (Kruskal), in the order of their smallest ids. */
  static List<Dendrogram> of(Collection<String> ids, List<ContiguityEdge> nearestFirst) {
    Map<String, String> parents = new HashMap<>();
    Map<String, Dendrogram> trees = new TreeMap<>();
    for (String id : ids) {
      parents.put(id, id);
      trees.put(id, new Dendrogram(List.of(id), List.of()));
    }
    for (ContiguityEdge edge : nearestFirst) {
      String a = root(parents, edge.a());
      String b = root(parents, edge.b());
      if (!a.equals(b)) {
        String kept = a.compareTo(b) < 0 ? a : b;
        String gone = kept.equals(a) ? b : a;
        Dendrogram first = trees.get(kept);
        Dendrogram second = trees.remove(gone);
        if (first == null || second == null) {
          throw new IllegalStateException("no tree at " + kept + " or " + gone);
        }
        trees.put(kept, new Dendrogram(List.of(), List.of(first, second)));
        parents.put(gone, kept);
      }
    }
    return List.copyOf(trees.values());
  }

  private static String root(Map<String, String> parents, String id) {
    String at = id;
    String parent = parents.getOrDefault(at, at);
    while (!parent.equals(at)) {
      // halve the path, so that chains stay short
      String above = parents.getOrDefault(parent, parent);
      parents.put(at, above);
      at = above;
      parent = parents.getOrDefault(at, at);
    }
    return at;
  }

  /** Returns the two parts, or none for a single unit. */
  List<Dendrogram> parts() {
    return parts;
  }

  /** Returns the units of all parts; walks without recursion, as a chain is as deep as long. */
  Set<String> members() {
    Set<String> members = new TreeSet<>();
    List<Dendrogram> open = new ArrayList<>(List.of(this));
    while (!open.isEmpty()) {
      Dendrogram node = open.remove(open.size() - 1);
      members.addAll(node.leaf);
      open.addAll(node.parts);
    }
    return members;
  }
}
