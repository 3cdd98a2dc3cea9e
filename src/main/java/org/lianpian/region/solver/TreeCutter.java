package org.lianpian.region.solver;

/**
 * Cuts a set of nodes into groups within bounds along a random spanning tree.
 *
 * <p>From the leaves up, each subtree carries the sizes that are still open. What has reached the
 * wanted size is cut off as a group; what is too much together with the parent is cut off if it
 * reaches the minimum, else it becomes an orphan. With a minimum alone this is the optimal number
 * of groups for the tree. Orphans then join each other or a neighbouring group where the bounds
 * admit it, as a whole or node by node; the rest is left over. Cost about the number of edges.
 *
 * <p>Source: recombination (ReCom) of DeFord, Duchin and Solomon (2021), with a greedy bottom-up
 * cut into any number of groups in place of one balanced cut. Not thread-safe.
 */
final class TreeCutter {
  static final int LEFT_OVER = -1;
  private static final int NONE = -1;

  private final Component component;
  private final int attributes;

  /** The place of a node in the current region, where {@code stamp} says that it is in it. */
  private final int[] placeOf;

  private final int[] stamp;
  private int now;
  private int[] region = new int[0];
  private int size;

  // by place in the region
  private int[] order = new int[0];
  private int[] parent = new int[0];
  private boolean[] reached = new boolean[0];
  private long[] open = new long[0];
  private boolean[] cut = new boolean[0];
  private int[] nextMember = new int[0];
  private int[] firstChild = new int[0];
  private int[] nextChild = new int[0];
  private int[] membersA = new int[0];
  private int[] membersB = new int[0];

  /** The group of each place of the region, or {@link #LEFT_OVER}. */
  int[] group = new int[0];

  /** Counts nodes and pairs that were looked at, so that effort does not depend on a clock. */
  long work;

  // by group
  private int groups;
  long[] sums = new long[0];
  private boolean[] complete = new boolean[0];
  private int[] firstMember = new int[0];

  // edges that may extend the tree
  private int[] edgeTo = new int[64];
  private int[] edgeFrom = new int[64];

  TreeCutter(Component component) {
    this.component = component;
    this.attributes = component.attributes;
    this.placeOf = new int[component.n];
    this.stamp = new int[component.n];
  }

  /**
   * Cuts the first {@code m} nodes of {@code nodes}; the answer is in {@link #group}.
   *
   * @param wanted a group is cut off as soon as it has reached this; at least the minimum
   */
  void cut(int[] nodes, int m, long[] wanted, SplitMix random) {
    region = nodes;
    size = m;
    work += m;
    if (order.length < m) {
      int capacity = Math.max(64, 2 * m);
      order = new int[capacity];
      parent = new int[capacity];
      reached = new boolean[capacity];
      open = new long[capacity * attributes];
      cut = new boolean[capacity];
      nextMember = new int[capacity];
      firstChild = new int[capacity];
      nextChild = new int[capacity];
      membersA = new int[capacity];
      membersB = new int[capacity];
      group = new int[capacity];
      sums = new long[capacity * attributes];
      complete = new boolean[capacity];
      firstMember = new int[capacity];
    }
    now++;
    for (int i = 0; i < m; i++) {
      placeOf[nodes[i]] = i;
      stamp[nodes[i]] = now;
      reached[i] = false;
    }
    growTree(random);
    cutUpwards(wanted);
    numberGroups();
    placeOrphans(random);
  }

  int groups() {
    return groups;
  }

  /** Tells whether a group keeps the bounds; the others have no places. */
  boolean isComplete(int group) {
    return complete[group];
  }

  private void growTree(SplitMix random) {
    int visited = 0;
    int start = random.below(size);
    for (int offset = 0; visited < size; offset++) {
      int root = start + offset < size ? start + offset : start + offset - size;
      if (!reached[root]) {
        reached[root] = true;
        parent[root] = -1;
        order[visited++] = root;
        visited = growFrom(root, visited, random);
      }
    }
  }

  /** Extends the tree along edges drawn at random from its fringe. */
  private int growFrom(int root, int visitedBefore, SplitMix random) {
    int visited = visitedBefore;
    int fringe = addEdges(root, 0);
    while (fringe > 0) {
      int drawn = random.below(fringe);
      int to = edgeTo[drawn];
      int from = edgeFrom[drawn];
      fringe--;
      edgeTo[drawn] = edgeTo[fringe];
      edgeFrom[drawn] = edgeFrom[fringe];
      if (!reached[to]) {
        reached[to] = true;
        parent[to] = from;
        order[visited++] = to;
        fringe = addEdges(to, fringe);
      }
    }
    return visited;
  }

