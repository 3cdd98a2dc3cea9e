package org.lianpian.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lianpian.model.InputHash;
import org.lianpian.region.solver.Certificate;
import org.lianpian.region.solver.PackageSolution;
import org.lianpian.region.solver.PackageSolver;
import org.lianpian.region.solver.SolverSettings;

/**
 * Makes a proposal keep a planner's locks, changing as little of it as it can.
 *
 * <p>Packages that keep all locks stay. Around each lock that is not kept, or was taken away, the
 * packages it touches and their neighbours are solved again, starting from what they were. Where
 * that leaves over more communities than before, the next ring of packages joins in, until nothing
 * more is left over, the connected component ends or {@value #MOST_AROUND} communities are in. A
 * component of up to {@value #SMALL} communities is solved whole, with a proof. A package that
 * keeps most of its members keeps its id and name.
 *
 * <p>The answer depends on the proposal, the locks, seed and effort alone. Thread-safe.
 */
public final class PackageReplanner {
  /** As many as the exact search can take. */
  private static final int SMALL = 64;

  /** Beyond it a lock is no longer a local matter, and planners no longer recognise the plan. */
  private static final int MOST_AROUND = 250;

  private final SolverSettings settings;

  /** Searches on one thread as long as is usual for a city. */
  public PackageReplanner() {
    this(new SolverSettings(1, 1, 0.25));
  }

  public PackageReplanner(SolverSettings settings) {
    this.settings = settings;
  }

