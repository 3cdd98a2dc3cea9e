package org.lianpian.region.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Groups areas into contiguous packages.
 *
 * <p>Each connected component is solved on its own: random spanning trees are cut into packages and
 * recombined, then boundaries are annealed, then small components are proven by enumeration. The
 * answer depends on the problem, seed and effort alone. Thread-safe.
 *
 * <p>Source: max-p-regions of Duque, Anselin and Rey (2012) with a maximum, locks and leftovers.
 */
public final class PackageSolver {
  /** Larger components are tried more than once, as one search may end in a poor corner. */
  private static final int REPLICATED_FROM = 400;

  private static final int REPLICAS = 2;

  /** Sets that all proofs together may look at. */
  private static final int SETS = 1_000_000;

  private static final int SETS_OF_ONE = 60_000;

  private final SolverSettings settings;

  public PackageSolver(SolverSettings settings) {
    this.settings = settings;
  }

  public PackageSolution solve(PackageProblem problem) {
    return solve(problem, null);
  }

  /**
   * Solves a problem from a first plan; the answer is never worse than that.
   *
   * @param start labels of feasible packages, negative for left over; or null. Frozen areas are
   *     passed over; a component where the plan is not feasible starts from nothing
   * @throws SolverInterruptedException when the calling thread is interrupted
   */
  public PackageSolution solve(PackageProblem problem, int @Nullable [] start) {
    Reduction reduction = new Reduction(problem);
    List<List<ComponentSolver>> attempts = new ArrayList<>();
    List<ComponentSolver> all = new ArrayList<>();
    for (Component component : reduction.components) {
      int[] labels = start == null ? null : Feasibility.localLabels(component, start);
      List<ComponentSolver> replicas = new ArrayList<>();
      for (int r = 0; r < (component.n >= REPLICATED_FROM ? REPLICAS : 1); r++) {
        replicas.add(new ComponentSolver(component, settings, r, labels));
      }
      attempts.add(replicas);
      all.addAll(replicas);
    }
    forEach(all, ComponentSolver::construct);
    List<ComponentSolver> chosen = attempts.stream().map(PackageSolver::best).toList();
    if (problem.fixedCount > 0) {
      List<Partition> partitions = chosen.stream().map(ComponentSolver::partition).toList();
      FixedCount.reduce(partitions, problem.fixedCount - frozenPackages(problem));
    }
    int sets = Math.max(300, Math.min(SETS_OF_ONE, SETS / (chosen.size() + 1)));
    boolean provable = problem.fixedCount == 0;
    forEach(
        chosen,
        solver -> {
          solver.refine();
          if (provable) {
            solver.prove(sets);
          }
        });
    return solution(problem, reduction, chosen);
  }

  /**
   * Says how good a plan is without searching, by bounds alone.
   *
   * @param plan labels of feasible packages, negative for left over
   * @throws IllegalArgumentException when a package is not feasible
   */
  public List<Certificate> certify(PackageProblem problem, int[] plan) {
    List<Certificate> certificates = new ArrayList<>();
    for (Component component : new Reduction(problem).components) {
      int[] labels = Feasibility.localLabels(component, plan);
      if (labels == null) {
        throw new IllegalArgumentException(
            "A package of the component of " + component.smallestId() + " is not feasible");
      }
      certificates.add(new ComponentSolver(component, settings, 0, labels).certificate());
    }
    return certificates;
  }

  private static ComponentSolver best(List<ComponentSolver> replicas) {
    ComponentSolver best = replicas.get(0);
    for (ComponentSolver other : replicas) {
      int left = Integer.compare(other.partition().leftover(), best.partition().leftover());
      if (left < 0 || (left == 0 && other.cost() < best.cost())) {
        best = other;
      }
    }
    return best;
  }

  private static int frozenPackages(PackageProblem problem) {
    return (int) Arrays.stream(problem.frozen).filter(f -> f >= 0).distinct().count();
  }

  private static PackageSolution solution(
      PackageProblem problem, Reduction reduction, List<ComponentSolver> solvers) {
    int areas = problem.size();
    int[] group = new int[areas];
    @Nullable LeftoverCause[] causes = reduction.causes;
    for (int i = 0; i < areas; i++) {
      group[i] = problem.frozen[i] >= 0 ? problem.frozen[i] : -1;
    }
    int used = areas;
    List<Certificate> certificates = new ArrayList<>();
    for (ComponentSolver solver : solvers) {
      certificates.add(solver.certificate());
      Partition partition = solver.partition();
      for (int node = 0; node < partition.component.n; node++) {
        for (int area : partition.component.members[node]) {
          if (partition.part[node] < 0) {
            causes[area] = LeftoverCause.NO_PLACE_FOUND;
          } else {
            group[area] = used + partition.part[node];
          }
        }
      }
      used += partition.component.n;
    }
    return new PackageSolution(numbered(problem, group, used), causes, certificates);
  }

  /** Numbers packages by their smallest ids. */
  private static int[] numbered(PackageProblem problem, int[] group, int groups) {
    int[] first = new int[groups];
    Arrays.fill(first, -1);
    for (int i = 0; i < group.length; i++) {
      int g = group[i];
      if (g >= 0 && (first[g] < 0 || problem.ids[i].compareTo(problem.ids[first[g]]) < 0)) {
        first[g] = i;
      }
    }
    Integer[] order =
        Arrays.stream(first).filter(area -> area >= 0).boxed().toArray(Integer[]::new);
    Arrays.sort(order, (a, b) -> problem.ids[a].compareTo(problem.ids[b]));
    int[] number = new int[groups];
    for (int i = 0; i < order.length; i++) {
      number[group[order[i]]] = i;
    }
    int[] labels = new int[group.length];
    for (int i = 0; i < group.length; i++) {
      labels[i] = group[i] < 0 ? -1 : number[group[i]];
    }
    return labels;
  }

  /** Works on all solvers, the largest first, on as many threads as the settings say. */
  private void forEach(List<ComponentSolver> solvers, Consumer<ComponentSolver> work) {
    List<ComponentSolver> largestFirst = new ArrayList<>(solvers);
    largestFirst.sort((a, b) -> Integer.compare(b.component().n, a.component().n));
    int threads = Math.min(settings.threads(), largestFirst.size());
    if (threads <= 1) {
      largestFirst.forEach(work);
      return;
    }
    AtomicInteger next = new AtomicInteger();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        running.add(
            executor.submit(
                () -> {
                  for (int i = next.getAndIncrement();
                      i < largestFirst.size();
                      i = next.getAndIncrement()) {
                    work.accept(largestFirst.get(i));
                  }
                }));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SolverInterruptedException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A search failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
