package org.lianpian.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.model.Progress;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Which units are neighbours (相邻相近): an edge for each pair whose gap is at most the largest gap, or
 * which is scattered within one road block, with what may be done about it.
 *
 * <p>Large and excluded units have edges too, so that it can be explained why they are not joined.
 * A gap counts as small enough when it exceeds the limit by no more than a micrometre. Immutable
 * and thread-safe. Cost about {@code O(n k)} for {@code k} units within the gap of each, on all
 * processors; the answer does not depend on their number.
 *
 * <p>Source: distance-band contiguity as in libpysal weights, with edges cut by barriers.
 */
public final class ContiguityGraph {

  /** Nearer first, to the millimetre, then by ids: the order in which everything is decided. */
  static final Comparator<ContiguityEdge> NEAREST_FIRST =
      Comparator.<ContiguityEdge>comparingLong(e -> Connector.millimetres(e.gapMetres()))
          .thenComparing(ContiguityEdge::a)
          .thenComparing(ContiguityEdge::b);

  /** Enough to keep all processors busy, few enough to show progress. */
  private static final int UNITS_AT_ONCE = 8192;

  private final Map<String, PackagingUnit> units;
  private final PackagingParameters parameters;
  private final BarrierCheck barriers;
  private final Map<String, String> blocks;
  private final List<ContiguityEdge> edges;
  private final Map<String, List<ContiguityEdge>> byUnit = new HashMap<>();

  private ContiguityGraph(PackagingInput input, PackagingParameters parameters, Progress progress) {
    this.parameters = parameters;
    this.units = new LinkedHashMap<>();
    input.units().forEach(unit -> units.put(unit.id(), unit));
    this.barriers =
        new BarrierCheck(
            input.barriers().stream()
                .filter(barrier -> parameters.barriers().contains(barrier.kind()))
                .toList());
    this.blocks = blocksOf(input);
    this.edges = List.copyOf(findEdges(input.units(), progress));
    for (ContiguityEdge edge : edges) {
      byUnit.computeIfAbsent(edge.a(), id -> new ArrayList<>()).add(edge);
      byUnit.computeIfAbsent(edge.b(), id -> new ArrayList<>()).add(edge);
    }
  }

  public static ContiguityGraph of(PackagingInput input, PackagingParameters parameters) {
    return of(input, parameters, Progress.NONE);
  }

  /** Builds the graph; reports stage {@code contiguity} per unit. */
  public static ContiguityGraph of(
      PackagingInput input, PackagingParameters parameters, Progress progress) {
    return new ContiguityGraph(input, parameters, progress);
  }

  /** Returns the edges, nearest first. */
  public List<ContiguityEdge> edges() {
    return edges;
  }

  /** Returns the edges of one unit, nearest first. */
  public List<ContiguityEdge> edgesOf(String id) {
    return List.copyOf(byUnit.getOrDefault(id, List.of()));
  }

  /** Returns the unit, or empty when the graph does not have it. */
  public Optional<PackagingUnit> findUnit(String id) {
    return Optional.ofNullable(units.get(id));
  }

  /**
   * Returns the unit.
   *
   * @throws IllegalArgumentException when the graph does not have it
   */
  public PackagingUnit getUnit(String id) {
    PackagingUnit unit = units.get(id);
    if (unit == null) {
      throw new IllegalArgumentException("No unit with id " + id);
    }
    return unit;
  }

  /** Returns all units, sorted by id. */
  public List<PackagingUnit> units() {
    return List.copyOf(units.values());
  }

  public PackagingParameters parameters() {
    return parameters;
  }

  /** Returns the id of the road block a unit lies in, when blocks were given. */
  public Optional<String> findBlock(String id) {
    return Optional.ofNullable(blocks.get(id));
  }

  /**
   * Measures two units, whatever their distance.
   *
   * @return empty when one has no position
   * @throws IllegalArgumentException when one is not in the graph, or they are the same
   */
  public Optional<ContiguityEdge> between(String idA, String idB) {
    if (idA.equals(idB)) {
      throw new IllegalArgumentException("Two units are needed, was twice " + idA);
    }
    boolean inOrder = idA.compareTo(idB) < 0;
    PackagingUnit a = getUnit(inOrder ? idA : idB);
    PackagingUnit b = getUnit(inOrder ? idB : idA);
    return a.geometry() == null || b.geometry() == null
        ? Optional.empty()
        : Optional.of(edge(a, b, Connector.between(a.geometry(), b.geometry())));
  }

