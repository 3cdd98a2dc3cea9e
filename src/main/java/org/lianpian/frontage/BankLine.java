package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.strtree.ItemDistance;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * The bank line (岸线) of one river: the edge of its water without tile cuts, culvert mouths, river
 * mouths and strip ends, island shores included.
 *
 * <p>Immutable and thread-safe; finding the nearest point costs {@code O(log n)} in its segments.
 */
final class BankLine {
  private static final ItemDistance POINT_TO_SEGMENT =
      (one, other) -> {
        Object item = one.getItem();
        return item instanceof LineSegment segment
            ? segment.distance((Coordinate) other.getItem())
            : ((LineSegment) other.getItem()).distance((Coordinate) item);
      };

  private final List<Watercourse> pieces;
  private final Geometry line;
  private final STRtree segments;
  private final IndexedFacetDistance facets;
  private final @Nullable IndexedPointInAreaLocator wet;

  /**
   * @param pieces the features the river was made of, sorted by id
   * @param water its area, or an empty geometry when only lines are known
   * @param line its bank, not empty
   */
  BankLine(List<Watercourse> pieces, Geometry water, Geometry line) {
    this.pieces = List.copyOf(pieces);
    this.line = line;
    this.segments = new STRtree();
    List<LineSegment> sorted = segmentsOf(line);
    // a fixed order of insertion makes ties between equally near segments independent of the input
    sorted.sort(Comparator.naturalOrder());
    for (LineSegment segment : sorted) {
      segments.insert(new Envelope(segment.p0, segment.p1), segment);
    }
    segments.build();
    this.facets = new IndexedFacetDistance(line);
    this.wet = water.isEmpty() ? null : new IndexedPointInAreaLocator(water);
  }

  String riverId() {
    return pieces.get(0).id();
  }

  List<String> pieceIds() {
    return pieces.stream().map(Watercourse::id).toList();
  }

  List<Watercourse> pieces() {
    return pieces;
  }

  String name() {
    return pieces.get(0).name();
  }

  Geometry line() {
    return line;
  }

  /** Tells whether some piece was not stated to be urban. */
  boolean isUrbanUnstated() {
    return pieces.stream().anyMatch(piece -> piece.urban() == null);
  }

  Coordinate nearest(Coordinate point) {
    LineSegment segment =
        (LineSegment) segments.nearestNeighbour(new Envelope(point), point, POINT_TO_SEGMENT);
    return segment.closestPoint(point);
  }

  boolean isInWater(Coordinate point) {
    return wet != null && wet.locate(point) == Location.INTERIOR;
  }

  boolean isWithin(Geometry unit, double metres) {
    return unit.getEnvelopeInternal().distance(line.getEnvelopeInternal()) <= metres
        && (facets.isWithinDistance(unit, metres) || meeting(unit) != null);
  }

  /** Returns the shortest way from a unit to the bank; of zero length when it meets the water. */
  LineString nearestFrom(Geometry unit) {
    Coordinate meeting = meeting(unit);
    if (meeting != null) {
      return line.getFactory().createLineString(new Coordinate[] {meeting, meeting});
    }
    Coordinate[] fromBank = facets.nearestPoints(unit);
    return line.getFactory().createLineString(new Coordinate[] {fromBank[1], fromBank[0]});
  }

  /** Returns a point that the unit shares with the bank or else the water, or null. */
  private @Nullable Coordinate meeting(Geometry unit) {
    for (LineSegment segment : segmentsIn(unit.getEnvelopeInternal())) {
      Geometry shared = unit.intersection(segment.toGeometry(line.getFactory()));
      if (!shared.isEmpty()) {
        return shared.getCoordinate();
      }
    }
    for (Coordinate coordinate : unit.getCoordinates()) {
      if (isInWater(coordinate)) {
        return coordinate;
      }
    }
    return null;
  }

  /** Returns which line was drawn where a bank point lies; of several, that of the smallest id. */
  BankBaseline baselineAt(Coordinate bankPoint) {
    Geometry point = line.getFactory().createPoint(bankPoint);
    return pieces.stream()
        .min(
            Comparator.comparingDouble(
                (Watercourse piece) ->
                    BankLines.edge(Objects.requireNonNull(piece.geometry())).distance(point)))
        .orElseThrow()
        .baseline();
  }

  /** Returns the part of the bank inside a box. */
  Geometry within(Envelope box) {
    LineMerger merger = new LineMerger();
    for (LineSegment hit : segmentsIn(box)) {
      merger.add(hit.toGeometry(line.getFactory()));
    }
    Geometry near = line.getFactory().buildGeometry(merger.getMergedLineStrings());
    return near.intersection(line.getFactory().toGeometry(box));
  }

  @SuppressWarnings("unchecked") // the tree holds only our segments
  private List<LineSegment> segmentsIn(Envelope box) {
    List<LineSegment> hits = new ArrayList<>((List<LineSegment>) segments.query(box));
    hits.sort(Comparator.naturalOrder());
    return hits;
  }

  private static List<LineSegment> segmentsOf(Geometry lines) {
    List<LineSegment> segments = new ArrayList<>();
    for (Object part : LinearComponentExtracter.getLines(lines)) {
      Coordinate[] coordinates = ((LineString) part).getCoordinates();
      for (int i = 1; i < coordinates.length; i++) {
        LineSegment segment = new LineSegment(coordinates[i - 1], coordinates[i]);
        segment.normalize();
        segments.add(segment);
      }
    }
    return segments;
  }
}