  private int addEdges(int place, int fringeBefore) {
    int fringe = fringeBefore;
    int node = region[place];
    int end = component.offsets[node + 1];
    if (fringe + end - component.offsets[node] > edgeTo.length) {
      int capacity = 2 * (fringe + end - component.offsets[node]);
      edgeTo = java.util.Arrays.copyOf(edgeTo, capacity);
      edgeFrom = java.util.Arrays.copyOf(edgeFrom, capacity);
    }
    for (int e = component.offsets[node]; e < end; e++) {
      int other = component.neighbours[e];
      if (stamp[other] == now && !reached[placeOf[other]]) {
        edgeTo[fringe] = placeOf[other];
        edgeFrom[fringe++] = place;
      }
    }
    return fringe;
  }

  private void cutUpwards(long[] wanted) {
    for (int i = 0; i < size; i++) {
      System.arraycopy(component.sizes, region[i] * attributes, open, i * attributes, attributes);
      firstChild[i] = NONE;
    }
    for (int i = size - 1; i >= 0; i--) {
      int place = order[i];
      int up = parent[place];
      boolean enough = Component.reachesMin(open, place * attributes, wanted);
      if (enough) {
        dropWhatIsTooMuch(place, wanted);
      }
      cut[place] = up < 0 || enough || !fits(open, place, open, up) || !mayJoin(place, up);
      if (!cut[place]) {
        for (int k = 0; k < attributes; k++) {
          open[up * attributes + k] += open[place * attributes + k];
        }
        nextChild[place] = firstChild[up];
        firstChild[up] = place;
      }
    }
  }

  /** Lets go of branches, the largest first, that a group does not need to reach its size. */
  private void dropWhatIsTooMuch(int place, long[] wanted) {
    while (true) {
      int chosen = NONE;
      for (int child = firstChild[place]; child >= 0; child = nextChild[child]) {
        if (isDispensable(place, child, wanted)
            && (chosen < 0 || open[child * attributes] > open[chosen * attributes])) {
          chosen = child;
        }
      }
      if (chosen < 0) {
        return;
      }
      cut[chosen] = true;
      for (int k = 0; k < attributes; k++) {
        open[place * attributes + k] -= open[chosen * attributes + k];
      }
      if (firstChild[place] == chosen) {
        firstChild[place] = nextChild[chosen];
      } else {
        int before = firstChild[place];
        while (nextChild[before] != chosen) {
          before = nextChild[before];
        }
        nextChild[before] = nextChild[chosen];
      }
    }
  }

