package org.lianpian.region.solver;

import org.jspecify.annotations.Nullable;

/**
 * Solves one component: structure first (leftovers and objective), then similarity and compactness,
 * then a proof if it is small. Use each object once, from one thread at a time.
 */
final class ComponentSolver {
  private static final long MOST_STEPS = 4_000_000;
  private static final int BOUND_ROUNDS = 40;

  /** About how many nodes a step looks at. */
  private static final int NODES_PER_STEP = 16;

  private static final int PROOF_STEPS = 150;
  private static final double HOT = 0.5;
  private static final double COLD = 0.005;

  private final Component component;
  private final boolean similarityFirst;
  private final double effort;
  private final SplitMix random;
  private final int @Nullable [] start;
  private Partition partition;
  private double bound;
  private @Nullable CoverBound cover;
  private boolean proven;

  /**
   * @param start labels to begin from, or null; must be feasible
   * @param replica differs for attempts of which the better one is kept
   */
  ComponentSolver(
      Component component, SolverSettings settings, int replica, int @Nullable [] start) {
    this.component = component;
    this.similarityFirst = component.problem.tiebreak == Tiebreak.SIMILARITY_FIRST;
    this.effort = settings.effort();
    this.random =
        new SplitMix(SplitMix.seed(settings.seed() + 7919L * replica, component.smallestId()));
    this.start = start;
    this.partition = start == null ? new Partition(component) : new Partition(component, start);
    this.bound = Bounds.of(component);
  }

  Component component() {
    return component;
  }

  Partition partition() {
    return partition;
  }

  double cost() {
    return new Recombination(partition, random).cost();
  }

  /** Finds leftovers and objective. */
  void construct() {
    Recombination recombination = new Recombination(partition, random);
    boolean most = component.problem.objective == Objective.MOST_PACKAGES;
    int fixed = component.problem.fixedCount;
    // with a fixed number of packages it is enough to have so many
    double goal = most ? -(fixed > 0 ? Math.min(bound, fixed) : bound) : bound;
    recombination.improve(effort(10, 10, 10), 0, goal);
    if (most && partition.leftover() == 0 && partition.count() < bound) {
      cover = CoverBound.of(component, random);
      tighten();
    }
    if (!isStructureProven()) {
      recombination.improve(effort(60, component.n / 2, 500), 0, goal);
      tighten();
      tighten();
    }
  }

  private void tighten() {
    CoverBound weights = cover;
    if (weights != null) {
      bound = Math.min(bound, weights.descend(BOUND_ROUNDS, partition.count()));
    }
  }

  /** Returns effort for this component: so many steps for each node, but a few million at most. */
  private long effort(int least, int usual, int most) {
    long each = Math.max(least, Math.min(most, usual));
    long steps = Math.min(each * component.n, Math.max(MOST_STEPS, (long) least * component.n));
    return Math.max(1, Math.round(effort * steps * NODES_PER_STEP));
  }

  private boolean isStructureProven() {
    switch (component.problem.objective) {
      case MOST_PACKAGES:
        return partition.leftover() == 0 && partition.count() >= bound;
      case FEWEST_PACKAGES:
        return partition.leftover() == 0 && partition.count() <= bound;
      default:
        return partition.leftover() == 0 && cost() <= bound;
    }
  }

  /** Improves similarity and compactness; the structure stays. */
  void refine() {
    anneal(effort(15, component.n, 1000));
    keepStartIfBetter();
  }

  private void anneal(long work) {
    if (partition.count() > 1) {
      new BoundarySearch(partition, random)
          .improve(first(partition), second(partition), work, HOT, COLD);
    }
  }

  private Energy first(Partition of) {
    return similarityFirst ? new SimilarityEnergy(of) : new CompactnessEnergy(of);
  }

  private Energy second(Partition of) {
    return similarityFirst ? new CompactnessEnergy(of) : new SimilarityEnergy(of);
  }

  private void keepStartIfBetter() {
    int[] labels = start;
    if (labels != null) {
      Partition known = new Partition(component, labels);
      if (compare(known, partition) < 0) {
        partition = known;
      }
    }
  }

  /** Compares two partitions in the full order of objectives; the smaller is the better. */
  int compare(Partition a, Partition b) {
    if (a.leftover() != b.leftover()) {
      return Integer.compare(a.leftover(), b.leftover());
    }
    double[][] levels = {
      {new Recombination(a, random).cost(), new Recombination(b, random).cost()},
      {Energy.total(first(a), a), Energy.total(first(b), b)},
      {Energy.total(second(a), a), Energy.total(second(b), b)}
    };
    for (double[] level : levels) {
      if (Math.abs(level[0] - level[1]) > 1e-9 * (1 + Math.abs(level[0]))) {
        return Double.compare(level[0], level[1]);
      }
    }
    return 0;
  }

  /**
   * Tries to prove the answer by enumeration, and improves it where that finds better.
   *
   * @param most how many sets may be looked at
   */
  void prove(int most) {
    CandidateSets sets =
        component.n > Masks.MOST_NODES ? null : CandidateSets.find(component, false, most);
    if (sets != null) {
      anneal(
          (long) NODES_PER_STEP
              * PROOF_STEPS
              * component.n); // the better the known partition, the less to look at
      int[] best =
          ExactSearch.find(
              partition, sets, similarityFirst, cover == null ? null : cover.weights, 4 * most);
      if (best != null) {
        partition = new Partition(component, best);
        proven = true;
      }
    }
  }

  Certificate certificate() {
    double objective =
        component.problem.objective == Objective.TARGET_SIZE ? cost() : partition.count();
    int areas = 0;
    for (int i = 0; i < component.n; i++) {
      areas += component.weight(i);
    }
    Certificate.Proof proof =
        proven
            ? Certificate.Proof.OPTIMAL
            : isStructureProven() ? Certificate.Proof.OBJECTIVE_OPTIMAL : Certificate.Proof.GAP;
    return new Certificate(
        component.smallestId(),
        areas,
        partition.leftover(),
        proven ? partition.leftover() : 0,
        objective,
        proven ? objective : bound,
        proof);
  }
}