  /**
   * Makes the proposal keep {@code locks} in place of those it was made with.
   *
   * @throws IllegalArgumentException naming the locks that cannot hold, see {@link LockCheck}
   */
  public Replanned replan(PackagePlan before, PackagingLocks locks) {
    List<LockProblem> problems = LockCheck.of(before.graph(), locks);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().map(LockProblem::zh).collect(Collectors.joining(";"))
              + " / "
              + problems.stream().map(LockProblem::en).collect(Collectors.joining("; ")));
    }
    return new Run(before, locks).replan();
  }

  /** One call, with what it works on. */
  private final class Run {
    private final PackagePlan before;
    private final ContiguityGraph graph;
    private final PackagingLocks locks;

    /** The members of each package by member, as they change. */
    private final Map<String, Set<String>> packageOf = new HashMap<>();

    private final Map<String, Set<String>> frozenOf = new HashMap<>();
    private final Set<String> solvedAgain = new TreeSet<>();
    private final Map<String, Certificate> certificates = new TreeMap<>();
    private boolean fewestLeftReached = true;

    Run(PackagePlan before, PackagingLocks locks) {
      this.before = before;
      this.graph = before.graph();
      this.locks = locks;
      for (WorkPackage made : before.packages()) {
        Set<String> members = new TreeSet<>(made.members());
        members.forEach(id -> packageOf.put(id, members));
      }
      locks.frozen().forEach(set -> set.forEach(id -> frozenOf.put(id, set)));
      before.certificates().forEach(c -> certificates.put(c.component(), c));
    }

    Replanned replan() {
      Set<String> open = unkept();
      open.addAll(locks.lackingOf(before.locks()));
      freeze(open);
      unbind(open);
      while (!open.isEmpty()) {
        Set<String> component = componentOf(open.iterator().next());
        Set<String> here = new TreeSet<>(open);
        here.retainAll(component);
        open.removeAll(component);
        open.removeAll(here);
        if (!component.isEmpty()) {
          solve(component, here);
        }
      }
      return result();
    }

    /** Returns the communities whose locks the packages do not keep. */
    private Set<String> unkept() {
      Set<String> unkept = new TreeSet<>();
      for (Set<String> set : locks.together()) {
        Set<String> first = packageOf.get(set.iterator().next());
        if (first == null || !first.containsAll(set)) {
          unkept.addAll(set);
        }
      }
      for (PackagingLocks.Pair pair : locks.apart()) {
        Set<String> first = packageOf.get(pair.a());
        if (first != null && first.contains(pair.b())) {
          unkept.addAll(List.of(pair.a(), pair.b()));
        }
      }
      Set<Set<String>> anchored = new HashSet<>();
      for (String anchor : locks.anchors()) {
        Set<String> own = packageOf.get(anchor);
        if (own == null || !anchored.add(own)) {
          unkept.add(anchor);
          unkept.addAll(own == null ? Set.of() : own);
        }
      }
      return unkept;
    }

    /** Takes frozen packages out of reach; what they took members from is to be solved again. */
    private void freeze(Set<String> open) {
      for (Set<String> frozen : locks.frozen()) {
        for (String id : frozen) {
          Set<String> old = packageOf.get(id);
          if (old != null && !old.equals(frozen)) {
            old.forEach(packageOf::remove);
            open.addAll(old);
          }
        }
        frozen.forEach(id -> packageOf.put(id, frozen));
      }
    }

    /** Opens packages that only an earlier lock held together. */
    private void unbind(Set<String> open) {
      for (String id : before.locks().members()) {
        Set<String> own = packageOf.get(id);
        if (own != null && !frozenOf.containsKey(id) && !own.stream().allMatch(this::isCandidate)) {
          own.forEach(packageOf::remove);
          open.addAll(own);
        }
      }
    }

    private boolean isCandidate(String id) {
      UnitRole role = graph.getUnit(id).role(graph.parameters());
      boolean free = !frozenOf.containsKey(id);
      boolean fits = role == UnitRole.CANDIDATE || locks.anchors().contains(id);
      return free && fits && Limits.areKept(Set.of(id), graph);
    }

    private Set<String> neighbours(String id) {
      return graph.edgesOf(id).stream()
          .filter(edge -> edge.use() == EdgeUse.USABLE)
          .map(edge -> edge.other(id))
          .collect(Collectors.toSet());
    }

    /**
     * Returns the candidates that hang together with one, or with the neighbours of a frozen one.
     */
    private Set<String> componentOf(String start) {
      Set<String> found = new TreeSet<>();
      List<String> reached = new ArrayList<>();
      if (isCandidate(start)) {
        reached.add(start);
      } else {
        neighbours(start).stream().filter(this::isCandidate).forEach(reached::add);
      }
      while (!reached.isEmpty()) {
        String id = reached.remove(reached.size() - 1);
        if (found.add(id)) {
          neighbours(id).stream().filter(this::isCandidate).forEach(reached::add);
        }
      }
      if (!isCandidate(start)) {
        found.add(start); // so that it is done with; it is no candidate and stays out
      }
      return found;
    }

    private void solve(Set<String> component, Set<String> touched) {
      Set<String> candidates = new TreeSet<>(component);
      candidates.removeIf(id -> !isCandidate(id));
      if (candidates.isEmpty()) {
        return;
      }
      Set<String> region =
          candidates.size() <= SMALL ? candidates : widened(seeds(touched), candidates);
      int leftBefore = leftOver(region);
      PackageSolution solution = solveRegion(region);
      while (solution.leftovers() > leftBefore
          && region.size() < candidates.size()
          && region.size() < MOST_AROUND) {
        region = widened(region, candidates);
        leftBefore = leftOver(region);
        solution = solveRegion(region);
      }
      fewestLeftReached &= solution.leftovers() <= leftBefore || region.size() == candidates.size();
      take(region, solution);
      certify(candidates, region, solution);
    }

    /** Returns the touched communities with their packages and neighbours. */
    private Set<String> seeds(Set<String> touched) {
      Set<String> seeds = new TreeSet<>();
      for (String id : touched) {
        if (isCandidate(id)) {
          seeds.add(id);
        } else {
          neighbours(id).stream().filter(this::isCandidate).forEach(seeds::add);
        }
      }
      return seeds;
    }

    /** Returns a region with the whole packages in it and those beside it. */
    private Set<String> widened(Set<String> region, Set<String> candidates) {
      Set<String> inner = new TreeSet<>(region);
      region.forEach(id -> inner.addAll(packageOf.getOrDefault(id, Set.of())));
      Set<String> wide = new TreeSet<>(inner);
      for (String id : inner) {
        for (String other : neighbours(id)) {
          wide.add(other);
          wide.addAll(packageOf.getOrDefault(other, Set.of()));
        }
      }
      // a set to be together is solved as one, or not at all
      locks.together().stream()
          .filter(set -> set.stream().anyMatch(wide::contains))
          .forEach(wide::addAll);
      for (String id : Set.copyOf(wide)) {
        wide.addAll(packageOf.getOrDefault(id, Set.of()));
      }
      wide.retainAll(candidates);
      return wide;
    }

    private int leftOver(Set<String> region) {
      return (int) region.stream().filter(id -> before.findPackageOf(id).isEmpty()).count();
    }

    private PackageSolution solveRegion(Set<String> region) {
      SolverUnits units = new SolverUnits(region.stream().map(graph::getUnit).toList(), graph);
      return new PackageSolver(settings).solve(units.problem(locks), kept(units, region));
    }

    /** Labels the packages that are whole and keep the locks. */
    private int[] kept(SolverUnits units, Set<String> region) {
      int[] labels = new int[units.size()];
      Arrays.fill(labels, -1);
      Map<Set<String>, Integer> numbers = new HashMap<>();
      for (int i = 0; i < labels.length; i++) {
        Set<String> own = packageOf.get(units.idOf(i));
        if (own != null && region.containsAll(own) && keepsLocks(own)) {
          labels[i] = numbers.computeIfAbsent(own, key -> numbers.size());
        }
      }
      return labels;
    }

    private boolean keepsLocks(Set<String> members) {
      return locks.anchors().stream().filter(members::contains).count() <= 1
          && locks.apart().stream()
              .noneMatch(pair -> members.contains(pair.a()) && members.contains(pair.b()))
          && locks.together().stream()
              .allMatch(
                  set -> members.containsAll(set) || set.stream().noneMatch(members::contains));
    }

    private void take(Set<String> region, PackageSolution solution) {
      SolverUnits units = new SolverUnits(region.stream().map(graph::getUnit).toList(), graph);
      region.forEach(packageOf::remove);
      for (Set<String> made : units.packages(solution.labels())) {
        made.forEach(id -> packageOf.put(id, made));
      }
      solvedAgain.addAll(region);
    }

    /** Replaces what was proven of the component, which the locks made another one. */
    private void certify(Set<String> candidates, Set<String> region, PackageSolution solution) {
      candidates.forEach(certificates::remove);
      frozenOf.keySet().forEach(certificates::remove);
      List<Certificate> made = solution.certificates();
      if (region.size() < candidates.size()) {
        SolverUnits units =
            new SolverUnits(candidates.stream().map(graph::getUnit).toList(), graph);
        made = new PackageSolver(settings).certify(units.problem(locks), kept(units, candidates));
      }
      made.forEach(c -> certificates.put(c.component(), c));
    }

    private Replanned result() {
      Set<Set<String>> packages = new HashSet<>(packageOf.values());
      Set<String> all = new TreeSet<>(frozenOf.keySet());
      for (PackagingUnit unit : graph.units()) {
        if (unit.role(graph.parameters()) == UnitRole.CANDIDATE) {
          all.add(unit.id());
        }
      }
      all.addAll(packageOf.keySet());
      List<Set<String>> sorted = new ArrayList<>(packages);
      sorted.sort(Comparator.comparing(set -> set.iterator().next()));
      Collection<Set<String>> pieces = SolverUnits.withRest(sorted, all, graph);
      PackagePlan plan =
          new PlanReporter(graph, hash())
              .keeping(before, locks, StableIds.of(before.packages(), sorted))
              .report(pieces, List.copyOf(certificates.values()));
      PlanDifference difference = PlanDifference.of(PlanDraft.of(before), PlanDraft.of(plan));
      return new Replanned(plan, List.copyOf(solvedAgain), difference.moved(), fewestLeftReached);
    }

    private String hash() {
      return new InputHash().add(before.inputHash()).add(locks.toString()).finish();
    }
  }
}
