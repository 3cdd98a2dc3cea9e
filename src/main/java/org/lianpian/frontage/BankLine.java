package org.lianpian.frontage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianpian.frontage.sight.IntList;
import org.lianpian.frontage.sight.SegmentIndex;
import org.lianpian.frontage.sight.SegmentIndex.ClosestPair;
import org.lianpian.frontage.sight.Shore;
import org.lianpian.model.BankBaseline;
import org.lianpian.model.InputHash;
import org.lianpian.model.Watercourse;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The bank line (岸线) of one river: the edge of its water without tile cuts, culvert mouths, river
 * mouths and strip ends, island shores included.
 *
 * <p>Immutable and thread-safe; finding the nearest point costs {@code O(log n)} in its segments.
 */
final class BankLine {
  private final List<Watercourse> pieces;
  private final List<String> pieceIds;
  private final Geometry water;
  private final Geometry line;
  private final Shore shore;
  private final @Nullable SegmentIndex pieceEdges; // null when all pieces have one baseline
  private final String inputHash;

  /**
   * @param pieces the features the river was made of, sorted by id
   * @param water its area, or an empty geometry when only lines are known
   * @param line its bank, not empty
   */
  BankLine(List<Watercourse> pieces, Geometry water, Geometry line) {
    this.pieces = List.copyOf(pieces);
    this.pieceIds = pieces.stream().map(Watercourse::id).toList();
    this.water = water;
    this.line = line;
    this.shore = new Shore(Outlines.segments(line), Outlines.segments(water));
    boolean one = pieces.stream().map(Watercourse::baseline).distinct().count() == 1;
    this.pieceEdges = one ? null : edges(pieces);
    InputHash hash = new InputHash().add(line);
    pieces.forEach(piece -> hash.add(Watercourse.TYPE, piece));
    this.inputHash = hash.finish();
  }

  private static SegmentIndex edges(List<Watercourse> pieces) {
    SegmentIndex.Builder builder = SegmentIndex.builder();
    for (int i = 0; i < pieces.size(); i++) {
      for (double[] path : Outlines.paths(pieces.get(i).geometry())) {
        builder.addPath(path, i);
      }
    }
    return builder.build();
  }

  String riverId() {
    return pieceIds.get(0);
  }

  List<String> pieceIds() {
    return pieceIds;
  }

  String name() {
    return pieces.get(0).name();
  }

  Geometry water() {
    return water;
  }

  Geometry line() {
    return line;
  }

  Shore shore() {
    return shore;
  }

  /** Returns a hash of the bank and of every piece it was made of. */
  String inputHash() {
    return inputHash;
  }

  /** Tells whether some piece was not stated to be urban. */
  boolean isUrbanUnstated() {
    return pieces.stream().anyMatch(piece -> piece.urban() == null);
  }

  /** Returns which line was drawn where a bank point lies; of several, that of the smallest id. */
  BankBaseline baselineAt(Coordinate bankPoint) {
    if (pieceEdges == null) {
      return pieces.get(0).baseline();
    }
    double x = bankPoint.x;
    double y = bankPoint.y;
    ClosestPair nearest = new ClosestPair().within(Double.POSITIVE_INFINITY);
    pieceEdges.nearest(x, y, x, y, nearest);
    double reach = nearest.metres() + FrontageJudge.TOLERANCE_METRES;
    IntList around = new IntList();
    pieceEdges.find(x - reach, y - reach, x + reach, y + reach, around);
    int first = pieceEdges.owner(nearest.segment());
    for (int i = 0; i < around.size(); i++) {
      int piece = pieceEdges.owner(around.get(i));
      if (piece < first && pieceEdges.distance(around.get(i), x, y) <= reach) {
        first = piece;
      }
    }
    return pieces.get(first).baseline();
  }

  /** Returns the part of the bank inside a box. */
  Geometry within(Envelope box) {
    return BankClipper.clip(line.getFactory(), shore.bank(), box);
  }
}