  private boolean isDispensable(int place, int child, long[] wanted) {
    for (int k = 0; k < attributes; k++) {
      if (open[place * attributes + k] - open[child * attributes + k] < wanted[k]) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(long[] a, int atA, long[] b, int atB) {
    for (int k = 0; k < attributes; k++) {
      if (a[atA * attributes + k] + b[atB * attributes + k] > component.max[k]) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the open groups at two places may share a package. */
  private boolean mayJoin(int a, int b) {
    if (!component.hasPairRule) {
      return true;
    }
    int sizeA = collect(a, membersA);
    int sizeB = collect(b, membersB);
    for (int i = 0; i < sizeA; i++) {
      if (component.isEasy(region[membersA[i]])) {
        continue;
      }
      work += sizeB;
      for (int j = 0; j < sizeB; j++) {
        if (!component.mayShare(region[membersA[i]], region[membersB[j]])) {
          return false;
        }
      }
    }
    return true;
  }

  private int collect(int place, int[] into) {
    int found = 0;
    into[found++] = place;
    for (int done = 0; done < found; done++) {
      for (int child = firstChild[into[done]]; child >= 0; child = nextChild[child]) {
        into[found++] = child;
      }
    }
    return found;
  }

  private void numberGroups() {
    groups = 0;
    for (int i = 0; i < size; i++) {
      int place = order[i];
      if (cut[place]) {
        int made = groups++;
        group[place] = made;
        firstMember[made] = place;
        nextMember[place] = NONE;
        System.arraycopy(open, place * attributes, sums, made * attributes, attributes);
        complete[made] = Component.reachesMin(open, place * attributes, component.min);
      } else {
        int to = group[parent[place]];
        group[place] = to;
        nextMember[place] = firstMember[to];
        firstMember[to] = place;
      }
    }
  }

  private void placeOrphans(SplitMix random) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int orphan = 0; orphan < groups; orphan++) {
        if (!complete[orphan] && firstMember[orphan] >= 0) {
          changed |= joinWhole(orphan, random);
        }
      }
    }
    for (int orphan = 0; orphan < groups; orphan++) {
      if (!complete[orphan] && firstMember[orphan] >= 0) {
        for (int place = firstMember[orphan]; place >= 0; place = nextMember[place]) {
          group[place] = LEFT_OVER;
        }
      }
    }
    for (int orphan = 0; orphan < groups; orphan++) {
      if (!complete[orphan] && firstMember[orphan] >= 0) {
        joinOneByOne(orphan);
      }
    }
  }

  /** Joins an orphan with a neighbouring group, drawn at random, if the result is complete. */
  private boolean joinWhole(int orphan, SplitMix random) {
    int chosen = -1;
    int candidates = 0;
    for (int place = firstMember[orphan]; place >= 0; place = nextMember[place]) {
      int node = region[place];
      for (int e = component.offsets[node]; e < component.offsets[node + 1]; e++) {
        int other = component.neighbours[e];
        if (stamp[other] == now) {
          int to = group[placeOf[other]];
          if (to != orphan
              && to != chosen
              && fits(sums, orphan, sums, to)
              && isEnough(orphan, to)
              && groupsMayJoin(orphan, to)
              && random.below(++candidates) == 0) {
            chosen = to;
          }
        }
      }
    }
    if (chosen < 0) {
      return false;
    }
    int last = firstMember[orphan];
    for (int place = last; place >= 0; place = nextMember[place]) {
      group[place] = chosen;
      last = place;
    }
    nextMember[last] = firstMember[chosen];
    firstMember[chosen] = firstMember[orphan];
    firstMember[orphan] = -1;
    for (int k = 0; k < attributes; k++) {
      sums[chosen * attributes + k] += sums[orphan * attributes + k];
    }
    complete[chosen] = true;
    return true;
  }

  private boolean groupsMayJoin(int orphan, int to) {
    if (component.hasPairRule) {
      for (int place = firstMember[orphan]; place >= 0; place = nextMember[place]) {
        if (!sharesWithAll(region[place], to)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isEnough(int orphan, int to) {
    if (complete[to]) {
      return true;
    }
    for (int k = 0; k < attributes; k++) {
      if (sums[orphan * attributes + k] + sums[to * attributes + k] < component.min[k]) {
        return false;
      }
    }
    return true;
  }

  /** Gives the nodes of an orphan to complete groups beside them, as far as these have room. */
  private void joinOneByOne(int orphan) {
    boolean changed = true;
    while (changed) {
      changed = false;
      int before = -1;
      int place = firstMember[orphan];
      while (place >= 0) {
        int after = nextMember[place];
        int to = roomFor(place);
        if (to >= 0) {
          if (before < 0) {
            firstMember[orphan] = after;
          } else {
            nextMember[before] = after;
          }
          group[place] = to;
          nextMember[place] = firstMember[to];
          firstMember[to] = place;
          for (int k = 0; k < attributes; k++) {
            sums[to * attributes + k] += component.sizes[region[place] * attributes + k];
          }
          changed = true;
        } else {
          before = place;
        }
        place = after;
      }
    }
  }

  private int roomFor(int place) {
    int node = region[place];
    for (int e = component.offsets[node]; e < component.offsets[node + 1]; e++) {
      int other = component.neighbours[e];
      if (stamp[other] == now) {
        int to = group[placeOf[other]];
        if (to != LEFT_OVER && fits(component.sizes, node, sums, to) && sharesWithAll(node, to)) {
          return to;
        }
      }
    }
    return -1;
  }

  private boolean sharesWithAll(int node, int to) {
    if (component.hasPairRule && !component.isEasy(node)) {
      for (int place = firstMember[to]; place >= 0; place = nextMember[place]) {
        work++;
        if (!component.mayShare(node, region[place])) {
          return false;
        }
      }
    }
    return true;
  }
}
