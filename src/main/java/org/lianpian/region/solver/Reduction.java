package org.lianpian.region.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a problem into connected components: frozen packages leave the graph, areas that must stay
 * together become one node, and nodes that no package can take are named and left out.
 */
final class Reduction {
  private static final int NOWHERE = -1;

  private final PackageProblem problem;
  final List<Component> components = new ArrayList<>();

  /** Why an area is in no component; null for those in one and for frozen ones. */
  final @Nullable LeftoverCause[] causes;

  private final int[] leader;

  Reduction(PackageProblem problem) {
    this.problem = problem;
    int areas = problem.size();
    this.causes = new LeftoverCause[areas];
    this.leader = new int[areas];
    Integer[] byId = new Integer[areas];
    for (int i = 0; i < areas; i++) {
      byId[i] = i;
      leader[i] = i;
    }
    Arrays.sort(byId, Comparator.comparing(i -> problem.ids[i]));
    for (int[] group : problem.mustLinks) {
      for (int area : group) {
        leader[root(area)] = root(group[0]);
      }
    }
    int[] kept = keptAttributes();
    int[][] nodes = nodes(byId, kept);
    split(nodes, kept);
  }

  private int root(int area) {
    int at = area;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }

  /** Returns the attributes with a bound, and the first one as others compare with it. */
  private int[] keptAttributes() {
    List<Integer> kept = new ArrayList<>();
    for (int k = 0; k < problem.attributes.size(); k++) {
      if (k == 0 || problem.attributes.get(k).isBounded()) {
        kept.add(k);
      }
    }
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the usable nodes, in the order of their smallest ids. */
  private int[][] nodes(Integer[] byId, int[] kept) {
    List<List<Integer>> groups = new ArrayList<>();
    int[] groupOf = new int[problem.size()];
    Arrays.fill(groupOf, NOWHERE);
    for (int area : byId) {
      if (problem.frozen[area] < 0) {
        int root = root(area);
        if (groupOf[root] == NOWHERE) {
          groupOf[root] = groups.size();
          groups.add(new ArrayList<>(1));
        }
        groups.get(groupOf[root]).add(area);
      }
    }
    List<int[]> nodes = new ArrayList<>();
    for (List<Integer> group : groups) {
      int[] areas = group.stream().mapToInt(Integer::intValue).toArray();
      LeftoverCause cause = refusal(areas, kept);
      if (cause == null) {
        nodes.add(areas);
      } else {
        for (int area : areas) {
          causes[area] = cause;
        }
      }
    }
    return nodes.toArray(int[][]::new);
  }

  private @Nullable LeftoverCause refusal(int[] areas, int[] kept) {
    for (int k : kept) {
      BoundedAttribute attribute = problem.attributes.get(k);
      long sum = 0;
      for (int area : areas) {
        sum += attribute.values()[area];
      }
      if (sum > attribute.max()) {
        return LeftoverCause.ABOVE_MAX_ALONE;
      }
    }
    return areas.length > 1 && contradicts(areas) ? LeftoverCause.LOCKS_CONTRADICT : null;
  }

  private boolean contradicts(int[] areas) {
    Component alone =
        new Component(
            problem,
            Arrays.stream(areas).mapToObj(a -> new int[] {a}).toArray(int[][]::new),
            new int[0],
            new int[0],
            new double[0],
            new int[0]);
    for (int i = 0; i < areas.length; i++) {
      for (int j = i + 1; j < areas.length; j++) {
        if (!alone.mayShare(i, j)) {
          return true;
        }
      }
    }
    int reached = 1;
    boolean[] seen = new boolean[areas.length];
    int[] open = new int[areas.length];
    seen[0] = true;
    for (int done = 0; done < reached; done++) {
      int area = areas[open[done]];
      for (int e = problem.graph.start(area); e < problem.graph.start(area + 1); e++) {
        for (int j = 0; j < areas.length; j++) {
          if (!seen[j] && areas[j] == problem.graph.neighbour(e)) {
            seen[j] = true;
            open[reached++] = j;
          }
        }
      }
    }
    return reached < areas.length;
  }

  /** Finds the components, in the order of their smallest ids. */
  private void split(int[][] nodes, int[] kept) {
    int[] nodeOf = new int[problem.size()];
    Arrays.fill(nodeOf, NOWHERE);
    for (int i = 0; i < nodes.length; i++) {
      for (int area : nodes[i]) {
        nodeOf[area] = i;
      }
    }
    int[] componentOf = new int[nodes.length];
    Arrays.fill(componentOf, NOWHERE);
    int[] open = new int[nodes.length];
    int[] localOf = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      if (componentOf[i] == NOWHERE) {
        int reached = 0;
        open[reached++] = i;
        componentOf[i] = i;
        for (int done = 0; done < reached; done++) {
          for (int area : nodes[open[done]]) {
            for (int e = problem.graph.start(area); e < problem.graph.start(area + 1); e++) {
              int other = nodeOf[problem.graph.neighbour(e)];
              if (other != NOWHERE && componentOf[other] == NOWHERE) {
                componentOf[other] = i;
                open[reached++] = other;
              }
            }
          }
        }
        int[] found = Arrays.copyOf(open, reached);
        Arrays.sort(found);
        for (int local = 0; local < reached; local++) {
          localOf[found[local]] = local;
        }
        add(component(nodes, found, nodeOf, localOf, kept));
      }
    }
  }

