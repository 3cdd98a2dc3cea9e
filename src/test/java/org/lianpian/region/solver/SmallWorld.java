package org.lianpian.region.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** A little world of areas for tests: drawn by hand, or random from a seed. */
final class SmallWorld {
  String[] ids = {};
  long[] households = {};
  double[] values = {};
  double[] x = {};
  double[] y = {};
  final List<int[]> edges = new ArrayList<>();
  double[] penalties = {};
  long min;
  long max = BoundedAttribute.UNBOUNDED;
  long minCount;
  Objective objective = Objective.MOST_PACKAGES;
  Tiebreak tiebreak = Tiebreak.SIMILARITY_FIRST;
  long target;
  final List<int[]> mustLinks = new ArrayList<>();
  final List<int[]> cannotLinks = new ArrayList<>();

  /**
   * Draws a world: cells are digits (hundreds of households) at even columns of even lines; a | or
   * - between two is a barrier. Ids are a, b, c, … in reading order.
   */
  static SmallWorld draw(String... lines) {
    SmallWorld world = new SmallWorld();
    int[][] cell = new int[lines.length][40];
    List<Long> sizes = new ArrayList<>();
    List<double[]> places = new ArrayList<>();
    for (int r = 0; r < lines.length; r += 2) {
      Arrays.fill(cell[r], -1);
      for (int c = 0; c < lines[r].length(); c += 2) {
        if (Character.isDigit(lines[r].charAt(c))) {
          cell[r][c] = sizes.size();
          sizes.add((lines[r].charAt(c) - '0') * 100L);
          places.add(new double[] {c * 50, r * 50});
          if (c > 1 && cell[r][c - 2] >= 0 && lines[r].charAt(c - 1) == ' ') {
            world.edges.add(new int[] {cell[r][c - 2], cell[r][c]});
          }
          boolean wall = r > 0 && lines[r - 1].length() > c && lines[r - 1].charAt(c) == '-';
          if (r > 1 && cell[r - 2][c] >= 0 && !wall) {
            world.edges.add(new int[] {cell[r - 2][c], cell[r][c]});
          }
        }
      }
    }
    world.fill(sizes, places);
    return world;
  }

  private void fill(List<Long> sizes, List<double[]> places) {
    int n = sizes.size();
    ids = new String[n];
    for (int i = 0; i < n; i++) {
      ids[i] = String.valueOf((char) ('a' + i));
    }
    households = sizes.stream().mapToLong(Long::longValue).toArray();
    x = places.stream().mapToDouble(p -> p[0]).toArray();
    y = places.stream().mapToDouble(p -> p[1]).toArray();
    values = new double[n];
    penalties = new double[edges.size()];
  }

