package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianpian.geo.SpatialIndex;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * Measures one unit against one river by samples along its outer boundary: the definition of the
 * package, written down as it is said.
 *
 * <p>Each edge is cut into equal cells no longer than the step, and the middle of a cell speaks for
 * it. Cost: cells × (log of the bank's segments + vertices of the blockers around the sight line).
 */
final class FrontageSampler {
  private static final double TOLERANCE_METRES = FrontageJudge.TOLERANCE_METRES;

  /** Side walls turn to the bank by a rounding error at most. */
  private static final double SIDE_WALL_COSINE = 1e-9;

  private final Geometry unit;
  private final Obstacle self;
  private final SampledBank bank;
  private final SpatialIndex<Obstacle> obstacles;
  private final Set<String> own;
  private final double limitMetres;
  private final double stepMetres;

  private double frontage;
  private double exposed;
  private boolean inWater;
  private final Map<BankSide, Double> frontageBySide = new EnumMap<>(BankSide.class);
  private final Map<BankSide, Double> exposedBySide = new EnumMap<>(BankSide.class);
  private final Map<String, Double> hidden = new TreeMap<>();
  private final Map<String, Obstacle> hiders = new TreeMap<>();
  private final List<Run> runs = new ArrayList<>();
  private @Nullable Run run;

  private FrontageSampler(
      Geometry unit,
      SampledBank bank,
      SpatialIndex<Obstacle> obstacles,
      Set<String> own,
      double limitMetres,
      double stepMetres) {
    this.unit = unit;
    this.self = new Obstacle("", "", unit);
    this.bank = bank;
    this.obstacles = obstacles;
    this.own = own;
    this.limitMetres = limitMetres;
    this.stepMetres = stepMetres;
  }

  /**
   * Looks from the whole outer boundary of a unit.
   *
   * @param own ids of obstacles that are the unit itself
   */
  static Sighting look(
      Geometry unit,
      SampledBank bank,
      SpatialIndex<Obstacle> obstacles,
      Set<String> own,
      double limitMetres,
      double stepMetres) {
    FrontageSampler sampler =
        new FrontageSampler(unit, bank, obstacles, own, limitMetres, stepMetres);
    for (Object polygon : PolygonExtracter.getPolygons(unit)) {
      sampler.walk(((Polygon) polygon).getExteriorRing());
    }
    return new Sighting(
        sampler.frontage,
        sampler.exposed,
        sampler.inWater,
        sampler.frontageBySide,
        sampler.exposedBySide,
        sampler.exposedRuns(),
        sampler.shields(),
        sampler.sight());
  }

  private void walk(LineString ring) {
    Coordinate[] corners = ring.getCoordinates();
    boolean anticlockwise = Orientation.isCCW(corners);
    run = null;
    int firstRun = runs.size();
    for (int i = 1; i < corners.length; i++) {
      walk(corners[i - 1], corners[i], anticlockwise ? 1 : -1);
    }
    joinAcrossStart(firstRun, corners[0]);
  }

  private void walk(Coordinate from, Coordinate to, int turn) {
    double length = from.distance(to);
    if (length == 0) {
      return;
    }
    Coordinate normal =
        new Coordinate(turn * (to.y - from.y) / length, -turn * (to.x - from.x) / length);
    int cells = (int) Math.ceil(length / stepMetres);
    for (int cell = 0; cell < cells; cell++) {
      Coordinate start = between(from, to, (double) cell / cells);
      Coordinate end = cell + 1 == cells ? to : between(from, to, (cell + 1.0) / cells);
      look(start, end, between(from, to, (cell + 0.5) / cells), normal, length / cells);
    }
  }

  /** Lets the middle of a cell look at the bank. */
  private void look(
      Coordinate start, Coordinate end, Coordinate point, Coordinate normal, double cellMetres) {
    Coordinate target = bank.nearest(point);
    double range = point.distance(target);
    boolean wet = bank.isInWater(point);
    double weight;
    BankSide side;
    if (wet || range <= TOLERANCE_METRES) {
      inWater |= wet && range > TOLERANCE_METRES;
      weight = cellMetres;
      side = BankSide.of(-normal.x, -normal.y);
    } else {
      double x = (target.x - point.x) / range;
      double y = (target.y - point.y) / range;
      double cosine = normal.x * x + normal.y * y;
      if (cosine <= SIDE_WALL_COSINE || self.hides(point, target)) {
        run = null;
        return;
      }
      weight = cosine * cellMetres;
      side = BankSide.of(-x, -y);
    }
    frontage += weight;
    frontageBySide.merge(side, weight, Double::sum);
    boolean touching = wet || range <= TOLERANCE_METRES;
    if (touching || (range <= limitMetres + TOLERANCE_METRES && !isHidden(point, target, weight))) {
      exposed += weight;
      exposedBySide.merge(side, weight, Double::sum);
      extend(start, end, point, touching ? point : target, weight);
    } else {
      run = null;
    }
  }

  private boolean isHidden(Coordinate point, Coordinate target, double weight) {
    boolean isHidden = false;
    for (Obstacle obstacle : obstacles.find(new Envelope(point, target))) {
      if (!own.contains(obstacle.id()) && obstacle.hides(point, target)) {
        hidden.merge(obstacle.id(), weight, Double::sum);
        hiders.put(obstacle.id(), obstacle);
        isHidden = true;
      }
    }
    return isHidden;
  }

  private List<Shield> shields() {
    return hiders.values().stream()
        .map(
            hider ->
                new Shield(
                    hider.id(), hider.label(), hidden.getOrDefault(hider.id(), 0.0), hider.area()))
        .sorted(
            Comparator.comparingDouble(Shield::hiddenMetres).reversed().thenComparing(Shield::id))
        .toList();
  }

  private Geometry exposedRuns() {
    GeometryFactory factory = unit.getFactory();
    LineString[] lines =
        runs.stream()
            .map(one -> factory.createLineString(one.path.toArray(new Coordinate[0])))
            .toArray(LineString[]::new);
    return factory.createMultiLineString(lines);
  }

  private @Nullable LineString sight() {
    Run longest = null;
    for (Run one : runs) {
      if (longest == null || one.metres > longest.metres + TOLERANCE_METRES) {
        longest = one;
      }
    }
    return longest == null ? null : unit.getFactory().createLineString(longest.middleSight());
  }

  private void extend(
      Coordinate start, Coordinate end, Coordinate point, Coordinate target, double weight) {
    if (run == null) {
      run = new Run(start);
      runs.add(run);
    }
    run.add(end, point, target, weight);
  }

  /** Makes one run of two that meet where the ring begins. */
  private void joinAcrossStart(int firstRun, Coordinate ringStart) {
    int last = runs.size() - 1;
    if (last > firstRun
        && runs.get(firstRun).path.get(0).equals2D(ringStart)
        && runs.get(last).lastPoint().equals2D(ringStart)) {
      runs.get(last).append(runs.remove(firstRun));
    }
  }

  private static Coordinate between(Coordinate from, Coordinate to, double part) {
    return new Coordinate(from.x + part * (to.x - from.x), from.y + part * (to.y - from.y));
  }

  /** A connected exposed part of the boundary. */
  private static final class Run {
    final List<Coordinate> path = new ArrayList<>();
    final List<Coordinate[]> sights = new ArrayList<>();
    final List<Double> weights = new ArrayList<>();
    double metres;

    Run(Coordinate start) {
      path.add(start);
    }

    void add(Coordinate end, Coordinate point, Coordinate target, double weight) {
      int size = path.size();
      // a straight continuation needs no vertex of its own
      if (size > 1 && isStraight(path.get(size - 2), path.get(size - 1), end)) {
        path.set(size - 1, end);
      } else {
        path.add(end);
      }
      sights.add(new Coordinate[] {point, target});
      weights.add(weight);
      metres += weight;
    }

    void append(Run other) {
      path.addAll(other.path.subList(1, other.path.size()));
      sights.addAll(other.sights);
      weights.addAll(other.weights);
      metres += other.metres;
    }

    Coordinate lastPoint() {
      return path.get(path.size() - 1);
    }

    Coordinate[] middleSight() {
      double left = metres / 2;
      for (int i = 0; i < weights.size(); i++) {
        left -= weights.get(i);
        if (left <= TOLERANCE_METRES) {
          return sights.get(i);
        }
      }
      return sights.get(sights.size() - 1);
    }

    private static boolean isStraight(Coordinate a, Coordinate b, Coordinate c) {
      return Distance.pointToSegment(b, a, c) <= TOLERANCE_METRES;
    }
  }
}