  private Component component(int[][] nodes, int[] found, int[] nodeOf, int[] localOf, int[] kept) {
    int[][] members = new int[found.length][];
    int[] offsets = new int[found.length + 1];
    int[] neighbours = new int[16];
    double[] penalties = new double[16];
    int size = 0;
    for (int local = 0; local < found.length; local++) {
      members[local] = nodes[found[local]];
      int first = size;
      for (int area : members[local]) {
        for (int e = problem.graph.start(area); e < problem.graph.start(area + 1); e++) {
          int other = nodeOf[problem.graph.neighbour(e)];
          if (other != NOWHERE && other != found[local]) {
            int at = first;
            while (at < size && neighbours[at] != localOf[other]) {
              at++;
            }
            if (at == size) {
              if (size == neighbours.length) {
                neighbours = Arrays.copyOf(neighbours, 2 * size);
                penalties = Arrays.copyOf(penalties, 2 * size);
              }
              neighbours[size] = localOf[other];
              penalties[size++] = 0;
            }
            penalties[at] += problem.graph.penalty(e);
          }
        }
      }
      sort(neighbours, penalties, first, size);
      offsets[local + 1] = size;
    }
    return new Component(
        problem,
        members,
        offsets,
        Arrays.copyOf(neighbours, size),
        Arrays.copyOf(penalties, size),
        kept);
  }

  /** Sorts a row by neighbour, so that the order of the input is forgotten; rows are short. */
  private static void sort(int[] neighbours, double[] penalties, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int neighbour = neighbours[i];
      double penalty = penalties[i];
      int at = i;
      while (at > from && neighbours[at - 1] > neighbour) {
        neighbours[at] = neighbours[at - 1];
        penalties[at] = penalties[at - 1];
        at--;
      }
      neighbours[at] = neighbour;
      penalties[at] = penalty;
    }
  }

  private void add(Component component) {
    long[] sum = new long[component.attributes];
    for (int i = 0; i < component.n; i++) {
      for (int k = 0; k < component.attributes; k++) {
        sum[k] += component.sizes[i * component.attributes + k];
      }
    }
    if (Component.reachesMin(sum, 0, component.min)) {
      components.add(component);
      return;
    }
    for (int[] areas : component.members) {
      for (int area : areas) {
        causes[area] = LeftoverCause.COMPONENT_BELOW_MIN;
      }
    }
  }
}
