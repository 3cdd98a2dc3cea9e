package org.lianpian.region;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.OriginType;
import org.lianpian.region.solver.Dissimilarity;
import org.lianpian.region.solver.PairRule;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What the solver asks about two units: how different they are, by the four criteria of {@link
 * Similarity} (FZ-24), and whether the largest diameter lets them be together (U-11).
 *
 * <p>Different is 1 less the weighted mean of the criteria that are known for the two; adjacency is
 * always known, 0 for two that are not neighbours. Thread-safe.
 */
final class UnitPairs implements Dissimilarity, PairRule {
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final List<PackagingUnit> units;
  private final PackagingParameters parameters;
  private final int[] origins;
  private final int[] decades;
  private final int[] storeys;
  private final int[] structures;
  private final boolean hasTags;

  /** Adjacency of neighbours by {@code a * units + b}. */
  private final Map<Long, Double> adjacency = new HashMap<>();

  private final Coordinate[][] hulls;
  private final double[] centreX;
  private final double[] centreY;
  private final double[] radius;

  UnitPairs(List<PackagingUnit> units, PackagingParameters parameters) {
    int n = units.size();
    this.units = units;
    this.parameters = parameters;
    this.origins = new int[n];
    this.decades = new int[n];
    this.storeys = new int[n];
    this.structures = new int[n];
    this.hulls = new Coordinate[n][];
    this.centreX = new double[n];
    this.centreY = new double[n];
    this.radius = new double[n];
    Map<String, Integer> names = new HashMap<>();
    boolean tags = false;
    for (int i = 0; i < n; i++) {
      UnitTraits traits = units.get(i).traits();
      OriginType origin = traits.originType();
      origins[i] = origin == OriginType.UNKNOWN ? UNKNOWN : origin.ordinal();
      decades[i] = orUnknown(traits.decade());
      storeys[i] = orUnknown(traits.storeys());
      structures[i] =
          traits.structure().isBlank()
              ? UNKNOWN
              : names.computeIfAbsent(traits.structure(), key -> names.size());
      tags |= !traits.industry().isEmpty() || !traits.culture().isEmpty();
      measure(i, units.get(i).geometry());
    }
    this.hasTags = tags;
  }

  private static int orUnknown(@Nullable Integer value) {
    return value == null ? UNKNOWN : value;
  }

  private void measure(int unit, @Nullable Geometry geometry) {
    hulls[unit] = geometry == null ? new Coordinate[0] : geometry.convexHull().getCoordinates();
    for (Coordinate point : hulls[unit]) {
      centreX[unit] += point.x / hulls[unit].length;
      centreY[unit] += point.y / hulls[unit].length;
    }
    for (Coordinate point : hulls[unit]) {
      radius[unit] =
          Math.max(radius[unit], Math.hypot(point.x - centreX[unit], point.y - centreY[unit]));
    }
  }

  /** Tells that two units are neighbours. */
  void connect(int a, int b, double gapMetres) {
    double largest = parameters.maxGapMetres();
    double score = largest == 0 ? 1 : Math.max(0, 1 - gapMetres / largest);
    adjacency.put(key(a, b), score);
    adjacency.put(key(b, a), score);
  }

  private long key(int a, int b) {
    return (long) a * units.size() + b;
  }

  double[] centreX() {
    return centreX;
  }

  double[] centreY() {
    return centreY;
  }

  @Override
  public double between(int a, int b) {
    SimilarityWeights weights = parameters.weights();
    double weight = weights.adjacency();
    double sum = weight * adjacency.getOrDefault(key(a, b), 0.0);
    double type = type(a, b);
    if (!Double.isNaN(type)) {
      sum += weights.type() * type;
      weight += weights.type();
    }
    if (hasTags) {
      UnitTraits ofA = units.get(a).traits();
      UnitTraits ofB = units.get(b).traits();
      Double industry = Similarity.overlap(ofA.industry(), ofB.industry());
      if (industry != null) {
        sum += weights.industry() * industry;
        weight += weights.industry();
      }
      Double culture = Similarity.overlap(ofA.culture(), ofB.culture());
      if (culture != null) {
        sum += weights.culture() * culture;
        weight += weights.culture();
      }
    }
    return weight == 0 ? 0 : 1 - sum / weight;
  }

  /** Returns what {@link Similarity} says of two units' types, NaN when nothing is known. */
  double type(int a, int b) {
    double sum = 0;
    int parts = 0;
    if (origins[a] != UNKNOWN && origins[b] != UNKNOWN) {
      sum += origins[a] == origins[b] ? 1 : 0;
      parts++;
    }
    if (decades[a] != UNKNOWN && decades[b] != UNKNOWN) {
      sum += 1.0 / (1 + Math.abs(decades[a] - decades[b]) / 10);
      parts++;
    }
    if (storeys[a] > 0 && storeys[b] > 0) {
      sum += Math.min(storeys[a], storeys[b]) / (double) Math.max(storeys[a], storeys[b]);
      parts++;
    }
    if (structures[a] != UNKNOWN && structures[b] != UNKNOWN) {
      sum += structures[a] == structures[b] ? 1 : 0;
      parts++;
    }
    return parts == 0 ? Double.NaN : sum / parts;
  }

  @Override
  public boolean mayShare(int a, int b) {
    double limit = parameters.maxDiameterMetres() + Connector.TOLERANCE_METRES;
    double centres = Math.hypot(centreX[a] - centreX[b], centreY[a] - centreY[b]);
    if (centres + radius[a] + radius[b] <= limit) {
      return true;
    }
    if (centres > limit) {
      return false; // the centre is within the hull, so some point is at least as far
    }
    for (Coordinate p : hulls[a]) {
      for (Coordinate q : hulls[b]) {
        if (p.distance(q) > limit) {
          return false;
        }
      }
    }
    return true;
  }
}