  /** Makes a random world with bounds, locks and an objective. */
  static SmallWorld random(long seed, int areas) {
    Random random = new Random(seed);
    SmallWorld world = new SmallWorld();
    List<Long> sizes = new ArrayList<>();
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < areas; i++) {
      sizes.add((long) random.nextInt(10) * 20);
      places.add(new double[] {random.nextInt(100), random.nextInt(100)});
    }
    double reach = 100 * Math.sqrt((1.2 + random.nextDouble()) / areas);
    for (int i = 0; i < areas; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.hypot(places.get(i)[0] - places.get(j)[0], places.get(i)[1] - places.get(j)[1])
            < reach) {
          world.edges.add(new int[] {j, i});
        }
      }
    }
    world.fill(sizes, places);
    for (int i = 0; i < areas; i++) {
      world.ids[i] = String.format(Locale.ROOT, "u%03d", i);
      world.values[i] = random.nextInt(20);
    }
    if (random.nextInt(3) == 0) {
      for (int e = 0; e < world.penalties.length; e++) {
        world.penalties[e] = random.nextInt(5) == 0 ? 7 : 0;
      }
    }
    world.min = random.nextInt(4) == 0 ? 0 : 100 + 20L * random.nextInt(10);
    if (random.nextInt(3) > 0) {
      world.max = world.min + 60 + 20L * random.nextInt(15);
    }
    world.minCount = random.nextInt(2) == 0 ? 2 : 0;
    world.objective = Objective.values()[random.nextInt(3)];
    world.target = 200 + 10L * random.nextInt(20);
    world.tiebreak = Tiebreak.values()[random.nextInt(2)];
    for (int k = 0; k < random.nextInt(3) && !world.edges.isEmpty(); k++) {
      world.mustLinks.add(world.edges.get(random.nextInt(world.edges.size())));
    }
    for (int k = 0; k < random.nextInt(3); k++) {
      int a = random.nextInt(areas);
      int b = random.nextInt(areas);
      if (a != b) {
        world.cannotLinks.add(new int[] {a, b});
      }
    }
    return world;
  }

  SmallWorld bounds(long newMin, long newMax) {
    min = newMin;
    max = newMax;
    return this;
  }

  SmallWorld objective(Objective newObjective, long newTarget) {
    objective = newObjective;
    target = newTarget;
    return this;
  }

  int size() {
    return ids.length;
  }

  int index(String id) {
    return Arrays.asList(ids).indexOf(id);
  }

  PackageProblem.Builder builder() {
    int[] order = new int[size()];
    Arrays.setAll(order, i -> i);
    return builder(order);
  }

  /** Builds the problem with the areas in another order; {@code order[place]} is the area there. */
  PackageProblem.Builder builder(int[] order) {
    int n = size();
    int[] place = new int[n];
    for (int i = 0; i < n; i++) {
      place[order[i]] = i;
    }
    List<Integer> edgeOrder = new ArrayList<>();
    for (int e = 0; e < edges.size(); e++) {
      edgeOrder.add(e);
    }
    Collections.shuffle(edgeOrder, new Random(order.length == 0 ? 0 : order[0]));
    int[] from = edgeOrder.stream().mapToInt(e -> place[edges.get(e)[0]]).toArray();
    int[] to = edgeOrder.stream().mapToInt(e -> place[edges.get(e)[1]]).toArray();
    double[] penalty = edgeOrder.stream().mapToDouble(e -> penalties[e]).toArray();
    String[] newIds = new String[n];
    long[] sizes = new long[n];
    long[] ones = new long[n];
    double[] newValues = new double[n];
    double[] newX = new double[n];
    double[] newY = new double[n];
    for (int i = 0; i < n; i++) {
      newIds[i] = ids[order[i]];
      sizes[i] = households[order[i]];
      ones[i] = 1;
      newValues[i] = values[order[i]];
      newX[i] = x[order[i]];
      newY[i] = y[order[i]];
    }
    PackageProblem.Builder builder =
        PackageProblem.builder(newIds, AreaGraph.of(n, from, to, penalty))
            .attribute(new BoundedAttribute("households", sizes, min, max))
            .attribute(new BoundedAttribute("areas", ones, minCount, BoundedAttribute.UNBOUNDED))
            .dissimilarity(Dissimilarity.ofValues(newValues))
            .positions(newX, newY)
            .tiebreak(tiebreak)
            .objective(objective, target);
    mustLinks.forEach(pair -> builder.mustLink(place[pair[0]], place[pair[1]]));
    cannotLinks.forEach(pair -> builder.cannotLink(place[pair[0]], place[pair[1]]));
    return builder;
  }

  PackageSolution solve() {
    return new PackageSolver(SolverSettings.DEFAULTS).solve(builder().build());
  }

  /** Writes packages as their ids: {@code "ab cd"}, by their smallest ids. */
  String packages(int[] labels) {
    int count = Arrays.stream(labels).max().orElse(-1) + 1;
    StringBuilder[] texts = new StringBuilder[count];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] >= 0) {
        texts[labels[i]] =
            (texts[labels[i]] == null ? new StringBuilder() : texts[labels[i]]).append(ids[i]);
      }
    }
    return String.join(" ", texts);
  }

  /** Tells whether areas may be a package, by the words of the definition alone. */
  boolean isFeasible(Set<Integer> areas) {
    long sum = areas.stream().mapToLong(i -> households[i]).sum();
    if (sum < min || sum > max || areas.size() < minCount) {
      return false;
    }
    for (int[] pair : mustLinks) {
      if (areas.contains(pair[0]) != areas.contains(pair[1])) {
        return false;
      }
    }
    for (int[] pair : cannotLinks) {
      if (areas.contains(pair[0]) && areas.contains(pair[1])) {
        return false;
      }
    }
    return hangsTogether(areas);
  }

  boolean hangsTogether(Set<Integer> areas) {
    Set<Integer> reached = new HashSet<>(Set.of(areas.iterator().next()));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int[] edge : edges) {
        if (areas.contains(edge[0])
            && areas.contains(edge[1])
            && reached.contains(edge[0]) != reached.contains(edge[1])) {
          reached.add(edge[0]);
          reached.add(edge[1]);
          grown = true;
        }
      }
    }
    return reached.size() == areas.size();
  }

  /** Returns what one package adds to the four objectives, by the words of the definition. */
  double[] objectives(Set<Integer> areas) {
    long sum = areas.stream().mapToLong(i -> households[i]).sum();
    double cost =
        objective == Objective.MOST_PACKAGES
            ? -1
            : objective == Objective.FEWEST_PACKAGES ? 1 : Math.abs(sum - target);
    double similarity = 0;
    double moment = 0;
    for (int a : areas) {
      for (int b : areas) {
        if (a < b) {
          similarity += Math.abs(values[a] - values[b]);
          moment += (Math.pow(x[a] - x[b], 2) + Math.pow(y[a] - y[b], 2)) / areas.size();
        }
      }
    }
    for (int e = 0; e < edges.size(); e++) {
      if (areas.contains(edges.get(e)[0]) && areas.contains(edges.get(e)[1])) {
        similarity += penalties[e];
      }
    }
    return tiebreak == Tiebreak.SIMILARITY_FIRST
        ? new double[] {0, cost, similarity, moment}
        : new double[] {0, cost, moment, similarity};
  }

  /** Returns leftovers, cost, similarity and compactness of a plan. */
  double[] objectives(int[] labels) {
    double[] sum = new double[4];
    for (int label : Arrays.stream(labels).distinct().toArray()) {
      Set<Integer> areas = new HashSet<>();
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == label) {
          areas.add(i);
        }
      }
      double[] more = label < 0 ? new double[] {areas.size(), 0, 0, 0} : objectives(areas);
      for (int k = 0; k < 4; k++) {
        sum[k] += more[k];
      }
    }
    return sum;
  }
}
