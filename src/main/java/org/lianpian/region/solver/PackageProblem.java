package org.lianpian.region.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Areas to be grouped into contiguous packages within bounds.
 *
 * <p>A package hangs together along edges, keeps the bounds of every attribute, and has no pair
 * that a lock or the {@link PairRule} forbids. An area is in one package or left over. Made by
 * {@link #builder}; arrays are used as they are and must not be changed afterwards.
 */
public final class PackageProblem {
  final String[] ids;
  final AreaGraph graph;
  final List<BoundedAttribute> attributes;
  final Dissimilarity dissimilarity;
  final double[] x;
  final double[] y;
  final @Nullable PairRule pairRule;
  final Objective objective;
  final long target;
  final int fixedCount;
  final Tiebreak tiebreak;
  final List<int[]> mustLinks;
  final Map<Integer, int[]> cannotLinks;
  final int[] frozen;

  private PackageProblem(Builder builder) {
    this.ids = builder.ids;
    this.graph = builder.graph;
    this.attributes = List.copyOf(builder.attributes);
    this.dissimilarity = builder.dissimilarity;
    this.x = builder.x;
    this.y = builder.y;
    this.pairRule = builder.pairRule;
    this.objective = builder.objective;
    this.target = builder.target;
    this.fixedCount = builder.fixedCount;
    this.tiebreak = builder.tiebreak;
    this.mustLinks = List.copyOf(builder.mustLinks);
    this.cannotLinks = Map.copyOf(builder.cannotLinks);
    this.frozen = builder.frozen;
  }

  /**
   * Starts a problem.
   *
   * @param ids one for each area, all different; they alone decide the order of everything
   * @throws IllegalArgumentException when an id is there twice or sizes differ
   */
  public static Builder builder(String[] ids, AreaGraph graph) {
    return new Builder(ids, graph);
  }

  public int size() {
    return ids.length;
  }

  /**
   * Collects what a problem is made of; without objective it is {@link Objective#MOST_PACKAGES}.
   */
  public static final class Builder {
    private final String[] ids;
    private final AreaGraph graph;
    private final List<BoundedAttribute> attributes = new ArrayList<>();
    private final List<int[]> mustLinks = new ArrayList<>();
    private final Map<Integer, int[]> cannotLinks = new HashMap<>();
    private Dissimilarity dissimilarity = Dissimilarity.NONE;
    private double[] x;
    private double[] y;
    private @Nullable PairRule pairRule;
    private Objective objective = Objective.MOST_PACKAGES;
    private Tiebreak tiebreak = Tiebreak.SIMILARITY_FIRST;
    private long target;
    private int fixedCount;
    private int[] frozen;

    private Builder(String[] ids, AreaGraph graph) {
      if (ids.length != graph.size()) {
        throw new IllegalArgumentException(
            "ids must be as many as areas, " + graph.size() + ", were " + ids.length);
      }
      String[] sorted = ids.clone();
      Arrays.sort(sorted);
      for (int i = 1; i < sorted.length; i++) {
        if (sorted[i].equals(sorted[i - 1])) {
          throw new IllegalArgumentException("Duplicate area id: " + sorted[i]);
        }
      }
      this.ids = ids;
      this.graph = graph;
      this.x = new double[ids.length];
      this.y = new double[ids.length];
      this.frozen = new int[ids.length];
      Arrays.fill(frozen, -1);
    }

    /** Adds a size; the first one is what targets are compared with. */
    public Builder attribute(BoundedAttribute attribute) {
      requireLength(attribute.name(), attribute.values().length);
      attributes.add(attribute);
      return this;
    }

    public Builder dissimilarity(Dissimilarity measure) {
      dissimilarity = measure;
      return this;
    }

    /** Sets where the areas are, in metres or any planar unit; for compactness only. */
    public Builder positions(double[] newX, double[] newY) {
      requireLength("x", newX.length);
      requireLength("y", newY.length);
      x = newX;
      y = newY;
      return this;
    }

    public Builder pairRule(PairRule rule) {
      pairRule = rule;
      return this;
    }

    /** Sets the objective; {@code size} is used by {@link Objective#TARGET_SIZE} alone. */
    public Builder objective(Objective newObjective, long size) {
      if (newObjective == Objective.TARGET_SIZE && size <= 0) {
        throw new IllegalArgumentException("target must be > 0, was " + size);
      }
      objective = newObjective;
      target = size;
      return this;
    }

    public Builder tiebreak(Tiebreak first) {
      tiebreak = first;
      return this;
    }

    /** Fixes the number of packages, so that only similarity and compactness are left to choose. */
    public Builder packages(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("packages must be >= 1, was " + count);
      }
      fixedCount = count;
      return this;
    }

    /**
     * Keeps areas together: all in one package, or all left over. They must hang together by
     * themselves, else all are left over as {@link LeftoverCause#LOCKS_CONTRADICT}.
     */
    public Builder mustLink(int... areas) {
      mustLinks.add(areas.clone());
      return this;
    }

    /** Keeps two areas apart. */
    public Builder cannotLink(int a, int b) {
      if (a == b) {
        throw new IllegalArgumentException("Two areas are needed, was twice " + a);
      }
      addConflict(a, b);
      addConflict(b, a);
      return this;
    }

    /** Makes each area the seed of a package of its own: no two of them are together. */
    public Builder seeds(int... areas) {
      for (int i = 0; i < areas.length; i++) {
        for (int j = i + 1; j < areas.length; j++) {
          cannotLink(areas[i], areas[j]);
        }
      }
      return this;
    }

    private void addConflict(int area, int other) {
      int[] known = cannotLinks.getOrDefault(area, new int[0]);
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = other;
      cannotLinks.put(area, more);
    }

    /** Keeps a package as it is, whatever the bounds say: its areas are out of reach for others. */
    public Builder freeze(int... areas) {
      int smallest = Arrays.stream(areas).min().orElseThrow();
      for (int area : areas) {
        frozen[area] = smallest;
      }
      return this;
    }

    private void requireLength(String name, int length) {
      if (length != ids.length) {
        throw new IllegalArgumentException(
            name + " must have " + ids.length + " values, had " + length);
      }
    }

    public PackageProblem build() {
      return new PackageProblem(this);
    }
  }
}
