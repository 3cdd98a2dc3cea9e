package org.lianpian.lifecircle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.lianpian.lifecircle.LifeCircle.Reached;
import org.lianpian.lifecircle.LifeCircle.Ring;
import org.lianpian.lifecircle.WalkingNetwork.Position;
import org.lianpian.model.Facility;
import org.lianpian.model.FacilityClass;
import org.lianpian.model.InputHash;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Finds life circles (生活圈) over one walking network.
 *
 * <p>A walk begins wherever a road touches the place, and where its corners face a road beside it,
 * because nobody has told us its gates. It never begins or ends straight across an obstacle (river,
 * railway); those are passed on roads only. A facility is reached over the nearest road from which
 * nothing separates it. Thread-safe. Cost of one answer {@code O(k log k)} in the segments within
 * reach.
 */
public final class LifeCircles {
  /** Beyond it a road does not serve a place or facility. */
  public static final double ACCESS_METRES = 100;

  /** Roads this near to a place are its own: walks begin on each of them. */
  public static final double BESIDE_METRES = 30;

  /** How far to both sides of a road the drawn circle reaches; only for drawing. */
  private static final double DRAWN_METRES = 25;

  /** Blocks between reached roads are filled when they are no wider than twice this. */
  private static final double FILLED_METRES = 50;

  /** Rounding of lengths, far below what anybody walks. */
  static final double TOLERANCE_MINUTES = 1e-9;

  private final WalkingNetwork network;
  private final List<Facility> facilities;
  private final List<@Nullable Position> accesses;
  private final SpatialIndex<Geometry> obstacles;
  private final LifeCircleParameters parameters;
  private final Set<FacilityClass> known = EnumSet.noneOf(FacilityClass.class);

  /**
   * @param obstacles what nobody walks across: water and railways
   */
  public LifeCircles(
      WalkingNetwork network,
      List<Facility> facilities,
      List<Geometry> obstacles,
      LifeCircleParameters parameters) {
    this.network = network;
    this.parameters = parameters;
    this.obstacles = SpatialIndex.of(obstacles, obstacle -> obstacle);
    this.facilities =
        facilities.stream()
            .filter(facility -> facility.geometry() != null && !facility.geometry().isEmpty())
            .sorted(Comparator.comparing(Facility::id))
            .toList();
    this.accesses = new ArrayList<>();
    for (Facility facility : this.facilities) {
      known.add(facility.facilityClass());
      accesses.add(network.nearest(middle(facility), ACCESS_METRES, this::isOpen));
    }
  }

  /** Finds what is reached from a place: a polygon or a point in the CRS of the network. */
  public LifeCircle find(Geometry place) {
    List<Position> starts = starts(place);
    return starts.isEmpty() ? byStraightDistance(place) : overTheNetwork(place, starts);
  }

  private LifeCircle overTheNetwork(Geometry place, List<Position> starts) {
    double speed = parameters.metresPerMinute();
    double limit = parameters.longest().minutes() * speed;
    WalkingTree tree = new WalkingTree(network, starts, limit);
    List<Ring> rings = new ArrayList<>();
    for (LifeCircleParameters.Time time : parameters.times()) {
      double metres = time.minutes() * speed;
      rings.add(new Ring(time.minutes(), metres, drawn(place, tree.reached(metres))));
    }
    List<Reached> reached = new ArrayList<>();
    for (int i = 0; i < facilities.size(); i++) {
      Facility facility = facilities.get(i);
      Position access = accesses.get(i);
      double metres = access == null ? Double.POSITIVE_INFINITY : tree.metresTo(access);
      if (place.intersects(geometry(facility))) {
        metres = 0;
      }
      if (metres <= limit) {
        reached.add(new Reached(facility, metres, metres / speed));
      }
    }
    return circle(CircleMethod.WALKING_NETWORK, place, rings, reached);
  }

  private LifeCircle byStraightDistance(Geometry place) {
    List<Ring> rings = new ArrayList<>();
    for (LifeCircleParameters.Time time : parameters.times()) {
      double metres = time.straightMetres();
      rings.add(new Ring(time.minutes(), metres, place.buffer(metres)));
    }
    List<Reached> reached = new ArrayList<>();
    for (Facility facility : facilities) {
      double metres = place.distance(geometry(facility));
      parameters.times().stream()
          .filter(time -> metres <= time.straightMetres())
          .findFirst()
          .ifPresent(time -> reached.add(new Reached(facility, metres, time.minutes())));
    }
    return circle(CircleMethod.STRAIGHT_LINE, place, rings, reached);
  }