  /**
   * Returns the connected pieces of some units along the edges that {@code usable} admits, each
   * sorted, in the order of their smallest ids.
   */
  public List<Set<String>> pieces(Collection<String> ids, Predicate<ContiguityEdge> usable) {
    Set<String> rest = new TreeSet<>(ids);
    List<Set<String>> pieces = new ArrayList<>();
    while (!rest.isEmpty()) {
      Set<String> piece = new TreeSet<>();
      List<String> open = new ArrayList<>(List.of(rest.iterator().next()));
      while (!open.isEmpty()) {
        String id = open.remove(open.size() - 1);
        if (rest.remove(id)) {
          piece.add(id);
          for (ContiguityEdge edge : byUnit.getOrDefault(id, List.of())) {
            if (usable.test(edge)) {
              open.add(edge.other(id));
            }
          }
        }
      }
      pieces.add(piece);
    }
    return pieces;
  }

  private List<ContiguityEdge> findEdges(List<PackagingUnit> sorted, Progress progress) {
    List<PackagingUnit> placed = sorted.stream().filter(u -> u.geometry() != null).toList();
    SpatialIndex<PackagingUnit> index = SpatialIndex.ofEnvelopes(placed, ContiguityGraph::boxOf);
    List<ContiguityEdge> found = new ArrayList<>();
    for (int done = 0; done < placed.size(); done += UNITS_AT_ONCE) {
      progress.report("contiguity", done, placed.size());
      List<PackagingUnit> part =
          placed.subList(done, Math.min(placed.size(), done + UNITS_AT_ONCE));
      found.addAll(part.parallelStream().flatMap(unit -> edgesFrom(unit, index)).toList());
    }
    progress.report("contiguity", placed.size(), placed.size());
    found.sort(NEAREST_FIRST);
    return found;
  }

  /** Returns the edges to units with larger ids. */
  private Stream<ContiguityEdge> edgesFrom(PackagingUnit a, SpatialIndex<PackagingUnit> index) {
    double reach =
        sharesBlocks(a)
            ? Math.max(parameters.maxGapMetres(), parameters.maxDiameterMetres())
            : parameters.maxGapMetres();
    List<ContiguityEdge> edges = new ArrayList<>();
    for (PackagingUnit b : index.findWithin(boxOf(a), reach + Connector.TOLERANCE_METRES)) {
      Geometry shapeA = a.geometry();
      Geometry shapeB = b.geometry();
      if (a.id().compareTo(b.id()) < 0 && shapeA != null && shapeB != null) {
        Connector connector = Connector.between(shapeA, shapeB);
        if (isNear(connector) || commonBlock(a, b) != null) {
          edges.add(edge(a, b, connector));
        }
      }
    }
    return edges.stream();
  }

  private static Envelope boxOf(PackagingUnit unit) {
    Geometry geometry = unit.geometry();
    return geometry == null ? new Envelope() : geometry.getEnvelopeInternal();
  }

  private boolean isNear(Connector connector) {
    return connector.gapMetres() <= parameters.maxGapMetres() + Connector.TOLERANCE_METRES;
  }

  private ContiguityEdge edge(PackagingUnit a, PackagingUnit b, Connector connector) {
    boolean near = isNear(connector);
    String block = near ? null : commonBlock(a, b);
    Geometry shapeA = Objects.requireNonNull(a.geometry());
    Geometry shapeB = Objects.requireNonNull(b.geometry());
    Barrier barrier = barriers.findBlocking(shapeA, shapeB, connector).orElse(null);
    EdgeCause cause;
    if (!near && block == null) {
      cause = EdgeCause.TOO_FAR;
    } else if (barrier != null) {
      cause = EdgeCause.BARRIER;
    } else {
      cause = Boundaries.cause(a, b, parameters);
    }
    return new ContiguityEdge(
        a.id(),
        b.id(),
        connector.gapMetres(),
        connector.shape(),
        Boundaries.use(cause, parameters),
        cause,
        barrier,
        block);
  }

  // ---- road blocks

  private boolean sharesBlocks(PackagingUnit unit) {
    return parameters.mode() == PackagingMode.ROAD_BLOCK
        && unit.isScattered(parameters)
        && blocks.containsKey(unit.id());
  }

  private @Nullable String commonBlock(PackagingUnit a, PackagingUnit b) {
    String block = blocks.get(a.id());
    return sharesBlocks(a) && sharesBlocks(b) && block != null && block.equals(blocks.get(b.id()))
        ? block
        : null;
  }

  /** A unit lies in the block that covers its inner point; of several in the first by id. */
  private static Map<String, String> blocksOf(PackagingInput input) {
    SpatialIndex<RoadBlock> index = SpatialIndex.of(input.roadBlocks(), RoadBlock::polygon);
    Map<String, String> blocks = new TreeMap<>();
    for (PackagingUnit unit : input.units()) {
      Geometry geometry = unit.geometry();
      if (geometry != null) {
        Point inner = geometry.getInteriorPoint();
        for (RoadBlock block : index.find(inner.getEnvelopeInternal())) {
          if (block.polygon().covers(inner)) {
            blocks.putIfAbsent(unit.id(), block.id());
          }
        }
      }
    }
    return blocks;
  }
}
