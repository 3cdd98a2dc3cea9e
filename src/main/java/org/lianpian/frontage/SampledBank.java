package org.lianpian.frontage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/**
 * A bank line as the sampler looks at it, by the library's own distance and overlay functions.
 *
 * <p>Finding the nearest point costs {@code O(log n)} in the bank's segments.
 */
final class SampledBank {
  private static final ItemDistance POINT_TO_SEGMENT =
      (one, other) -> {
        Object item = one.getItem();
        return item instanceof LineSegment segment
            ? segment.distance((Coordinate) other.getItem())
            : ((LineSegment) other.getItem()).distance((Coordinate) item);
      };

  private final Geometry line;
  private final STRtree segments = new STRtree();
  private final IndexedFacetDistance facets;
  private final @Nullable IndexedPointInAreaLocator wet;

  SampledBank(BankLine bank) {
    this.line = bank.line();
    List<LineSegment> sorted = segmentsOf(line);
    // a fixed order of insertion makes ties between equally near segments independent of the input
    sorted.sort(Comparator.naturalOrder());
    for (LineSegment segment : sorted) {
      segments.insert(new Envelope(segment.p0, segment.p1), segment);
    }
    segments.build();
    this.facets = new IndexedFacetDistance(line);
    this.wet = bank.water().isEmpty() ? null : new IndexedPointInAreaLocator(bank.water());
  }

  Coordinate nearest(Coordinate point) {
    LineSegment segment =
        (LineSegment) segments.nearestNeighbour(new Envelope(point), point, POINT_TO_SEGMENT);
    return segment.closestPoint(point);
  }

  boolean isInWater(Coordinate point) {
    return wet != null && wet.locate(point) == Location.INTERIOR;
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