  private LifeCircle circle(
      CircleMethod method, Geometry place, List<Ring> rings, List<Reached> reached) {
    reached.sort(
        Comparator.comparingDouble(Reached::metres).thenComparing(one -> one.facility().id()));
    Set<FacilityClass> found = EnumSet.noneOf(FacilityClass.class);
    reached.forEach(one -> found.add(one.facility().facilityClass()));
    InputHash hash = new InputHash().add(parameters.toString()).add(method.name()).add(place);
    rings.forEach(ring -> hash.add(ring.area()));
    reached.forEach(one -> hash.add(Facility.TYPE, one.facility()).add(one.metres()));
    return new LifeCircle(
        method,
        rings,
        reached,
        services(service -> known.contains(service) && !found.contains(service)),
        services(service -> !known.contains(service)),
        parameters,
        hash.finish());
  }

  private List<FacilityClass> services(java.util.function.Predicate<FacilityClass> which) {
    return parameters.services().stream().filter(which).toList();
  }

  // ---- from the place to the roads

  private List<Position> starts(Geometry place) {
    List<Position> starts = new ArrayList<>();
    for (int segment : network.near(place.getEnvelopeInternal(), BESIDE_METRES)) {
      addStarts(segment, place, starts);
    }
    if (starts.isEmpty()) {
      IntStream.range(0, place.getNumGeometries())
          .mapToObj(part -> nearest(place.getGeometryN(part)))
          .filter(Objects::nonNull)
          .forEach(starts::add);
    }
    return starts;
  }

  /** Adds the stretch of a road inside the place, or where its corners face a road beside it. */
  private void addStarts(int segment, Geometry place, List<Position> starts) {
    LineString line = network.line(segment).toGeometry(place.getFactory());
    if (line.intersects(place)) {
      for (Coordinate at : line.intersection(place).getCoordinates()) {
        Position on = network.project(segment, at);
        starts.add(new Position(segment, on.along(), 0));
      }
      return;
    }
    addStart(segment, DistanceOp.nearestPoints(place, line)[0], starts);
    for (Coordinate corner : place.getCoordinates()) {
      addStart(segment, corner, starts);
    }
  }

  private void addStart(int segment, Coordinate from, List<Position> starts) {
    Position position = network.project(segment, from);
    if (position.metresAway() <= BESIDE_METRES
        && isOpen(from, network.line(segment).closestPoint(from))) {
      starts.add(position);
    }
  }

  private @Nullable Position nearest(Geometry part) {
    Position best = null;
    for (int segment : network.near(part.getEnvelopeInternal(), ACCESS_METRES)) {
      LineString line = network.line(segment).toGeometry(part.getFactory());
      Coordinate[] pair = DistanceOp.nearestPoints(part, line);
      double metres = pair[0].distance(pair[1]);
      if (metres <= (best == null ? ACCESS_METRES : best.metresAway())
          && isOpen(pair[0], pair[1])) {
        best = new Position(segment, network.project(segment, pair[1]).along(), metres);
      }
    }
    return best;
  }

  private boolean isOpen(Coordinate place, Coordinate onRoad) {
    if (place.equals2D(onRoad)) {
      return true;
    }
    LineString way = new LineSegment(place, onRoad).toGeometry(new GeometryFactory());
    return obstacles.find(way.getEnvelopeInternal()).stream()
        .noneMatch(obstacle -> obstacle.crosses(way) || obstacle.covers(way));
  }

  private static Geometry geometry(Facility facility) {
    return Objects.requireNonNull(facility.geometry());
  }

  private static Coordinate middle(Facility facility) {
    return geometry(facility).getInteriorPoint().getCoordinate();
  }

  // ---- drawing

  private static Geometry drawn(Geometry place, List<LineSegment> reached) {
    GeometryFactory factory = place.getFactory();
    LineString[] lines =
        reached.stream().map(line -> line.toGeometry(factory)).toArray(LineString[]::new);
    BufferParameters round = new BufferParameters(3);
    Geometry roads = factory.createMultiLineString(lines);
    Geometry filled = BufferOp.bufferOp(roads, DRAWN_METRES + FILLED_METRES, round);
    Geometry circle = BufferOp.bufferOp(filled, -FILLED_METRES, round);
    return place.getDimension() == 2 ? circle.union(place) : circle;
  }
}
